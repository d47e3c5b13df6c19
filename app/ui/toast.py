"""Short messages over the lower edge of the window, which go away by themselves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.ui import theme
from app.ui.banner import Banner, Kind

SHOWN_MS: Final[dict[Kind, int]] = {"info": 4_000, "warn": 8_000, "error": 12_000}
"""Reading takes about a third of a second a word; errors say what, why and what to do. WCAG 2.2.1:
pointing at it holds it."""
WIDEST: Final = 560
_EDGE: Final = 2 * theme.SPACE
_MOVES: Final = frozenset(
    (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
)


class Toast(Banner):
    """Covers the lower middle of ``parent``. The last message wins."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._clear: QWidget | None = None
        self._going = QTimer(self, singleShot=True)
        self._going.timeout.connect(self.hide)
        parent.installEventFilter(self)

    def keep_clear(self, of: QWidget) -> None:
        """Never cover ``of``, which lies along the lower edge, when it is shown."""
        self._clear = of
        of.installEventFilter(self)

    def say(self, kind: Kind, text: str, title: str = "") -> None:
        """Show ``text`` for a while."""
        self.show_message(kind, title, text)
        self._going.start(SHOWN_MS[kind])
        self._place()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self.isVisible():
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Enter:
            self._going.stop()
        elif event.type() is QEvent.Type.Leave and self.isVisible():
            self._going.start(SHOWN_MS["info"])
        return super().event(event)

    def _place(self) -> None:
        parent = self._over
        width = min(WIDEST, parent.width() - 2 * _EDGE)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        left = (parent.width() - width) // 2
        lower = parent.height()
        if self._clear is not None and self._clear.isVisible():
            lower = self._clear.geometry().top()
        self.setGeometry(left, lower - height - _EDGE, width, height)
