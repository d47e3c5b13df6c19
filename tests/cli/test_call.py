"""``callsim call``: one call in real time."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest

from app.audio.wavfile import read_caller
from app.resources import resource
from tests.helpers.program import callsim

pytestmark = pytest.mark.slow


def test_a_call_is_told_recorded_fetched_and_saved(tmp_path: Path) -> None:
    demo = resource("sounds/demo-caller.wav")
    told = callsim("call", "--caller", str(demo), "--press", "#@2.5", "--out", str(tmp_path))
    assert told.returncode == 0, told.stdout + told.stderr
    for expected in ("call established", "beep", "recording", "key # (pad)", "200/8514"):
        assert expected in told.stdout
    (saved,) = tmp_path.glob("*.wav")
    with wave.open(str(saved)) as file:
        recorded = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    assert np.array_equal(recorded, read_caller(demo)[:40_000]), "what was said, bit for bit"
    assert "Traceback" not in told.stderr


def test_without_a_recording_the_code_is_1(tmp_path: Path) -> None:
    told = callsim("call", "--caller", "silence", "--out", str(tmp_path))
    assert told.returncode == 1
    assert "400/8510" in told.stdout and "No recording was completed" in told.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--caller", "no.wav"), "There is no sound file"),
        (("--bot-url", "http://169.254.169.254/x"), "169.254.169.254"),
        (("--bot-url", "nonsense"), "nonsense"),
        (("--press", "x"), "TONE@SECONDS"),
    ],
)
def test_bad_input_is_one_line_and_code_2(arguments: tuple[str, ...], says: str) -> None:
    told = callsim("call", "--port", "0", *arguments)
    assert told.returncode == 2
    assert told.stderr.startswith("callsim: ") and says in told.stderr
    assert "Traceback" not in told.stderr


def test_a_bot_that_is_down_is_told_and_never_a_crash(tmp_path: Path) -> None:
    told = callsim(
        "call",
        "--bot-url",
        "http://127.0.0.1:9/bot",
        "--port",
        "0",
        "--out",
        str(tmp_path),
        "--set",
        "call.answerTimeoutSeconds=2",
    )
    assert told.returncode == 1
    assert "refused" in told.stdout and "Traceback" not in told.stderr
