"""What stands between the caller's audio and the detectors, where anything does.

Only the detectors hear through it: the recording is always what the caller's side gave.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Ears(Protocol):
    """Cleans what the detectors hear, such as of the speaker's echo. Runs where the engine runs."""

    def hear(self, caller: NDArray[np.int16]) -> NDArray[np.int16]:
        """Return ``caller`` (int16 mono 16 kHz) as the detectors are to hear it, as long."""
        ...

    def played(self, speaker: NDArray[np.int16]) -> None:
        """Take note of what the speaker was given (int16 mono 16 kHz) in that stretch."""
        ...
