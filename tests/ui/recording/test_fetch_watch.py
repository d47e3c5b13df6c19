"""How long the bot can fetch a recording."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.engine.outcome import Cause
from app.engine.states import CallState
from app.ui.recording.fetch_watch import FetchWatch
from app.ui.recording.takes import takes_of
from tests.helpers.inspected import QuietLink, SetClock, at, call, event, operation, request, wire
from tests.helpers.keeping import Keep

TALK = call(operation(Cause.STOP_TONE))
(TAKE,) = takes_of(TALK)


class Watched:
    """A watch and what it said last."""

    def __init__(self, keep: Keep) -> None:
        self.link = keep(QuietLink())
        self.clock = SetClock()
        self.watch = keep(FetchWatch(self.link, self.clock))  # type: ignore[arg-type]
        self.said: list[tuple[str, str, str]] = []
        self.watch.said.connect(lambda *words: self.said.append(words))
        self.watch.set_seen(seen=True)
        self.watch.watch(TALK, TAKE)

    @property
    def text(self) -> str:
        return self.said[-1][0]

    def end(self) -> None:
        ended = call(operation(Cause.STOP_TONE), state=CallState.TERMINATED, discard_at=at(60))
        self.watch.call_changed(ended)


@pytest.fixture
def watched(keep: Keep) -> Watched:
    return Watched(keep)


def test_it_counts_down_while_seen(watched: Watched, qtbot: QtBot) -> None:
    assert watched.text.endswith("60 s after the call has ended.")
    assert not watched.watch.counting
    watched.clock.value = at(17)
    watched.end()
    assert watched.text == "The bot can fetch it for another 43 s." and watched.watch.counting
    watched.clock.value = at(18)
    qtbot.waitUntil(lambda: "another 42 s" in watched.text)
    watched.watch.set_seen(seen=False)
    assert not watched.watch.counting
    watched.watch.set_seen(seen=True)
    assert watched.watch.counting


def test_the_end_stops_it(watched: Watched) -> None:
    watched.end()
    watched.link.record_added.emit(event(9, "recordingDiscarded"))
    assert watched.said[-1][1:] == ("trash", "muted") and not watched.watch.counting


def test_the_same_news_is_said_once(watched: Watched) -> None:
    count = len(watched.said)
    watched.watch.call_changed(TALK)
    assert len(watched.said) == count


def test_only_a_download_that_worked_counts(watched: Watched) -> None:
    for status, fetched in ((401, False), (200, True)):
        got = request(kind="download", method="GET", status=status)
        watched.link.record_added.emit(wire(9, got))
        assert watched.text.startswith("Fetched") is fetched


def test_another_call_forgets(watched: Watched) -> None:
    watched.watch.discarded(TAKE.operation_id)
    assert watched.text.startswith("Discarded")
    watched.watch.forget()
    watched.watch.watch(TALK, TAKE)
    assert not watched.text.startswith("Discarded")


def test_a_failed_one_has_nothing_to_fetch(watched: Watched) -> None:
    watched.end()
    failed = call(operation(Cause.INITIAL_SILENCE))
    count = len(watched.said)
    watched.watch.watch(failed, takes_of(failed)[0])
    assert len(watched.said) == count and not watched.watch.counting
