"""Reports of what nobody caught: complete, private, and without secrets."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.crash_report import (
    FAULTS,
    KEPT_REPORTS,
    CrashKeeper,
    FaultFile,
    adopt_faults,
    reports_folder,
    write_report,
)
from app.runtime.records import Record
from tests.helpers.program import environment
from tests.helpers.window import exchange

KEY = "key-of-this-run"


def records() -> list[Record]:
    at = datetime(2025, 1, 2, tzinfo=UTC)
    call = Record(1, at, "callCreated", "call-1", None, None, {"number": "+4930123456"})
    fetch = exchange(
        request_headers=(("Authorization", "Bearer not-for-anybody"),),
        answer='{"recordingAccessToken": "secret-token", "status": "completed"}',
    )
    return [call, Record(2, at, "exchange", "call-1", "op-1", 1.5, {}, fetch)]


def fail(text: str) -> Exception:
    secret_in_a_variable = "sound-of-the-caller"
    try:
        raise RuntimeError(text)
    except RuntimeError as error:
        assert secret_in_a_variable
        return error


def test_a_report_holds_what_happened_and_no_secret() -> None:
    keeper = CrashKeeper()
    keeper.follow(records, [KEY])
    crash = keeper.keep(fail(f"with {KEY} and Bearer abcdefgh12345"), "call call-1")
    assert crash.report is not None and crash.report.parent == reports_folder()
    text = crash.report.read_text("utf-8")
    for said in ("Graph Call Simulator", "in: call call-1", "Traceback", "callCreated", "op-1"):
        assert said in text
    assert '"status"' in text.replace("\\", "")
    for secret in (KEY, "abcdefgh12345", "not-for-anybody", "secret-token", "+4930123456"):
        assert secret not in text and secret not in crash.details and secret not in crash.summary
    assert "sound-of-the-caller" not in text.replace('secret_in_a_variable = "sound-of', "")
    if os.name == "posix":
        assert stat.S_IMODE(crash.report.stat().st_mode) == 0o600
        assert stat.S_IMODE(crash.report.parent.stat().st_mode) == 0o700


def test_an_error_that_repeats_is_kept_once() -> None:
    keeper = CrashKeeper()
    crashes = [keeper.keep(fail("again"), f"turn {turn}") for turn in range(3)]
    assert len({crash.report for crash in crashes}) == 1
    assert len(list(reports_folder().glob("crash-*"))) == 1


def test_only_the_newest_are_kept() -> None:
    for number in range(KEPT_REPORTS + 5):
        assert write_report(f"report {number}") is not None
    texts = [path.read_text() for path in sorted(reports_folder().glob("crash-*"))]
    assert len(texts) == KEPT_REPORTS and texts[-1] == f"report {KEPT_REPORTS + 4}"


def test_where_nothing_can_be_written_the_error_is_told_all_the_same(user_folders: Path) -> None:
    reports_folder().parent.mkdir(parents=True)
    reports_folder().write_text("in the way")
    crash = CrashKeeper().keep(fail("x"), "here")
    assert crash.report is None and "RuntimeError: x" in crash.details


@pytest.mark.skipif(os.name != "posix", reason="signals that end a process")
def test_what_a_process_died_of_is_found_by_the_next(user_folders: Path) -> None:
    code = (
        "import faulthandler, os, signal\n"
        "from app.crash_report import FaultFile\n"
        "file = FaultFile()\n"
        "faulthandler.enable(file.file)\n"
        "os.kill(os.getpid(), signal.SIGSEGV)\n"
    )
    died = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True)
    assert died.returncode < 0
    (report,) = adopt_faults()
    text = report.read_text("utf-8")
    assert "an earlier run, which died" in text and "Segmentation fault" in text
    assert not list(reports_folder().glob(f"{FAULTS}*"))
    assert adopt_faults() == []


def test_a_run_that_ends_in_order_leaves_nothing() -> None:
    file = FaultFile()
    assert adopt_faults() == [] and file.path.exists(), "this process lives"
    file.close()
    assert not file.path.exists()
