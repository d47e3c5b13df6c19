"""Fetches a recording of the real service, by hand only and into memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from app.bridge.answered import Answered, Unanswered
from app.bridge.onward import RealRequest
from app.bridge.sending import Sender
from app.bridge.target import is_loopback
from app.runtime.bridging import BridgedRequest
from app.runtime.ports import Clock

if TYPE_CHECKING:
    from app.bridge.client import RealClient

MOST_AUDIO: Final = 32 << 20
"""Longest recording that is fetched, in bytes: 17 minutes of 16 kHz; Graph ends them at two."""


async def fetch_recording(
    client: RealClient, sender: Sender, clock: Clock, location: str, token: str
) -> bytes:
    """Return the recording at ``location``. ``token`` is that of its operation, and nobody else's.

    What came of it is recorded, without audio and token. Raises ValueError.
    """
    address = urlsplit(location)
    if address.scheme != "https" and not is_loopback(address.hostname or ""):
        raise ValueError("The recording's address is not encrypted: it is not fetched.")
    what = RealRequest("GET", location, (), f"Bearer {token}", b"")
    started, begun = clock.now(), clock.monotonic()
    sender.hide(what)
    try:
        came: Answered | Unanswered = await client.send(
            "GET", location, what.sent_headers, b"", seconds=sender.config.seconds, most=MOST_AUDIO
        )
    except Unanswered as error:
        came = error
    shown = came
    if isinstance(came, Answered) and came.status == 200:
        note = f"[recording: {len(came.body):,} bytes]"
        shown = Answered(came.status, came.headers, note.encode())
    asked = BridgedRequest("GET", location, (), b"")
    sender.record(asked, what, started, clock.monotonic() - begun, shown)
    if isinstance(came, Unanswered):
        raise ValueError(f"The recording cannot be fetched: {came}.")
    if came.status != 200:
        raise ValueError(f"The recording cannot be fetched: the answer was {came.status}.")
    return came.body
