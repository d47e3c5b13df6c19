from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.runtime.bridging import Arrived, BridgedAnswer, BridgedRequest, BridgeMode, NoBridge

HEADERS = (("Authorization", "one"), ("authorization", "two"))
REQUEST = BridgedRequest("GET", "/v1.0/x", HEADERS, b"")
ARRIVED = Arrived("https://name.example/x", HEADERS, b"", datetime.now(UTC))


def test_the_first_header_of_a_name_is_found_in_any_case() -> None:
    assert REQUEST.header("authorization") == ARRIVED.header("authorization") == "one"
    assert REQUEST.header("x") is None and ARRIVED.header("x") is None


async def test_no_bridge_leads_nowhere() -> None:
    bridge = NoBridge()
    assert (bridge.mode, bridge.target, bridge.callback_host) == (BridgeMode.OFF, None, None)
    bridge.mirror(REQUEST, BridgedAnswer(200, (), b""))
    with pytest.raises(AssertionError):
        await bridge.pass_through(REQUEST)
    with pytest.raises(AssertionError):
        await bridge.receive(ARRIVED)
