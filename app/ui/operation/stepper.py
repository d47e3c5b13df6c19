"""The lifecycle of an operation as a row of steps: queued, prompt, beep, listening, speaking ⇄
pausing, ended."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.engine.outcome import Status
from app.engine.snapshot import OperationKind
from app.engine.states import Phase
from app.ui import fonts, theme
from app.ui.accessible import set_role
from app.ui.icons import draw_icon
from app.ui.presenters.operation_story import Story
from app.ui.presenters.phase_text import phase_name, status_name

STEPS: Final[dict[OperationKind, tuple[Phase, ...]]] = {
    "recordResponse": tuple(phase for phase in Phase if phase is not Phase.TONES),
    "playPrompt": (Phase.QUEUED, Phase.PROMPT, Phase.ENDED),
    "sendDtmfTones": (Phase.QUEUED, Phase.TONES, Phase.ENDED),
}
ICONS: Final = {
    Phase.QUEUED: "hourglass-medium-fill",
    Phase.PROMPT: "speaker-high-fill",
    Phase.TONES: "speaker-high-fill",
    Phase.BEEP: "bell-simple-fill",
    Phase.LISTENING: "ear-fill",
    Phase.SPEAKING: "chat-teardrop-dots-fill",
    Phase.PAUSING: "pause-fill",
    Phase.ENDED: "flag-fill",
}
END_ICONS: Final = {Status.COMPLETED: "check-bold", Status.FAILED: "x-bold"}
END_COLORS: Final = {Status.COMPLETED: "ok", Status.FAILED: "error"}
_DOT: Final = 28.0
_NAME: Final = 11
_BESIDE: Final = 4.0
"""Pixels between the names of two steps; where there are fewer, only the current one is written."""


class Stepper(QWidget):
    """Shows how far a :class:`Story` has come; holds nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story: Story | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Phase"))
        set_role(self, QAccessible.Role.Indicator)

    def show_story(self, story: Story | None) -> None:
        """Show ``story``."""
        before, self._story = self._story, story
        if story is None or before is None or _look(story) != _look(before):
            self.setAccessibleDescription(self.value)
            self.update()

    @property
    def value(self) -> str:
        """The present step in words."""
        if self._story is None:
            return ""
        if self._story.ended:
            return status_name(self._story.operation.status)
        return phase_name(self._story.phase)

    def sizeHint(self) -> QSize:
        return QSize(420, 52)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 52)

    def paintEvent(self, event: QPaintEvent) -> None:
        story = self._story
        if story is None:
            return
        steps = STEPS[story.kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / len(steps)
        centers = [QPointF(step * (i + 0.5), _DOT / 2 + 2) for i in range(len(steps))]
        for index in range(len(steps) - 1):
            self._paint_link(painter, steps[index:], centers[index], centers[index + 1])
        metrics = QFontMetricsF(fonts.ui(_NAME, bold=True))
        widest = max(metrics.horizontalAdvance(phase_name(phase)) for phase in steps)
        for phase, center in zip(steps, centers, strict=True):
            self._paint_step(painter, story, phase, center)
            if step >= widest + _BESIDE or phase is story.phase:
                self._paint_name(painter, story, phase, center)
        painter.end()

    def _paint_link(
        self, painter: QPainter, steps: tuple[Phase, ...], one: QPointF, other: QPointF
    ) -> None:
        """The link between the first two of ``steps``: reached as soon as one after it was."""
        t = theme.tokens()
        passed = self._story.passed if self._story is not None else frozenset()
        color = t.accent if passed & set(steps[1:]) else t.track
        left, right = one.x() + _DOT / 2 + 4, other.x() - _DOT / 2 - 4
        if steps[0] is Phase.SPEAKING:  # speaking and pausing take turns
            took_turns = Phase.PAUSING in passed
            box = QRectF(left, one.y() - 8, right - left, 16)
            draw_icon(painter, box, "arrows-left-right", t.accent if took_turns else t.outline)
            return
        painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, one.y()), QPointF(right, one.y()))

    def _paint_step(self, painter: QPainter, story: Story, phase: Phase, center: QPointF) -> None:
        t = theme.tokens()
        icon, ink, ground, edge = ICONS[phase], t.muted, t.card, QPen(t.border, 1)
        if phase is story.phase:
            ground, ink, icon = self._present(story, phase)
            edge = QPen(Qt.PenStyle.NoPen)
        elif phase in story.passed:
            ground, ink, edge = t.accent_soft, t.accent, QPen(Qt.PenStyle.NoPen)
        else:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(ground)
        painter.drawEllipse(center, _DOT / 2, _DOT / 2)
        draw_icon(painter, QRectF(center.x() - 8, center.y() - 8, 16, 16), icon, ink)

    def _present(self, story: Story, phase: Phase) -> tuple[QColor, QColor, str]:
        t = theme.tokens()
        if phase is not Phase.ENDED:
            return t.accent, t.accent_text, ICONS[phase]
        status = story.operation.status
        color = getattr(t, END_COLORS.get(status, "muted"))
        return color, t.card, END_ICONS.get(status, "phone-x-fill")

    def _paint_name(self, painter: QPainter, story: Story, phase: Phase, center: QPointF) -> None:
        t = theme.tokens()
        present = phase is story.phase
        painter.setFont(fonts.ui(_NAME, bold=present))
        painter.setPen(t.text if present else t.muted)
        name = self.value if present else phase_name(phase)
        width = painter.fontMetrics().horizontalAdvance(name) + 4.0
        left = min(max(0.0, center.x() - width / 2), self.width() - width)
        box = QRectF(left, _DOT + 6, width, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def _look(story: Story) -> tuple[object, ...]:
    return story.id, story.phase, story.passed, story.operation.status
