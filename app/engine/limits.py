"""Times and sizes that the engine counts with, each with the source of its figure.

Limits of the request body (1..120 s, one prompt, 256 characters) differ between the generations of
the API and stand in ``app.graph.profiles``.
"""

from __future__ import annotations

from typing import Final

from app.engine.timebase import to_samples

ECHO_TAIL: Final = to_samples(0.25)
"""Voice is not judged for this long after a prompt or beep: a loudspeaker's echo was still heard as
speech for up to 224 ms after the prompt's end."""

CONFIRMATION_WAIT: Final = to_samples(0.1)
"""Longest wait at a silence deadline for voiced audio to be confirmed as speech. Two of three 32 ms
chunks confirm, so 96 ms always suffice."""

PAD_KEY: Final = to_samples(0.1)
"""How long a pad key sounds by default (WebRTC's insertDTMF: 100 ms)."""

SENT_TONE: Final = to_samples(0.1)
"""How long a tone of sendDtmfTones sounds (assumed: Graph documents the pauses only)."""

SENT_PAUSE: Final = to_samples(0.1)
"""The pause between two of them where the bot says nothing (assumed; ES 201 235-2 wants 65 ms)."""

PAD_ECHO: Final = to_samples(0.4)
"""A tone heard in the microphone this soon after the same pad key ended is that key's own echo."""
