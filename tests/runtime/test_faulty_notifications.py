"""Notifications that are held back are never lost by the end."""

from __future__ import annotations

from app.runtime.clock import SystemClock
from app.runtime.faults import Faults
from app.runtime.faulty_notifications import FaultyNotifications
from app.runtime.journal import Journal
from tests.helpers.fakes import Notifications


async def test_what_is_held_back_is_sent_at_the_end() -> None:
    sent, faults = Notifications(), Faults(Journal(SystemClock()))
    port = FaultyNotifications(sent, faults)
    faults.arm("notification.swap", seconds=100)
    faults.arm("notification.delay", seconds=100)
    port.send("one", "url", {"n": 1})
    port.send("two", "url", {"n": 2})
    assert sent.sent == []
    port.close()
    assert [notified.body["n"] for notified in sent.sent] == [1, 2]


async def test_a_swapped_one_waits_for_its_own_call() -> None:
    sent, faults = Notifications(), Faults(Journal(SystemClock()))
    port = FaultyNotifications(sent, faults)
    faults.arm("notification.swap", "one", seconds=100)
    for call, number in (("one", 1), ("two", 2), ("one", 3)):
        port.send(call, "url", {"n": number})
    assert [notified.body["n"] for notified in sent.sent] == [2, 3, 1]
