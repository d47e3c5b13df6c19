"""How a call stands, in words."""

from __future__ import annotations

import pytest

from app.engine.states import CallState, Phase
from app.runtime.calls import (
    BOT_DELETED,
    BUSY,
    CALLER_HUNG_UP,
    CLOSED,
    DECLINED,
    NO_ANSWER,
    NOT_ANSWERED,
    Ended,
)
from app.ui import theme
from app.ui.icons import glyph
from app.ui.presenters.call_text import caller_name, describe, ending, talk_time
from tests.helpers.snapshots import call, operation

CASES = [
    (None, "Ready to call"),
    (call(CallState.INCOMING), "Ringing"),
    (call(CallState.ESTABLISHING), "Connecting"),
    (call(CallState.ESTABLISHING, direction="outgoing"), "Incoming"),
    (call(), "In call"),
    (call(CallState.ESTABLISHED, operation(Phase.PROMPT)), "Bot is playing"),
    (call(CallState.ESTABLISHED, operation(Phase.SPEAKING)), "Recording"),
    (call(CallState.TERMINATING), "Ending"),
    (call(CallState.TERMINATED, result=BOT_DELETED), "Ended"),
]


@pytest.mark.parametrize(("snapshot", "state"), CASES)
def test_each_state_has_words_an_icon_and_a_colour(snapshot: object, state: str) -> None:
    text = describe(snapshot)  # type: ignore[arg-type]
    assert text.state == state
    assert glyph(text.icon)
    assert hasattr(theme.LIGHT, text.color)


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (CALLER_HUNG_UP, "you hung up"),
        (BOT_DELETED, "the bot hung up"),
        (NOT_ANSWERED, "the bot did not answer"),
        (CLOSED, "the simulator was closed"),
        ((480, 10039, "anything"), "480/10039"),
        (None, ""),
    ],
)
def test_the_end_has_its_reason(result: tuple[int, int, str] | None, words: str) -> None:
    assert ending(result) == words


@pytest.mark.parametrize(
    ("result", "placed_by_phone", "placed_by_bot"),
    [
        (DECLINED, "the bot refused", "you declined"),
        (BUSY, "the bot was busy", "you were busy"),
        (NO_ANSWER, "you did not answer", "you did not answer"),
    ],
)
def test_who_declined_depends_on_who_phoned(
    result: Ended, placed_by_phone: str, placed_by_bot: str
) -> None:
    assert ending(result) == placed_by_phone
    assert ending(result, "outgoing") == placed_by_bot


def test_talking_time_counts_from_established() -> None:
    assert talk_time(None) == "00:00:00"
    assert talk_time(call(CallState.INCOMING, seconds=9.0, established_at=None)) == "00:00:00"
    assert talk_time(call(seconds=1.5 + 3725.9, established_at=1.5)) == "01:02:05"


def test_callers_have_names() -> None:
    assert caller_name("live") == "live microphone"
    assert caller_name("silence") == "silence"
    assert caller_name("/home/me/hello.wav") == "hello.wav"
    assert caller_name("C:\\sounds\\hello.wav") == "hello.wav"
