"""Which recordings there are, and how long the bot can fetch them."""

from __future__ import annotations

import pytest

from app.engine.outcome import Cause
from app.engine.states import CallState
from app.ui.recording.takes import availability, seconds_left, takes_of
from tests.helpers.inspected import at, call, operation


def test_only_ended_recordings_count() -> None:
    takes = takes_of(
        call(
            operation(Cause.PLAYED, id="p", kind="playPrompt"),
            operation(Cause.STOP_TONE, id="a"),
            operation(Cause.INITIAL_SILENCE, id="b"),
            operation(id="c"),
        )
    )
    assert [(take.operation_id, take.number, take.has_audio) for take in takes] == [
        ("a", 1, True),
        ("b", 2, False),
    ]


@pytest.mark.parametrize(
    ("cause", "badge"),
    [
        (Cause.STOP_TONE, "completed · 200/8514"),
        (Cause.INITIAL_SILENCE, "failed · 400/8510"),
        (Cause.CALL_LOST, "lost"),
    ],
)
def test_badges(cause: Cause, badge: str) -> None:
    (take,) = takes_of(call(operation(cause)))
    assert take.badge == badge and take.why


def test_the_countdown_ends_at_zero() -> None:
    ended = call(state=CallState.TERMINATED, discard_at=at(60))
    assert seconds_left(ended, at(16.4)) == 44
    assert seconds_left(ended, at(61)) == 0
    assert seconds_left(call(), at(0)) is None


def test_availability_in_words() -> None:
    ended = call(state=CallState.TERMINATED, discard_at=at(60))
    running, over = call(), call(state=CallState.TERMINATED)

    def said(snapshot: object, *, discarded: bool = False) -> str:
        return availability(
            snapshot,  # type: ignore[arg-type]
            at(17),
            discarded=discarded,
            discard_after=60.0,
        )

    assert said(running) == "The bot can fetch it until 60 s after the call has ended."
    assert said(ended) == "The bot can fetch it for another 43 s."
    assert said(over) == "The call has ended: it is discarded within 60 s."
    assert said(ended, discarded=True).startswith("Discarded for the bot")
