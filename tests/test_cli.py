"""The command line as a whole: version, usage errors, nothing heavy before it is needed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app import __version__
from app.cli import UserError, main
from tests.helpers.program import ROOT, callsim, environment


def test_the_version_is_told() -> None:
    told = callsim("--version")
    assert told.stdout == f"callsim {__version__}\n" and told.returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("serve", "--port", "x"),
        ("simulate",),
        ("simulate", "a", "--hang-up-at", "x"),
    ],
)
def test_bad_usage_is_said_and_ends_with_2(arguments: tuple[str, ...]) -> None:
    told = callsim(*arguments)
    assert told.returncode == 2
    assert "usage:" in told.stderr and "Traceback" not in told.stderr


@pytest.mark.parametrize("command", ["serve", "call", "self-test", "devices"])
def test_a_bad_setting_is_said_on_every_command(command: str) -> None:
    told = callsim(command, "--set", "no.such=1")
    assert told.returncode == 2
    assert told.stderr.startswith("callsim: There is no setting 'no.such'")


def test_nothing_heavy_is_imported_for_the_version() -> None:
    code = (
        "import sys; from app.cli import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'numpy', 'aiohttp', 'httpx', 'PySide6', 'asyncio'} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    assert told.stdout.endswith("[]\n")


def test_a_user_error_is_one_line_and_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(options: object) -> int:
        raise UserError("this is wrong: do that.")

    monkeypatch.setattr("app.cli.simulate.simulate_files", fail)
    assert main(["simulate", "x.wav"]) == 2
    assert capsys.readouterr().err == "callsim: this is wrong: do that.\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")
def test_a_full_disk_behind_the_output_is_told_in_one_line() -> None:
    demo = ROOT / "resources" / "sounds" / "demo-caller.wav"
    with open("/dev/full", "w") as full:
        told = subprocess.run(
            [sys.executable, "-m", "app", "simulate", str(demo)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            env=environment(),
            cwd=ROOT,
        )
    assert told.stderr.startswith("callsim: The output cannot be written (")
    assert told.stderr.count("\n") == 1 and told.returncode == 1
