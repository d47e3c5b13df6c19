"""Paints what lies over the lanes: their names, the end, selection, cursors, and the what-if."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from app.engine.timebase import SAMPLE_RATE
from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.inspector import formats
from app.ui.presenters.phase_text import phase_name
from app.ui.timeline import colors
from app.ui.timeline.hypothesis import Hypothesis
from app.ui.timeline.lane_painter import PHASE_ICONS, SMALL, LanePainter
from app.ui.timeline.lanes import Run
from app.ui.timeline.layout import Lane

translate = QCoreApplication.translate

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
INDENT: Final = 5.0
"""Of the names: the ring of the focus lies left of them."""
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter


@dataclass(slots=True)
class OverlayPainter:
    """On top of what ``under`` has painted."""

    under: LanePainter

    def names(self, run: Run | None) -> None:
        """Paint the names of the lanes; timers with limits, and a flag on the winner."""
        t, painter, layout = self.under.tokens, self.under.painter, self.under.layout
        winners = {timer.name for timer in run.timers if timer.won} if run is not None else set()
        limits: dict[str, int] = {}
        if run is not None and run.request is not None:
            wanted = run.request
            limits = {
                "initial_silence": wanted.initial_silence,
                "max_silence": wanted.max_silence,
                "max_duration": wanted.max_duration,
            }
        for lane, row in layout.rows.items():
            won = lane in winners
            box = QRectF(INDENT, row.top - 1, layout.left - 6 - INDENT, row.height + 2)
            painter.setFont(fonts.ui(SMALL if row.height < 11 else SMALL + 1, bold=won))
            painter.setPen(t.text if won else t.muted)
            text = lane_name(lane)
            if won:
                flag = QRectF(INDENT, row.middle - 5.5, 11, 11)
                draw_icon(painter, flag, "flag-fill", t.alert)
                painter.setPen(t.text)
                box.setLeft(INDENT + 13)
            if lane in limits:
                limit = translate("Timeline", "{n} s").format(n=f"{limits[lane] / SAMPLE_RATE:g}")
                painter.drawText(box, _RIGHT, limit)
                box.setRight(box.right() - painter.fontMetrics().horizontalAdvance(limit) - 4)
            metrics = painter.fontMetrics()
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, _LEFT, text)

    def end(self, run: Run | None) -> None:
        """Paint a line through the lanes where the operation in front ended."""
        if run is None or run.end is None:
            return
        self._line(run.end, "in", QPen(self.under.tokens.text, 1.2))

    def now(self) -> None:
        """Paint where the call has got to."""
        if self.under.live:
            self._line(self.under.now, "in", QPen(self.under.tokens.accent, 1.2))

    def selection(self, span: tuple[int, int] | None) -> None:
        """Paint the stretch that is selected."""
        if span is None:
            return
        t, rows = self.under.tokens, self.under.layout.rows
        left, right = self._inside(self.under.x(span[0])), self._inside(self.under.x(span[1]))
        top, bottom = rows["wave"].top, rows["detector"].bottom
        box = QRectF(left, top, right - left, bottom - top)
        self.under.painter.fillRect(box, colors.selected(t))
        for x in (left, right):
            self.under.painter.fillRect(QRectF(x - 0.5, top, 1.5, bottom - top), t.accent)

    def cursor(self, sample: int | None) -> None:
        """Paint the cursor and its time."""
        if sample is None or not self._seen(sample):
            return
        t, painter, layout = self.under.tokens, self.under.painter, self.under.layout
        x = self.under.x(sample)
        self._line(sample, "in", QPen(t.text, 1, Qt.PenStyle.DashLine))
        row = layout.rows["ruler"]
        painter.setFont(fonts.ui(SMALL, bold=True, tabular=True))
        text = formats.call_time(sample / SAMPLE_RATE)
        width = painter.fontMetrics().horizontalAdvance(text) + 10.0
        left = min(max(layout.left, x - width / 2), layout.right - width)
        box = QRectF(left, row.top, width, row.height - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.text)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(t.card)
        painter.drawText(box, _CENTRE, text)

    def playing(self, sample: int | None) -> None:
        """Paint where the clip that plays is heard."""
        if sample is None or not self._seen(sample):
            return
        t, painter, rows = self.under.tokens, self.under.painter, self.under.layout.rows
        x, top = self.under.x(sample), rows["wave"].top
        # The rim tells it from the curve of the detector, whatever that has for a colour.
        for pen in (QPen(t.card, 4), QPen(t.error, 1.6)):
            painter.setPen(pen)
            painter.drawLine(QLineF(x, top, x, rows["detector"].bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.error)
        points = [QPointF(x - 4.5, top - 1), QPointF(x + 4.5, top - 1), QPointF(x, top + 6)]
        painter.drawPolygon(QPolygonF(points))

    def what_if(self, shown: Hypothesis | None) -> None:
        """Paint how it would have gone: phases in a lane of its own, and its end in all lanes."""
        row = self.under.layout.rows.get("what_if")
        if shown is None or row is None:
            return
        t, painter = self.under.tokens, self.under.painter
        for stage in shown.stages:
            assert stage.end is not None
            left, right = (
                self._inside(self.under.x(stage.start)),
                self._inside(self.under.x(stage.end)),
            )
            if right <= left:
                continue
            painter.fillRect(
                QRectF(left, row.top, right - left, row.height),
                colors.phase_ground(stage.phase, t),
            )
            painter.fillRect(QRectF(left, row.top, 1, row.height), t.outline)
            if right - left > 18:
                icon = QRectF(left + 3, row.middle - 5.5, 11, 11)
                draw_icon(painter, icon, PHASE_ICONS[stage.phase], t.accent)
            painter.setFont(fonts.ui(SMALL))
            name = phase_name(stage.phase)
            if right - left - 18 >= painter.fontMetrics().horizontalAdvance(name):
                painter.setPen(t.text)
                painter.drawText(QRectF(left + 17, row.top, right - left, row.height), _LEFT, name)
        self._line(shown.end, "wave", QPen(t.accent, 1.6, Qt.PenStyle.DashLine))
        if not self._seen(shown.end):
            return
        x = self.under.x(shown.end)
        decided = shown.ending is not None
        icon_box = QRectF(x + 4, row.middle - 6, 12, 12)
        draw_icon(painter, icon_box, "flag-fill" if decided else "question-fill", t.accent)
        words = translate("Timeline", "{n} s") if decided else translate("Timeline", "undecided")
        seconds = f"{(shown.end - shown.start) / SAMPLE_RATE:.1f}"
        painter.setFont(fonts.ui(SMALL, bold=True, tabular=True))
        painter.setPen(t.accent)
        painter.drawText(QRectF(x + 19, row.top, 120, row.height), _LEFT, words.format(n=seconds))

    def _line(self, sample: int, first: Lane, pen: QPen) -> None:
        if self._seen(sample):
            x, rows = self.under.x(sample), self.under.layout.rows
            self.under.painter.setPen(pen)
            self.under.painter.drawLine(QLineF(x, rows[first].top, x, rows["max_duration"].bottom))

    def _seen(self, sample: int) -> bool:
        layout = self.under.layout
        return layout.left - 0.5 <= self.under.x(sample) <= layout.right + 0.5

    def _inside(self, x: float) -> float:
        return min(max(x, self.under.layout.left), self.under.layout.right)


def lane_name(lane: Lane) -> str:
    """Return the name of a lane, as it stands beside it."""
    return {
        "ruler": "",
        "in": translate("Timeline", "Bot to Graph"),
        "out": translate("Timeline", "To the bot"),
        "wave": translate("Timeline", "Caller"),
        "detector": translate("Timeline", "Speech?"),
        "keys": translate("Timeline", "Keys"),
        "speaker": translate("Timeline", "Speaker"),
        "phases": translate("Timeline", "Phase"),
        "what_if": translate("Timeline", "What if"),
        "initial_silence": translate("Timeline", "Initial silence"),
        "max_silence": translate("Timeline", "Pause"),
        "max_duration": translate("Timeline", "Duration"),
    }[lane]


_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
