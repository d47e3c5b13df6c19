"""What an export says that it does not hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from app.exports.left_out import AUDIO, CUT, EVENTS, SECRETS, left_out
from app.runtime.long_bodies import LongBodies
from app.runtime.private_folder import PrivateFolder
from tests.helpers.inspected import OPERATION, request, wire
from tests.helpers.saved import planted_call


def test_everything_that_is_left_out_is_said() -> None:
    call = planted_call()
    assert left_out([call], secrets=False, audio=False, events=False) == [
        SECRETS,
        AUDIO,
        EVENTS,
    ]
    assert (
        left_out([planted_call({OPERATION: np.zeros(1, np.int16)})], secrets=True, audio=True) == []
    )


def test_a_body_that_is_not_whole() -> None:
    short = request(body="ab\n[70,000 characters in all, the first 65,536 are here]")
    call = planted_call()
    cut = replace(call, records=(*call.records, wire(9, short)))
    assert left_out([cut], secrets=True, audio=False) == [AUDIO, CUT]
    bodies = LongBodies(PrivateFolder())
    long = bodies.shorten(request(body="x" * 100_000))
    whole = replace(call, records=(*call.records, wire(9, long)))
    assert left_out([whole], secrets=True, audio=False) == [AUDIO]
    bodies.close()


def test_audio_that_was_wanted_and_is_gone() -> None:
    (gone,) = left_out([planted_call()], secrets=True, audio=True)
    assert "nothing was kept" in gone
