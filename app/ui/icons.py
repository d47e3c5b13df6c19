"""Icons: the Phosphor glyphs that QtAwesome ships, drawn in the colours of the theme.

Only the font file and its map are taken. ``import qtawesome`` costs 250 ms and its first icon loads
eleven fonts (20 MB); the window has to be there within a second. An icon is drawn when it is
painted, in the colour that its role has then, sharp at every scale: a new theme needs no new icons.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

if TYPE_CHECKING:
    from app.ui.theme import Tokens

_colors: Tokens | None = None


def set_icon_colors(tokens: Tokens) -> None:
    """Say which colours the roles mean from now on; ``app.ui.theme`` does."""
    global _colors
    _colors = tokens


def icon(name: str, color: QColor | str | None = None) -> QIcon:
    """Return the icon ``name`` of Phosphor 1.3 (``phone-fill``; QtAwesome's ``ph.`` may precede).

    ``color`` is a fixed colour or the name of one of the theme's tokens (``"error"``), followed
    when the theme changes; without it that is ``text``. Raises KeyError for an unknown icon.
    """
    return QIcon(_GlyphEngine(glyph(name), color or "text"))


def glyph(name: str) -> str:
    """Return the character that draws ``name`` in :func:`glyph_font`. Raises KeyError."""
    return chr(int(_charmap()[name.removeprefix("ph.")], 16))


def glyph_font(size: int) -> QFont:
    """Return the icon font with ``size`` pixels."""
    font = QFont(_family())
    font.setPixelSize(size)
    return font


def draw_icon(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Draw ``name`` centred in ``rect``, in ``color``; for widgets that paint themselves."""
    painter.save()
    painter.setFont(glyph_font(max(1, round(min(rect.width(), rect.height())))))
    painter.setPen(color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, glyph(name))
    painter.restore()


class _GlyphEngine(QIconEngine):
    """Draws one glyph."""

    def __init__(self, text: str, color: QColor | str) -> None:
        super().__init__()
        self._text = text
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        color = self._color
        if mode is QIcon.Mode.Disabled and _colors is not None:
            color = _colors.muted
        elif isinstance(color, str):
            color = getattr(_colors, color) if _colors is not None else QColor(Qt.GlobalColor.black)
        painter.save()
        painter.setFont(glyph_font(max(1, min(rect.width(), rect.height()))))
        painter.setPen(color)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._text, self._color)


@cache
def _file(pattern: str) -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("The package QtAwesome is missing. Install the program again.")
    found = sorted((Path(spec.origin).parent / "fonts").glob(pattern))
    if not found:
        raise FileNotFoundError(f"QtAwesome has no {pattern}. Install QtAwesome 1.4 again.")
    return found[-1]


@cache
def _charmap() -> dict[str, str]:
    charmap: dict[str, str] = json.loads(_file("phosphor-charmap-*.json").read_text("utf-8"))
    return charmap


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_file("phosphor-[0-9]*.ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]
