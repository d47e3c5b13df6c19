"""JSON in colours."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from app.ui import theme
from app.ui.inspector.json_highlighter import LONGEST, JsonHighlighter

TEXT = '{"name": "va\\"l", "n": -1.5e3, "t": true, "x": null, "open'


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    theme.apply_theme(qapp, "light")
    return QTextDocument()


def colored(document: QTextDocument, line: int = 0) -> dict[str, str]:
    """Return the colour of each coloured piece of a line."""
    block = document.findBlockByNumber(line)
    return {
        block.text()[f.start : f.start + f.length]: f.format.foreground().color().name()
        for f in block.layout().formats()
    }


def test_each_part_has_its_colour(document: QTextDocument) -> None:
    highlighter = JsonHighlighter(document)
    document.setPlainText(TEXT)
    highlighter.recolor()
    t = theme.LIGHT
    assert colored(document) == {
        '"name"': t.syntax_key.name(),
        '"va\\"l"': t.syntax_string.name(),
        '"n"': t.syntax_key.name(),
        "-1.5e3": t.syntax_number.name(),
        '"t"': t.syntax_key.name(),
        "true": t.syntax_literal.name(),
        '"x"': t.syntax_key.name(),
        "null": t.syntax_literal.name(),
        '"open': t.syntax_string.name(),
    }
    highlighter.set_on(on=False)
    assert colored(document) == {}


def test_another_theme(document: QTextDocument, qapp: QApplication) -> None:
    highlighter = JsonHighlighter(document)
    document.setPlainText("null")
    theme.apply_theme(qapp, "dark")
    highlighter.recolor()
    assert colored(document) == {"null": theme.DARK.syntax_literal.name()}


def test_a_huge_line_stays_plain(document: QTextDocument) -> None:
    highlighter = JsonHighlighter(document)
    document.setPlainText("1" * (LONGEST + 1))
    assert colored(document) == {} and highlighter.document() is document
