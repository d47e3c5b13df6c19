"""What is wrong with the sound."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.engine.states import CallState
from app.runtime.ports import Device, DeviceList, StreamStatus
from app.ui.presenters.sound_text import call_problem, device_news, device_problem
from tests.helpers.snapshots import call

RUNNING = StreamStatus("running", "USB Headset")
MICROPHONE = Device("USB Headset", "ALSA", 1, 48_000, True)


def test_no_call_and_a_sound_call_have_no_problem() -> None:
    assert call_problem(None) is None
    assert call_problem(call(caller="live", microphone=RUNNING, speaker=RUNNING)) is None
    assert call_problem(call(caller="silence")) is None
    assert call_problem(call(CallState.TERMINATED, caller="live")) is None


def test_a_live_caller_without_a_microphone_is_not_heard() -> None:
    problem = call_problem(call(caller="live"))
    assert problem is not None and problem.without_microphone
    assert problem.title == "You are not heard"


@pytest.mark.parametrize("state", ["stalled", "lost", "failed"])
def test_a_stream_in_trouble_says_what_its_watchdog_says(state: str) -> None:
    status = StreamStatus(state, "USB", "The microphone is gone.")  # type: ignore[arg-type]
    problem = call_problem(call(caller="live", microphone=status, speaker=RUNNING))
    assert problem is not None and problem.text == "The microphone is gone."
    assert state in problem.key
    problem = call_problem(call(caller="live", microphone=RUNNING, speaker=status))
    assert problem is not None and problem.title == "The speaker is gone"


def test_a_stream_without_words_gets_ours() -> None:
    problem = call_problem(call(caller="live", microphone=StreamStatus("stalled", "USB")))
    assert problem is not None and "silence" in problem.text


def test_a_machine_without_microphones_says_what_to_do() -> None:
    assert device_problem(None) is None
    assert device_problem(DeviceList((MICROPHONE,), ())) is None
    problem = device_problem(DeviceList((), (), "Install PortAudio."))
    assert problem is not None and problem.text.endswith("Install PortAudio.")
    assert "demo caller speaks" in problem.text
    problem = device_problem(DeviceList((), ()))
    assert problem is not None and "Plug one in" in problem.text


def test_what_becomes_of_the_device_is_told_once() -> None:
    away = StreamStatus("running", "Built-in", stands_in_for="USB Headset")
    told = "The microphone “USB Headset” is not there. “Built-in” is used."
    for before in (None, RUNNING, StreamStatus("lost", "USB Headset", "It is gone.")):
        assert device_news("input", before, away) == told
    assert device_news("input", away, away) == ""
    assert device_news("input", away, replace(away, overflows=3)) == ""
    assert device_news("output", away, RUNNING) == "The speaker “USB Headset” is back."
    assert device_news("output", None, away).startswith("The speaker “USB Headset” is not there")


def test_another_default_is_told() -> None:
    other = StreamStatus("running", "Monitor")
    assert device_news("output", RUNNING, other) == (
        "The speaker is “Monitor” now, the system's default."
    )
    assert device_news("input", RUNNING, other).startswith("The microphone is “Monitor” now")


def test_no_news_is_no_news() -> None:
    assert device_news("input", None, None) == device_news("input", None, RUNNING) == ""
    assert device_news("input", RUNNING, replace(RUNNING, state="lost")) == ""
    assert device_news("input", replace(RUNNING, state="lost"), RUNNING) == ""
