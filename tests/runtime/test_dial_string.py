"""Numbers with keys behind them, and keys that wait."""

from __future__ import annotations

import pytest

from app.engine.timebase import to_samples
from app.runtime.dial_string import GAP, LONGEST, KeyQueue, key_symbols, split_number

KEY = to_samples(0.1)


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("+1 555 0100", ("+1 555 0100", "")),
        ("555,,12#", ("555", ",,12#")),
        ("(55) 5-5W1", ("(55) 5-5", "W1")),
        (",1", ("", ",1")),
        ("owen", ("owen", "")),
        ("", ("", "")),
    ],
)
def test_what_is_dialled_and_what_is_keyed(number: str, parts: tuple[str, str]) -> None:
    assert split_number(number) == parts


def test_keys_follow_each_other_with_gaps_and_pauses() -> None:
    keys = KeyQueue()
    keys.add("1a, w2")
    assert keys.waiting == "1A,W2"
    pressed, now = [], 0
    while (wait := keys.until(now)) is not None:
        now += wait
        if key := keys.take(now, KEY):
            pressed.append((key, now))
    second = KEY + GAP
    assert pressed == [
        ("1", 0),
        ("A", second),
        ("2", 2 * second + to_samples(2.5)),
    ]


def test_a_queue_can_be_dropped() -> None:
    keys = KeyQueue()
    keys.add("12")
    keys.clear()
    assert keys.waiting == "" and keys.until(0) is None and keys.take(0) is None


@pytest.mark.parametrize("text", ["1x", "1+", "(1)", "1" * (LONGEST + 1)])
def test_what_is_no_key_is_refused_whole(text: str) -> None:
    keys = KeyQueue()
    with pytest.raises(ValueError, match="key"):
        keys.add(text)
    assert keys.waiting == ""


def test_too_many_together_are_refused() -> None:
    keys = KeyQueue()
    keys.add("1" * LONGEST)
    with pytest.raises(ValueError, match="would wait"):
        keys.add("2")
    assert key_symbols(" 1 b ") == ["1", "B"]
