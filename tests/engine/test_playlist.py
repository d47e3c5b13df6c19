"""What an operation plays: loops, tones, and that each sound begins once."""

from __future__ import annotations

import numpy as np
import pytest

from app.engine.commands import CancelMedia
from app.engine.events import PromptEnded, PromptStarted, ToneSent
from app.engine.limits import SENT_TONE
from app.engine.timebase import to_samples
from app.engine.tone_generator import dtmf
from app.engine.tones import ToneDetector
from tests.helpers.playbook import Playbook

ONE = np.arange(1, 401).astype(np.int16)
OTHER = np.arange(1_001, 1_301).astype(np.int16)


@pytest.mark.parametrize("frame", [1, 320, 777, 100_000])
def test_an_endless_playlist_goes_round_until_it_is_cancelled(frame: int) -> None:
    play = Playbook(frame=frame)
    play.play_all([ONE, OTHER], endless=True, loops=(2, 1))
    play.is_silent(0.5)
    heard = play.speaker[1:]
    assert np.array_equal(heard, np.resize(np.concatenate([ONE, ONE, OTHER]), len(heard)))
    assert play.endings == []
    play.does(CancelMedia())
    assert [ended.outcome.subcode for ended in play.endings] == [8508]


def test_an_endless_playlist_of_nothing_is_over_at_once() -> None:
    play = Playbook()
    play.play_all([ONE[:0]], endless=True)
    play.is_silent(0.1)
    assert play.ending is not None and play.ending[1] == "completedSuccessfully"


@pytest.mark.parametrize("frame", [1, 320, 777, 100_000])
def test_tones_are_heard_to_the_sample(frame: int) -> None:
    play = Playbook(frame=frame)
    play.sends(("1", "", "#"), pause=800)
    play.is_silent(1)
    silence = np.zeros(800, np.int16)
    flash = np.zeros(SENT_TONE, np.int16)
    parts = [dtmf("1", SENT_TONE), silence, flash, silence, dtmf("#", SENT_TONE)]
    expected = np.concatenate(parts)
    assert np.array_equal(play.speaker[1 : 1 + len(expected)], expected)
    assert not play.speaker[1 + len(expected) :].any()
    sent = [(event.tone, event.sample - 1) for event in play.told(ToneSent)]
    step = SENT_TONE + 800
    assert sent == [("1", 0), ("", step), ("#", 2 * step)]
    assert play.endings[0].sample == 1 + len(expected)
    assert play.endings[0].outcome.reason == "completedSuccessfully"


def test_another_phone_would_understand_them() -> None:
    play = Playbook()
    play.sends(tuple("147*2580369#ABCD"))
    play.is_silent(4)
    hits = ToneDetector().feed(play.speaker)
    assert "".join(hit.tone for hit in hits) == "147*2580369#ABCD"


def test_tones_wait_for_their_turn_and_what_comes_after_waits_for_them() -> None:
    play = Playbook()
    play.play(np.ones(to_samples(0.1), np.int16))
    play.sends(("5",))
    play.play(np.ones(to_samples(0.1), np.int16))
    play.is_silent(1)
    first, tone, last = play.endings
    assert play.told(ToneSent)[0].sample == first.sample
    assert play.told(PromptStarted)[1].sample == tone.sample < last.sample


@pytest.mark.parametrize("frame", [1, 320, 480])
def test_a_sound_begins_and_ends_once_however_the_audio_is_cut(frame: int) -> None:
    play = Playbook(frame=frame)
    play.play(np.ones(320, np.int16))
    play.play_all([np.ones(320, np.int16), np.ones(640, np.int16)])
    play.is_silent(0.5)
    assert [event.index for event in play.told(PromptStarted)] == [0, 0, 1]
    assert [event.sample for event in play.told(PromptEnded)] == [321, 641, 1281]
