"""A fault anywhere in the program ends it in order, with a report and a code of its own."""

from __future__ import annotations

import asyncio
import json
import subprocess
from pathlib import Path

import httpx
import pytest

from app.cli.guard import CRASHED, run_core
from app.unexpected import unexpected
from tests.helpers import faulty
from tests.helpers.program import ROOT, environment
from tests.helpers.virtual_audio import VirtualAudio, until


def assert_told(done: subprocess.CompletedProcess[str], report: str) -> None:
    assert done.returncode == CRASHED, done.stderr
    assert "callsim: internal error (" in done.stderr and faulty.FAULT in done.stderr
    assert "nothing was sent anywhere" in done.stderr
    assert f"RuntimeError: {faulty.FAULT}" in report and "Traceback" in report


def test_in_the_command_itself(user_folders: Path) -> None:
    done = faulty.run("app.cli.devices:devices", "devices")
    assert_told(done, faulty.report_in(user_folders))


@pytest.mark.slow
@pytest.mark.parametrize(
    "place",
    [
        "app.runtime.pump:_peak",  # a task of the core
        "app.runtime.detectors:DetectorPool.take",  # a worker
        "app.runtime.service:Simulator._not_answered",  # a callback of the event loop
    ],
)
def test_in_a_call_whose_records_are_kept(place: str, user_folders: Path) -> None:
    # A bot that takes the call and does nothing more, for what waits for an answer.
    deaf = ["--set", "call.answerTimeoutSeconds=1", "--bot-url", "http://127.0.0.1:9/"]
    more = deaf if "not_answered" in place else []
    done = faulty.run(place, "call", "--caller", "silence", "--port", "0", *more)
    report = faulty.report_in(user_folders)
    assert_told(done, report)
    if "take" not in place:
        assert '"kind": "callCreated"' in report


@pytest.mark.slow
def test_a_server_ends_and_its_key_is_nowhere(user_folders: Path, tmp_path: Path) -> None:
    ready = tmp_path / "ready.json"
    arguments = ("serve", "--port", "0", "--ready-file", str(ready))
    process = subprocess.Popen(
        faulty.command("app.runtime.pump:_peak", *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment(),
    )
    until(ready.exists, "the server is ready", seconds=30)
    control = json.loads(ready.read_text("utf-8"))
    key = control["controlKey"]
    httpx.post(f"{control['controlUrl']}/calls", json={}, headers={"X-Callsim-Key": key})
    _, errors = process.communicate(timeout=30)
    assert process.returncode == CRASHED and not ready.exists()
    report = faulty.report_in(user_folders)
    assert faulty.FAULT in report and '"kind": "callCreated"' in report
    assert key not in report and key not in errors


@pytest.mark.audio
@pytest.mark.slow
def test_in_the_callback_of_the_sound_card(
    virtual_audio: VirtualAudio, user_folders: Path, tmp_path: Path
) -> None:
    done = faulty.run(
        "app.audio.stream:_Capture.on_block",
        *("call", "--caller", "live", "--out", str(tmp_path)),
        more=virtual_audio.environment,
    )
    report = faulty.report_in(user_folders)
    assert_told(done, report)
    # The microphone is opened before the call is recorded: the fault may be the first that happens.
    assert "audio callback of" in report and "Records of this run" in report


@pytest.mark.expects_error_log("the work failed: broken")
def test_the_core_ends_in_order() -> None:
    tidy = []

    async def work() -> int:
        try:
            unexpected(ValueError("broken"), "the work")
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            tidy.append("closed")
        return 0

    assert run_core(work()) == CRASHED
    assert tidy == ["closed"]


def test_without_a_fault_the_code_is_the_commands() -> None:
    async def work() -> int:
        return 3

    assert run_core(work()) == 3
