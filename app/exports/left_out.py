"""What an export does not hold, in words for whoever opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.exports.redaction import REDACTED
from app.runtime.saved_calls import SavedCall

SECRETS: Final = (
    f"Secrets: tokens, keys, cookies, passwords, phone numbers and keyed digits read {REDACTED}."
)
AUDIO: Final = "Audio: recordings and prompts; their size, type and SHA-256 are in the exchanges."
CUT: Final = "The rest of bodies longer than 64 KiB."
EVENTS: Final = "What happened in the call besides its exchanges."


def left_out(
    calls: Sequence[SavedCall], *, secrets: bool, audio: bool, events: bool = True
) -> list[str]:
    """Return what an export of ``calls`` leaves out: ``secrets`` and ``audio`` are in it or not,
    and the ``events`` of a call."""
    out = [] if secrets else [SECRETS]
    if not audio:
        out.append(AUDIO)
    elif not all(call.audio for call in calls):
        out.append("Audio of which nothing was kept any more when this was made.")
    if not events:
        out.append(EVENTS)
    return [*out, CUT]
