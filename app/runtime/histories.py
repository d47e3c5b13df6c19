"""The histories of this run's calls, within the bounds of the settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from app.engine.timebase import to_samples
from app.runtime.call_history import CallHistory
from app.runtime.journal import Journal
from app.runtime.ports import Audio
from app.runtime.records import Record
from app.runtime.timeline_tail import Since, Tail
from app.settings import Settings

MOST: Final = 200
"""Calls whose history is kept, as the calls themselves are."""


class Histories:
    """Belongs to the core thread. ``settings`` returns those that hold now."""

    def __init__(self, journal: Journal, settings: Callable[[], Settings]) -> None:
        self._journal = journal
        self._settings = settings
        self._kept: dict[str, CallHistory] = {}
        journal.listen(self._record_added)

    def add(self, history: CallHistory) -> None:
        """Keep the history of a new call; the oldest ones are forgotten."""
        while len(self._kept) >= MOST:
            del self._kept[next(iter(self._kept))]
        self._kept[history.call_id] = history

    def hear(self, history: CallHistory, heard: Audio, now: datetime) -> None:
        """Take what a call heard, after its events were noted."""
        settings = self._settings()
        before = history.audio.blocks
        history.hear(heard, now, to_samples(settings.timeline_seconds))
        if history.audio.blocks > before:
            self._keep_within(settings.timeline_most)

    def tail(self, call_id: str, since: Since) -> Tail | None:
        """Return what is new in a call's history; ``None`` where there is none."""
        history = self._kept.get(call_id)
        return None if history is None else history.tail(since)

    def audio(self, call_id: str, start: int, end: int) -> Audio | None:
        """Return samples ``start`` to ``end`` of a call, ``None`` where they are not kept."""
        history = self._kept.get(call_id)
        return None if history is None else history.audio.read(start, end)

    def discard(self, call_id: str) -> None:
        """Let go what was heard in a call."""
        history = self._kept.get(call_id)
        if history is not None:
            history.discard()

    def clear(self) -> None:
        """Let go everything."""
        for history in self._kept.values():
            history.discard()
        self._kept.clear()

    def _keep_within(self, seconds: int) -> None:
        """All calls together hold so much audio at most: the oldest goes first."""
        over = sum(history.audio.blocks for history in self._kept.values()) - seconds
        for history in self._kept.values():
            while over > 0 and history.audio.drop_oldest():
                over -= 1

    def _record_added(self, record: Record) -> None:
        if record.exchange is None or record.call_id not in self._kept:
            return
        self._kept[record.call_id].add_exchange(record)
        for history in self._kept.values():
            history.forget_exchanges(self._journal.first - 1)
