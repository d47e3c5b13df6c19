"""Painting: a line of the tree is on the picture in its colours."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.inspector.json_tree import JsonTree


def picture(tree: JsonTree) -> QImage:
    return tree.viewport().grab().toImage()


def has(image: QImage, color: QColor) -> bool:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return any(pixel.rgb() == color.rgb() for pixel in pixels)


@pytest.fixture
def tree(qtbot: QtBot, qapp: QApplication) -> JsonTree:
    theme.apply_theme(qapp, "light")
    tree = JsonTree()
    qtbot.addWidget(tree)
    tree.resize(240, 60)
    tree.show()
    tree.show_value({"name": 12345})
    return tree


def test_name_and_value_have_their_colours(tree: JsonTree) -> None:
    image = picture(tree)
    t = theme.tokens()
    assert has(image, t.syntax_key) and has(image, t.syntax_number)
    assert not has(image, t.syntax_string)


def test_finds_and_the_current_line_are_shaded(tree: JsonTree) -> None:
    t = theme.tokens()
    assert not has(picture(tree), t.warn_soft)
    tree.nodes.mark([(0,)])
    assert has(picture(tree), t.warn_soft)
    tree.nodes.mark([])
    tree.setCurrentIndex(tree.nodes.at((0,)))
    assert has(picture(tree), t.accent_soft)
