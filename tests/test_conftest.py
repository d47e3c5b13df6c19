"""conftest.py sees what a careless test would leave unseen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import platformdirs

ROOT = Path(__file__).parent.parent

# Each function name says how its test is to end.
CASES = """
import logging
import pytest
from PySide6.QtCore import QObject, QTimer, qWarning

log = logging.getLogger("app.somewhere")

def test_passes_quietly():
    log.warning("nothing that an error would be")

def test_errors_on_a_stray_error_record():
    log.error("stray")

@pytest.mark.expects_error_log("^app.somewhere: disk .* full")
def test_passes_with_an_announced_error_record():
    log.error("disk %s full", "seven")

@pytest.mark.expects_error_log("disk")
def test_errors_where_an_announced_record_does_not_come():
    pass

def test_fails_on_a_qt_warning():
    qWarning("QObject: something is wrong")

def test_passes_a_harmless_qt_warning():
    qWarning("This plugin does not support propagateSizeHints()")

@pytest.fixture
def untidy():
    yield
    qWarning("QThread: something is wrong")

def test_errors_on_a_qt_warning_in_the_tear_down(untidy):
    pass

def test_fails_on_a_python_warning():
    import warnings
    warnings.warn("old", DeprecationWarning)

async def test_passes_as_a_coroutine():
    pass
"""


def test_careless_tests_do_not_pass(tmp_path: Path) -> None:
    cases = tmp_path / "test_cases.py"
    cases.write_text(CASES)
    command = [sys.executable, "-m", "pytest", "-p", "conftest", "-rA", "--color=no"]
    command += ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), str(cases)]
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    ends: dict[str, str] = {}
    for end, name in re.findall(r"^(PASSED|FAILED|ERROR) \S+::test_(\w+)", done.stdout, re.M):
        # A test that fails in its tear-down is listed twice.
        ends[name] = max(end, ends.get(name, ""), key=["", "PASSED", "FAILED", "ERROR"].index)
    assert len(ends) == CASES.count("def test_"), done.stdout + done.stderr
    verbs = {"passes": "PASSED", "fails": "FAILED", "errors": "ERROR"}
    assert ends == {name: verbs[name.split("_")[0]] for name in ends}, done.stdout


def test_the_users_folders_are_elsewhere(user_folders: Path) -> None:
    folders = platformdirs.PlatformDirs("callsim", ensure_exists=False)
    assert folders.user_config_path.is_relative_to(user_folders)
    assert folders.user_data_path.is_relative_to(user_folders)
    assert Path.home() == user_folders / "home"
