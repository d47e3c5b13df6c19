from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev_steps
from dev_steps import Runner, Step

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="named pipes, process groups")


@pytest.fixture(autouse=True)
def _logs_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev_steps, "LOGS", tmp_path / "logs")


def python(name: str, script: str, *, may_be_empty: bool = False) -> Step:
    return Step(name, [sys.executable, "-c", script], dict(os.environ), may_be_empty)


def test_all_well(capsys: pytest.CaptureFixture[str]) -> None:
    runner = Runner()
    runner.run_together([python("one", "print('noise')"), python("two", "print('== 7 passed ==')")])
    assert runner.summary() is True
    said = capsys.readouterr().out
    assert "noise" not in said.partition("step")[0]
    assert "7 passed" in said


def test_what_a_failing_step_printed_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    runner = Runner()
    runner.run_together([python("good", ""), python("bad", "print('why'); raise SystemExit(1)")])
    assert runner.summary() is False
    assert "FAILED  bad" in (said := capsys.readouterr().out)
    assert "\nwhy\n" in said


@pytest.mark.parametrize("may_be_empty", [False, True])
def test_a_selection_without_tests_fails_unless_the_user_made_it(*, may_be_empty: bool) -> None:
    runner = Runner()
    runner.run_together([python("tests", "raise SystemExit(5)", may_be_empty=may_be_empty)])
    assert runner.summary() is may_be_empty


def test_no_step_is_no_success() -> None:
    assert Runner().summary() is False


@needs_posix
def test_steps_run_at_the_same_time(tmp_path: Path) -> None:
    """Each waits for the other's pipe: one after the other would never end."""
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    os.mkfifo(one)
    os.mkfifo(two)
    runner = Runner()
    runner.run_together(
        [
            python("one", f"open({one!r}, 'w').close(); open({two!r}).close()"),
            python("two", f"open({one!r}).close(); open({two!r}, 'w').close()"),
        ]
    )
    assert runner.summary() is True


@needs_posix
def test_a_step_that_hangs_is_ended_with_its_children(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The grandchild holds a pipe open until it is gone."""
    monkeypatch.setattr(dev_steps, "STEP_LIMIT", 1.0)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read_end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    script = f"exec 3>{pipe}; echo begun; sleep 600"
    runner = Runner()
    runner.run_together(
        [python("hangs", f"import subprocess; subprocess.run({script!r}, shell=True)")]
    )
    assert os.read(read_end, 1) == b""  # BlockingIOError while anyone holds it
    os.close(read_end)
    assert runner.summary() is False
    said = capsys.readouterr().out
    assert "begun" in said
    assert "it hung" in said


@pytest.mark.window
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a screen")
def test_virtual_screen_is_there_and_goes() -> None:
    with dev_steps.virtual_screen() as first, dev_steps.virtual_screen() as second:
        assert first != second
        for display in (first, second):
            assert _geometry(display) == "1280 1024"
    assert _geometry(first) == _geometry(second) == ""


def _geometry(display: str) -> str:
    """The size of a screen, "" where there is none."""
    environment = {**os.environ, "DISPLAY": display}
    asked = subprocess.run(
        ["xdotool", "getdisplaygeometry"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return asked.stdout.strip()
