"""WAV files as bytes."""

from __future__ import annotations

import io
import wave
from typing import Any

import numpy as np
from numpy.typing import NDArray


def wav(samples: NDArray[Any], rate: int = 16_000, channels: int = 1) -> bytes:
    """Return int16 ``samples`` (interleaved) as a plain PCM WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.astype("<i2").tobytes())
    return out.getvalue()


def samples_of(data: bytes) -> NDArray[np.int16]:
    """Return the samples of a 16 bit WAV file."""
    with wave.open(io.BytesIO(data)) as file:
        assert file.getsampwidth() == 2
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.int16)
