"""The list that a child process makes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.audio import probe
from app.audio.probe import ProbeFailed, fresh_tables
from tests.helpers.virtual_audio import VirtualAudio

pytestmark = pytest.mark.audio


def names(tables: dict[str, list[dict[str, object]]]) -> set[object]:
    return {device["name"] for device in tables["devices"]}


def test_child_lists_the_devices_of_now(virtual_audio: VirtualAudio) -> None:
    tables = fresh_tables()
    assert {"virtual_speaker", "virtual_microphone"} <= names(tables)
    assert "ALSA" in tables["hostApis"]
    assert tables["devices"][tables["defaults"][0]]["name"] == "default"


def test_child_works_from_any_folder(
    virtual_audio: VirtualAudio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert names(fresh_tables())


def test_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "callsim"
    program.write_text(
        f'#!/bin/sh\n[ "$1" = {probe.COMMAND} ] && echo \'{{"devices": [], "n": 1}}\''
    )
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert fresh_tables() == {"devices": [], "n": 1}


@pytest.mark.parametrize("program", ["exit 1", "echo nonsense", "kill -ABRT $$"])
def test_child_that_fails_is_reported(
    program: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "callsim"
    path.write_text(f"#!/bin/sh\n{program}")
    path.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(path))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(ProbeFailed, match="could not be listed"):
        fresh_tables()


def test_child_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "callsim"
    path.write_text("#!/bin/sh\nexec sleep 30")
    path.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(path))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(probe, "TIMEOUT", 0.2)
    with pytest.raises(ProbeFailed, match="timed out"):
        fresh_tables()


def run_command(**environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``main`` as the command line does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from app.audio.probe import main; raise SystemExit(main())"],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_command_prints_one_object(virtual_audio: VirtualAudio) -> None:
    done = run_command()
    assert done.returncode == 0
    assert "virtual_speaker" in names(json.loads(done.stdout))


def test_command_says_what_is_broken(tmp_path: Path) -> None:
    done = run_command(ALSA_CONFIG_PATH=str(tmp_path / "none"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert "ALSA_CONFIG_PATH" in done.stderr
