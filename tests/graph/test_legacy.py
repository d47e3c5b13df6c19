"""The notification of old, as far as captures show it."""

from __future__ import annotations

from app.graph.legacy import legacy_incoming
from app.graph.resources import CallFacts

FACTS = CallFacts("call", "chain", "tenant", "app", "Bot", "user", "Phone", "source", "mine")


def test_it_tells_of_the_same_call() -> None:
    told = legacy_incoming(FACTS)
    assert (told["id"], told["callState"], told["tenantId"]) == ("call", "incoming", "tenant")
    caller, bot = told["participants"]
    assert (caller["originator"], caller["participantId"]) == (True, "source")
    assert (bot["originator"], bot["participantId"]) == (False, "mine")
    assert "value" not in told and told["isMultiparty"] is False
