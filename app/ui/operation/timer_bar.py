"""One timer of a recording: its name, what is left, and a bar that runs down."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import fonts, theme
from app.ui.accessible import set_role
from app.ui.icons import draw_icon
from app.ui.presenters.operation_story import TimerView

LAST: Final = 0.25
"""The share of the time in which the bar warns."""
_BAR: Final = 6


class TimerBar(QWidget):
    """Shows a :class:`TimerView`; holds nothing else."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._view = TimerView("unknown")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # It stands on a card and fills itself: the card need not be painted in each frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(name)
        set_role(self, QAccessible.Role.ProgressBar)
        self.setAccessibleDescription(self.value)

    def show_timer(self, view: TimerView) -> None:
        """Show ``view``."""
        if view == self._view:
            return
        before, self._view = self._view.state, view
        if view.state != before:  # a screen reader is told of changes, not of every tenth
            self.setAccessibleDescription(self.value)
        self.update()

    @property
    def view(self) -> TimerView:
        """What is shown."""
        return self._view

    @property
    def value(self) -> str:
        """What stands on the right."""
        view = self._view
        match view.state:
            case "unknown":
                return "–"
            case "resting":
                return self.tr("{total} s").format(total=f"{view.total:g}")
            case "won":
                if not view.total:
                    return self.tr("Ran out")
                return self.tr("Ran out after {total} s").format(total=f"{view.total:g}")
            case _:
                return self.tr("{left} of {total} s").format(
                    left=f"{view.left:.1f}", total=f"{view.total:g}"
                )

    def sizeHint(self) -> QSize:
        return QSize(240, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, view = theme.tokens(), self._view
        alive = view.state in ("running", "won")
        painter = QPainter(self)
        painter.fillRect(self.rect(), t.card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(0, 0, self.width(), 20)
        self._paint_words(painter, line, t.text if alive else t.muted)
        bar = QRectF(0, 22, self.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.track)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        share = view.left / view.total if view.total else 0.0
        if view.state == "won":
            painter.setBrush(t.alert)
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        elif share > 0:
            painter.setBrush(self._fill(share))
            bar.setWidth(max(_BAR, bar.width() * min(1.0, share)))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.end()

    def _paint_words(self, painter: QPainter, line: QRectF, color: QColor) -> None:
        t, align = theme.tokens(), Qt.AlignmentFlag
        won = self._view.state == "won"
        painter.setFont(fonts.ui(12, bold=won))
        painter.setPen(color)
        text = QRectF(line)
        if won:
            draw_icon(painter, QRectF(0, 2, 15, 15), "flag-fill", t.alert)
            painter.setPen(color)
            text.setLeft(20)
        painter.drawText(text, align.AlignLeft | align.AlignVCenter, self._name)
        painter.setFont(fonts.ui(12, bold=won, tabular=True))
        painter.drawText(text, align.AlignRight | align.AlignVCenter, self.value)

    def _fill(self, share: float) -> QColor:
        t = theme.tokens()
        if self._view.state != "running":
            return t.outline
        return t.alert if share <= LAST else t.accent
