from __future__ import annotations

import json
from typing import Any

import pytest

from app.bridge.real_calls import MOST, RealCalls
from app.runtime.bridging import BridgedAnswer
from app.runtime.clock import SystemClock
from app.runtime.journal import Journal

CALL = "471f0200-1117-4429-a9be-4b6b7b7a9e7a"
PATH = f"/v1.0/communications/calls/{CALL}"


class Told(RealCalls):
    def __init__(self) -> None:
        self.journal = Journal(SystemClock())
        super().__init__(self.journal)

    @property
    def states(self) -> list[tuple[str, str]]:
        return [(r.data["state"], r.data["toldBy"]) for r in self.journal.since(0)]


def answer(status: int, **body: Any) -> BridgedAnswer:
    return BridgedAnswer(status, (), json.dumps(body).encode())


def note(state: str) -> dict[str, Any]:
    data = {"@odata.type": "#microsoft.graph.call", "state": state}
    return {"value": [{"resourceData": data}]}


def test_answers_and_notifications_tell_the_state_once() -> None:
    calls = Told()
    created = answer(201, id=CALL, state="establishing")
    calls.answered("POST", "/v1.0/communications/calls", created)
    calls.notified(CALL, note("established"))
    calls.answered("GET", PATH, answer(200, id=CALL, state="established"))
    calls.answered("DELETE", PATH, BridgedAnswer(204, (), b""))
    calls.notified(CALL, note("established"))
    assert calls.states == [
        ("establishing", "answer"),
        ("established", "notification"),
        ("terminated", "answer"),
    ]
    assert calls.state(CALL.upper().replace("-", "")) == "terminated"


@pytest.mark.parametrize(
    ("method", "path", "came"),
    [
        ("POST", "/v1.0/communications/calls", answer(403, error={})),
        ("POST", f"{PATH}/answer", answer(202)),
        ("GET", PATH, answer(404, error={})),
        ("GET", "/v1.0/users", answer(200, id=CALL, state="x")),
        ("DELETE", PATH, answer(403)),
    ],
)
def test_what_tells_nothing(method: str, path: str, came: BridgedAnswer) -> None:
    calls = Told()
    calls.answered(method, path, came)
    assert calls.states == []


def test_a_known_call_that_is_not_found_is_over() -> None:
    calls = Told()
    calls.notified(CALL, note("established"))
    calls.answered("POST", f"{PATH}/keepAlive", answer(404))
    assert calls.state(CALL) == "terminated"


def test_notifications_about_other_things_are_passed_over() -> None:
    calls = Told()
    operation = {"@odata.type": "#microsoft.graph.recordOperation", "state": "x"}
    calls.notified(CALL, {"value": [{"resourceData": operation}, {"resourceData": []}, None]})
    assert calls.states == []


def test_the_oldest_are_forgotten() -> None:
    calls = Told()
    for number in range(MOST + 1):
        calls.notified(f"call-{number}", note("established"))
    assert calls.state("call-0") is None and calls.state("call-1") == "established"
