"""Paints the lanes other than the caller's: what the bot did, the keys, phases and timers.

All of it is painted in each frame: it is a few dozen rectangles and words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from app.engine.outcome import Status
from app.engine.states import Phase
from app.engine.timebase import SAMPLE_RATE
from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.inspector.row import Level
from app.ui.presenters.phase_text import phase_name, status_name
from app.ui.theme import Tokens
from app.ui.timeline import colors
from app.ui.timeline.arrows import Arrow
from app.ui.timeline.axis import Axis, tick_text, ticks
from app.ui.timeline.lanes import Lanes, Run, Stage, TimerRun
from app.ui.timeline.layout import Layout, Row

translate = QCoreApplication.translate

TICK_ROOM: Final = 58.0
SMALL: Final = 10
"""Pixels of the font in the lanes."""
CLOSE: Final = 2.5
"""Pixels within which nothing can be told apart."""
NARROWEST: Final = 14.0
"""A box this narrow has neither icon nor name."""

PHASE_ICONS: Final = {
    Phase.QUEUED: "hourglass-medium-fill",
    Phase.PROMPT: "speaker-high-fill",
    Phase.TONES: "dots-nine",
    Phase.BEEP: "bell-simple-fill",
    Phase.LISTENING: "ear-fill",
    Phase.SPEAKING: "chat-teardrop-dots-fill",
    Phase.PAUSING: "pause-fill",
}

SOUND_LOOKS: Final = {
    "prompt": ("prompt", "speaker-high-fill"),
    "beep": ("tone", "bell-simple-fill"),
    "tone": ("tone", "dots-nine"),
}
"""Colour token and icon of what the speaker plays."""


@dataclass(slots=True)
class LanePainter:
    """For one frame. ``chosen`` is the operation in front, ``now`` where the call has got to (as
    long as it goes on, ``live``); what lies beside pixels ``left`` to ``right`` is not wanted."""

    painter: QPainter
    layout: Layout
    axis: Axis
    tokens: Tokens
    lanes: Lanes
    now: int
    live: bool
    chosen: str | None
    left: float
    right: float

    def x(self, sample: float) -> float:
        """Return the pixel of a sample."""
        return self.layout.left + self.axis.x(sample)

    def grounds(self) -> None:
        """Paint the empty lanes."""
        t, layout = self.tokens, self.layout
        for lane, row in layout.rows.items():
            if lane not in ("ruler", "wave", "detector"):
                self.painter.fillRect(
                    QRectF(layout.left, row.top, layout.width, row.height), t.raised
                )

    def ruler(self) -> None:
        """Paint the scale: seconds of the call."""
        t, row = self.tokens, self.layout.rows["ruler"]
        self.painter.setFont(fonts.ui(SMALL, tabular=True))
        step, places = ticks(self.axis.start, self.axis.scale, self.axis.width, TICK_ROOM)
        for place in places:
            x = self.x(place * SAMPLE_RATE)
            if x < self.layout.left - 1 or not self._is_near(x, x + TICK_ROOM):
                continue
            self.painter.fillRect(QRectF(x, row.bottom - 5, 1, 5), t.outline)
            self.painter.setPen(t.muted)
            text = translate("Timeline", "{n} s").format(n=tick_text(place, step))
            if step >= 1 and place >= 60:
                text = tick_text(place, step)
            if x + 4 + self.painter.fontMetrics().horizontalAdvance(text) <= self.layout.right:
                box = QRectF(x + 4, row.top, TICK_ROOM, row.height)
                self.painter.drawText(box, _LEFT, text)

    def arrows(self, arrows: Sequence[Arrow], chosen: int | None, hovered: int | None) -> None:
        """Paint the exchanges: down into the simulator, up out of it, as long as they took."""
        for inward in (True, False):
            row = self.layout.rows["in" if inward else "out"]
            mine = self._in_sight([arrow for arrow in arrows if arrow.inward is inward])
            last = 0.0
            for number, arrow in enumerate(mine):
                after = self.x(mine[number + 1].start) if number + 1 < len(mine) else None
                x = self.x(arrow.start)
                # Zoomed out, one arrow stands for those that would lie on top of it.
                hidden = number > 0 and x - last < CLOSE and arrow.level is not Level.ERROR
                if hidden and arrow.seq not in (chosen, hovered):
                    continue
                last = x
                if self._is_near(x, after or self.layout.right):
                    self._arrow(arrow, row, after, marked=arrow.seq in (chosen, hovered))
        marked = next((arrow for arrow in arrows if arrow.seq == chosen), None)
        if marked is not None:
            row = self.layout.rows["in" if marked.inward else "out"]
            self._ring(self.x(marked.start), row)

    def keys(self) -> None:
        """Paint the keys: filled when pressed, an outline when heard in the audio."""
        t, row = self.tokens, self.layout.rows["keys"]
        for key in self.lanes.keys:
            x = self.x(key.sample)
            if not self._is_near(x, x + 12):
                continue
            box = QRectF(x, row.top + 0.5, 13, row.height - 1)
            pressed = key.source == "pad"
            self.painter.setPen(QPen(t.tone, 1.2))
            self.painter.setBrush(t.tone if pressed else t.card)
            self.painter.drawRoundedRect(box, 3, 3)
            self.painter.setFont(fonts.ui(SMALL, bold=True))
            self.painter.setPen(t.card if pressed else t.tone)
            self.painter.drawText(box, _CENTRE, key.tone)
            if key.ended:
                draw_icon(self.painter, QRectF(x + 15, row.middle - 6, 12, 12), "flag-fill", t.tone)

    def speaker(self) -> None:
        """Paint what was played: prompts and beeps."""
        t, row = self.tokens, self.layout.rows["speaker"]
        for run in self.lanes.runs:
            for sound in run.sounds:
                color, icon = SOUND_LOOKS[sound.kind]
                color = getattr(t, color)
                name = sound.tone
                if sound.kind == "beep":
                    name = translate("Timeline", "Beep")
                elif sound.kind == "prompt":
                    name = translate("Timeline", "Prompt")
                    if run.facts.prompts > 1:
                        name = translate("Timeline", "Prompt {n}").format(n=sound.index + 1)
                ground = colors.sound_ground(color, t)
                self._box(row, sound.start, sound.end, ground, color, icon, name)

    def phases(self) -> None:
        """Paint the band of phases, and how the operations ended."""
        row = self.layout.rows["phases"]
        slim = Row(row.bottom - 4, 4)
        runs = self.lanes.runs
        for number, run in enumerate(runs):
            after = self.x(runs[number + 1].queued) if number + 1 < len(runs) else None
            if after is not None and after - self.x(run.queued) < CLOSE and run.id != self.chosen:
                continue
            for stage in run.stages:
                self._stage(stage, slim if stage.phase is Phase.QUEUED else row, run)
            if run.end is not None:
                self._ending(run, row, after)

    def timers(self) -> None:
        """Paint the timers: full where they start, and as low as they have run down."""
        for run in self.lanes.runs:
            for timer in run.timers:
                self._timer(timer, self.layout.rows[timer.name], told=run.id == self.chosen)

    # -- parts -------------------------------------------------------------------------------

    def _in_sight(self, arrows: list[Arrow]) -> list[Arrow]:
        low, high = self.axis.start, self.axis.start + self.axis.span
        margin = 20 * self.axis.scale
        found = [a for a in arrows if a.end >= low - margin and a.start <= high + margin]
        return sorted(found, key=lambda arrow: arrow.start)

    def _is_near(self, left: float, right: float) -> bool:
        return right >= self.left - 20 and left <= self.right + 20

    def _arrow(self, arrow: Arrow, row: Row, after: float | None, *, marked: bool) -> None:
        t = self.tokens
        color = t.speech if arrow.inward else t.prompt
        if arrow.level is Level.ERROR:
            color = t.error
        x, end = self.x(arrow.start), self.x(arrow.end)
        self.painter.setPen(Qt.PenStyle.NoPen)
        if end - x > 2:
            self.painter.setBrush(colors.duration(color, t))
            self.painter.drawRect(QRectF(x, row.middle - 2, end - x, 4))
        self.painter.setBrush(color)
        half, tall = 4.5, min(10.0, row.height - 3)
        top, bottom = row.middle - tall / 2, row.middle + tall / 2
        base, tip = (top, bottom) if arrow.inward else (bottom, top)
        points = [QPointF(x - half, base), QPointF(x + half, base), QPointF(x, tip)]
        self.painter.drawPolygon(QPolygonF(points))
        left = max(x + 8, end + 4)
        if arrow.level is Level.ERROR:
            draw_icon(self.painter, QRectF(left - 2, row.middle - 5, 10, 10), "x-bold", color)
            left += 10
        font = fonts.ui(SMALL, bold=marked)
        self.painter.setFont(font)
        room = (self.layout.right if after is None else after - 8) - left
        if room >= self.painter.fontMetrics().horizontalAdvance(arrow.label):
            self.painter.setPen(t.text if marked else t.muted)
            self.painter.drawText(QRectF(left, row.top, room, row.height), _LEFT, arrow.label)

    def _ring(self, x: float, row: Row) -> None:
        self.painter.setPen(QPen(self.tokens.accent, 1.6))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        half = row.height / 2
        self.painter.drawEllipse(QPointF(x, row.middle), half, half)

    def _box(
        self,
        row: Row,
        start: int,
        end: int | None,
        ground: QColor,
        ink: QColor,
        icon: str,
        name: str,
        *,
        edge: bool = False,
    ) -> None:
        left, right = self.x(start), self.x(self.now if end is None else end)
        if not self._is_near(left, right):
            return
        if right - left < CLOSE:
            self.painter.fillRect(QRectF(left, row.top, max(1.0, right - left), row.height), ink)
            return
        left = max(left, self.layout.left - 4)
        right = min(right, self.layout.right + 4)
        box = QRectF(left, row.top, max(1.0, right - left), row.height)
        self.painter.setPen(QPen(ink, 1) if edge else Qt.PenStyle.NoPen)
        self.painter.setBrush(ground)
        if edge:
            box.adjust(0.5, 0.5, -0.5, -0.5)
        self.painter.drawRect(box)
        self.painter.fillRect(QRectF(left, row.top, 1, row.height), ink)
        inner = max(left, self.layout.left) + 3
        if right - inner < NARROWEST:
            return
        draw_icon(self.painter, QRectF(inner, row.middle - 5.5, 11, 11), icon, ink)
        self.painter.setFont(fonts.ui(SMALL))
        if right - inner - 15 >= self.painter.fontMetrics().horizontalAdvance(name):
            self.painter.setPen(self.tokens.text)
            text = QRectF(inner + 14, row.top, right - inner - 14, row.height)
            self.painter.drawText(text, _LEFT, name)

    def _stage(self, stage: Stage, row: Row, run: Run) -> None:
        t = self.tokens
        if stage.phase is Phase.QUEUED:
            left, right = self.x(stage.start), self.x(self.now if stage.end is None else stage.end)
            brush = QBrush(t.outline, Qt.BrushStyle.BDiagPattern)
            self.painter.fillRect(QRectF(left, row.top, right - left, row.height), brush)
            return
        ink = t.accent if run.id == self.chosen else t.muted
        ground = colors.phase_ground(stage.phase, t)
        name = phase_name(stage.phase)
        self._box(row, stage.start, stage.end, ground, ink, PHASE_ICONS[stage.phase], name)

    def _ending(self, run: Run, row: Row, after: float | None) -> None:
        t, ended = self.tokens, run.ended
        assert ended is not None
        x = self.x(ended.sample)
        if not self._is_near(x, x + 150):
            return
        outcome = ended.outcome
        icon, color = {
            Status.COMPLETED: ("check-circle-fill", t.ok),
            Status.FAILED: ("x-circle-fill", t.error),
        }.get(outcome.status, ("phone-x-fill", t.muted))
        self.painter.fillRect(QRectF(x - 1, row.top, 2, row.height), color)
        draw_icon(self.painter, QRectF(x + 4, row.middle - 7, 14, 14), icon, color)
        text = status_name(outcome.status)
        if outcome.code is not None:
            text = f"{text} {outcome.code}/{outcome.subcode}"
        self.painter.setFont(fonts.ui(SMALL, bold=True))
        room = (self.layout.right if after is None else after - 4) - x - 21
        if room >= self.painter.fontMetrics().horizontalAdvance(text):
            self.painter.setPen(color)
            self.painter.drawText(QRectF(x + 21, row.top, room, row.height), _LEFT, text)

    def _timer(self, timer: TimerRun, row: Row, *, told: bool) -> None:
        t = self.tokens
        stop = self.now if timer.end is None else timer.end
        left, right = self.x(timer.start), self.x(stop)
        if not self._is_near(left, right + 60) or not timer.total:
            return
        told = told or right - left > 4 * NARROWEST
        if right - left < CLOSE and not told:
            return
        high = row.height - 1
        rest = high * timer.left(stop) / timer.total
        running = timer.end is None and self.live
        color = t.alert if timer.won else t.accent if running else t.outline
        points = [
            QPointF(left, row.bottom),
            QPointF(left, row.bottom - high),
            QPointF(right, row.bottom - rest),
            QPointF(right, row.bottom),
        ]
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(color)
        self.painter.drawPolygon(QPolygonF(points))
        if not told:
            return
        self.painter.setFont(fonts.ui(SMALL, bold=timer.won, tabular=True))
        text = QRectF(right + 5, row.top - 2, 200, row.height + 4)
        if timer.won:
            words = translate("Timeline", "ran out")
            wide = 13 + self.painter.fontMetrics().horizontalAdvance(words)
            if text.left() + wide > self.layout.right:  # its bar has run down there
                text.moveLeft(right - 5 - wide)
            flag = QRectF(text.left() - 1, row.middle - 5, 11, 11)
            draw_icon(self.painter, flag, "flag-fill", t.alert)
            text.setLeft(text.left() + 13)
            self.painter.setPen(t.text)
            self.painter.drawText(text, _LEFT, words)
        elif running or timer.name == "max_duration":
            words = translate("Timeline", "{left} s left")
            self.painter.setPen(t.text if running else t.muted)
            seconds = f"{timer.left(stop) / SAMPLE_RATE:.1f}"
            self.painter.drawText(text, _LEFT, words.format(left=seconds))


_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
