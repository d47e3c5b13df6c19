"""Saving a recording: asks where, writes the WAV file in a worker."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.runtime.ports import Audio
from app.runtime.recordings import encode_wav
from app.whole_file import write_whole

translate = QCoreApplication.translate

HINT: Final = (
    "You may NOT record or otherwise persist media content from calls or meetings that your "
    "application accesses…"
)
SHORT_HINT: Final = "Any media collected may not be persisted."
"""The same on the page of v1.0."""
NOTICE: Final = (
    f"{HINT.removesuffix('…')}, or data derived from that media content. Make sure you are "
    "compliant with the laws and regulations of your area regarding data protection and "
    "confidentiality of communications."
)
"""Of the documentation of recordResponse. Quotations, therefore not translated."""


def suggested_name(called: datetime, number: int) -> str:
    """Return a name for a call's recording: ``recording-20260102-030405-1.wav``."""
    return f"recording-{called.astimezone():%Y%m%d-%H%M%S}-{number}.wav"


def ask_where(parent: QWidget, name: str, chosen: Callable[[str], None]) -> QFileDialog:
    """Open the dialog (never blocking) and call ``chosen`` with the path, if one is chosen."""
    dialog = QFileDialog(parent, translate("SaveDialog", "Save the recording"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(translate("SaveDialog", "WAV audio (*.wav)"))
    dialog.setDefaultSuffix("wav")
    dialog.selectFile(name)
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


async def save(audio: Audio, path: str) -> None:
    """Write ``audio`` (int16 mono 16 kHz) to ``path``. Raises OSError."""
    await asyncio.to_thread(_write, audio, Path(path))


def _write(audio: Audio, path: Path) -> None:
    write_whole(path, encode_wav(audio))
