"""Key tones are what ITU-T Q.23 and the caller say: length, pitch, level, flanks."""

from __future__ import annotations

import numpy as np
import pytest

from app.engine.timebase import SAMPLE_RATE
from app.engine.tone_generator import COLUMN_HZ, KEYS, ROW_HZ, dbm0_to_amplitude, dtmf


def spectrum_db(samples: np.ndarray) -> np.ndarray:
    """Peak of each sine in dB of full scale; of one second, so that bin n is n Hz."""
    assert len(samples) == SAMPLE_RATE
    magnitude = np.abs(np.fft.rfft(samples / 32768.0)) * 2.0 / SAMPLE_RATE
    return np.asarray(20.0 * np.log10(magnitude + 1e-12))


@pytest.mark.parametrize("tone", KEYS)
def test_a_tone_is_its_two_frequencies_and_nothing_else(tone: str) -> None:
    row, column = divmod(KEYS.index(tone), 4)
    levels = spectrum_db(dtmf(tone, SAMPLE_RATE, ramp=0))
    low, high = int(ROW_HZ[row]), int(COLUMN_HZ[column])
    assert levels[low] == pytest.approx(-11.0 - 3.17, abs=0.01)
    assert levels[high] == pytest.approx(-9.0 - 3.17, abs=0.01)
    levels[[low, high]] = -200.0
    assert levels.max() < -90.0


def test_the_keys_are_laid_out_as_on_a_telephone() -> None:
    assert [KEYS[i : i + 4] for i in range(0, 16, 4)] == ["123A", "456B", "789C", "*0#D"]


@pytest.mark.parametrize(("low", "high"), [(-1.0, -9.0), (-25.0, -25.0), (-12.0, -4.0)])
def test_levels_are_those_asked_for(low: float, high: float) -> None:
    levels = spectrum_db(dtmf("5", SAMPLE_RATE, low_dbm0=low, high_dbm0=high, ramp=0))
    assert levels[770] == pytest.approx(low - 3.17, abs=0.01)
    assert levels[1336] == pytest.approx(high - 3.17, abs=0.01)


def test_0_dbm0_peaks_3_17_db_below_full_scale() -> None:
    assert 20.0 * np.log10(dbm0_to_amplitude(0.0) / 32768.0) == pytest.approx(-3.17)


@pytest.mark.parametrize("samples", [0, 1, 2, 3, 159, 160, 161, 1600, 1601])
def test_length_is_exact(samples: int) -> None:
    tone = dtmf("#", samples)
    assert tone.dtype == np.int16
    assert tone.shape == (samples,)


def test_ramps_shape_the_flanks_and_leave_the_middle() -> None:
    hard, soft = dtmf("8", 1600, ramp=0).astype(float), dtmf("8", 1600).astype(float)
    assert np.array_equal(soft[80:1520], hard[80:1520])
    envelope = (np.arange(80) + 0.5) / 80
    assert np.allclose(soft[:80], hard[:80] * envelope, atol=1.0)
    assert np.allclose(soft[1520:], hard[1520:] * envelope[::-1], atol=1.0)


def test_a_short_tone_has_short_ramps() -> None:
    hard, soft = dtmf("8", 100, ramp=0).astype(float), dtmf("8", 100).astype(float)
    assert np.allclose(soft[:50], hard[:50] * (np.arange(50) + 0.5) / 50, atol=1.0)


def test_too_loud_clips_and_does_not_wrap() -> None:
    loud = dtmf("5", 1600, low_dbm0=3.0, high_dbm0=3.0, ramp=0)
    quiet = dtmf("5", 1600, low_dbm0=-3.0, high_dbm0=-3.0, ramp=0)
    assert loud.max() == 32767
    assert loud.min() == -32768
    sounding = quiet != 0
    assert np.array_equal(np.sign(loud[sounding]), np.sign(quiet[sounding]))


@pytest.mark.parametrize("tone", ["", "E", "a", "12", "10"])
def test_an_unknown_tone_is_refused_by_name(tone: str) -> None:
    with pytest.raises(ValueError, match="Unknown key tone") as caught:
        dtmf(tone, 800)
    assert repr(tone) in str(caught.value)
    assert "1 2 3 A" in str(caught.value)


@pytest.mark.parametrize(("samples", "ramp"), [(-1, 80), (800, -1)])
def test_negative_lengths_are_refused(samples: int, ramp: int) -> None:
    with pytest.raises(ValueError, match="use 0 or more"):
        dtmf("1", samples, ramp=ramp)
