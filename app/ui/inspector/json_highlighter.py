"""Colours JSON, finished or half typed: keys, strings, numbers, literals."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.ui.theme import Tokens, tokens

_PARTS: Final = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*")(?=\s*:)'
    r'|(?P<string>"(?:[^"\\]|\\.)*"?)'
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"
    r"|(?P<literal>\b(?:true|false|null)\b)"
)

LONGEST: Final = 20_000
"""Characters of a line that are still coloured: a body on one line would take seconds."""


class JsonHighlighter(QSyntaxHighlighter):
    """GUI thread. :meth:`recolor` after the theme changed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._on = True
        self._formats = _formats(tokens())

    def set_on(self, *, on: bool) -> None:
        """Colour the document, or leave it plain."""
        if on != self._on:
            self._on = on
            self.rehighlight()

    def recolor(self) -> None:
        """Take the colours of the theme that holds now."""
        self._formats = _formats(tokens())
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if not self._on or len(text) > LONGEST:
            return
        for found in _PARTS.finditer(text):
            kind = found.lastgroup
            if kind is not None:
                self.setFormat(found.start(), found.end() - found.start(), self._formats[kind])


def _formats(t: Tokens) -> dict[str, QTextCharFormat]:
    return {
        "key": _format(t.syntax_key),
        "string": _format(t.syntax_string),
        "number": _format(t.syntax_number),
        "literal": _format(t.syntax_literal),
    }


def _format(color: QColor) -> QTextCharFormat:
    format_ = QTextCharFormat()
    format_.setForeground(color)
    return format_
