"""The first run: three steps, each at the part of the window that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.accessible import set_role

WIDTH: Final = 340


class Tour(QFrame):
    """Lies over the window, in the way of nothing; can be left at any step. GUI thread."""

    def __init__(self, over: QWidget, parts: Sequence[QWidget]) -> None:
        super().__init__(over)
        self._over = over
        self._parts = tuple(parts)
        self.step = 0
        self.setProperty("card", True)
        self.setFixedWidth(WIDTH)
        self.setAutoFillBackground(True)
        set_role(self, QAccessible.Role.HelpBalloon)
        self._count = QLabel()
        self._count.setProperty("role", "small")
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self.leave = QPushButton(self.tr("Leave the tour"))
        self.leave.setProperty("kind", "quiet")
        self.leave.clicked.connect(self.close)
        self.next = QPushButton()
        self.next.setProperty("kind", "primary")
        self.next.clicked.connect(self._next)
        for button in (self.leave, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the phone
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(theme.SPACE)
        for label in (self._count, self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addLayout(buttons)

    def begin(self) -> None:
        """Show the first step. The keys stay with the phone: Enter calls, also on the first run."""
        self.step = 0
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        focused: QWidget | None = self._over.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._parts[0].setFocus(Qt.FocusReason.OtherFocusReason)
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _next(self) -> None:
        if self.step + 1 == len(self._parts):
            self.close()
            return
        self.step += 1
        self._show()

    def _show(self) -> None:
        steps = (
            (
                self.tr("The phone"),
                self.tr(
                    "Press Call: a practice bot is built in. Your own bot's address goes into Bot. "
                    "Without a microphone a WAV file speaks for you."
                ),
            ),
            (
                self.tr("Why it stopped"),
                self.tr(
                    "The timeline shows what was heard, which timers ran, and what ended the "
                    "recording. What if… tries other limits on the same audio."
                ),
            ),
            (
                self.tr("What the bot sees"),
                self.tr(
                    "Every request and notification is listed here and explained. Ctrl+K finds "
                    "all commands, F1 shows the keys."
                ),
            ),
        )
        title, text = steps[self.step]
        number = self.tr("Step {n} of {all}").format(n=self.step + 1, all=len(steps))
        self._count.setText(number)
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(f"{number}: {title}. {text}")
        last = self.step + 1 == len(steps)
        self.next.setText(self.tr("Done") if last else self.tr("Next"))
        self.show()
        self.raise_()
        self.adjustSize()
        self._place(self._parts[self.step])

    def _place(self, part: QWidget) -> None:
        """Beside the part where there is room, else over its middle; always inside the window."""
        over = self._over
        corner = part.mapTo(over, QPoint(part.width() + theme.SPACE, 2 * theme.SPACE))
        if corner.x() + self.width() > over.width():
            corner = part.mapTo(over, part.rect().center()) - self.rect().center()
        self.move(
            max(theme.SPACE, min(corner.x(), over.width() - self.width() - theme.SPACE)),
            max(theme.SPACE, min(corner.y(), over.height() - self.height() - theme.SPACE)),
        )
