from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.bridge.retry_after import LONGEST, USUAL, held_until

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("99999999999999", LONGEST),
        ("Wed, 25 Nov 2026 03:00:30 GMT", 30),
        ("Wed, 25 Nov 2026 02:00:00 GMT", 0),
        ("soon", USUAL),
        ("-5", USUAL),
        ("", USUAL),
        (None, USUAL),
    ],
)
def test_when_to_send_again(header: str | None, seconds: float) -> None:
    assert (held_until(header, NOW) - NOW).total_seconds() == seconds
