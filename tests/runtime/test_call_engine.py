"""The settings that reach the engine and the requests."""

from __future__ import annotations

import numpy as np
import pytest

from app.graph.errors import GraphError
from app.graph.profiles import RECORD_2018, V1
from app.runtime.call_engine import engine_config, recording_request
from app.settings import Settings

BEEP = np.zeros(10, np.int16)
PROMPT = {"mediaInfo": {"uri": "http://127.0.0.1/a.wav"}}


def test_the_engine_gets_its_settings() -> None:
    plain = engine_config(Settings(), BEEP)
    assert (plain.fail_on_hang_up, plain.inter_digit, plain.early_stop, plain.beep_recorded) == (
        False,
        None,
        False,
        False,
    )
    changed = engine_config(
        Settings()
        .set("call.hangUpWhileRecording", "failed")
        .set("recording.interDigitSeconds", 2)
        .set("recording.stopTonesInPrompts", value=True)
        .set("recording.withBeep", value=True),
        BEEP,
    )
    assert changed.fail_on_hang_up and changed.early_stop and changed.beep_recorded
    assert changed.inter_digit == 32_000 and changed.beep is BEEP


def test_the_default_of_2018_is_a_setting_and_that_of_others_is_not() -> None:
    settings = Settings().set("record.defaultMaxDurationSeconds", 300)
    assert recording_request({}, RECORD_2018, settings).max_duration == 300
    assert recording_request({}, V1, settings).max_duration == 5


def test_several_prompts_are_a_setting() -> None:
    body = {"prompts": [PROMPT] * 20}
    with pytest.raises(GraphError):
        recording_request(body, V1, Settings())
    accepting = Settings().set("prompts.several", "accept")
    assert len(recording_request(body, V1, accepting).prompts) == 20
    with pytest.raises(GraphError):
        recording_request({"prompts": [PROMPT] * 21}, V1, accepting)
