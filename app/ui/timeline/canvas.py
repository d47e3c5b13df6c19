"""The picture of a call over time: live, scrolled, zoomed; one cursor, one selection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.runtime.outline import COLUMN
from app.ui import theme
from app.ui.accessible import set_role
from app.ui.timeline.arrows import Arrow, arrows_of
from app.ui.timeline.axis import Axis
from app.ui.timeline.hypothesis import Hypothesis
from app.ui.timeline.lane_painter import LanePainter
from app.ui.timeline.lanes import Lanes, Run, build
from app.ui.timeline.layout import GAP, GUTTER, Layout
from app.ui.timeline.overlay_painter import OverlayPainter
from app.ui.timeline.strip import Strip
from app.ui.timeline.trace import Trace
from app.ui.timeline.value_text import describe
from app.ui.timeline.wave_painter import Detail, WavePainter

SHORT = 300 * 16_000
"""A call this short is fitted in as a whole when it ends."""


WHOLE = 30
"""Frames after which a live canvas is painted anew as a whole."""
BESIDE = 220
"""Pixels that the words at an operation's end reach to the right."""
RING = 4
"""Pixels below the lanes for the ring of the focus."""
WORDS = 90
"""Pixels right of "now" in which a timer says how much is left."""
NAME = 120
"""Pixels within which the name of a phase gets room in its box."""


class TimelineCanvas(QWidget):
    """Shows one :class:`Trace`. GUI thread. The user's hand: ``app.ui.timeline.hand``."""

    view_changed = Signal()
    """Another stretch of time is in sight."""
    lanes_changed = Signal()
    """Something happened."""
    cursor_moved = Signal()
    exchange_chosen = Signal(int)
    """The user chose the exchange with this record number."""
    operation_chosen = Signal(str)
    selection_changed = Signal()
    toggle_wanted = Signal()
    """Play, or stop (Space)."""
    loop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axis = Axis()
        self.trace: Trace | None = None
        self.lanes = Lanes()
        self.arrows: list[Arrow] = []
        self.live = False
        self.chosen: str | None = None
        """The operation in front."""
        self.marked: int | None = None
        """The exchange that is chosen, by its record's number."""
        self.hovered: int | None = None
        self.cursor_sample: int | None = None
        self.selection: tuple[int, int] | None = None
        self.play_sample: int | None = None
        self.hypothesis: Hypothesis | None = None
        self.detail: Detail | None = None
        self._strip = Strip()
        self._look: tuple[object, ...] = ()
        self._revision = -1
        self._frames = 0
        self._painted_to = 0
        self.setMinimumSize(GUTTER + 200, Layout.least_height() + RING)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        # It fills all of itself: the card behind it need not be painted in each frame.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Timeline of the call"))
        set_role(self, QAccessible.Role.Chart)
        self.describe()

    def sizeHint(self) -> QSize:
        return QSize(800, 270)

    # -- what it shows -----------------------------------------------------------------------

    def show_trace(self, trace: Trace | None, *, live: bool) -> None:
        """Show another call from its beginning, or the one that goes on."""
        self.trace, self.live = trace, live
        self.axis = Axis(self._room().width)
        self.cursor_sample = self.selection = self.play_sample = self.marked = None
        self.hypothesis = self.detail = None
        self.chosen = None
        self._revision = -1
        self._strip.invalidate()
        self.refresh(0)
        self.describe()
        if trace is not None and not live:
            self.fit()

    def refresh(self, changed: int) -> None:
        """The trace has grown; the caller's lane looks otherwise from sample ``changed`` on."""
        trace = self.trace
        if trace is None:
            self.lanes, self.arrows = Lanes(), []
        else:
            self._strip.invalidate(int(changed / self._per_column()))
            shown = (self.axis.start, self.axis.scale, self._revision)
            if trace.revision != self._revision:
                self._revision = trace.revision
                self.lanes = build(trace.events, trace.operations)
                known = self.arrows[-1].seq if self.arrows else 0
                if trace.exchanges and (not self.arrows or trace.exchanges[0].record.seq > known):
                    self.arrows = []
                    known = 0
                self.arrows += arrows_of(s for s in trace.exchanges if s.record.seq > known)
                self.lanes_changed.emit()
                self.describe()
            self.axis.set_end(trace.now if self.live else trace.end)
            if self.axis.following:
                self.view_changed.emit()
            if shown == (self.axis.start, self.axis.scale, self._revision):
                self._update_end(changed)
                return
        self.update()

    def _update_end(self, changed: int) -> None:
        """Only the end is new; now and then all of it, for words that have got room."""
        self._frames += 1
        if self._frames % WHOLE == 0:
            self.update()
            return
        now = 0 if self.trace is None else self.trace.now
        left = int(min(self.pixel(min(changed, self._painted_to)), self._new_words(now))) - 2
        self.update(QRect(left, 0, int(self.pixel(now)) + WORDS - left, self.height()))

    def _new_words(self, now: int) -> float:
        """Return where the boxes begin that are about to have room for their names."""
        running = [
            part.start
            for run in self.lanes.runs[-2:]  # one plays, and one may wait
            for parts in (run.stages, run.sounds)
            for part in parts[-1:]
            if part.end is None
        ]
        at_now = self.pixel(now)
        return min((x for x in map(self.pixel, running) if at_now - x < NAME), default=at_now)

    def set_live(self, *, live: bool) -> None:
        """The call goes on, or has ended: then all of a short one is brought into sight."""
        ended = self.live and not live
        self.live = live
        if ended and not self.axis.touched and self.trace is not None and self.trace.now <= SHORT:
            self.fit()
        self.update()

    @property
    def run(self) -> Run | None:
        """The operation in front: the chosen one, else the newest recordResponse."""
        return self.lanes.run(self.chosen) or self.lanes.front

    def set_cursor(self, sample: int | None) -> None:
        """Put the cursor on ``sample``."""
        if sample != self.cursor_sample:
            self.cursor_sample = sample
            self.describe()
            self.cursor_moved.emit()
            self.update()

    def select(self, span: tuple[int, int] | None) -> None:
        """Select a stretch of audio."""
        if span is not None:
            span = (min(span), max(span))
        if span != self.selection:
            self.selection = span
            self.describe()
            self.selection_changed.emit()
            self.update()

    def mark(self, seq: int | None, *, told: bool = False) -> None:
        """Mark the arrow of the exchange ``seq`` and put the cursor there; ``told``: say so."""
        arrow = next((arrow for arrow in self.arrows if arrow.seq == seq), None)
        self.marked = None if arrow is None else seq
        if arrow is not None:
            self.axis.reveal(arrow.start)
            self.set_cursor(arrow.start)
            self.view_changed.emit()
            if told:
                self.exchange_chosen.emit(arrow.seq)
        self.describe()
        self.update()

    def show_playing(self, sample: int | None) -> None:
        """Put the play cursor on ``sample``."""
        self.play_sample = sample
        if sample is not None:
            self.axis.reveal(sample)
            self.view_changed.emit()
        self.update()

    def show_hypothesis(self, shown: Hypothesis | None) -> None:
        """Show how it would have gone."""
        before, self.hypothesis = self.hypothesis, shown
        if before is None and shown is None:
            return
        if (before is None) is not (shown is None):
            self.setMinimumHeight(Layout.least_height(what_if=shown is not None) + RING)
        if shown is not None and self.trace is not None and not self.live:
            self.axis.end = max(self.trace.end, shown.end)
        self.update()

    def show_detail(self, detail: Detail | None) -> None:
        """Draw the waveform from the audio itself where it is zoomed in so far."""
        self.detail = detail
        self._strip.invalidate()
        self.update()

    def fit(self) -> None:
        """Bring the whole call into sight (a long one's end: see the axis)."""
        end = 0 if self.trace is None else max(self.trace.now, 16_000)
        self.axis.fit(0, end)
        self.changed_view()

    def fit_run(self, run: Run) -> None:
        """Bring one operation into sight."""
        end = run.end if run.end is not None else self.axis.end
        self.axis.fit(run.queued, max(end, run.queued + 16_000))
        self.changed_view()

    def changed_view(self) -> None:
        """The axis was moved: show it."""
        self.view_changed.emit()
        self.update()

    def pixel(self, sample: float) -> float:
        """Return the pixel of ``sample`` in the canvas."""
        return GUTTER + self.axis.x(sample)

    def sample_at(self, x: float) -> int:
        """Return the sample at the pixel ``x`` of the canvas."""
        return min(self.axis.sample(x - GUTTER), max(0, self.axis.end))

    def layout_now(self) -> Layout:
        """Return where the lanes lie."""
        return self._room()

    @property
    def columns_painted(self) -> int:
        """How many columns of the caller's lane have been painted: what a frame costs."""
        return self._strip.painted

    def describe(self) -> None:
        """Tell a screen reader what there is at the cursor."""
        text = describe(self.lanes, self.trace, self.cursor_sample, self.selection, live=self.live)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    # -- Qt's calls --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, layout, trace = theme.tokens(), self._room(), self.trace
        now = 0 if trace is None else trace.now
        run, axis = self.run, self.axis
        sight = self.lanes.between(axis.start - BESIDE * axis.scale, axis.start + axis.span)
        self._painted_to = now
        new = QRectF(event.rect())
        painter.fillRect(new, t.card)
        place = QRectF(layout.left, 0, layout.width, self.height()) & new
        lanes = LanePainter(
            painter,
            layout,
            axis,
            t,
            sight,
            now,
            self.live,
            run.id if run else None,
            place.left(),
            place.right(),
        )
        painter.setClipRect(place)
        lanes.grounds()
        lanes.ruler()
        self._paint_wave(painter, layout, sight)
        lanes.speaker()
        lanes.phases()
        lanes.timers()
        lanes.keys()
        overlay = OverlayPainter(lanes)
        overlay.end(run)
        overlay.now()
        overlay.what_if(self.hypothesis)
        lanes.arrows(self.arrows, self.marked, self.hovered)
        overlay.selection(self.selection)
        overlay.cursor(self.cursor_sample)
        overlay.playing(self.play_sample)
        painter.setClipping(False)
        if new.left() < layout.left:
            overlay.names(run)
        if self.hasFocus():
            painter.setPen(QPen(t.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 0.5, -1, -1), 4, 4)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.axis.resize(self._room().width)
        self.view_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._strip.invalidate()
        super().changeEvent(event)

    # -- inside ------------------------------------------------------------------------------

    def _room(self) -> Layout:
        return Layout(self.width(), self.height() - RING, what_if=self.hypothesis is not None)

    def _per_column(self) -> float:
        return self.axis.scale / self.devicePixelRatioF()

    def _paint_wave(self, painter: QPainter, layout: Layout, sight: Lanes) -> None:
        trace = self.trace
        wave, detector = layout.rows["wave"], layout.rows["detector"]
        if trace is None:
            for row in (wave, detector):
                box = QRectF(layout.left, row.top, layout.width, row.height)
                painter.fillRect(box, theme.tokens().raised)
            return
        ratio = self.devicePixelRatioF()
        per_column = self._per_column()
        height = round((wave.height + GAP + detector.height) * ratio)
        width = round(layout.width * ratio)
        detail = self.detail if per_column < COLUMN else None
        look = (per_column, height, width, ratio, id(detail))
        if look != self._look:
            self._look = look
            self._strip.invalidate()
        paint = WavePainter(
            trace,
            sight,
            theme.tokens(),
            per_column,
            ratio,
            round(wave.height * ratio),
            round(GAP * ratio),
            height,
            detail,
        )
        # The strip moves by whole columns; the axis goes with it, so that all lanes agree.
        first = round(self.axis.start / per_column)
        self._strip.ensure(first, width, height, paint.paint)
        self._strip.draw(painter, layout.left, wave.top, first, ratio)
