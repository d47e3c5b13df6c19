"""The smoke test itself: it has to fail for a program that is not fit."""

from __future__ import annotations

import sys
import wave
from pathlib import Path

import numpy as np
import pytest

import smoke_test
from dev_common import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are scripts")


@pytest.fixture(autouse=True)
def _own_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(smoke_test, "LOGS", tmp_path / "logs")
    monkeypatch.setattr(smoke_test, "LINUX", False)  # no sound card and screen for these scripts


def program(tmp_path: Path, script: str) -> Path:
    folder = tmp_path / "callsim"
    folder.mkdir()
    for name in ("callsim", "callsim-window"):
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)
    return folder


HELPFUL = (
    f"case $* in *--help) cd '{ROOT}'; exec '{sys.executable}' -m app $*;; "
    "--version) echo callsim 1;; self-test*) echo self-test passed;; "
)
"""The beginning of a program that says what the first steps want to hear."""


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("exit 3", "--version: code 3"),
        ("echo callsim 1; echo oh dear >&2", "oh dear"),
        ("echo callsim 1", "The help of () is not that of the sources"),
        (HELPFUL.replace("self-test passed", "no bot") + "esac", "no bot"),
        (HELPFUL + "esac", "Without a home, simulate said"),
        (HELPFUL + "*) [ -d $HOME ] || exit 5;; esac", ": code 5"),
        (
            HELPFUL + "simulate*) echo completed after 1 s;; *) exit 4;; esac",
            "It ended with 4 before the window gets ready",
        ),
    ],
)
def test_an_unfit_program_fails(
    script: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert smoke_test.main([str(program(tmp_path, script))]) == 1
    told = capsys.readouterr().out
    assert "FAILED" in told and why in told


def test_a_program_that_writes_beside_itself_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = 'echo x > "${0%/*}/left-behind"; echo callsim 1; echo self-test passed'
    monkeypatch.setattr(smoke_test, "headless", lambda one, _: one.run("--version"))
    for step in ("hostile", "window"):
        monkeypatch.setattr(smoke_test, step, lambda *_: None)
    assert smoke_test.main([str(program(tmp_path, script))]) == 1
    assert "Its own folder was written to" in capsys.readouterr().out


def test_there_has_to_be_a_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert smoke_test.main([str(tmp_path / "absent")]) == 2
    assert "run packaging/dev.py build first" in capsys.readouterr().out


def test_the_environment_is_bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_OF_THIS_MACHINE", "x")
    one = smoke_test.Program(program(tmp_path, "exit 0"), tmp_path / "home")
    found = one.environment(DISPLAY=":7")
    assert found["PATH"] == found["PYTHONPATH"] == "" and found["DISPLAY"] == ":7"
    assert found["HOME"] == str(tmp_path / "home")
    assert "SECRET_OF_THIS_MACHINE" not in found


def test_likeness_knows_what_was_said(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(-9000, 9000, 16_000).astype(np.int16)
    other = np.random.default_rng(2).integers(-9000, 9000, 16_000).astype(np.int16)
    said, taken, wrong = (tmp_path / f"{name}.wav" for name in ("said", "taken", "wrong"))
    for path, samples in (
        (said, noise),
        (taken, np.concatenate([np.zeros(800, np.int16), noise])),
        (wrong, other),
    ):
        with wave.open(str(path), "wb") as file:
            file.setparams((1, 2, 16_000, 0, "NONE", ""))
            file.writeframes(samples.tobytes())
    assert smoke_test._likeness(said, taken) > 0.99
    assert smoke_test._likeness(said, wrong) < 0.2
