"""The fit finds what was put in, and calls everything else impure."""

from __future__ import annotations

import numpy as np
import pytest

from app.engine.timebase import SAMPLE_RATE
from app.engine.tone_fit import find_onset, fit_tone_pair, longest_absence
from tests.helpers.tone_signals import Floats, telephone_noise

LENGTH = 560
LOW, HIGH = 770.0, 1336.0


def pair(
    length: int = LENGTH, low_hz: float = LOW, high_hz: float = HIGH, phase: float = 1.0
) -> Floats:
    n = np.arange(length) * 2.0 * np.pi / SAMPLE_RATE
    return np.asarray(3000.0 * np.sin(low_hz * n + phase) + 5000.0 * np.sin(high_hz * n))


@pytest.mark.parametrize("phase", [0.0, 1.0, 2.5])
@pytest.mark.parametrize(("low_off", "high_off"), [(8.0, 8.0), (-8.0, 8.0), (8.0, -8.0), (0, 0)])
def test_frequencies_and_amplitudes_are_found(
    low_off: float, high_off: float, phase: float
) -> None:
    found = fit_tone_pair(pair(phase=phase), LOW + low_off, HIGH + high_off)
    assert found.low_hz == pytest.approx(LOW, abs=0.8)
    assert found.high_hz == pytest.approx(HIGH, abs=0.8)
    assert found.low_amplitude == pytest.approx(3000.0, rel=0.01)
    assert found.high_amplitude == pytest.approx(5000.0, rel=0.01)
    assert found.purity > 0.99


@pytest.mark.parametrize("snr", [20.0, 15.0, 10.0])
def test_purity_is_the_share_of_the_energy_that_is_not_noise(snr: float) -> None:
    rng = np.random.default_rng(1)
    tone = pair()
    noise = telephone_noise(LENGTH, rng) * np.sqrt(np.mean(tone * tone) * 10.0 ** (-snr / 10.0))
    share = 1.0 / (1.0 + 10.0 ** (-snr / 10.0))
    assert fit_tone_pair(tone + noise, LOW, HIGH).purity == pytest.approx(share, abs=0.02)


@pytest.mark.parametrize("empty", [60, 120, 200, 280])
@pytest.mark.parametrize("at_end", [True, False])
def test_what_the_tone_does_not_fill_is_impure(empty: int, at_end: bool) -> None:
    piece = pair()
    piece[slice(LENGTH - empty, None) if at_end else slice(0, empty)] = 0.0
    found = fit_tone_pair(piece, LOW, HIGH)
    assert found.purity == pytest.approx(1.0 - empty / LENGTH, abs=0.03)


def test_an_offset_is_not_impure() -> None:
    assert fit_tone_pair(pair() + 4000.0, LOW, HIGH).purity > 0.999


def test_a_third_tone_is_impure() -> None:
    third = 3000.0 * np.sin(1000.0 * 2.0 * np.pi / SAMPLE_RATE * np.arange(LENGTH))
    share = (3.0**2 + 5.0**2) / (3.0**2 + 5.0**2 + 3.0**2)
    assert fit_tone_pair(pair() + third, LOW, HIGH).purity == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize("change", [-0.6, -0.2, 0.0, 0.3, 0.6])
def test_the_swell_is_the_change_from_end_to_end(change: float) -> None:
    swell = 1.0 + change * np.linspace(-0.5, 0.5, LENGTH)
    found = fit_tone_pair(pair() * swell, LOW + 3.0, HIGH - 3.0)
    assert found.low_swell == pytest.approx(change, abs=0.05)
    assert found.high_swell == pytest.approx(change, abs=0.05)


def test_silence_is_no_tone() -> None:
    found = fit_tone_pair(np.zeros(LENGTH), LOW, HIGH)
    assert found.purity == 0.0
    assert found.low_amplitude == found.high_amplitude == 0.0


@pytest.mark.parametrize("gap_ms", [10, 20, 25, 30, 40, 50])
@pytest.mark.parametrize("start", [0, 17, 80])
def test_an_absence_is_as_long_as_the_gap(gap_ms: int, start: int) -> None:
    audio = pair(1600)
    gap = gap_ms * 16
    audio[200 + start : 200 + start + gap] = 0.0
    found = fit_tone_pair(audio[-LENGTH:] if gap < 700 else pair(), LOW, HIGH)
    assert longest_absence(found, audio) == pytest.approx(gap, abs=40)


def test_a_tone_that_goes_on_is_never_absent() -> None:
    found = fit_tone_pair(pair(), LOW, HIGH)
    assert longest_absence(found, pair(1000)) == 0
    assert longest_absence(found, pair(1000) * 0.6) == 0


def test_one_tone_alone_is_presence_and_others_are_not() -> None:
    found = fit_tone_pair(pair(), LOW, HIGH)
    n = np.arange(960) * 2.0 * np.pi / SAMPLE_RATE
    assert longest_absence(found, 3000.0 * np.sin(LOW * n)) == 0
    assert longest_absence(found, 3000.0 * np.sin(1000.0 * n)) > 640


@pytest.mark.parametrize("begin", [3, 100, 415, 640, 700])
@pytest.mark.parametrize("noise", [0.0, 300.0])
def test_the_onset_is_found_to_the_sample(begin: int, noise: float) -> None:
    audio = telephone_noise(1200, np.random.default_rng(begin)) * noise
    audio[begin:] += pair(1200 - begin)
    found = fit_tone_pair(audio[-LENGTH:], LOW + 2.0, HIGH - 2.0)
    assert abs(find_onset(found, audio, LENGTH) - begin) <= 8
