from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.runtime.bridge_desk import BridgeView
from app.runtime.bridging import BridgeMode
from app.ui.bridge.bridge_words import mode_meaning, mode_name, token_end, waiting

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


def test_every_mode_has_a_name_and_a_meaning_of_its_own() -> None:
    assert len({mode_name(mode) for mode in BridgeMode}) == len(BridgeMode)
    assert len({mode_meaning(mode) for mode in BridgeMode}) == len(BridgeMode)


def test_how_long_nothing_is_sent() -> None:
    assert waiting(BridgeView(), NOW) == ""
    assert waiting(BridgeView(held_until=NOW + timedelta(seconds=3.4)), NOW) == "429: waits 3 s"
    assert waiting(BridgeView(held_until=NOW - timedelta(seconds=3)), NOW) == ""


def test_until_when_a_token_is_good() -> None:
    assert token_end(BridgeView(), NOW) == ""
    assert token_end(BridgeView(expires=NOW), NOW) == "token expired"
    until = NOW + timedelta(hours=1)
    assert token_end(BridgeView(expires=until), NOW) == f"token until {until.astimezone():%H:%M}"
