"""Files dropped on a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.history.drop import FileDrop, files_in


def data(*names: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(name) if "://" in name else QUrl.fromLocalFile(name) for name in names])
    return mime


def drop(widget: QWidget, mime: QMimeData) -> QDropEvent:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, mime, left, none)
    QApplication.sendEvent(widget, enter)
    event = QDropEvent(QPointF(5, 5), copy, mime, left, none)
    if enter.isAccepted():
        QApplication.sendEvent(widget, event)
    else:
        event.ignore()
    return event


def test_cases_open_and_sounds_speak(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    watch = FileDrop(widget)
    cases: list[Path] = []
    sounds: list[Path] = []
    watch.case_dropped.connect(cases.append)
    watch.sound_dropped.connect(sounds.append)
    assert drop(widget, data("/a/x.CallCase", "/a/y.wav")).isAccepted()
    assert (cases, sounds) == ([Path("/a/x.CallCase")], [Path("/a/y.wav")])
    assert not drop(widget, data("/a/x.exe")).isAccepted()
    assert len(cases) == len(sounds) == 1


def test_only_files_of_this_machine_that_can_be_opened() -> None:
    assert files_in(data("http://h/x.wav", "/x.txt", "/x.ogg")) == [Path("/x.ogg")]
    text = QMimeData()
    text.setText("/x.wav")
    assert files_in(text) == []
