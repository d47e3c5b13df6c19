"""Which recordings a call has made, and how long the bot can still fetch them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from PySide6.QtCore import QCoreApplication

from app.engine.outcome import Outcome, Status
from app.engine.states import CallState
from app.runtime.calls import CallSnapshot
from app.ui.presenters.outcome_text import Ending, sentence

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TakeInfo:
    """One recordResponse that has ended; ``number`` counts those of the call from 1."""

    operation_id: str
    number: int
    client_context: str | None
    outcome: Outcome
    seconds: float

    @property
    def has_audio(self) -> bool:
        """Whether it left a recording: only a completed one does (contract section 2.2)."""
        return self.outcome.status is Status.COMPLETED

    @property
    def why(self) -> str:
        """Return in a sentence why it ended."""
        return sentence(Ending(self.outcome, self.seconds))

    @property
    def badge(self) -> str:
        """Return status and codes, short."""
        status = {
            Status.COMPLETED: translate("Takes", "completed"),
            Status.FAILED: translate("Takes", "failed"),
        }.get(self.outcome.status, translate("Takes", "lost"))
        if self.outcome.code is None:
            return status
        return f"{status} · {self.outcome.code}/{self.outcome.subcode}"


def takes_of(call: CallSnapshot) -> tuple[TakeInfo, ...]:
    """Return the recordings of ``call`` that have ended, oldest first."""
    ended = [
        (operation, operation.outcome)
        for operation in call.engine.operations
        if operation.kind == "recordResponse" and operation.outcome is not None
    ]
    return tuple(
        TakeInfo(operation.id, number, operation.client_context, outcome, operation.seconds)
        for number, (operation, outcome) in enumerate(ended, start=1)
    )


def seconds_left(call: CallSnapshot, now: datetime) -> int | None:
    """Return how long the bot can still fetch the call's recordings, in whole seconds (>= 0);
    ``None`` while nothing runs down."""
    if call.discard_at is None:
        return None
    return max(0, ceil((call.discard_at - now).total_seconds()))


def availability(
    call: CallSnapshot, now: datetime, *, discarded: bool, discard_after: float
) -> str:
    """Return for how long the bot can fetch, in words. ``discard_after``: the setting, seconds."""
    if discarded:
        return translate(
            "Takes",
            "Discarded for the bot: it gets 404 now. Here it can still be played.",
        )
    left = seconds_left(call, now)
    if left is not None:
        words = translate("Takes", "The bot can fetch it for another {n} s.")
        return words.format(n=left)
    words = translate("Takes", "The bot can fetch it until {n} s after the call has ended.")
    if call.engine.state is CallState.TERMINATED:
        words = translate("Takes", "The call has ended: it is discarded within {n} s.")
    return words.format(n=f"{discard_after:g}")
