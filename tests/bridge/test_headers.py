from __future__ import annotations

from app.bridge.headers import onward


def test_what_a_bot_may_set_goes_on_in_its_order() -> None:
    kept = (
        ("Content-Type", "application/json"),
        ("client-request-id", "1"),
        ("Prefer", "x"),
        ("User-Agent", "bot"),
        ("Prefer", "y"),
    )
    assert onward(kept) == kept


def test_connections_secrets_and_browsers_stay_behind() -> None:
    left = [
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
        "TE",
        "Upgrade",
        "Proxy-Authorization",
        "Host",
        "Content-Length",
        "Accept-Encoding",
        "Authorization",
        "Cookie",
        "X-Callsim-Key",
        "Origin",
        "Sec-Fetch-Site",
        "X-Forwarded-For",
    ]
    assert onward(tuple((name, "x") for name in left)) == ()


def test_what_connection_names_is_hop_by_hop_too() -> None:
    sent = (("Connection", "close, X-Own"), ("x-own", "1"), ("X-Other", "2"))
    assert onward(sent) == (("X-Other", "2"),)
