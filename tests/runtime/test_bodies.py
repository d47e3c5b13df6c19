"""What an exchange holds of a body."""

from __future__ import annotations

import hashlib

import pytest

from app.runtime.bodies import audio_note, body_text, was_cut


@pytest.mark.parametrize("kind", ["audio/wav", "Audio/L16; rate=16000", "application/octet-stream"])
def test_audio_is_noted(kind: str) -> None:
    note = body_text(b"RIFF\x00", (("content-type", kind),))
    digest = hashlib.sha256(b"RIFF\x00").hexdigest()
    assert note == f"[audio: 5 bytes, {kind.partition(';')[0].lower()}, SHA-256 {digest}]"


def test_text_is_text() -> None:
    assert body_text(b"", ()) == "" and body_text(b"\xff!", ()) == "\ufffd!"
    assert body_text(b"a=1", (("Content-Type", "text/plain"),)) == "a=1"
    assert body_text(b"{}", (("Content-Type", "audio/wav"),)) == "{}", "JSON that is named wrongly"


def test_a_beginning_says_that_it_is_one() -> None:
    assert was_cut('{"a": \n[70,000 bytes in all, the first 65,536 are kept]')
    assert was_cut('{"a": \n[70,000 characters in all, the first 65,536 are here]')
    assert was_cut("ab\n[the first 2 bytes are kept]")
    assert not was_cut("{}") and not was_cut("[all of them are kept]")
    assert not was_cut(audio_note("recording", b"12"))
