"""Ids and tokens."""

from __future__ import annotations

import uuid
from datetime import UTC

from app.runtime.clock import SystemClock, new_id, new_token


def test_ids_are_lower_case_guids_with_dashes() -> None:
    made = new_id()
    assert str(uuid.UUID(made)) == made
    assert new_id() != made


def test_tokens_are_long_and_safe_in_headers() -> None:
    token = new_token()
    assert len(token) >= 43 and token.isascii() and " " not in token
    assert new_token() != token


def test_the_clock_tells_utc() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.monotonic() <= clock.monotonic()
