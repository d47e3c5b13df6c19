"""A recording that is dragged out of the window."""

from __future__ import annotations

import asyncio
import os
import stat
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.audio.wavfile import read_caller
from app.runtime.ports import Audio
from app.ui.recording import wav_drag
from app.ui.recording.wav_drag import PREFIX, STALE, WavDrag, forget_stale
from tests.helpers.window import World, on_qt_loop

AUDIO = np.arange(-1000, 1000, dtype=np.int16)


@pytest.fixture
def dropped(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the user's hand would have dropped: no test can hold a mouse."""
    found: list[Path] = []

    def run(drag: QDrag) -> None:
        found.extend(Path(url.toLocalFile()) for url in drag.mimeData().urls())

    monkeypatch.setattr(wav_drag, "run_drag", run)
    return found


def handle(qtbot: QtBot, clip: tuple[str, Audio] | None) -> tuple[QPushButton, WavDrag]:
    button = QPushButton("Save as…")
    qtbot.addWidget(button)
    button.show()

    async def read() -> tuple[str, Audio] | None:
        return clip

    return button, WavDrag(button, read)


async def pull(qtbot: QtBot, button: QPushButton, far: int) -> None:
    """As a hand does: down, a moment, along, up."""
    qtbot.mousePress(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    qtbot.mouseMove(button, QPoint(5 + far, 5))
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(5 + far, 5))


@on_qt_loop
async def test_pulling_makes_a_private_wav(world: World, qtbot: QtBot, dropped: list[Path]) -> None:
    button, drag = handle(qtbot, ("recording-1.wav", AUDIO))
    await pull(qtbot, button, 60)
    (path,) = dropped
    assert path.name == "recording-1.wav" and np.array_equal(read_caller(path), AUDIO)
    if os.name == "posix":
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        assert stat.S_IMODE(os.stat(path.parent).st_mode) == 0o700
    assert drag.file() == path, "the next one lies in the same folder"
    await drag.close()
    with pytest.raises(FileNotFoundError):
        os.stat(path.parent)


@on_qt_loop
async def test_a_click_stays_a_click(world: World, qtbot: QtBot, dropped: list[Path]) -> None:
    button, drag = handle(qtbot, ("x.wav", AUDIO))
    clicks: list[int] = []
    button.clicked.connect(lambda: clicks.append(1))
    await pull(qtbot, button, 0)
    await pull(qtbot, button, 1)
    assert len(clicks) == 2 and dropped == []
    await drag.close()


@on_qt_loop
async def test_without_a_recording_there_is_nothing_to_drag(
    world: World, qtbot: QtBot, dropped: list[Path]
) -> None:
    button, drag = handle(qtbot, None)
    await pull(qtbot, button, 60)
    assert dropped == [] and drag.file() is None
    await drag.close()


@on_qt_loop
async def test_a_disk_that_takes_nothing_is_said(
    world: World, qtbot: QtBot, dropped: list[Path]
) -> None:
    button, drag = handle(qtbot, ("no/such/folder.wav", AUDIO))
    said: list[str] = []
    drag.failed.connect(said.append)
    await pull(qtbot, button, 60)
    assert "could not be written" in said[0] and dropped == []
    await drag.close()


def test_what_a_crash_left_goes(tmp_path: Path) -> None:
    for name in (f"{PREFIX}old", f"{PREFIX}new", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.wav").write_bytes(b"x")
    now = (tmp_path / f"{PREFIX}new").stat().st_mtime
    for name in (f"{PREFIX}old", "other"):
        os.utime(tmp_path / name, (now - 2 * STALE, now - 2 * STALE))
    forget_stale(tmp_path, now)
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{PREFIX}new", "other"]
