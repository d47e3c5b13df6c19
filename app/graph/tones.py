"""The tones that a bot sends: ``sendDtmfTones`` (reference page of the same name)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from app.engine.commands import SendTones
from app.engine.limits import SENT_PAUSE
from app.engine.outcome import OUTCOMES, Cause, Outcome, Status
from app.engine.timebase import to_samples, to_seconds
from app.graph.payload import Fields
from app.graph.profiles import Profile
from app.graph.requests import client_context
from app.graph.resources import TONES, Json, outcome_info

KEYS: Final = {name: key for key, name in TONES.items()} | {"flash": ""}
"""Graph's names by key; a flash has no frequencies and is silent here (assumed)."""

MOST_TONES: Final = 256
"""Tones of one request (assumed)."""

LONGEST_PAUSE: Final = 60_000
"""Milliseconds between two of them (assumed)."""


@dataclass(frozen=True, slots=True)
class SendTonesRequest:
    """``keys`` are DTMF symbols (empty: a flash), ``pause`` is in milliseconds."""

    keys: tuple[str, ...]
    pause: int
    client_context: str | None

    def command(self, operation: str, fault: Cause | None = None) -> SendTones:
        """Return it as the engine takes it, as operation ``operation``."""
        pause = to_samples(self.pause / 1000)
        return SendTones(operation, self.keys, pause, self.client_context, fault=fault)


def parse_send_tones(body: dict[str, Any], profile: Profile) -> SendTonesRequest:
    """Check the body of ``sendDtmfTones``."""
    fields = Fields(body)
    names = fields.items("tones")
    if not names:
        raise fields.missing("tones")
    if len(names) > MOST_TONES:
        fields.refuse("tones", f"at most {MOST_TONES}, got {len(names)}.")
    for name in names:
        if not isinstance(name, str) or name not in KEYS:
            fields.refuse("tones", f"expected some of {', '.join(KEYS)}, got {name!r:.40}.")
    usual = round(to_seconds(SENT_PAUSE) * 1000)
    return SendTonesRequest(
        tuple(KEYS[name] for name in names),
        fields.integer("delayBetweenTonesMs", usual, 0, LONGEST_PAUSE),
        client_context(fields, profile),
    )


def send_tones_operation(
    operation_id: str, client_context: str | None, outcome: Outcome | None
) -> Json:
    """Return the ``sendDtmfTonesOperation``: running while ``outcome`` is ``None``.

    A cancelled one is ``completed`` too: its completionReason tells (as the page prints it).
    """
    operation: Json = {
        "@odata.type": "#microsoft.graph.sendDtmfTonesOperation",
        "id": operation_id,
        "status": Status.RUNNING.value,
        "clientContext": client_context,
    }
    if outcome is None:
        return operation
    return operation | {
        "status": Status.COMPLETED.value,
        "completionReason": media_reason(outcome),
        "resultInfo": outcome_info(outcome),
    }


def media_reason(outcome: Outcome) -> str:
    """Return the completionReason of what only plays: one of three names."""
    if outcome is OUTCOMES[Cause.PLAYED]:
        return outcome.reason
    return "mediaOperationCanceled" if outcome is OUTCOMES[Cause.CANCELLED] else "unknown"
