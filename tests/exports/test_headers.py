"""What of a request has to be repeated."""

from __future__ import annotations

from app.exports.headers import to_repeat
from tests.helpers.inspected import request

HEADERS = (
    ("HOST", "h"),
    ("Authorization", "bearer abc"),
    ("@file", "x"),
    ("X-Two", "a\r\nb"),
    ("Cookie", "session=1"),
)


def test_clients_make_some_themselves() -> None:
    repeated = to_repeat(request(request_headers=HEADERS), secrets=True)
    assert repeated.request_headers == (
        ("Authorization", "bearer abc"),
        ("X-Two", "a b"),
        ("Cookie", "session=1"),
    )


def test_without_secrets_a_bearer_is_still_one() -> None:
    repeated = to_repeat(request(request_headers=HEADERS), secrets=False)
    assert repeated.request_headers == (
        ("Authorization", "Bearer [redacted]"),
        ("X-Two", "a b"),
        ("Cookie", "[redacted]"),
    )
