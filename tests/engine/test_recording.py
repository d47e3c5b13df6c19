"""The rules of a recording, to the sample: what ends it, what wins, what waits."""

from __future__ import annotations

import numpy as np
import pytest

from app.engine.commands import RecordResponse
from app.engine.limits import CONFIRMATION_WAIT
from app.engine.outcome import Cause
from app.engine.recording import Ending, Recording, Tone
from app.engine.speech import CHUNK, END_BIAS
from app.engine.states import Phase
from app.engine.timebase import to_samples
from tests.helpers.playbook import SPEECH, ScriptedModel, concatenate

SECOND = 16_000


def recording(
    initial: float = 5,
    pause: float = 5,
    longest: float = 60,
    stop: tuple[str, ...] = (),
    *,
    after_playback: bool = False,
    inter_digit: int | None = None,
) -> Recording:
    request = RecordResponse(
        "op",
        to_samples(initial),
        to_samples(pause),
        to_samples(longest),
        stop_tones=stop,
    )
    return Recording(
        request, ScriptedModel(), after_playback=after_playback, inter_digit=inter_digit
    )


def run(
    under_test: Recording, parts: list[tuple[str, float]], tones: list[Tone] | None = None
) -> Ending | None:
    return under_test.run(concatenate(parts), tones or [])[2]


def test_silence_from_the_start_fails_at_the_deadline() -> None:
    assert run(recording(initial=3), [("silence", 4)]) == Ending(3 * SECOND, Cause.INITIAL_SILENCE)


def test_a_pause_counts_from_where_speech_ended() -> None:
    parts = [("silence", 0.512), ("speech", 2 * 0.512), ("silence", 3)]
    spoken_until = to_samples(0.512 * 3) - END_BIAS
    assert run(recording(pause=2), parts) == Ending(spoken_until + 2 * SECOND, Cause.MAX_SILENCE)


def test_a_shorter_pause_is_bridged() -> None:
    parts = [("speech", 1.024), ("silence", 1.8), ("speech", 1.024), ("silence", 3)]
    ending = run(recording(pause=2), parts)
    assert ending is not None
    assert ending.cause is Cause.MAX_SILENCE
    assert ending.sample > to_samples(1.024 + 1.8 + 1.024)


def test_speech_runs_into_the_maximum_duration() -> None:
    assert run(recording(longest=4), [("speech", 6)]) == Ending(4 * SECOND, Cause.MAX_DURATION)


def test_a_stop_tone_ends_it_where_it_was_reported() -> None:
    tones = [Tone("5", 8_000), Tone("#", 20_000)]
    assert run(recording(stop=("#",)), [("silence", 3)], tones) == Ending(20_000, Cause.STOP_TONE)


def test_other_keys_do_not_end_it_and_are_not_speech() -> None:
    ending = run(recording(initial=2, stop=("#",)), [("silence", 3)], [Tone("4", 9_000)])
    assert ending == Ending(2 * SECOND, Cause.INITIAL_SILENCE)


def test_a_sequence_of_keys_matches_over_consecutive_keys() -> None:
    tones = [Tone("1", 4_000), Tone("2", 8_000), Tone("1", 12_000), Tone("1", 16_000)]
    ending = run(recording(stop=("11",)), [("silence", 3)], tones)
    assert ending == Ending(16_000, Cause.STOP_TONE)


@pytest.mark.parametrize(
    ("initial", "longest", "tone", "cause"),
    [
        (2, 2, 2 * SECOND, Cause.STOP_TONE),
        (2, 2, None, Cause.INITIAL_SILENCE),
        (2, 1, None, Cause.MAX_DURATION),
        (1, 2, 1 * SECOND + 1, Cause.INITIAL_SILENCE),
        (1, 2, 1 * SECOND - 1, Cause.STOP_TONE),
    ],
)
def test_the_earliest_sample_wins_then_the_order(
    initial: float, longest: float, tone: int | None, cause: Cause
) -> None:
    tones = [] if tone is None else [Tone("#", tone)]
    ending = run(recording(initial, 5, longest, ("#",)), [("silence", 4)], tones)
    assert ending is not None
    assert ending.cause is cause


def test_a_pause_wins_over_the_maximum_duration_on_the_same_sample() -> None:
    spoken_until = 62 * CHUNK - END_BIAS
    longest = (spoken_until + 3 * SECOND) / SECOND
    ending = run(
        recording(pause=3, longest=longest), [("speech", 62 * CHUNK / SECOND), ("silence", 4)]
    )
    assert ending == Ending(spoken_until + 3 * SECOND, Cause.MAX_SILENCE)


class TestSpeechAtTheDeadline:
    """Voiced audio at a silence deadline: the verdict waits until it is confirmed or refuted."""

    DEADLINE = 2 * SECOND  # falls into the chunk 31744..32256

    def ending(self, audio: np.ndarray, tones: list[Tone] | None = None) -> Ending | None:
        under_test = recording(initial=2, stop=("#",))
        return under_test.run(audio.astype(np.int16), tones or [])[2]

    def audio(self, *voiced_chunks: int, seconds: float = 2.5) -> np.ndarray:
        audio = np.zeros(to_samples(seconds), np.int16)
        for chunk in voiced_chunks:
            audio[chunk * CHUNK : (chunk + 1) * CHUNK] = SPEECH
        return audio

    def test_speech_confirmed_after_the_deadline_counts_from_its_start(self) -> None:
        assert self.ending(self.audio(62, 63, 64, 65)) is None

    def test_two_of_three_chunks_confirm_it(self) -> None:
        assert self.ending(self.audio(62, 64)) is None

    def test_a_click_before_the_deadline_is_not_speech(self) -> None:
        assert self.ending(self.audio(61)) == Ending(self.DEADLINE, Cause.INITIAL_SILENCE)

    def test_speech_that_begins_after_the_deadline_is_too_late(self) -> None:
        assert self.ending(self.audio(63, 64, 65)) == Ending(self.DEADLINE, Cause.INITIAL_SILENCE)

    def test_a_stop_tone_in_the_wait_counts_only_if_the_caller_spoke(self) -> None:
        tones = [Tone("#", self.DEADLINE + 600)]
        assert self.ending(self.audio(62, 63), tones) == Ending(
            self.DEADLINE + 600, Cause.STOP_TONE
        )
        assert self.ending(self.audio(), tones) == Ending(self.DEADLINE, Cause.INITIAL_SILENCE)

    def test_the_recording_ends_at_the_deadline_though_the_verdict_came_later(self) -> None:
        under_test = recording(initial=2)
        used, _, ending = under_test.run(self.audio(62), [])
        assert ending == Ending(self.DEADLINE, Cause.INITIAL_SILENCE)
        assert self.DEADLINE < used <= self.DEADLINE + 1_600
        assert len(under_test.audio(ending.sample)) == self.DEADLINE


class TestEchoTail:
    """250 ms after a prompt or beep are not judged."""

    def test_a_sound_only_in_the_tail_is_ignored(self) -> None:
        under_test = recording(initial=2, after_playback=True)
        assert run(under_test, [("speech", 0.224), ("silence", 2)]) == Ending(
            2 * SECOND, Cause.INITIAL_SILENCE
        )

    def test_without_playback_it_counts(self) -> None:
        ending = run(recording(initial=2, pause=1), [("speech", 0.224), ("silence", 2)])
        assert ending is not None
        assert ending.cause is Cause.MAX_SILENCE

    def test_speech_that_is_still_there_counts_from_the_start(self) -> None:
        under_test = recording(initial=2, after_playback=True)
        _, turns, _ = under_test.run(concatenate([("speech", 1)]), [])
        assert [(turn.started, turn.sample) for turn in turns] == [(True, 0)]


@pytest.mark.parametrize("frame", [1, 160, 320, 777, 100_000])
def test_the_same_audio_ends_the_same_way_however_it_is_cut(frame: int) -> None:
    audio = concatenate(
        [("silence", 0.7), ("speech", 0.9), ("silence", 0.83), ("speech", 0.31), ("silence", 2)]
    )
    under_test = recording(pause=1, stop=("#",), after_playback=True)
    seen: list[object] = []
    for start in range(0, len(audio), frame):
        _, turns, ending = under_test.run(audio[start : start + frame], [])
        seen += turns
        if ending is not None:
            seen.append(ending)
            break
    whole = recording(pause=1, stop=("#",), after_playback=True)
    _, turns, ending = whole.run(audio, [])
    assert seen == [*turns, ending]
    assert ending is not None


def test_the_recording_is_what_was_heard_bit_for_bit_and_read_only() -> None:
    audio = np.random.default_rng(1).integers(-9, 9, 5 * SECOND).astype(np.int16)
    under_test = recording(initial=2)
    for start in range(0, len(audio), 777):
        if under_test.run(audio[start : start + 777], [])[2] is not None:
            break
    kept = under_test.audio(2 * SECOND)
    assert np.array_equal(kept, audio[: 2 * SECOND])
    with pytest.raises(ValueError, match="read-only"):
        kept[0] = 1


def test_phases_follow_the_speech() -> None:
    under_test = recording()
    assert under_test.phase is Phase.LISTENING
    run(under_test, [("speech", 1)])
    assert under_test.phase is Phase.SPEAKING
    run(under_test, [("silence", 1)])
    assert under_test.phase is Phase.PAUSING
    run(under_test, [("speech", 1)])
    assert under_test.phase is Phase.SPEAKING


def test_timers_run_down_and_rest() -> None:
    under_test = recording(initial=5, pause=2, longest=10)
    run(under_test, [("silence", 1)])
    initial, pause, longest = under_test.timers()
    assert (initial.left, pause.left, longest.left) == (4 * SECOND, None, 9 * SECOND)
    run(under_test, [("speech", 1)])
    initial, pause, longest = under_test.timers()
    assert (initial.left, pause.left, longest.left) == (None, None, 8 * SECOND)
    run(under_test, [("silence", 1)])
    initial, pause, longest = under_test.timers()
    assert initial.left is None
    assert pause.left is not None
    assert 0 < pause.left < 2 * SECOND
    assert longest.total == 10 * SECOND


def test_a_key_pressed_decides_at_once_and_nothing_after_it_is_kept() -> None:
    under_test = recording(stop=("#",))
    run(under_test, [("silence", 1)])
    assert under_test.press("5") is None
    assert under_test.press("#") == Ending(SECOND, Cause.STOP_TONE)


@pytest.mark.parametrize(("gap", "ends"), [(SECOND, True), (SECOND + 1, False)])
@pytest.mark.parametrize("frame", [1, 160, 320, 777, 100_000])
def test_the_keys_of_a_stop_tone_may_have_a_limit_between_them(
    gap: int, frame: int, *, ends: bool
) -> None:
    under_test = recording(initial=4, stop=("11",), inter_digit=SECOND)
    keys = [Tone("1", 5_000), Tone("1", 5_000 + gap)]
    audio = concatenate([("silence", 4.2)])
    ending = None
    for start in range(0, len(audio), frame):
        piece = audio[start : start + frame]
        tones = [key for key in keys if start < key.sample <= start + len(piece)]
        _, _, ending = under_test.run(piece, tones)
        if ending is not None:
            break
    stopped = Ending(5_000 + gap, Cause.STOP_TONE)
    assert ending == (stopped if ends else Ending(4 * SECOND, Cause.INITIAL_SILENCE))


def test_any_stretch_of_it_can_be_had() -> None:
    under_test = recording(longest=10)
    rng = np.random.default_rng(1)
    audio = rng.integers(-9_000, 9_000, 20_000).astype(np.int16)
    for start in range(0, len(audio), 333):
        under_test.run(audio[start : start + 333], [])
    for start, end in [(0, 0), (0, 20_000), (5, 6), (332, 334), (15_000, 30_000), (20_000, 25_000)]:
        assert np.array_equal(under_test.stretch(start, end), audio[start:end])
    assert under_test.settled == 20_000 - CONFIRMATION_WAIT
