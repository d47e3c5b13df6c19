"""Each kind of record finds those who explain it."""

from __future__ import annotations

from app.ui.inspector.explain import explain
from tests.helpers.inspected import event, request, webhook, wire


def test_each_kind_is_explained() -> None:
    prompt = request(kind="prompt", direction="out", method="GET", url="http://h/a.wav")
    assert "asked to record" in explain(wire(1, request())).headline
    assert "call is coming in" in explain(wire(1, webhook(INCOMING))).headline
    assert "fetched a prompt" in explain(wire(1, prompt)).headline
    assert "being recorded" in explain(event(1, "recordingStarted")).headline


INCOMING = {"@odata.type": "#microsoft.graph.call", "state": "incoming"}
