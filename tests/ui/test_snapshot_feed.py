"""The stream of snapshots, thinned out."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.engine.states import CallState, Phase
from app.runtime.calls import CallSnapshot
from app.ui.snapshot_feed import SnapshotFeed
from tests.helpers.snapshots import call, operation


def test_the_first_passes_at_once_and_the_last_always_arrives(qtbot: QtBot) -> None:
    feed, passed = SnapshotFeed(), []
    feed.passed.connect(passed.append)
    many = [call(level=-float(number)) for number in range(10)]
    for snapshot in many:
        feed.put(snapshot)
    assert passed == many[:1]
    qtbot.waitUntil(lambda: passed == [many[0], many[-1]])
    feed.put(many[5])
    qtbot.waitUntil(lambda: passed == [many[0], many[-1], many[5]])


def test_a_short_phase_is_seen(qtbot: QtBot) -> None:
    feed, passed = SnapshotFeed(), list[CallSnapshot]()
    feed.passed.connect(passed.append)
    phases = [Phase.PROMPT, Phase.PROMPT, Phase.BEEP, Phase.LISTENING, Phase.LISTENING]
    for phase in phases:
        feed.put(call(CallState.ESTABLISHED, operation(phase)))
    qtbot.waitUntil(
        lambda: (
            [snapshot.engine.operations[0].phase for snapshot in passed]
            == [Phase.PROMPT, Phase.PROMPT, Phase.BEEP, Phase.LISTENING]
        )
    )


def test_no_call_hides_another(qtbot: QtBot) -> None:
    feed, passed = SnapshotFeed(), list[CallSnapshot]()
    feed.passed.connect(passed.append)
    for name in ("a", "b", "c", "b"):
        feed.put(call(id=name))
    qtbot.waitUntil(lambda: [snapshot.id for snapshot in passed] == ["a", "b", "c"])
