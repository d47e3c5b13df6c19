"""The first line of the operation card: kind, client context, seconds, status."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui import fonts, theme
from app.ui.icon_label import IconLabel
from app.ui.operation.operation_row import KIND_ICONS, STATUS_ICONS
from app.ui.presenters.operation_story import Story
from app.ui.presenters.phase_text import status_name
from app.ui.steady_label import SteadyLabel

CONTEXT_SHOWN: Final = 20
"""Characters of the client context that have room; the tool tip has them all."""


ROOMY: Final = 400
"""Pixels from which on the client context has room beside kind and status."""


class OperationHead(QWidget):
    """Shows a :class:`Story`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # It stands on a card and fills itself: the card need not be painted with its seconds.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._icon = IconLabel("record-fill", "accent", 20)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._context = QLabel()
        self._context.setProperty("role", "badge")
        self._context.setMinimumWidth(1)  # explicit: it never keeps the card from getting narrower
        self._context.setAccessibleDescription(self.tr("Client context"))
        self._seconds = SteadyLabel()
        self._seconds.setFont(fonts.ui(14, tabular=True))
        self._status = QLabel()
        self._status.setProperty("role", "badge")
        self._fitted: tuple[object, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        self._row = row
        row.addWidget(self._icon)
        for label in (self._title, self._context):
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self._seconds)
        row.addWidget(self._status)

    def show_story(self, story: Story) -> None:
        """Show ``story``."""
        self._title.setText(story.kind)
        context = story.operation.client_context or ""
        short = context if len(context) <= CONTEXT_SHOWN else context[: CONTEXT_SHOWN - 1] + "…"
        self._context.setText(short)
        self._context.setToolTip(context)
        seconds = f"{story.operation.seconds:.1f}"
        self._seconds.setText(self.tr("{seconds} s").format(seconds=seconds))
        status = story.operation.status
        self._status.setText(status_name(status))
        icon, color = STATUS_ICONS.get(status, (KIND_ICONS[story.kind], "accent"))
        self._icon.show_icon(icon, color)
        theme.set_variant(self._status, "ink", color)
        words = (story.kind, short, status)
        if words != self._fitted:  # not with each tenth of a second
            self._fitted = words
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.tokens().card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The client context is the first to go, then the seconds, which the sentence tells too."""
        roomy = self.width() >= ROOMY
        gap = theme.SPACE if roomy else theme.SPACE // 2
        self._row.setSpacing(gap)
        self._context.setVisible(bool(self._context.text()) and roomy)
        parts = (self._icon, self._title, self._seconds, self._status)
        needed = sum(part.sizeHint().width() + gap for part in parts) - gap
        self._seconds.setVisible(self.width() >= needed)

    @property
    def words(self) -> tuple[str, str, str]:
        """Kind, seconds and status as shown."""
        return self._title.text(), self._seconds.text(), self._status.text()
