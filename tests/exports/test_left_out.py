"""What an export says that it does not hold."""

from __future__ import annotations

import numpy as np

from app.exports.left_out import AUDIO, CUT, EVENTS, SECRETS, left_out
from tests.helpers.inspected import OPERATION
from tests.helpers.saved import planted_call


def test_everything_that_is_left_out_is_said() -> None:
    call = planted_call()
    assert left_out([call], secrets=False, audio=False, events=False) == [
        SECRETS,
        AUDIO,
        EVENTS,
        CUT,
    ]
    assert left_out(
        [planted_call({OPERATION: np.zeros(1, np.int16)})], secrets=True, audio=True
    ) == [CUT]


def test_audio_that_was_wanted_and_is_gone() -> None:
    (gone, _) = left_out([planted_call()], secrets=True, audio=True)
    assert "nothing was kept" in gone
