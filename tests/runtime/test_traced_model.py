"""A model that writes down what it says, and ears that keep what they let through."""

from __future__ import annotations

import numpy as np
import pytest

from app.engine.speech import CHUNK
from app.runtime.traced_model import TracedEars, TracedModel
from tests.helpers.playbook import SPEECH, ScriptedModel


def test_each_recording_has_a_trace_of_its_own() -> None:
    model = TracedModel(ScriptedModel())
    model.reset()
    assert model.feed(np.full(CHUNK + 10, SPEECH, np.int16)) == [0.9]
    model.feed(np.zeros(CHUNK, np.int16))
    model.reset()
    model.feed(np.zeros(3 * CHUNK, np.int16))
    first, second = model.traces
    assert first.fed == 2 * CHUNK + 10
    assert list(first.probabilities) == pytest.approx([0.9, 0.1])
    assert list(second.probabilities) == pytest.approx([0.1] * 3)
    assert model.name == "scripted"


class Halving:
    """Ears that hear everything half as loud."""

    def __init__(self) -> None:
        self.noted = 0

    def hear(self, caller: np.ndarray) -> np.ndarray:
        return (caller // 2).astype(np.int16)

    def played(self, speaker: np.ndarray) -> None:
        self.noted += len(speaker)


def test_ears_keep_what_was_heard_until_it_is_taken() -> None:
    inner = Halving()
    ears = TracedEars(inner)
    ears.hear(np.full(10, 100, np.int16))
    assert ears.hear(np.full(5, 50, np.int16)).tolist() == [25] * 5
    ears.played(np.zeros(15, np.int16))
    assert inner.noted == 15
    assert ears.take().tolist() == [50] * 10 + [25] * 5
    assert len(ears.take()) == 0
