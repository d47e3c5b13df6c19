"""How the body of a message is kept: as text, or, of audio, as a note in its place."""

from __future__ import annotations

import hashlib
import re
from typing import Final

_TEXT: Final = (b"", b"{", b"[")
"""How most bodies begin: JSON is text, whatever its headers say."""

_CUT: Final = re.compile(
    r"\n\[(?:[\d,]+ (?:characters|bytes) in all, )?the first [\d,]+ (?:bytes )?are (?:kept|here)\]$"
)


def body_text(body: bytes, headers: tuple[tuple[str, str], ...]) -> str:
    """Return ``body``, which came with ``headers``, as an exchange may hold it."""
    if body[:1] in _TEXT:
        return body.decode("utf-8", "replace")
    said = next((value for name, value in headers if name.lower() == "content-type"), "")
    kind = said.partition(";")[0].strip().lower()
    if kind.startswith("audio/") or kind == "application/octet-stream":
        return audio_note("audio", body, kind)
    return body.decode("utf-8", "replace")


def audio_note(label: str, audio: bytes, kind: str = "application/octet-stream") -> str:
    """Return what stands in place of ``audio``."""
    digest = hashlib.sha256(audio).hexdigest()
    return f"[{label}: {len(audio):,} bytes, {kind}, SHA-256 {digest}]"


def was_cut(text: str) -> bool:
    """Whether ``text`` is the beginning of a body, with a note that says so."""
    return text.endswith((" are kept]", " are here]")) and _CUT.search(text) is not None
