"""A message that stays where it matters until it is settled: icon, title, text, ways out."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.accessible import set_role
from app.ui.icon_label import IconLabel

Kind = Literal["info", "warn", "error"]

ICONS: Final[dict[Kind, str]] = {
    "info": "info-fill",
    "warn": "warning-fill",
    "error": "warning-circle-fill",
}
INK: Final[dict[Kind, str]] = {"info": "accent", "warn": "warn", "error": "error"}


class Banner(QWidget):
    """Hidden until :meth:`show_message`. Says which way out was taken by its number."""

    acted = Signal(int)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind = "info"
        self._icon = IconLabel(ICONS["info"], INK["info"], 20)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._text = QLabel()
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton()
        close.setProperty("kind", "quiet")
        close.setIcon(theme.icon("x"))
        close.setAccessibleName(self.tr("Dismiss"))
        close.setToolTip(self.tr("Dismiss"))
        close.clicked.connect(self._dismiss)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.SPACE)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        row.addWidget(close)
        set_role(self, QAccessible.Role.AlertMessage)
        self.hide()

    @property
    def text(self) -> str:
        """Title and text, as shown."""
        return f"{self._title.text()}\n{self._text.text()}".strip()

    def show_message(
        self, kind: Kind, title: str, text: str, actions: tuple[str, ...] = (), icon: str = ""
    ) -> None:
        """Show a message; the same one again changes nothing. ``actions`` are buttons, ``icon``
        replaces that of the kind."""
        if not self.isHidden() and self.text == f"{title}\n{text}".strip():
            return
        self._kind = kind
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._icon.show_icon(icon or ICONS[kind], INK[kind])
        self.setAccessibleName(self.text)
        self._set_actions(actions)
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text))

    def focus_first_action(self) -> None:
        """Let Enter take the first way out: for what the user has just asked for."""
        item = self._actions.itemAt(0)
        button = None if item is None else item.widget()
        if isinstance(button, QPushButton):
            button.setAutoDefault(True)
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(getattr(t, f"{INK[self._kind]}_soft"))
        painter.setPen(theme.blend(getattr(t, INK[self._kind]), t.card, 0.4))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()

    def _set_actions(self, actions: tuple[str, ...]) -> None:
        while (item := self._actions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for index, text in enumerate(actions):
            button = QPushButton(text)
            button.clicked.connect(lambda _, index=index: self.acted.emit(index))
            self._actions.addWidget(button)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
