from __future__ import annotations

import os
import sys
from typing import NoReturn

import pytest

import dev
import dev_python
from dev_common import ROOT


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let `run` stop where it would become the program; returns the command it chose."""
    command: list[str] = []

    def become(_path: str, arguments: list[str]) -> NoReturn:
        command.extend(arguments)
        raise SystemExit(0)

    monkeypatch.setattr(dev, "WINDOWS", False)
    monkeypatch.setattr(os, "execv", become)
    monkeypatch.setattr(dev_python, "prepare", lambda: None)
    return command


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 2
    assert dev.main(["--help"]) == 0
    assert "packaging/dev.py test" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["frobnicate"], ["setup", "twice"]])
def test_what_it_does_not_know_it_refuses(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == 2
    assert f"Unknown: {arguments[-1]}" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
def test_run_without_a_display_makes_a_call(
    started: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(SystemExit):
        dev.main(["run"])
    caller = str(ROOT / dev.DEMO_CALLER)
    assert started == [str(dev_python.PYTHON), "-m", "app", "call", "--caller", caller]
    assert os.path.isfile(caller)
    assert "no display" in capsys.readouterr().out


def test_run_with_a_display_opens_the_window(
    started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("dev_system.provide", lambda needs, *, optional=None: None)
    with pytest.raises(SystemExit):
        dev.main(["run"])
    assert started == [str(dev_python.PYTHON), "-m", "app"]


def test_run_hands_arguments_on_as_they_are(started: list[str]) -> None:
    with pytest.raises(SystemExit):
        dev.main(["run", "serve", "--help"])
    assert started[3:] == ["serve", "--help"]


def test_tools_get_a_plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("FORCE_COLOR", "1")
    environment = dev._environment()
    assert "PYTHONPATH" not in environment
    assert "FORCE_COLOR" not in environment
    assert environment["NO_COLOR"] == "1"


def test_every_tool_of_the_check_is_installed() -> None:
    for step in dev._static_checks():
        tool = dev_python.in_venv(os.path.basename(step.command[0]))
        assert str(tool) == step.command[0]
        assert tool.is_file()


def test_ci_insists_on_the_public_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert "--may-be-absent" in dev._hearing()[0].command
    monkeypatch.setattr(dev, "has_apt", lambda: True)
    monkeypatch.setenv("CI", "true")
    calls, tones = dev._hearing()
    assert calls.command[1:] == ["-m", "tests.bench.public_calls"]
    assert tones.command[1:] == ["-m", "tests.bench.tones", "--quick", "--voices"]
