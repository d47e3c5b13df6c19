"""The timeline's card: buttons, the picture of the call, and why it stopped in one sentence."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollBar, QVBoxLayout, QWidget

from app.engine.states import CallState
from app.engine.timebase import SAMPLE_RATE
from app.runtime.calls import CallSnapshot
from app.runtime.clock import SystemClock
from app.runtime.outline import COLUMN
from app.runtime.ports import Audio, Clock
from app.runtime.tasks import TaskOwner
from app.ui import fonts
from app.ui.core_link import CoreLink
from app.ui.inspector import formats
from app.ui.recording.fetch_watch import FetchWatch
from app.ui.recording.icon_line import IconLine
from app.ui.recording.save_dialog import HINT, NOTICE, SHORT_HINT, suggested_name
from app.ui.recording.takes import TakeInfo, takes_of
from app.ui.recording.wav_drag import WavDrag
from app.ui.theme import SPACE
from app.ui.timeline.calls import KnownCalls
from app.ui.timeline.canvas import TimelineCanvas
from app.ui.timeline.case import Case, case_of
from app.ui.timeline.clip_desk import Clip, ClipDesk
from app.ui.timeline.feed import TraceFeed
from app.ui.timeline.hand import ZOOM, Hand
from app.ui.timeline.hypothesis import Hypothesis
from app.ui.timeline.run_text import run_names, run_sentence
from app.ui.timeline.tool_row import ToolRow
from app.ui.timeline.wave_painter import Detail

WIDE: Final = 900
"""Width from which on Graph's notice has room below; else it is in the tool tip of Save."""


class TimelinePanel(QFrame):
    """Follows the newest call until another one is chosen. GUI thread."""

    exchange_chosen = Signal(int)
    """The user chose an arrow; the record's number."""
    what_if_wanted = Signal()
    front_changed = Signal()
    """Another operation is in front, or it has changed."""
    heard_more = Signal()
    """There is more of the call."""

    def __init__(
        self, link: CoreLink, parent: QWidget | None = None, *, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._tasks = TaskOwner()
        self.calls = KnownCalls()
        self.feed = TraceFeed(link, self)
        self.desk = ClipDesk(link, self)
        self.fetching = FetchWatch(link, clock or SystemClock(), self)
        self.tools = ToolRow()
        self.canvas = TimelineCanvas()
        self.hand = Hand(self.canvas)
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.sentence = QLabel()
        self.bot = IconLine("hourglass-medium")
        self.trouble = IconLine("warning-fill", "error")
        self.notice = QLabel()
        self._lay_out()
        self._connect()
        self._show_lanes()

    def show_exchange(self, seq: int) -> None:
        """Mark the arrow of the exchange with this record number, if it is of this call."""
        if seq != self.canvas.marked:
            self.canvas.mark(seq)

    def choose(self, operation_id: str) -> bool:
        """Show an operation, of whichever call of this run; says whether it is known."""
        call_id = self.calls.of_operation(operation_id)
        if call_id is None:
            return False
        if call_id != self.calls.shown_id:
            self._choose_call(call_id)
        self._choose_operation(operation_id)
        run = self.canvas.lanes.run(operation_id)
        if run is not None and not self.canvas.live:
            self.canvas.fit_run(run)
        return True

    async def close_player(self) -> None:
        """End what runs in the background; to be awaited before the window's loop ends."""
        await self.drag.close()
        self.feed.stop()
        await self.desk.close()
        await self._tasks.stop()

    # -- what comes --------------------------------------------------------------------------

    def _call_changed(self, snapshot: CallSnapshot) -> None:
        another = self.calls.take(snapshot)
        if another:
            self._show_call()
        if snapshot.id != self.calls.shown_id:
            return
        live = snapshot.engine.state is not CallState.TERMINATED
        if live is not self.canvas.live:
            self.canvas.set_live(live=live)
            self._show_tools()
        self.fetching.call_changed(snapshot)
        if self._take() != self.fetching.take:
            self._show_take()
        self.feed.ask()

    def _choose_call(self, call_id: str) -> None:
        self.calls.choose(call_id)
        self._show_call()

    def _show_call(self) -> None:
        self.desk.stop()
        self.trouble.hide()
        shown = self.calls.shown
        trace = self.feed.watch(self.calls.shown_id)
        live = shown is not None and shown.engine.state is not CallState.TERMINATED
        self.fetching.forget()
        self.canvas.show_trace(trace, live=live)
        self._show_lanes()

    def _grown(self, changed: int) -> None:
        first = self.canvas.trace is not None and self.canvas.trace.since.events == 0
        was_live = self.canvas.live
        self.canvas.refresh(changed)
        if not was_live and not self.canvas.axis.touched and not first:
            self.canvas.fit()
        self.heard_more.emit()

    def _show_lanes(self) -> None:
        run = self.canvas.run
        text = run_sentence(run)
        trace = self.canvas.trace
        if trace is not None and trace.discarded:
            text = self.tr("What was heard in this call has been discarded.")
        self.sentence.setText(text)
        self.sentence.setFont(fonts.ui(bold=run is not None and run.ended is not None))
        names = run_names(self.canvas.lanes.runs)
        self.tools.show_choices(self.tools.operations, names, run.id if run is not None else "")
        self.tools.show_choices(self.tools.calls, self.calls.names(), self.calls.shown_id or "")
        self._show_take()
        self._show_tools()
        self.front_changed.emit()

    def _take(self) -> TakeInfo | None:
        """Return what the operation in front has recorded; snapshot and trace come apart."""
        shown, run = self.calls.shown, self.canvas.run
        takes = () if shown is None or run is None else takes_of(shown)
        return next((take for take in takes if run and take.operation_id == run.id), None)

    def _show_take(self) -> None:
        take = self._take()
        self.fetching.watch(self.calls.shown, take)
        self.bot.setVisible(take is not None and take.has_audio)

    def case(self) -> tuple[Case | None, str]:
        """Return the finished recording in front, and how it ended, for a what-if."""
        trace, run = self.canvas.trace, self.canvas.run
        found = None if trace is None else case_of(trace, run)
        return found, "" if found is None else run_sentence(run)

    def show_hypothesis(self, shown: Hypothesis | None) -> None:
        """Show beside the real end how it would have ended."""
        if shown is not None or self.canvas.hypothesis is not None:
            self.canvas.show_hypothesis(shown)
            self._view_changed()

    def _choose_operation(self, operation_id: str) -> None:
        self.canvas.chosen = operation_id
        self.canvas.update()
        self._show_lanes()

    # -- view --------------------------------------------------------------------------------

    def _view_changed(self) -> None:
        axis = self.canvas.axis
        self.bar.blockSignals(True)
        unit = SAMPLE_RATE / 100
        spare = axis.span * 0.04
        last = max(axis.start, axis.end - axis.span + spare)
        self.bar.setRange(int(min(0, axis.start) / unit), max(0, int(last / unit)))
        self.bar.setPageStep(max(1, int(axis.span / unit)))
        self.bar.setSingleStep(max(1, int(axis.span / unit / 20)))
        self.bar.setValue(int(axis.start / unit))
        # Nothing to scroll: its room is the waveform's.
        self.bar.setVisible(axis.span < axis.end)
        self.bar.blockSignals(False)
        self.tools.follow.setChecked(axis.following)
        self._want_detail()

    def _scrolled(self, value: int) -> None:
        self.canvas.axis.go_to(value * SAMPLE_RATE / 100)
        self.canvas.changed_view()

    def _zoom(self, way: int) -> None:
        self.canvas.axis.zoom(ZOOM ** (-2 * way), self.canvas.axis.width / 2)
        self.canvas.changed_view()

    def _follow(self) -> None:
        self.canvas.axis.follow()
        self.canvas.changed_view()

    def _want_detail(self) -> None:
        """Zoomed in closer than the outline: the audio itself is asked for."""
        axis, detail, call_id = self.canvas.axis, self.canvas.detail, self.calls.shown_id
        if axis.scale >= COLUMN or call_id is None:
            return
        start, end = int(axis.start), int(axis.start + axis.span)
        known = 0 if detail is None else detail.start + len(detail.audio)
        last = min(end, self.canvas.trace.now if self.canvas.trace is not None else 0)
        if detail is not None and detail.start <= max(0, start) and known >= last:
            return
        spare = int(axis.span)
        self._tasks.start(
            self._load_detail(call_id, max(0, start - spare), end + spare), "audio of a close look"
        )

    async def _load_detail(self, call_id: str, start: int, end: int) -> None:
        audio = await self._link.heard(call_id, start, end)
        if audio is not None and call_id == self.calls.shown_id:
            self.canvas.show_detail(Detail(start, audio))

    # -- clips -------------------------------------------------------------------------------

    def clip(self) -> Clip | None:
        """Return what Play plays: the selection, the recording in front, or all of the call."""
        call_id, trace, run = self.calls.shown_id, self.canvas.trace, self.canvas.run
        if call_id is None or trace is None or not trace.now:
            return None
        if self.canvas.selection is not None:
            return Clip(call_id, *self.canvas.selection)
        if run is not None and run.recording is not None and run.end is not None:
            return Clip(call_id, run.recording, run.end, run.id)
        kept = trace.kept[-1] if trace.kept else None
        return None if kept is None or self.canvas.live else Clip(call_id, *kept)

    def toggle(self) -> None:
        """Play from the cursor, where it is in the clip, else from its beginning; or stop."""
        if self.desk.playing:
            self.desk.stop()
            return
        clip = self.clip()
        if clip is not None:
            self.trouble.hide()
            cursor = self.canvas.cursor_sample
            inside = cursor is not None and clip.start <= cursor < clip.end
            self.desk.play(clip, cursor if inside and cursor is not None else clip.start)

    def save(self) -> None:
        """Ask where to save the clip."""
        clip = self.clip()
        if clip is not None:
            self.desk.save(clip, self._name(clip))

    async def _to_drag(self) -> tuple[str, Audio] | None:
        clip = self.clip()
        audio = None if clip is None else await self.desk.read(clip)
        return None if clip is None or audio is None else (self._name(clip), audio)

    def _name(self, clip: Clip) -> str:
        """Return a name for a file of ``clip``."""
        numbers = [run.id for run in self.canvas.lanes.runs if run.request is not None]
        number = numbers.index(clip.operation) + 1 if clip.operation in numbers else 0
        call = self.calls.shown
        return suggested_name(SystemClock().now() if call is None else call.created, number)

    def _moved(self, sample: int | None) -> None:
        self.canvas.show_playing(sample)
        self._show_position()

    def _playing_changed(self, playing: bool) -> None:
        self.tools.show_playing(playing=playing)

    def _said(self, text: str, kind: str) -> None:
        icons = {"ok": "check-circle-fill", "warn": "warning-circle-fill"}
        self.trouble.show_line(text, icons.get(kind, "warning-fill"), kind)

    def _loop(self, looping: bool) -> None:
        self.desk.looping = looping

    def _clear(self) -> None:
        if self.calls.shown_id is not None:
            self.desk.stop()
            self._link.clear_timeline(self.calls.shown_id)

    def _show_tools(self) -> None:
        clip, trace = self.clip(), self.canvas.trace
        there = trace is not None and not trace.discarded
        for button in (self.tools.play, self.tools.loop, self.tools.save):
            button.setEnabled(clip is not None and there)
        run = self.canvas.run
        finished = run is not None and run.ended is not None and run.recording is not None
        self.tools.what_if.setEnabled(finished)
        self.tools.clear.setEnabled(there and not self.canvas.live)
        self.tools.follow.setVisible(self.canvas.live)
        for button in (self.tools.out, self.tools.closer, self.tools.fit):
            button.setEnabled(trace is not None)
        self._show_position()

    def _show_position(self) -> None:
        clip, playing = self.clip(), self.canvas.play_sample
        if clip is None:
            self.tools.position.clear()
            return
        here = 0 if playing is None else max(0, playing - clip.start)
        self.tools.position.setText(
            f"{formats.length(here / SAMPLE_RATE)} / "
            f"{formats.length((clip.end - clip.start) / SAMPLE_RATE)}"
        )
        selected = self.canvas.selection is not None
        self.tools.position.setToolTip(
            self.tr("The selection") if selected else self.tr("The recording")
        )

    # -- Qt's calls --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.notice.setVisible(self.width() >= WIDE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for part in (self.feed, self.fetching, self.desk.player):
            part.set_seen(seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        for part in (self.feed, self.fetching, self.desk.player):
            part.set_seen(seen=False)
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "notice"):
            for line in (self.bot, self.trouble):
                line.redraw()

    # -- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Timeline"))
        self.bar.setAccessibleName(self.tr("Time in sight"))
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setMinimumWidth(1)
        self.notice.setProperty("role", "small")
        self.notice.setText(self.tr("Graph's terms: {notice}").format(notice=SHORT_HINT))
        self.notice.setToolTip(NOTICE)
        self.notice.setAccessibleDescription(HINT)
        self.notice.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        lower = QHBoxLayout()
        lower.setSpacing(2 * SPACE)
        lower.addWidget(self.bot, 1)
        lower.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 10, 6)
        column.setSpacing(3)
        column.addWidget(self.tools)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.bar)
        column.addWidget(self.sentence)
        column.addWidget(self.trouble)
        column.addLayout(lower)

    def _connect(self) -> None:
        tools, canvas = self.tools, self.canvas
        self._link.call_changed.connect(self._call_changed)
        self._link.record_added.connect(self._record_added)
        self.feed.grown.connect(self._grown)
        self.fetching.said.connect(self.bot.show_line)
        self.desk.moved.connect(self._moved)
        self.desk.playing_changed.connect(self._playing_changed)
        self.desk.said.connect(self._said)
        canvas.view_changed.connect(self._view_changed)
        canvas.lanes_changed.connect(self._show_lanes)
        canvas.selection_changed.connect(self._show_tools)
        canvas.exchange_chosen.connect(self.exchange_chosen)
        canvas.operation_chosen.connect(self._choose_operation)
        canvas.toggle_wanted.connect(self.toggle)
        canvas.loop_wanted.connect(tools.loop.toggle)
        self.bar.valueChanged.connect(self._scrolled)
        tools.play_wanted.connect(self.toggle)
        tools.loop_changed.connect(self._loop)
        tools.save_wanted.connect(self.save)
        self.drag = WavDrag(tools.save, self._to_drag)
        self.drag.failed.connect(lambda text: self._said(text, "error"))
        tools.zoom_wanted.connect(self._zoom)
        tools.fit_wanted.connect(canvas.fit)
        tools.follow_wanted.connect(self._follow)
        tools.what_if_wanted.connect(self.what_if_wanted)
        tools.clear_wanted.connect(self._clear)
        tools.call_chosen.connect(self._choose_call)
        tools.operation_chosen.connect(self._choose_operation)

    def _record_added(self, record: object) -> None:
        """An exchange after the call (a late webhook, the download) is an arrow too."""
        if self.calls.shown_id is not None and not self.canvas.live:
            self.feed.ask()
