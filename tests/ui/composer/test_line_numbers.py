"""Line numbers beside the editor."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.composer.json_editor import JsonEditor


def test_room_grows_with_the_digits(qtbot: QtBot) -> None:
    editor = JsonEditor()
    qtbot.addWidget(editor)
    editor.setPlainText("\n" * 9)
    two = editor._numbers.width_wanted()
    editor.setPlainText("\n" * 80)
    assert editor._numbers.width_wanted() == two
    editor.setPlainText("\n" * 800)
    assert editor._numbers.width_wanted() > two
    assert editor.viewportMargins().left() == editor._numbers.width_wanted()


def test_the_line_with_the_error_is_shaded(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply_theme(qapp, "light")
    editor = JsonEditor()
    qtbot.addWidget(editor)
    editor.resize(200, 120)
    editor.show()
    editor.setPlainText("1\n2\n3")
    plain = editor._numbers.grab().toImage()
    editor.mark_error(2)
    marked = editor._numbers.grab().toImage()
    rows = {y for y in range(plain.height()) if plain.pixelColor(1, y) != marked.pixelColor(1, y)}
    line = editor.fontMetrics().height()
    tops = dict(editor.visible_lines())
    assert rows == set(range(tops[1], tops[1] + line))
