"""``callsim simulate`` as scripts use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from app.resources import resource
from app.runtime.recordings import encode_wav
from tests.helpers.program import callsim

DEMO = str(resource("sounds/demo-caller.wav"))


def lines(*arguments: str, code: int = 0) -> list[dict[str, Any]]:
    told = callsim("simulate", *arguments, "--json")
    assert told.returncode == code, told.stderr
    assert "Traceback" not in told.stderr
    return [json.loads(line) for line in told.stdout.splitlines()]


def test_a_file_has_its_outcome_and_the_promised_members(tmp_path: Path) -> None:
    recording = tmp_path / "out.wav"
    (found,) = lines(DEMO, "--press", "#@2.5", "--recording", str(recording))
    assert found["outcome"]["reason"] == "maxRecordDurationReached", "# is no stop tone here"
    assert set(found) >= {"file", "outcome", "timeline", "response", "notification", "recording"}
    assert found["file"] == DEMO
    assert set(found["outcome"]) == {"status", "reason", "code", "subcode", "message", "seconds"}
    with wave.open(str(recording)) as file:
        assert file.getnframes() == 80_000
    assert found["recording"]["seconds"] == 5


def test_the_request_and_the_keys_count(tmp_path: Path) -> None:
    request = tmp_path / "request.json"
    request.write_text('{"stopTones": ["#"], "maxRecordDurationInSeconds": 10}')
    (found,) = lines(DEMO, "--request", str(request), "--press", "#@2.5")
    assert found["outcome"]["reason"] == "stopToneDetected"
    assert found["outcome"]["seconds"] == 2.5


def test_one_channel_of_several_is_chosen(tmp_path: Path) -> None:
    speech, rate = soundfile.read(DEMO, dtype="int16")
    both = tmp_path / "both.wav"
    soundfile.write(both, np.stack([np.zeros_like(speech), speech], axis=1), rate)
    (silent,) = lines(str(both), "--channel", "1")
    assert silent["outcome"]["reason"] == "initialSilenceTimeout"
    (spoken,) = lines(str(both), "--channel", "2")
    assert spoken["timeline"] == lines(DEMO)[0]["timeline"]
    (error,) = lines(str(both), "--channel", "3", code=2)
    assert "has 2 channel(s), so there is no channel 3. The first is 1" in error["error"]


def test_hanging_up(tmp_path: Path) -> None:
    (found,) = lines(DEMO, "--hang-up-at", "1")
    assert found["outcome"]["status"] == "lost" and found["notification"] is None


def test_many_files_print_one_line_each_also_for_a_bad_one(tmp_path: Path) -> None:
    silent = tmp_path / "silent.wav"
    silent.write_bytes(encode_wav(np.zeros(1_600, np.int16)))
    bad = tmp_path / "bad.wav"
    bad.write_bytes(b"RIFFnothing")
    found = lines(DEMO, str(bad), str(silent), str(tmp_path / "none.wav"), code=2)
    assert [line["file"] for line in found] == [
        DEMO,
        str(bad),
        str(silent),
        str(tmp_path / "none.wav"),
    ]
    assert set(found[1]) == set(found[3]) == {"file", "error"}
    assert found[2]["outcome"]["reason"] == "initialSilenceTimeout"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_many_files_have_a_progress_bar_on_a_terminal() -> None:
    import termios  # absent on Windows

    terminal, end = os.openpty()
    os.set_blocking(terminal, False)
    termios.tcsetwinsize(end, (24, 80))
    try:
        told = subprocess.run(
            [sys.executable, "-m", "app", "simulate", DEMO, DEMO, "--json"],
            stdout=subprocess.PIPE,
            stderr=end,
            check=True,
        )
        shown = os.read(terminal, 65_536).decode()
    finally:
        os.close(end)
        os.close(terminal)
    assert len(told.stdout.splitlines()) == 2, "the bar is not in the output"
    assert "0/2" in shown and "file" in shown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((DEMO, DEMO, "--recording", "x.wav"), "--recording"),
        ((DEMO, "--press", "nonsense"), "TONE@SECONDS"),
        ((DEMO, "--request", "no.json"), "cannot be read"),
        ((DEMO, "--set", "hearing.detector=none"), "one of auto"),
    ],
)
def test_bad_input_is_one_line_and_code_2(arguments: tuple[str, ...], says: str) -> None:
    told = callsim("simulate", *arguments)
    assert told.returncode == 2
    assert told.stderr.startswith("callsim: ") and says in told.stderr
    assert "Traceback" not in told.stderr


def test_a_request_that_graph_would_refuse_says_so(tmp_path: Path) -> None:
    request = tmp_path / "request.json"
    request.write_text('{"maxRecordDurationInSeconds": 500}')
    told = callsim("simulate", DEMO, "--request", str(request))
    assert told.returncode == 2
    assert "'maxRecordDurationInSeconds': 500 is out of range 1..120" in told.stderr


def test_a_sweep_is_a_table_or_lines_of_json() -> None:
    sweep = ("--sweep", "maxRecordDurationInSeconds=1:2:0.5")
    found = lines(DEMO, DEMO, *sweep)
    assert [line["sweep"]["maxRecordDurationInSeconds"] for line in found] == [1, 1.5, 2] * 2
    assert [line["outcome"]["seconds"] for line in found] == [1, 1.5, 2] * 2
    told = callsim("simulate", DEMO, *sweep)
    assert told.returncode == 0
    assert told.stdout.count("maxRecordDurationReached") == 3
    assert callsim("simulate", DEMO, "--sweep", "x=1:2:3").returncode == 2


def test_a_sweep_that_is_too_much_is_one_line_and_code_2(tmp_path: Path) -> None:
    many = ("--sweep", "maxSilenceTimeoutInSeconds=1:100:0.01")
    several = callsim("simulate", DEMO, DEMO, *many, "--sweep", "hearing.sensitivity=0:1:0.01")
    assert (several.returncode, several.stderr.count("\n")) == (2, 1), several.stderr
    assert "100000 are the most" in several.stderr
    request = tmp_path / "long.json"
    request.write_text('{"maxRecordDurationInSeconds": 9000}')
    long = callsim(
        "simulate",
        DEMO,
        "--sweep",
        "maxSilenceTimeoutInSeconds=1:2:1",
        "--generation",
        "2018",
        "--request",
        str(request),
    )
    assert (long.returncode, long.stderr.count("\n")) == (2, 1), long.stderr
    assert "up to 7200 seconds" in long.stderr


def test_without_json_it_reads_well() -> None:
    told = callsim("simulate", DEMO)
    assert told.returncode == 0
    assert "recordingStarted" in told.stdout
    assert "completed after 5.000 s: maxRecordDurationReached, 200/8515" in told.stdout


def test_the_generation_is_a_choice(tmp_path: Path) -> None:
    request = tmp_path / "request.json"
    request.write_text('{"stopTones": ["11"], "maxRecordDurationInSeconds": 1800}')
    pressed = ["--press", "1@1", "--press", "1@1.5"]
    (found,) = lines(DEMO, "--generation", "2018", "--request", str(request), *pressed)
    assert found["generation"] == "2018" and found["outcome"]["seconds"] == 1.5
    (plain,) = lines(DEMO)
    assert plain["generation"] == "v1.0"
    lines(DEMO, "--request", str(request), code=2)
