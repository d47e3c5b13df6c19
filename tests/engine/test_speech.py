"""The segmenter, told in chunks: V is voiced, . is silent, ~ lies between the two thresholds."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.limits import CONFIRMATION_WAIT, ECHO_TAIL
from app.engine.speech import CHUNK, END_BIAS, HANGOVER, SpeechSegmenter, Voice

PROBABILITY = {"V": 0.9, "~": 0.4, ".": 0.05}
HELD = HANGOVER // CHUNK


def listen(
    chunks: str | Iterable[float], *, sensitivity: float = 0.5, ungated_from: int = 0
) -> list[Voice]:
    """What the segmenter knows after each chunk."""
    segmenter = SpeechSegmenter(sensitivity=sensitivity, ungated_from=ungated_from)
    return [segmenter.feed(PROBABILITY[c] if isinstance(c, str) else c) for c in chunks]


def end_of(chunk: int) -> int:
    """The reported end of speech whose last voiced chunk is this one."""
    return (chunk + 1) * CHUNK - END_BIAS


def test_knows_nothing_before_any_speech() -> None:
    assert listen("..") == [
        Voice(CHUNK, 0.05, False, None, None, None),
        Voice(2 * CHUNK, 0.05, False, None, None, None),
    ]


@pytest.mark.parametrize(
    ("chunks", "start"),
    [
        ("VV", 0),
        ("V.V", 0),
        ("...VV", 3),
        ("...V.V", 3),
        ("V..VV", 3),
        ("V..V.V", 3),
        ("V...V...VV", 8),
        ("~VV", 1),
        ("V~V", 0),
    ],
)
def test_two_of_three_voiced_chunks_are_speech_from_the_first(chunks: str, start: int) -> None:
    heard = listen(chunks)
    assert heard[-1].speaking
    assert heard[-1].start == start * CHUNK
    assert not any(voice.speaking for voice in heard[:-1])


@pytest.mark.parametrize("chunks", ["V", "V..", "V..V..V..V", "~~~~~~", "V~~V~~V"])
def test_anything_less_is_not(chunks: str) -> None:
    assert all(not v.speaking and v.start is None and v.last is None for v in listen(chunks))


@pytest.mark.parametrize(
    ("chunks", "candidates"),
    [
        ("V", [0]),
        ("V..", [0, 0, None]),
        (".V.V", [None, 1, 1, None]),
        ("VV", [0, None]),
        ("V..V..", [0, 0, None, 3, 3, None]),
    ],
)
def test_voiced_audio_is_a_candidate_while_it_may_be_confirmed(
    chunks: str, candidates: list[int | None]
) -> None:
    expected = [None if c is None else c * CHUNK for c in candidates]
    assert [voice.candidate for voice in listen(chunks)] == expected


def test_speech_goes_on_down_to_the_lower_threshold() -> None:
    heard = listen("VV~~~~~~~~~~")
    assert heard[-1].speaking
    assert heard[-1].last == end_of(11)


def test_the_end_is_dated_back_by_the_models_lag() -> None:
    heard = listen("VVVV......")
    assert [voice.last for voice in heard[3:]] == [end_of(3)] * 7


def test_the_end_is_never_before_the_start() -> None:
    voice = listen("VV")[-1]
    assert voice.start == 0
    assert voice.last == end_of(1) > 0


def test_speech_is_over_after_the_hangover_and_not_before() -> None:
    heard = listen("VVV" + "." * HELD)
    assert [voice.speaking for voice in heard[1:]] == [True] * (HELD + 1) + [False]


def test_a_short_break_does_not_part_a_segment() -> None:
    heard = listen("VVV" + "." * (HELD - 1) + "V")
    assert heard[-1].speaking
    assert heard[-1].start == 0
    assert heard[-1].last == end_of(HELD + 2)


def test_a_stray_chunk_in_a_pause_moves_nothing() -> None:
    heard = listen("VVV" + "." * HELD + "V..V...V..")
    assert {voice.last for voice in heard[3:]} == {end_of(2)}
    assert {voice.start for voice in heard[1:]} == {0}
    assert not heard[-1].speaking
    assert heard[HELD + 3].candidate == (HELD + 3) * CHUNK


def test_what_was_a_word_end_does_not_confirm_the_next_word() -> None:
    """A segment takes its own two voiced chunks, those of the last one do not count."""
    heard = listen("VVV" + "." * HELD + "V")
    assert not heard[-1].speaking


def test_a_second_segment_has_its_own_start() -> None:
    heard = listen("VVV" + "." * 20 + "VV")
    assert heard[-2].start == 0
    assert (heard[-1].start, heard[-1].last) == (23 * CHUNK, end_of(24))


class TestGate:
    """The echo of a prompt or beep is not judged."""

    GATED = 8  # chunks that begin within the 4000 samples of the echo tail

    def listen(self, chunks: str) -> list[Voice]:
        return listen(chunks, ungated_from=ECHO_TAIL)

    def test_nothing_in_it_is_speech_or_a_candidate(self) -> None:
        heard = self.listen("V" * self.GATED + "....")
        assert all(not v.speaking and v.candidate is None and v.last is None for v in heard)

    def test_its_last_chunk_does_not_confirm_the_first_after_it(self) -> None:
        heard = self.listen("." * (self.GATED - 1) + "VV")
        assert not heard[-1].speaking
        assert heard[-1].candidate == self.GATED * CHUNK

    def test_speech_that_goes_on_after_it_counts_from_the_beginning(self) -> None:
        heard = self.listen("...VVVVV" + "VV")
        assert heard[-1].start == 0
        assert heard[-1].last == end_of(self.GATED + 1)

    @pytest.mark.parametrize("chunks", ["...VV~~~VV", "...VV~VV~VV", "V~~~~~~~VV"])
    def test_a_weak_moment_does_not_break_it(self, chunks: str) -> None:
        assert self.listen(chunks)[-1].start == 0

    @pytest.mark.parametrize("chunks", ["VVVVVVV.VV", "VVVVVVVV.VV", "~~~~~~~~VV", "........VV"])
    def test_a_break_does(self, chunks: str) -> None:
        heard = self.listen(chunks)
        assert heard[-1].speaking
        assert heard[-1].start == (len(chunks) - 2) * CHUNK

    def test_only_the_run_that_touches_the_gate_counts_from_the_beginning(self) -> None:
        heard = self.listen("V" * self.GATED + "V...VV")
        assert heard[-1].start == (self.GATED + 4) * CHUNK

    def test_the_next_segment_has_its_own_start(self) -> None:
        heard = self.listen("V" * (self.GATED + 2) + "." * 10 + "VV")
        assert heard[-1].start == (self.GATED + 12) * CHUNK

    @pytest.mark.parametrize(("gate", "judged"), [(0, 0), (1, 1), (CHUNK, 1), (CHUNK + 1, 2)])
    def test_a_chunk_that_begins_before_its_end_is_not_judged(self, gate: int, judged: int) -> None:
        heard = listen("VVVV", ungated_from=gate)
        assert [voice.speaking for voice in heard].index(True) == judged + 1


class TestSensitivity:
    @pytest.mark.parametrize(
        ("sensitivity", "on", "off"),
        [(0.0, 0.8, 0.56), (0.5, 0.5, 0.35), (0.75, 0.35, 0.245), (1.0, 0.2, 0.14)],
    )
    def test_moves_both_thresholds(self, sensitivity: float, on: float, off: float) -> None:
        above, below = 1e-6, -1e-6
        quiet = [0.0] * (HELD + 1)

        def speaks(*probabilities: float) -> bool:
            return listen(probabilities, sensitivity=sensitivity)[-1].speaking

        assert speaks(on + above, on + above)
        assert not speaks(1.0, on + below)
        assert speaks(1.0, 1.0, *quiet[:-2], off + above, *quiet[:-2])
        assert not speaks(1.0, 1.0, *quiet[:-2], off + below, *quiet[:-2])

    @pytest.mark.parametrize("sensitivity", [-0.1, 1.1, float("nan")])
    def test_is_a_share(self, sensitivity: float) -> None:
        with pytest.raises(ValueError, match="between 0 and 1"):
            SpeechSegmenter(sensitivity=sensitivity)


def test_a_gate_cannot_open_before_the_recording() -> None:
    with pytest.raises(ValueError, match="-1"):
        SpeechSegmenter(ungated_from=-1)


@given(
    st.lists(st.sampled_from(sorted(PROBABILITY.values())) | st.floats(0, 1), max_size=60),
    st.sampled_from([0, 4000]),
    st.sampled_from([0.0, 0.5, 1.0]),
)
def test_holds_for_any_probabilities(
    probabilities: list[float], gate: int, sensitivity: float
) -> None:
    before = Voice(0, 0.0, False, None, None, None)
    for voice in listen(probabilities, sensitivity=sensitivity, ungated_from=gate):
        assert voice.end == before.end + CHUNK
        assert (voice.start is None) == (voice.last is None)
        if voice.start is not None and voice.last is not None:
            assert 0 <= voice.start <= voice.last <= voice.end
            assert before.last is None or voice.last >= before.last
        if voice.speaking and not before.speaking:
            assert voice.start is not None
            assert voice.start == 0 or voice.end - voice.start <= CONFIRMATION_WAIT
            assert voice.start in (0, before.candidate)
        if voice.candidate is not None:
            assert not voice.speaking
            assert max(gate, voice.end - 2 * CHUNK) <= voice.candidate < voice.end
        if not voice.speaking:
            assert voice.last == before.last
        before = voice
