"""What an export does not hold, in words for whoever opens it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from app.exports.redaction import REDACTED
from app.runtime.bodies import was_cut
from app.runtime.records import Record
from app.runtime.saved_calls import SavedCall

SECRETS: Final = (
    f"Secrets: tokens, keys, cookies, passwords, phone numbers and keyed digits read {REDACTED}."
)
AUDIO: Final = "Audio: recordings and prompts; their size, type and SHA-256 are in the exchanges."
CUT: Final = "The rest of long bodies, where a note in them says so."
EVENTS: Final = "What happened in the call besides its exchanges."


def left_out(
    calls: Sequence[SavedCall],
    *,
    secrets: bool,
    audio: bool,
    events: bool = True,
    others: Sequence[Record] = (),
) -> list[str]:
    """Return what an export of ``calls``, and of ``others`` that belong to none, leaves out:
    ``secrets`` and ``audio`` are in it or not, and the ``events`` of a call."""
    out = [] if secrets else [SECRETS]
    if not audio:
        out.append(AUDIO)
    elif not all(call.audio for call in calls):
        out.append("Audio of which nothing was kept any more when this was made.")
    if not events:
        out.append(EVENTS)
    if any(map(_is_cut, chain(others, *(call.records for call in calls)))):
        out.append(CUT)
    return out


def _is_cut(record: Record) -> bool:
    exchange = record.exchange
    return exchange is not None and (
        (exchange.long_request is None and was_cut(exchange.request_body))
        or (exchange.long_response is None and was_cut(exchange.response_body))
    )
