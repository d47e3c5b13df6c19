"""Sweeps: the same outcomes as single runs, value by value."""

from __future__ import annotations

import numpy as np
import pytest

from app.engine.call import EngineConfig
from app.engine.tones import dtmf
from app.graph.profiles import RECORD_2018, V1
from app.graph.requests import parse_record_response
from app.runtime.clock import new_id
from app.runtime.feeder import Press
from app.runtime.simulation import simulate
from app.runtime.sweep import Axis, SweepError, sweep
from tests.helpers.playbook import BEEP, ScriptedModel, concatenate

AUDIO = concatenate([("silence", 0.9), ("speech", 1.1), ("silence", 1.6), ("speech", 0.7)])
AUDIO[50_000:51_600] = dtmf("7", 1_600)
PRESSES = [Press("5", 12_345), Press("#", 100_000)]


@pytest.mark.parametrize("beep", [False, True])
def test_every_value_has_the_outcome_of_a_run_of_its_own(beep: bool) -> None:
    axis = Axis.parse("maxSilenceTimeoutInSeconds=1:5:1")
    body = {"stopTones": ["#"], "maxRecordDurationInSeconds": 20, "playBeep": beep}
    config = EngineConfig(BEEP)
    swept = sweep(
        AUDIO,
        parse_record_response(body, V1).command("op"),
        [axis],
        config=config,
        model=ScriptedModel(),
        presses=PRESSES,
    )
    for values, outcome in swept:
        single = simulate(
            AUDIO,
            parse_record_response(
                body | {"maxSilenceTimeoutInSeconds": int(values[axis.name])}, V1
            ),
            config=config,
            model=ScriptedModel,
            new_id=new_id,
            presses=PRESSES,
        )
        assert outcome == single.data["outcome"]


def test_axes_multiply_and_fractions_are_allowed() -> None:
    axes = [
        Axis.parse("maxRecordDurationInSeconds=1:2:0.5"),
        Axis.parse("hearing.sensitivity=0:1:0.5"),
    ]
    request = parse_record_response({}, V1).command("op")
    speech = concatenate([("speech", 3)])
    found = list(sweep(speech, request, axes, config=EngineConfig(BEEP), model=ScriptedModel()))
    assert len(found) == 9
    assert [outcome["seconds"] for _, outcome in found] == [1] * 3 + [1.5] * 3 + [2] * 3


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "maxSilenceTimeoutInSeconds=1",
        "maxSilenceTimeoutInSeconds=1:2",
        "maxSilenceTimeoutInSeconds=a:b:c",
        "noSuch=1:2:1",
        "maxSilenceTimeoutInSeconds=5:1:1",
        "maxSilenceTimeoutInSeconds=1:5:0",
        "maxSilenceTimeoutInSeconds=1:5:nan",
        "hearing.sensitivity=0:2:1",
        "maxSilenceTimeoutInSeconds=1:1000:0.0001",
    ],
)
def test_what_is_no_sweep_is_refused_in_words(text: str) -> None:
    with pytest.raises(SweepError):
        Axis.parse(text)


def test_the_last_value_is_in_it() -> None:
    assert Axis.parse("hearing.sensitivity=0.1:0.3:0.1").values == (0.1, 0.2, 0.3)


def test_the_file_may_be_longer_than_the_recording() -> None:
    request = parse_record_response({"maxRecordDurationInSeconds": 1}, V1).command("op")
    axis = Axis.parse("initialSilenceTimeoutInSeconds=5:5:1")
    long = np.zeros(80_000, np.int16)
    ((_, outcome),) = sweep(long, request, [axis], config=EngineConfig(BEEP), model=ScriptedModel())
    assert outcome["reason"] == "maxRecordDurationReached"


def test_a_recording_that_would_not_fit_is_refused() -> None:
    body = {"maxRecordDurationInSeconds": 100_000}
    request = parse_record_response(body, RECORD_2018).command("op")
    found = sweep(
        np.zeros(16, np.int16),
        request,
        [Axis.parse("maxSilenceTimeoutInSeconds=1:2:1")],
        config=EngineConfig(BEEP),
        model=ScriptedModel(),
    )
    with pytest.raises(SweepError, match="7200"):
        next(found)
