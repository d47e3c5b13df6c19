"""One key of the pad: a large digit, small letters, painted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui import fonts, theme

LONG_PRESS_MS: Final = 600
"""As on mobile phones (Android: 400-500, iOS: 500), a little later: a mouse is held longer."""
FLASH_MS: Final = 140
"""Long enough to be seen, short enough for two keys a fifth of a second apart."""


TALL: Final = 70
"""Pixels: the tallest key beside the other panes."""


class KeyButton(QAbstractButton):
    """Says ``key_down`` as soon as it is pressed, and ``held`` when a second symbol was meant."""

    key_down = Signal(str)
    held = Signal(str)

    def __init__(
        self,
        symbol: str,
        letters: str = "",
        held: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.symbol = symbol
        self._letters = letters
        self._flashing = QTimer(self, interval=FLASH_MS, singleShot=True)
        self._flashing.timeout.connect(self.update)
        self._holding = QTimer(self, interval=LONG_PRESS_MS, singleShot=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self._spoken(symbol, letters))
        if held is not None:
            self._holding.timeout.connect(lambda: self.held.emit(held))
            self.setAccessibleDescription(self.tr("Hold for {symbol}").format(symbol=held))
        self._can_hold = held is not None
        self.pressed.connect(self._press)
        self.released.connect(self._holding.stop)

    def flash(self) -> None:
        """Light up for a moment, as if pressed."""
        self._flashing.start()
        self.update()

    @property
    def lit(self) -> bool:
        """Whether it looks pressed."""
        return self.isDown() or self._flashing.isActive()

    def sizeHint(self) -> QSize:
        return QSize(88, 42)

    def minimumSizeHint(self) -> QSize:
        return QSize(56, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        ground, ink, small = t.raised, t.text, t.muted
        if self.lit:
            ground, ink, small = t.accent, t.accent_text, t.accent_text
        elif self.underMouse() and self.isEnabled():
            ground = t.hover
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        painter.setPen(QPen(t.accent, 2) if focus else QPen(t.border, 1))
        painter.setBrush(ground)
        inset = 1.0 if focus else 0.5
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), t.radius, t.radius
        )
        self._paint_text(painter, ink, small)
        painter.end()

    def _paint_text(self, painter: QPainter, ink: QColor, small: QColor) -> None:
        # In the presentation keys are taller, and read from afar.
        larger = max(1.0, self.height() / TALL)
        digit, letters = fonts.ui(round(21 * larger), bold=True), fonts.ui(round(10 * larger))
        letters.setLetterSpacing(letters.SpacingType.AbsoluteSpacing, 1.2)
        above, below = QFontMetricsF(digit), QFontMetricsF(letters)
        gap = 3.0 * larger
        height = above.capHeight() + (gap + below.capHeight() if self._letters else 0.0)
        base = (self.height() - height) / 2 + above.capHeight()
        painter.setFont(digit)
        painter.setPen(ink)
        shown = {"*": "✱"}.get(self.symbol, self.symbol)
        left = (self.width() - above.horizontalAdvance(shown)) / 2
        painter.drawText(QPointF(left, base), shown)
        if self._letters:
            painter.setFont(letters)
            painter.setPen(small)
            left = (self.width() - below.horizontalAdvance(self._letters) + 1.2) / 2
            painter.drawText(QPointF(left, base + gap + below.capHeight()), self._letters)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The pad moves the focus by arrows; the base class would leave the grid.
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in arrows:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        if self._can_hold:
            self._holding.start()
        self.key_down.emit(self.symbol)

    def _spoken(self, symbol: str, letters: str) -> str:
        name = {"*": self.tr("star"), "#": self.tr("hash")}.get(symbol, symbol)
        return f"{name}, {' '.join(letters)}" if letters else name
