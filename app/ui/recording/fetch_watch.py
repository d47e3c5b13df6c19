"""Whether and how long the bot can fetch a recording: the countdown, and what it has fetched."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.runtime.calls import CallSnapshot
from app.runtime.ports import Clock
from app.runtime.records import Record
from app.ui.core_link import CoreLink
from app.ui.recording.takes import TakeInfo, availability

COUNTDOWN_MS: Final = 250
"""How often the countdown is looked at; it shows whole seconds."""


class FetchWatch(QObject):
    """Says it whenever it changes; counts down only while it is seen. GUI thread."""

    said = Signal(str, str, str)
    """Text, icon, colour token."""

    def __init__(self, link: CoreLink, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._clock = clock
        self._call: CallSnapshot | None = None
        self.take: TakeInfo | None = None
        """The recording that is watched."""
        self._gone: set[str] = set()
        self._fetched: set[str] = set()
        self._seen = False
        self._countdown = QTimer(self, interval=COUNTDOWN_MS)
        self._countdown.timeout.connect(self._say)
        link.record_added.connect(self._record_added)

    @property
    def counting(self) -> bool:
        """Whether the countdown runs."""
        return self._countdown.isActive()

    def watch(self, call: CallSnapshot | None, take: TakeInfo | None) -> None:
        """Watch ``take`` of ``call`` (``None``: nothing)."""
        self._call, self.take = call, take
        self._say()

    def call_changed(self, call: CallSnapshot) -> None:
        """The call that is watched stands otherwise now."""
        before, self._call = self._call, call
        if (
            before is None
            or before.discard_at != call.discard_at
            or (before.engine.state is not call.engine.state)
        ):
            self._say()

    def discarded(self, operation_id: str) -> None:
        """A recording is no longer there."""
        self._gone.add(operation_id)
        self._say()

    def forget(self) -> None:
        """Another call: nothing is known of its recordings."""
        self._gone.clear()
        self._fetched.clear()
        self.watch(None, None)

    def set_seen(self, *, seen: bool) -> None:
        """Count down only while somebody sees it."""
        self._seen = seen
        self._say()

    def _record_added(self, record: Record) -> None:
        operation, exchange = record.operation_id, record.exchange
        if operation is None:
            return
        if record.kind == "recordingDiscarded":
            self.discarded(operation)
        elif exchange is not None and exchange.kind == "download" and exchange.status == 200:
            self._fetched.add(operation)
            self._say()

    def _say(self) -> None:
        call, take = self._call, self.take
        if call is None or take is None or not take.has_audio:
            self._countdown.stop()
            return
        gone = take.operation_id in self._gone
        text = availability(
            call,
            self._clock.now(),
            discarded=gone,
            discard_after=self._link.settings.discard_after,
        )
        if take.operation_id in self._fetched:
            text = self.tr("Fetched by the bot. {rest}").format(rest=text)
            self.said.emit(text, "check-circle-fill", "ok")
        elif gone:
            self.said.emit(text, "trash", "muted")
        else:
            self.said.emit(text, "hourglass-medium", "warn")
        runs = call.discard_at is not None and not gone and self._seen
        if runs is not self._countdown.isActive():
            self._countdown.start() if runs else self._countdown.stop()
