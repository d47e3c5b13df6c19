"""The caller's side: files, silence, the microphone, and said clips."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.runtime.callers import CallerSpec, Live, Sayings, Script, Silence

AUDIO = np.arange(1, 11).astype(np.int16)


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        ("live", CallerSpec("live")),
        ("silence", CallerSpec("silence")),
        ("a.wav", CallerSpec("file", Path("a.wav"))),
    ],
)
def test_callers_are_named_on_the_command_line(text: str, spec: CallerSpec) -> None:
    assert CallerSpec.parse(text) == spec
    assert str(spec) == text


def test_a_script_plays_once_across_recordings_and_is_silent_between() -> None:
    script = Script(AUDIO)
    assert not script.next(5, recording=False).any()
    assert script.next(4, recording=True).tolist() == [1, 2, 3, 4]
    assert not script.next(3, recording=False).any()
    assert script.next(8, recording=True).tolist() == [5, 6, 7, 8, 9, 10, 0, 0]
    assert not script.next(4, recording=True).any()


def test_a_script_can_start_with_the_call() -> None:
    script = Script(AUDIO, only_recording=False)
    assert script.next(3, recording=False).tolist() == [1, 2, 3]
    assert script.next(2, recording=True).tolist() == [4, 5]


def test_the_microphone_gives_what_it_got_in_order() -> None:
    live = Live()
    live.put(AUDIO[:6])
    live.put(AUDIO[6:])
    assert live.available == 10
    assert live.next(7, recording=False).tolist() == [1, 2, 3, 4, 5, 6, 7]
    assert live.next(3, recording=True).tolist() == [8, 9, 10]
    assert live.available == 0


def test_sayings_take_the_callers_place_one_after_the_other() -> None:
    sayings = Sayings(Script(AUDIO, only_recording=False))
    sayings.say(np.full(3, 70, np.int16))
    sayings.say(np.full(3, 80, np.int16))
    assert sayings.next(4, recording=False).tolist() == [70, 70, 70, 80]
    assert sayings.next(4, recording=False).tolist() == [80, 80, 7, 8]


def test_sayings_can_wait_and_be_given_up() -> None:
    sayings = Sayings(Silence())
    sayings.say(np.full(3, 70, np.int16))
    sayings.paused = True
    assert sayings.next(2, recording=False).tolist() == [0, 0] and sayings.waiting == 3
    sayings.paused = False
    assert sayings.next(2, recording=False).tolist() == [70, 70] and sayings.waiting == 1
    sayings.hush()
    assert sayings.next(2, recording=False).tolist() == [0, 0] and sayings.waiting == 0


def test_silence_is_silent() -> None:
    assert Silence().next(3, recording=True).tolist() == [0, 0, 0]
