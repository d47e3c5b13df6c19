"""Live resampling: clean, early, the same however it is cut, and steered without a click."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from app.audio.resample import Resampler

RATES = [8_000, 11_025, 16_000, 44_100, 48_000, 96_000]


def sine(hertz: float, rate: int, count: int, peak: float = 20_000.0) -> NDArray[np.int16]:
    return np.rint(peak * np.sin(2 * np.pi * hertz * np.arange(count) / rate)).astype(np.int16)


def run(resampler: Resampler, sound: NDArray[np.int16], block: int) -> NDArray[np.int16]:
    blocks = range(0, len(sound), block)
    return np.concatenate([resampler.process(sound[i : i + block]) for i in blocks])


def purity(sound: NDArray[np.int16], hertz: float, rate: int) -> tuple[float, float]:
    """Peak of the sine in ``sound``, and its level over all the rest in dB."""
    turns = 2 * np.pi * hertz / rate * np.arange(len(sound))
    basis = np.stack([np.sin(turns), np.cos(turns)], axis=1)
    weights, *_ = np.linalg.lstsq(basis, sound.astype(float), rcond=None)
    rest = sound - basis @ weights
    return float(np.hypot(*weights)), float(20 * np.log10(np.std(sound) / np.std(rest)))


def test_equal_rates_pass_every_bit() -> None:
    sound = np.random.default_rng(1).integers(-32768, 32768, 5000).astype(np.int16)
    out = run(Resampler(16_000, 16_000), sound, 77)
    np.testing.assert_array_equal(out, sound[: len(out)])


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("hertz", [300.0, 3_400.0, 7_000.0])
def test_tone_passes_from_and_to_every_rate(rate: int, hertz: float) -> None:
    if hertz > 0.44 * rate:
        pytest.skip("above what this rate carries")
    for into, out in ((rate, 16_000), (16_000, rate)):
        sound = run(Resampler(into, out), sine(hertz, into, into), into // 50)
        peak, clean = purity(sound[len(sound) // 4 : -len(sound) // 4], hertz, out)
        assert peak == pytest.approx(20_000, rel=0.005)
        assert clean > 85


@pytest.mark.parametrize("rate", [44_100, 48_000, 96_000])
@pytest.mark.parametrize("hertz", [9_000.0, 10_500.0, 15_000.0])
def test_what_16_khz_cannot_carry_is_kept_out(rate: int, hertz: float) -> None:
    out = run(Resampler(rate, 16_000), sine(hertz, rate, rate), rate // 100)
    inside = out[1000:-1000].astype(float)
    assert np.sqrt(np.mean(inside**2)) < 20_000 / np.sqrt(2) * 10 ** (-80 / 20)


@pytest.mark.parametrize("block", [1, 97, 441, 5000])
def test_cut_does_not_matter(block: int) -> None:
    sound = np.random.default_rng(2).integers(-9000, 9000, 5000).astype(np.int16)
    whole = Resampler(44_100, 16_000).process(sound)
    cut = run(Resampler(44_100, 16_000), sound, block)
    assert len(cut) == len(whole)
    assert np.abs(cut.astype(int) - whole).max() <= 1


@pytest.mark.parametrize("rate", RATES)
def test_delay_is_at_most_three_milliseconds(rate: int) -> None:
    resampler = Resampler(rate, 16_000)
    assert resampler.delay / rate <= 0.003
    out = run(resampler, np.zeros(rate, np.int16), rate // 100)
    assert len(out) == pytest.approx((rate - resampler.delay) * 16_000 / rate, abs=2)


def test_silence_stays_silence() -> None:
    resampler = Resampler(48_000, 16_000)
    resampler.steer(150)
    assert not run(resampler, np.zeros(48_000, np.int16), 480).any()


@pytest.mark.parametrize("ppm", [200.0, -200.0, 1000.0])
def test_steering_changes_the_length_and_nothing_else(ppm: float) -> None:
    resampler = Resampler(16_000, 16_000)
    resampler.steer(ppm)
    out = run(resampler, sine(1000, 16_000, 160_000), 320)
    assert len(out) == pytest.approx(160_000 / (1 + ppm * 1e-6), abs=26)
    _, clean = purity(out[16_000:48_000], 1000 * (1 + ppm * 1e-6), 16_000)
    assert clean > 85


def test_steering_back_and_forth_makes_no_click() -> None:
    resampler = Resampler(16_000, 16_000)
    sound = sine(440, 16_000, 160_000)
    out = []
    for number, start in enumerate(range(0, len(sound), 320)):
        resampler.steer(1000 * np.sin(number / 7))
        out.append(resampler.process(sound[start : start + 320]))
    bend = np.abs(np.diff(np.concatenate(out)[100:].astype(int), 2)).max()
    assert bend <= 20_000 * (2 * np.pi * 440 * 1.001 / 16_000) ** 2 + 2
