"""Who speaks in the next call."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.runtime.callers import CallerSpec
from app.ui.phone.caller_picker import CallerPicker


@pytest.fixture
def picker(qtbot: QtBot) -> CallerPicker:
    picker = CallerPicker()
    qtbot.addWidget(picker)
    picker.show()
    return picker


def entries(picker: CallerPicker) -> list[str]:
    return [picker.itemText(index) for index in range(picker.count())]


def pick(picker: CallerPicker, text: str) -> None:
    index = entries(picker).index(text)
    picker.setCurrentIndex(index)
    picker.activated.emit(index)


def test_at_first_the_microphone_calls(picker: CallerPicker) -> None:
    assert picker.caller == CallerSpec("live")
    assert entries(picker)[:2] == ["Live microphone", "Silence"]
    assert entries(picker)[-1] == "WAV file…"


def test_the_demo_caller_comes_with_the_program(picker: CallerPicker) -> None:
    pick(picker, "Demo caller")
    assert picker.caller.path is not None and picker.caller.path.is_file()


def test_a_choice_is_told_and_remembered(picker: CallerPicker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.caller_changed) as changed:
        pick(picker, "Silence")
    assert changed.args == [CallerSpec("silence")]
    again = CallerPicker()
    qtbot.addWidget(again)
    assert again.caller == CallerSpec("silence")
    assert again.currentText() == "Silence"


def test_a_file_gets_its_own_entry_once(picker: CallerPicker, tmp_path: Path) -> None:
    before = picker.count()
    for _ in range(2):
        picker.choose(CallerSpec("file", tmp_path / "hello.wav"))
    assert picker.count() == before + 1
    assert picker.currentText() == "hello.wav"
    assert entries(picker)[-1] == "WAV file…"


def test_a_remembered_file_is_there_again(qtbot: QtBot, tmp_path: Path) -> None:
    first = CallerPicker()
    qtbot.addWidget(first)
    first.choose(CallerSpec("file", tmp_path / "hello.wav"))
    again = CallerPicker()
    qtbot.addWidget(again)
    assert again.caller.path == tmp_path / "hello.wav"
    assert again.currentText() == "hello.wav"


def test_choosing_a_file_waits_for_nobody(
    picker: CallerPicker, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "caller.wav").write_bytes(b"RIFF")
    pick(picker, "WAV file…")
    dialog = picker.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog) and dialog.isVisible()
    assert picker.currentText() == "Live microphone", "the choice stands until there is another"
    for kind in ("wav", "flac", "ogg", "opus", "mp3"):
        assert f"*.{kind}" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(tmp_path / "caller.wav"))
    assert picker.caller == CallerSpec("file", tmp_path / "caller.wav")
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()


def test_a_dismissed_dialog_changes_nothing(picker: CallerPicker, qtbot: QtBot) -> None:
    pick(picker, "WAV file…")
    dialog = picker.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()
    assert picker.caller == CallerSpec("live")


def test_the_demo_caller_stands_in_for_the_microphone(picker: CallerPicker, qtbot: QtBot) -> None:
    picker.show_microphone(there=False)
    assert picker.currentText() == "Demo caller" and picker.wants_microphone
    again = CallerPicker()
    qtbot.addWidget(again)
    assert again.caller.kind == "live", "it is nobody's choice"
    picker.show_microphone(there=True)
    assert picker.caller.kind == "live"


def test_a_choice_is_not_talked_over(picker: CallerPicker) -> None:
    picker.show_microphone(there=False)
    pick(picker, "Live microphone")
    picker.show_microphone(there=False)
    assert picker.caller.kind == "live"
    pick(picker, "Silence")
    picker.show_microphone(there=True)
    assert picker.caller.kind == "silence" and not picker.wants_microphone
