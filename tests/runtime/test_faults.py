"""Faults fire once, for the call they are armed for."""

from __future__ import annotations

import pytest

from app.engine.outcome import OUTCOMES
from app.runtime.clock import SystemClock
from app.runtime.faults import CAUSES, FAULTS, REFUSALS, Faults
from app.runtime.journal import Journal


def faults() -> tuple[Faults, Journal]:
    journal = Journal(SystemClock())
    return Faults(journal), journal


def test_a_fault_fires_once_and_is_told() -> None:
    armed, journal = faults()
    fault = armed.arm("operation.8511")
    assert armed.take("request", "call") is None
    assert armed.take("operation", "call") == fault
    assert armed.take("operation", "call") is None
    (record,) = journal.since(0)
    assert record.call_id == "call" and "operation.8511 fires" in record.data["message"]


def test_the_one_armed_first_fires_first() -> None:
    armed, _ = faults()
    armed.arm("request.500", "other")
    armed.arm("request.403")
    armed.arm("request.404")
    names = [fault and fault.name for fault in (armed.take("request", "mine") for _ in range(3))]
    assert names == ["request.403", "request.404", None]
    assert [fault.name for fault in armed.armed] == ["request.500"]


def test_every_fault_is_explained_and_does_what_its_name_says() -> None:
    assert {*CAUSES, *REFUSALS} <= set(FAULTS)
    for name, cause in CAUSES.items():
        assert name == f"operation.{OUTCOMES[cause].subcode}"
    assert all(name == f"request.{status}" for name, (status, _, _) in REFUSALS.items())


@pytest.mark.parametrize(("name", "seconds"), [("no.fault", 1.0), ("request.429", -1.0)])
def test_what_cannot_be_armed(name: str, seconds: float) -> None:
    armed, _ = faults()
    with pytest.raises(ValueError):
        armed.arm(name, seconds=seconds)
    assert armed.armed == () and not armed.disarm()
