"""``callsim export`` as scripts use it, on a history that real calls have written."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import httpx
import pytest

from app.exports.case_reader import read_case
from app.history.database import history_path
from app.history.history import History
from tests.helpers.kept_calls import Keeping, call_id, call_records
from tests.helpers.program import callsim, environment, serving
from tests.helpers.saved import found_in

T = TypeVar("T")


@pytest.fixture
def keeping(user_folders: Path) -> Keeping:
    keeping = Keeping(history_path())
    keeping.write(call_records(1), call_records(2))
    return keeping


@pytest.mark.parametrize("kind", ["har", "html", "jsonl"])
def test_to_standard_output(keeping: Keeping, kind: str) -> None:
    told = callsim("export", "last", "--format", kind)
    assert told.returncode == 0 and told.stderr == ""
    assert call_id(2) in told.stdout and call_id(1) not in told.stdout
    assert found_in(told.stdout) == []
    assert "eft" in told.stdout and "kept-context" in told.stdout


def test_a_dash_is_standard_output(keeping: Keeping, tmp_path: Path) -> None:
    told = callsim("export", "last", "--format", "har", "--output", "-", cwd=tmp_path)
    assert told.returncode == 0 and call_id(2) in told.stdout
    command = [sys.executable, "-m", "app", "export", "last", "--format", "case", "--output", "-"]
    case = subprocess.run(command, capture_output=True, env=environment(), cwd=tmp_path, check=True)
    assert zipfile.is_zipfile(io.BytesIO(case.stdout))
    assert list(tmp_path.glob("*callcase")) == list(tmp_path.glob("-*")) == []


def test_to_a_file_it_says_what_is_left_out(keeping: Keeping, tmp_path: Path) -> None:
    path = tmp_path / "x.har"
    told = callsim("export", call_id(1), "--format", "har", "--output", str(path))
    assert told.returncode == 0 and told.stdout == ""
    assert str(path) in told.stderr and "left out: Secrets" in told.stderr
    assert json.loads(path.read_text("utf-8"))["log"]["pages"][0]["id"] == call_id(1)


def test_a_case_is_a_file(keeping: Keeping, tmp_path: Path) -> None:
    told = callsim("export", "last", "--format", "case", cwd=tmp_path)
    assert told.returncode == 0 and told.stdout == ""
    (path,) = tmp_path.glob("call-*.callcase")
    assert zipfile.is_zipfile(path)
    (call,) = read_case(path).calls
    assert call.info.id == call_id(2)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("no-such-id", "--format", "har"), "no call 'no-such-id'"),
        (("last", "--format", "pdf"), "invalid choice"),
        (("last",), "--format"),
        (("last", "--format", "har", "--output", "no/such/folder/x"), "cannot be written"),
    ],
)
def test_bad_input_is_said(keeping: Keeping, arguments: tuple[str, ...], says: str) -> None:
    told = callsim("export", *arguments)
    assert told.returncode == 2 and says in told.stderr and "Traceback" not in told.stderr


def test_without_a_history_it_says_so(user_folders: Path) -> None:
    told = callsim("export", "last", "--format", "har")
    assert told.returncode == 2 and "no history yet" in told.stderr
    assert not history_path().exists()
    Keeping(history_path()).history.list()
    assert "holds no call" in callsim("export", "last", "--format", "har").stderr


@pytest.mark.skipif(os.name != "posix", reason="a damaged file is the same everywhere")
def test_a_damaged_history_is_said(keeping: Keeping) -> None:
    history_path().write_bytes(b"no database at all, but long enough to be one" * 100)
    told = callsim("export", "last", "--format", "har")
    assert told.returncode == 2 and "no history" in told.stderr and "Traceback" not in told.stderr


@pytest.mark.parametrize("options", [(), ("--no-history",)])
def test_serve_writes_a_history_unless_told_not_to(
    tmp_path: Path, user_folders: Path, options: tuple[str, ...]
) -> None:
    with serving(tmp_path, *options) as (_, ready):
        key = {"X-Callsim-Key": ready["controlKey"]}
        with httpx.Client(base_url=ready["controlUrl"], headers=key) as control:
            call = control.post("/calls", json={"number": "+4915112345678"}).json()
            control.post(f"/calls/{call['id']}/hangUp")
    if options:
        assert not history_path().exists()
        return
    (kept,) = History(history_path()).list()
    assert kept.id == call["id"] and kept.number == "[redacted]" and kept.ended is not None
    found = History(history_path()).find(call["id"])
    assert found is not None and "detector" in found.versions


@pytest.mark.slow
def test_call_and_self_test_write_it_too(tmp_path: Path, user_folders: Path) -> None:
    assert callsim("self-test", "--no-history").returncode == 0
    assert not history_path().exists()
    assert callsim("self-test").returncode == 0
    assert callsim("call", "--press", "#@1", "--out", str(tmp_path)).returncode == 0
    assert callsim("call", "--press", "#@1", "--out", str(tmp_path), "--no-history").returncode == 0
    kept = History(history_path()).list()
    assert [call.reasons for call in kept] == [("stopToneDetected", "completedSuccessfully")] * 2


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_a_long_body_is_exported_whole_and_leaves_nothing_behind(
    tmp_path: Path, user_folders: Path
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    words = ["word"] * 140_000
    body = {"tones": ["tone1"], "accessToken": "the-secret", "padding": words, "end": "of it"}
    with serving(tmp_path, variables={"TMPDIR": str(scratch)}) as (process, ready):
        key = {"X-Callsim-Key": ready["controlKey"]}
        with httpx.Client(headers=key) as control:
            call = control.post(f"{ready['controlUrl']}/calls", json={}).json()["id"]
        path = f"/v1.0/communications/calls/{call}/sendDtmfTones"
        bearer = {"Authorization": "Bearer x"}
        httpx.post(ready["baseUrl"] + path, json=body, headers=bearer)
        (folder,) = eventually(lambda: [path.parent for path in scratch.rglob("body-*")])
        eventually(lambda: "sendDtmfTones" in callsim_export(call))
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        process.kill()
        process.communicate()
    entries = json.loads(callsim_export(call))["log"]["entries"]
    (entry,) = [entry for entry in entries if entry["request"]["url"].endswith("sendDtmfTones")]
    assert json.loads(entry["request"]["postData"]["text"]) == body | {
        "tones": ["[redacted]"],
        "accessToken": "[redacted]",
    }
    assert folder.exists(), "nobody could tidy up"
    (tmp_path / "ready.json").unlink()
    with serving(tmp_path, variables={"TMPDIR": str(scratch)}):
        eventually(lambda: not folder.exists())
    assert list(scratch.iterdir()) == []


def callsim_export(call: str) -> str:
    return callsim("export", call, "--format", "har").stdout


def eventually(found: Callable[[], T]) -> T:
    """Return what ``found`` finds, as soon as it finds anything."""
    deadline = time.monotonic() + 20
    while not (value := found()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return value
