"""One line for an operation that is not in front."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.engine.outcome import Status
from app.ui import theme
from app.ui.accessible import set_role
from app.ui.icon_label import IconLabel
from app.ui.presenters.operation_story import Story
from app.ui.presenters.phase_text import phase_name, status_name

STATUS_ICONS: Final = {
    Status.COMPLETED: ("check-circle-fill", "ok"),
    Status.FAILED: ("x-circle-fill", "error"),
    Status.LOST: ("phone-x-fill", "muted"),
}
KIND_ICONS: Final = {
    "recordResponse": "record-fill",
    "playPrompt": "speaker-high-fill",
    "sendDtmfTones": "speaker-high-fill",
}


class OperationRow(QWidget):
    """Icon, kind, how it stands; the whole sentence is in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story: Story | None = None
        self._icon = IconLabel("record-fill", "accent", 16)
        self._name = QLabel()
        self._text = QLabel()
        self._text.setProperty("role", "small")
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._icon)
        row.addWidget(self._name)
        row.addWidget(self._text, 1)
        set_role(self, QAccessible.Role.Grouping)

    def show_story(self, story: Story) -> None:
        """Show ``story``."""
        self._story = story
        self._name.setText(story.kind)
        self._elide()
        running = (KIND_ICONS[story.kind], "accent")
        self._icon.show_icon(*STATUS_ICONS.get(story.operation.status, running))
        self.setToolTip(story.ending)
        self.setAccessibleName(f"{story.kind}: {self.text}")

    @property
    def text(self) -> str:
        """How it stands, in words."""
        story = self._story
        if story is None:
            return ""
        seconds = self.tr("{seconds} s").format(seconds=f"{story.operation.seconds:.1f}")
        outcome = story.operation.outcome
        if outcome is None:
            return f"{phase_name(story.phase)} · {seconds}"
        status = status_name(outcome.status)
        if outcome.code is None:
            return f"{status} · {seconds}"
        return f"{status} {outcome.code}/{outcome.subcode} · {seconds}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = self._text.fontMetrics()
        width = max(0, self._text.width())
        self._text.setText(metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, width))
