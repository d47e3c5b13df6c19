"""Typing JSON."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.composer.json_editor import LONGEST, JsonEditor


@pytest.fixture
def editor(qtbot: QtBot, qapp: QApplication) -> JsonEditor:
    theme.apply_theme(qapp, "light")
    editor = JsonEditor()
    qtbot.addWidget(editor)
    editor.resize(300, 200)
    editor.show()
    return editor


def type_in(qtbot: QtBot, editor: JsonEditor, text: str) -> None:
    for letter in text:
        if letter == "\n":
            qtbot.keyClick(editor, Qt.Key.Key_Return)
        else:
            qtbot.keyClicks(editor, letter)


def test_lines_are_indented_and_brackets_step_back(editor: JsonEditor, qtbot: QtBot) -> None:
    type_in(qtbot, editor, '{\n"a": [\n1\n],\n"b": 2\n}')
    assert editor.toPlainText() == '{\n  "a": [\n    1\n  ],\n  "b": 2\n}'


def test_return_between_brackets_opens_them(editor: JsonEditor, qtbot: QtBot) -> None:
    editor.setPlainText('  "a": []')
    cursor = editor.textCursor()
    cursor.setPosition(8)
    editor.setTextCursor(cursor)
    type_in(qtbot, editor, "\n1")
    assert editor.toPlainText() == '  "a": [\n    1\n  ]'


def test_tab_leaves_the_editor(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    editor, field = JsonEditor(window), QLineEdit(window)
    layout.addWidget(editor)
    layout.addWidget(field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "" and field.hasFocus()


def test_new_text_can_be_undone(editor: JsonEditor) -> None:
    editor.setPlainText("mine")
    editor.replace_text("{}")
    assert editor.toPlainText() == "{}" and editor.textCursor().position() == 0
    editor.undo()
    assert editor.toPlainText() == "mine"


def test_an_error_is_underlined_from_its_column(editor: JsonEditor) -> None:
    editor.setPlainText('{\n  "a": tru\n}')
    editor.mark_error(2, 8)
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    marks = [s for s in editor.extraSelections() if s.format.underlineStyle() is wave]
    assert [mark.cursor.selectedText() for mark in marks] == ["tru"]
    assert editor.error_line == 2
    editor.mark_error(None)
    assert len(editor.extraSelections()) == 1, "only the current line is left"


def test_an_error_behind_the_end_is_no_trouble(editor: JsonEditor) -> None:
    editor.setPlainText("{")
    editor.mark_error(1, 99)
    editor.mark_error(99, 1)
    assert editor.error_line == 99


def test_the_theme_changes_frame_and_marks(editor: JsonEditor, qapp: QApplication) -> None:
    assert theme.LIGHT.outline.name() in editor.styleSheet()
    theme.apply_theme(qapp, "dark")
    assert theme.DARK.outline.name() in editor.styleSheet()
    (current,) = editor.extraSelections()
    assert current.format.background().color() == theme.DARK.raised


def test_only_lines_in_sight_are_numbered(editor: JsonEditor) -> None:
    editor.setPlainText("\n".join("1" * 5000))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    lines = [number for number, _ in editor.visible_lines()]
    assert lines[-1] == 4999 and len(lines) < 30


def test_a_very_long_line_is_not_wrapped(editor: JsonEditor) -> None:
    wrapped, plain = QPlainTextEdit.LineWrapMode.WidgetWidth, QPlainTextEdit.LineWrapMode.NoWrap
    long = f'{{"a": "{"x" * LONGEST}"}}'
    editor.replace_text("x " * LONGEST)
    assert editor.lineWrapMode() == plain
    editor.replace_text("short\n" * LONGEST)
    assert editor.lineWrapMode() == wrapped
    data = QMimeData()
    data.setText(long)
    editor.insertFromMimeData(data)
    assert editor.lineWrapMode() == plain and long in editor.toPlainText()
    data.setText("{}")
    editor.insertFromMimeData(data)
    assert editor.lineWrapMode() == plain, "the long line is still there"
