"""Sample-exact key tones (DTMF): the frequencies of ITU-T Q.23 at 16 000 Hz.

Level map: 0 dBm0 is a sine whose peak is -3.17 dBFS, i.e. a sine at full scale is +3.17 dBm0, the
mu-law overload point of ITU-T G.711.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.engine.timebase import SAMPLE_RATE

KEYS = "123A456B789C*0#D"
"""The sixteen keys, row by row: row = index // 4, column = index % 4."""

ROW_HZ = (697.0, 770.0, 852.0, 941.0)
"""Low group, ITU-T Q.23."""

COLUMN_HZ = (1209.0, 1336.0, 1477.0, 1633.0)
"""High group, ITU-T Q.23."""

_FULL_SCALE_DBM0 = 3.17
"""Level of a sine at full scale, ITU-T G.711 (mu-law)."""


def dbm0_to_amplitude(level_dbm0: float) -> float:
    """Peak of a sine of that level, in int16 units (0 dBm0 gives 22 748)."""
    return float(32768.0 * 10.0 ** ((level_dbm0 - _FULL_SCALE_DBM0) / 20.0))


def dtmf(
    tone: str,
    samples: int,
    *,
    low_dbm0: float = -11.0,
    high_dbm0: float = -9.0,
    ramp: int = 80,
) -> NDArray[np.int16]:
    """One key tone.

    Args:
        tone: one character of `KEYS` (upper case).
        samples: length of the result at 16 000 Hz, ramps included; >= 0.
        low_dbm0: level of the low group tone, dBm0. The default levels, -11 and -9 dBm0, are those
            of a subscriber's set (ETSI ES 201 235-2): the line attenuates the high group more.
        high_dbm0: level of the high group tone, dBm0.
        ramp: samples of linear rise and of linear fall (80 = 5 ms, so that a key neither clicks
            nor splatters); shortened to half of `samples` where those are fewer. 0 keys it hard.

    Returns:
        int16, shape (samples,). Both tones start at phase 0, so the same arguments give the same
        samples. Levels whose sum exceeds full scale (two tones above -2.85 dBm0) are clipped.

    Raises:
        ValueError: an unknown tone, or a negative number of samples.

    Any thread.
    """
    if len(tone) != 1 or tone not in KEYS:
        raise ValueError(f"Unknown key tone {tone!r}: use one of {' '.join(KEYS)}.")
    if samples < 0 or ramp < 0:
        raise ValueError(f"A tone cannot have {samples} samples and {ramp} of ramp: use 0 or more.")
    row, column = divmod(KEYS.index(tone), 4)
    n = np.arange(samples, dtype=np.float64)
    step = 2.0 * np.pi / SAMPLE_RATE
    wave = dbm0_to_amplitude(low_dbm0) * np.sin(step * ROW_HZ[row] * n)
    wave += dbm0_to_amplitude(high_dbm0) * np.sin(step * COLUMN_HZ[column] * n)
    rise = min(ramp, samples // 2)
    if rise:
        # Half a step off the ends: the first and last sample already sound, none is wasted.
        envelope = (np.arange(rise) + 0.5) / rise
        wave[:rise] *= envelope
        wave[samples - rise :] *= envelope[::-1]
    return np.clip(np.rint(wave), -32768, 32767).astype(np.int16)
