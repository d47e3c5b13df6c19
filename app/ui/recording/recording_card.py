"""The recording of the current call: seen, played, saved; or why there is none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.engine.outcome import Status
from app.runtime.calls import CallSnapshot
from app.runtime.clock import SystemClock
from app.runtime.ports import Audio, Clock
from app.runtime.tasks import TaskOwner
from app.ui.core_link import CoreLink
from app.ui.current_call import CurrentCall
from app.ui.recording.card_parts import Hint, OutcomeBadge
from app.ui.recording.fetch_watch import FetchWatch
from app.ui.recording.live_page import LivePage
from app.ui.recording.player import Player
from app.ui.recording.player_page import PlayerPage
from app.ui.recording.save_dialog import ask_where, save, suggested_name
from app.ui.recording.takes import TakeInfo, recording_now, takes_of
from app.ui.theme import SPACE, icon

MARKS: Final = {
    Status.COMPLETED: ("check-circle-fill", "ok"),
    Status.FAILED: ("x-circle-fill", "error"),
    Status.LOST: ("warning-circle-fill", "warn"),
}
"""Icon and colour of an outcome in the selector; the words stand beside it."""


class RecordingCard(QFrame):
    """Follows the newest call by itself. GUI thread; ``clock`` is for the countdown.

    Audio stays in the card after the bot's copy was discarded, until the next call begins.
    """

    def __init__(
        self, link: CoreLink, parent: QWidget | None = None, *, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._tasks = TaskOwner()
        self._call = CurrentCall()
        self._takes: tuple[TakeInfo, ...] = ()
        self._shown: TakeInfo | None = None
        self._audio: dict[str, Audio] = {}
        self._live = False
        self.player = Player(link, self)
        self.fetching = FetchWatch(link, clock or SystemClock(), self)
        self._build()
        self.fetching.said.connect(self.page.bot.show_line)
        self._show_nothing()
        link.call_changed.connect(self._call_changed)

    def choose(self, operation_id: str) -> bool:
        """Show the recording of an operation; says whether there is one of this call."""
        found = next((t for t in self._takes if t.operation_id == operation_id), None)
        if found is None or not found.has_audio or self._live:
            return False
        self._fill_selector(found)
        self._show_take(found)
        return True

    async def close_player(self) -> None:
        """End what runs in the background; to be awaited before the window's loop ends."""
        await self.player.close()
        await self._tasks.stop()

    def _build(self) -> None:
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Recording"))
        title = QLabel(self.tr("Recording"), self)
        title.setProperty("role", "title")
        self.badge = OutcomeBadge(self)
        self.selector = QComboBox(self)
        self.selector.setAccessibleName(self.tr("Recording of this call"))
        self.selector.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.selector.currentIndexChanged.connect(self._selected)
        self.selector.hide()
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(title)
        head.addWidget(self.badge)
        head.addStretch(1)
        head.addWidget(self.selector)
        self.page = PlayerPage(self.player, self)
        self.page.transport.save_wanted.connect(self._ask_where)
        self.live = LivePage(self)
        self.hint = Hint(self)
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        for page in (self.hint, self.page, self.live):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, SPACE + SPACE // 2, 2 * SPACE, SPACE + SPACE // 2)
        outer.setSpacing(SPACE)
        outer.addLayout(head)
        outer.addWidget(pages, 1)

    # -- what the signals bring --------------------------------------------------------------

    def _call_changed(self, snapshot: CallSnapshot) -> None:
        before = self._call.snapshot
        if not self._call.take(snapshot):
            return
        if before is None or snapshot.id != before.id:
            self._forget()
        takes = takes_of(snapshot)
        if takes != self._takes:
            self._takes = takes
            chosen, shown = takes[-1], self._shown
            # One that was lost with the call is no reason to put another's recording away.
            if chosen.outcome.status is Status.LOST and shown is not None and shown.has_audio:
                chosen = shown
            self._fill_selector(chosen)
            self._show_take(chosen)
        self._show_level(snapshot)
        self.fetching.call_changed(snapshot)

    def _forget(self) -> None:
        """A new call: what the last one left is let go."""
        self._takes, self._shown = (), None
        self._audio.clear()
        self.fetching.forget()
        self.page.show_audio(None)
        self.selector.hide()
        self._show_nothing()

    # -- which recording ---------------------------------------------------------------------

    def _fill_selector(self, chosen: TakeInfo) -> None:
        self.selector.blockSignals(True)
        self.selector.clear()
        for take in self._takes:
            name = self.tr("No. {n}").format(n=take.number)
            self.selector.addItem(
                icon(*MARKS[take.outcome.status]), f"{name} · {take.badge}", take.operation_id
            )
        self.selector.setCurrentIndex(chosen.number - 1)
        self.selector.blockSignals(False)
        self.selector.setVisible(len(self._takes) > 1)

    def _selected(self, number: int) -> None:
        if 0 <= number < len(self._takes):
            self._show_take(self._takes[number])

    def _show_take(self, take: TakeInfo) -> None:
        self._shown = take
        self.fetching.watch(self._call.snapshot, take)
        self.badge.show_outcome(take)
        # The selector says the same, and there is not always room for both.
        self.badge.setVisible(len(self._takes) == 1)
        if not take.has_audio:
            self.page.show_audio(None)
            color = "error" if take.outcome.status is Status.FAILED else "warn"
            self.hint.show_hint(
                "microphone-slash", color, self.tr("There is no recording"), take.why
            )
            self._pages.setCurrentWidget(self.hint)
            return
        self.page.explain(take.why)
        self._show_audio(self._audio.get(take.operation_id))
        if take.operation_id not in self._audio:
            self._tasks.start(self._load(take), f"recording {take.operation_id}")

    async def _load(self, take: TakeInfo) -> None:
        call_id = self._call.id
        audio = await self._link.take(take.operation_id)
        if self._call.id != call_id:
            return
        if audio is None:
            self.fetching.discarded(take.operation_id)
        else:
            self._audio[take.operation_id] = audio
        if self._shown == take:
            self._show_audio(audio)

    def _show_audio(self, audio: Audio | None) -> None:
        self.page.show_audio(audio)
        self._pages.setCurrentWidget(self.page)

    def _show_nothing(self) -> None:
        self.badge.hide()
        self.hint.show_hint(
            "microphone",
            "muted",
            self.tr("Nothing recorded yet"),
            self.tr("When the bot's recordResponse completes, its recording can be played here."),
        )
        self._pages.setCurrentWidget(self.hint)

    def _show_level(self, snapshot: CallSnapshot) -> None:
        """While the caller is recorded, the level runs through the card."""
        running = recording_now(snapshot)
        if running is None:
            self._live = False
            return
        if not self._live:
            self._live = True
            self.page.stop()
            self.badge.show_running()
            self.selector.hide()
            self.live.begin()
            self._pages.setCurrentWidget(self.live)
        self.live.show_level(running, snapshot.level)

    # -- saving ------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        take, call, audio = self._shown, self._call.snapshot, self.page.audio
        if take is not None and call is not None and audio is not None:
            name = suggested_name(call.created, take.number)
            ask_where(self, name, lambda path: self.save_to(audio, path))

    def save_to(self, audio: Audio, path: str) -> None:
        """Write ``audio`` to ``path``; the page says how that went."""
        self._tasks.start(self._write(audio, path), "saving a recording")

    async def _write(self, audio: Audio, path: str) -> None:
        try:
            await save(audio, path)
        except OSError as error:
            words = self.tr("{path} could not be written: {why}. Choose another place.")
            why = error.strerror or str(error)
            self.page.trouble.show_line(words.format(path=path, why=why), "warning-fill", "error")
            return
        text = self.tr("Saved to {path}").format(path=path)
        self.page.trouble.show_line(text, "check-circle-fill", "ok")

    # -- Qt's calls --------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.player.set_seen(seen=True)
        self.fetching.set_seen(seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.player.set_seen(seen=False)
        self.fetching.set_seen(seen=False)
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pages"):
            self.badge.recolor()
            self.hint.redraw()
            self.page.redraw()
