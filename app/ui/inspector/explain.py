"""An entry in plain words: who sent what to whom, what it means, and what to do where it failed."""

from __future__ import annotations

from app.runtime.records import Record
from app.ui.bridge.explain_bridge import explain_bridge
from app.ui.inspector.explain_event import explain_event
from app.ui.inspector.explain_request import explain_prompt, explain_request
from app.ui.inspector.explain_webhook import explain_webhook
from app.ui.inspector.explanation import Explanation


def explain(record: Record) -> Explanation:
    """Return what ``record`` means."""
    bridged = explain_bridge(record)
    if bridged is not None:
        return bridged
    exchange = record.exchange
    if exchange is None:
        return explain_event(record)
    if exchange.kind == "webhook":
        return explain_webhook(exchange)
    if exchange.kind == "prompt":
        return explain_prompt(exchange)
    return explain_request(exchange)
