"""The address of a bot as people type it."""

from __future__ import annotations

import pytest

from app.ui.presenters.bot_address import bot_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("", ""),
        ("   ", ""),
        ("localhost:3978/api/calls", "http://localhost:3978/api/calls"),
        (" https://bot.example.com/calls ", "https://bot.example.com/calls"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
    ],
)
def test_what_is_typed_becomes_a_url(typed: str, address: str) -> None:
    assert bot_address(typed) == address


@pytest.mark.parametrize("typed", ["ftp://bot/", "http://", "two words", "host:notaport/x"])
def test_what_is_no_address_is_refused_with_a_way_out(typed: str) -> None:
    with pytest.raises(ValueError, match="leave it empty for the practice bot") as refusal:
        bot_address(typed)
    assert typed in str(refusal.value)
