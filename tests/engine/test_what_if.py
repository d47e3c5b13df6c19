"""What if: the same ending as a new call, and other endings for other parameters."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.engine.commands import RecordResponse
from app.engine.outcome import Cause
from app.engine.recording import Ending, Recording, Tone
from app.engine.tones import dtmf
from app.engine.what_if import decide, followed_by_silence, hear, replay
from tests.helpers.playbook import ScriptedModel, concatenate

SECOND = 16_000
REQUEST = RecordResponse("op", 3 * SECOND, 2 * SECOND, 30 * SECOND)
AUDIO = concatenate(
    [("silence", 1), ("speech", 1), ("silence", 1.5), ("speech", 1), ("silence", 8)]
)


def ending(request: RecordResponse = REQUEST, **options: object) -> Ending | None:
    return decide(hear(AUDIO, ScriptedModel()), request, after_playback=False, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("pause", [1, 2, 5])
@pytest.mark.parametrize("after_playback", [False, True])
def test_it_ends_as_a_new_recording_would(pause: int, after_playback: bool) -> None:
    request = replace(REQUEST, max_silence=pause * SECOND)
    new = Recording(request, ScriptedModel(), after_playback=after_playback)
    _, _, expected = new.run(AUDIO, [])
    again = decide(hear(AUDIO, ScriptedModel()), request, after_playback=after_playback)
    assert again == expected is not None


def test_other_limits_end_it_elsewhere() -> None:
    shorter = ending(replace(REQUEST, max_silence=SECOND))
    longer = ending()
    assert shorter is not None and longer is not None
    assert shorter.sample < 3.5 * SECOND < longer.sample
    assert ending(replace(REQUEST, initial_silence=SECOND // 2)) == Ending(
        SECOND // 2, Cause.INITIAL_SILENCE
    )


def test_where_the_audio_is_over_it_is_undecided() -> None:
    assert ending(replace(REQUEST, max_silence=9 * SECOND)) is None


def test_keys_heard_and_pressed_count_as_stop_tones() -> None:
    audio = AUDIO.copy()
    audio[20_000:21_600] = dtmf("5", 1_600)
    heard = hear(audio, ScriptedModel(), pressed=[Tone("#", 40_000)])
    assert [tone.tone for tone in heard.tones] == ["5", "#"]
    by_key = decide(heard, replace(REQUEST, stop_tones=("#",)), after_playback=False)
    by_tone = decide(heard, replace(REQUEST, stop_tones=("5",)), after_playback=False)
    assert by_key == Ending(40_000, Cause.STOP_TONE)
    assert by_tone is not None and 20_320 <= by_tone.sample <= 21_100


def test_the_lead_keeps_the_tone_detectors_position() -> None:
    audio = np.zeros(SECOND, np.int16)
    audio[5_000:6_600] = dtmf("9", 1_600)
    for lead in (0, 1, 6_401):
        (tone,) = hear(audio, ScriptedModel(), lead=lead).tones
        assert tone.tone == "9" and 5_320 <= tone.sample <= 6_040


def test_the_turns_are_those_of_a_new_recording() -> None:
    new = Recording(REQUEST, ScriptedModel(), after_playback=False)
    _, turns, expected = new.run(AUDIO, [])
    assert replay(hear(AUDIO, ScriptedModel()), REQUEST, after_playback=False) == (turns, expected)
    assert [turn.started for turn in turns] == [True, False, True, False]


@pytest.mark.parametrize("length", [10 * SECOND, 10 * SECOND + 77, 9 * SECOND - 1])
def test_silence_may_be_assumed_after_the_audio(length: int) -> None:
    request = replace(REQUEST, max_silence=20 * SECOND)
    heard = hear(AUDIO[:length], ScriptedModel())
    assert decide(heard, request, after_playback=False) is None
    quiet = np.zeros(40 * SECOND, np.int16)
    quiet[:length] = AUDIO[:length]
    expected = decide(hear(quiet, ScriptedModel()), request, after_playback=False)
    assumed = followed_by_silence(heard, request)
    assert decide(assumed, request, after_playback=False) == expected is not None
    assert decide(assumed, replace(request, max_silence=SECOND), after_playback=False) is not None


def test_two_minutes_are_replayed_whole() -> None:
    speech = concatenate([("speech", 1), ("silence", 1)] * 60)
    heard = hear(speech, ScriptedModel())
    request = replace(REQUEST, max_duration=121 * SECOND)
    turns, ending = replay(heard, request, after_playback=False)
    assert ending is None and len(turns) == 120
