"""A window without a display: told in one line, and not by an abort."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import dev_system
from app.cli import UserError
from app.cli.display import PACKAGES, require_display, require_qt
from tests.helpers.program import ROOT

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="only X11 and Wayland can be absent"
)

NOWHERE = "unix:7654321"


@pytest.mark.parametrize(
    ("environment", "why"),
    [
        ({}, "There is no display: DISPLAY is not set"),
        ({"QT_QPA_PLATFORM": "xcb"}, "DISPLAY is not set"),
        ({"DISPLAY": NOWHERE}, f"The display {NOWHERE} .* does not answer"),
        ({"DISPLAY": "nonsense"}, "The display nonsense .* does not answer"),
    ],
)
def test_it_is_missed(environment: dict[str, str], why: str) -> None:
    with pytest.raises(UserError, match=why):
        require_display(environment)


@pytest.mark.parametrize(
    "environment",
    [
        {"QT_QPA_PLATFORM": "offscreen"},
        {"WAYLAND_DISPLAY": "wayland-0"},
    ],
)
def test_it_is_not_needed(environment: dict[str, str]) -> None:
    require_display(environment)


def test_the_frozen_program_needs_xwayland(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(UserError, match="needs XWayland"):
        require_display({"WAYLAND_DISPLAY": "wayland-0"})


@pytest.mark.window
def test_the_one_there_is_answers() -> None:
    require_display({"DISPLAY": os.environ["DISPLAY"]})


def test_the_window_says_so_and_ends_with_2() -> None:
    bare = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    told = subprocess.run(
        [sys.executable, "-m", "app", "window"],
        env={**bare, "DISPLAY": NOWHERE, "WAYLAND_DISPLAY": ""},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert told.returncode == 2
    assert told.stderr.startswith("callsim: The display") and told.stderr.count("\n") == 1


def test_qt_finds_what_it_needs() -> None:
    require_qt({"QT_QPA_PLATFORM": "offscreen"})


@pytest.mark.window
def test_the_library_for_x11_finds_what_it_needs() -> None:
    require_qt({})


@pytest.mark.window
def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(path: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file")

    monkeypatch.setattr("ctypes.CDLL", load)
    with pytest.raises(UserError, match=r"needs libxcb-cursor\.so\.0, .* libxcb-cursor0"):
        require_qt({})


def test_the_packages_are_those_that_the_set_up_installs() -> None:
    needed = {need.package for need in (*dev_system.QT, *dev_system.WINDOW)}
    assert set(PACKAGES.split()) == needed
