"""Faults that are armed by hand and fire once, so that a bot can be tried against them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Final

from app.engine.outcome import Cause
from app.runtime.journal import Journal

CAUSES: Final = {
    "operation.8511": Cause.PROMPT_FAILED,
    "operation.8512": Cause.BEEP_FAILED,
    "operation.8513": Cause.MEDIA_TIMEOUT,
    "operation.9999": Cause.UNKNOWN,
}
"""What the next operation fails with."""

REFUSALS: Final = {
    "request.403": (403, "7504", "Insufficient enterprise tenant permissions."),
    "request.404": (404, "8522", "Call not found."),
    "request.429": (429, "TooManyRequests", "Too many requests."),
    "request.500": (500, "9999", "Unknown internal server error."),
    "request.503": (503, "ServiceUnavailable", "The service is unavailable for a moment."),
}
"""What the next request is answered with before it does anything: status, code, message."""

FAULTS: Final = {
    "operation.8511": "The next operation fails: its prompt cannot be played.",
    "operation.8512": "The next operation fails: its beep cannot be played.",
    "operation.8513": "The next operation fails: nothing of the caller arrives.",
    "operation.9999": "The next operation fails for no reason that is told.",
    "request.403": "The next request is answered 403/7504.",
    "request.404": "The next request is answered 404/8522.",
    "request.429": "The next request is answered 429 with Retry-After.",
    "request.500": "The next request is answered 500/9999.",
    "request.503": "The next request is answered 503 with Retry-After.",
    "notification.drop": "The next notification is not sent.",
    "notification.duplicate": "The next notification is sent twice.",
    "notification.delay": "The next notification is held back; others overtake it.",
    "notification.swap": "The next notification is sent after the one that follows it.",
    "target.fail": "The next transfer or invitation fails.",
}
"""All faults by name, each in a sentence."""

SECONDS: Final = 2.0
"""Of Retry-After, or for which a notification is held back, where nothing is said."""

LONGEST: Final = 179.0
"""Seconds; official clients take a Retry-After of up to 179."""


@dataclass(frozen=True, slots=True)
class Fault:
    """``call_id`` is the only call it is for, where one is named."""

    id: int
    name: str
    call_id: str | None = None
    seconds: float = SECONDS


class Faults:
    """What is armed, in order. Belongs to the core thread."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._armed: list[Fault] = []
        self._ids = count(1)

    def arm(self, name: str, call_id: str | None = None, seconds: float = SECONDS) -> Fault:
        """Arm a fault. Raises ValueError for an unknown name, or seconds out of 0..179."""
        if name not in FAULTS:
            raise ValueError(f"There is no fault '{name[:60]}'. Known are: {', '.join(FAULTS)}.")
        if not 0 <= seconds <= LONGEST:
            raise ValueError(f"The seconds of a fault are 0 to {LONGEST:g}, not {seconds:g}.")
        fault = Fault(next(self._ids), name, call_id, seconds)
        self._armed.append(fault)
        return fault

    @property
    def armed(self) -> tuple[Fault, ...]:
        """What has not fired yet."""
        return tuple(self._armed)

    def disarm(self, fault_id: int | None = None) -> bool:
        """Forget one fault, or all; returns whether there was one."""
        kept = [] if fault_id is None else [f for f in self._armed if f.id != fault_id]
        found = len(kept) < len(self._armed)
        self._armed = kept
        return found

    def take(self, group: str, call_id: str | None) -> Fault | None:
        """Return the fault of ``group`` (``operation``, …) that fires now for the call, if any."""
        for fault in self._armed:
            mine = fault.call_id is None or fault.call_id == call_id
            if mine and fault.name.startswith(f"{group}."):
                self._armed.remove(fault)
                self._journal.append(
                    "warning",
                    call_id=call_id,
                    data={"message": f"Fault {fault.name} fires: {FAULTS[fault.name]}"},
                )
                return fault
        return None
