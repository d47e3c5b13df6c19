"""Saving a recording."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui.recording.save_dialog import HINT, NOTICE, ask_where, save, suggested_name
from tests.helpers.inspected import CALLED


def test_the_name_has_time_and_number() -> None:
    name = suggested_name(CALLED, 2)
    assert name.startswith("recording-2026") and name.endswith("-2.wav") and " " not in name


async def test_the_file_is_the_recording(tmp_path: Path) -> None:
    audio = np.arange(-500, 500, dtype=np.int16)
    await save(audio, str(tmp_path / "a.wav"))
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert file.getparams()[:4] == (1, 2, 16_000, 1000)
        assert np.array_equal(np.frombuffer(file.readframes(1000), "<i2"), audio)


async def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        await save(np.zeros(1, np.int16), str(tmp_path / "missing" / "a.wav"))


def test_the_dialog_asks_without_blocking(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    chosen: list[str] = []
    dialog = ask_where(window, "take.wav", chosen.append)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "wav"
    assert [Path(name).name for name in dialog.selectedFiles()] == ["take.wav"]
    dialog.fileSelected.emit(str(tmp_path / "x.wav"))
    assert chosen == [str(tmp_path / "x.wav")]
    dialog.close()


def test_the_notice_quotes_the_documentation() -> None:
    assert NOTICE.startswith(HINT.removesuffix("…"))
