from __future__ import annotations

import pytest

from app.bridge.target import BadTarget, parse_target


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("https://graph.microsoft.com", "https://graph.microsoft.com"),
        (" https://Graph.Microsoft.us/ ", "https://graph.microsoft.us"),
        ("https://127.0.0.1:8443", "https://127.0.0.1:8443"),
        ("http://localhost:8899", "http://localhost:8899"),
        ("http://[::1]:8899", "http://[::1]:8899"),
    ],
)
def test_a_target(text: str, base: str) -> None:
    target = parse_target(text)
    assert target.base == base
    assert target.url("/v1.0/communications/calls?x=1") == f"{base}/v1.0/communications/calls?x=1"
    assert target.scope == f"{base}/.default"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is no target"),
        ("graph.microsoft.com", "is no target"),
        ("ftp://graph.microsoft.com", "is no target"),
        ("https://[::1", "is no target"),
        ("https://host:port", "is no target"),
        ("http://graph.microsoft.com", "not encrypted"),
        ("http://10.0.0.1", "not encrypted"),
        ("http://localhost.example", "not encrypted"),
        ("https://graph.microsoft.com/v1.0", "more than a target"),
        ("https://graph.microsoft.com?x=1", "more than a target"),
        ("https://user:secret@graph.microsoft.com", "no user name"),
    ],
)
def test_what_is_no_target(text: str, why: str) -> None:
    with pytest.raises(BadTarget, match=why) as refused:
        parse_target(text)
    assert "secret" not in str(refused.value)


def test_a_cloud_has_a_name() -> None:
    assert (
        parse_target("https://graph.microsoft.us").name == "graph.microsoft.us (US Government L4)"
    )
    assert parse_target("https://graph.example").name == "graph.example"
