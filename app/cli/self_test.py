"""``callsim self-test``: proves an installation with a complete call over HTTP."""

from __future__ import annotations

import argparse
import asyncio

from app.cli.guard import run_core
from app.cli.options import read_settings
from app.engine.states import CallState
from app.engine.timebase import to_samples
from app.main import Program, StartError
from app.resources import resource
from app.runtime.callers import CallerSpec
from app.runtime.calls import Update
from app.runtime.feeder import Press
from app.runtime.records import Record

PATIENCE = 60.0
"""Seconds after which a call that should take 10 has failed."""


def self_test(options: argparse.Namespace) -> int:
    """Run the command; prints one line, 0 when everything worked."""
    return run_core(_self_test(options))


async def _self_test(options: argparse.Namespace) -> int:
    problem, seconds = await _run(options)
    if problem is None:
        print(
            f"self-test passed: call answered, {seconds:.2f} s recorded, fetched over HTTP, "
            "played back, ended by the bot"
        )
        return 0
    print(f"self-test failed: {problem}")
    return 1


async def _run(options: argparse.Namespace) -> tuple[str | None, float]:
    program = Program(read_settings(options), control=False, write_history=not options.no_history)
    records: list[Record] = []
    ended = asyncio.Event()

    def hear(update: Update) -> None:
        if update.record is not None:
            records.append(update.record)
        if update.call is not None and update.call.engine.state is CallState.TERMINATED:
            ended.set()

    program.simulator.listen(hear)
    try:
        await program.start("127.0.0.1", 0)
        await program.simulator.dial(
            caller=CallerSpec("file", resource("sounds/demo-caller.wav")),
            presses=[Press("#", to_samples(3.0))],
        )
        await asyncio.wait_for(ended.wait(), PATIENCE)
    except (StartError, FileNotFoundError, ValueError) as error:
        return str(error), 0.0
    except TimeoutError:
        return f"the call did not end within {PATIENCE:.0f} s", 0.0
    finally:
        await program.close()
    return _judge(records)


def _judge(records: list[Record]) -> tuple[str | None, float]:
    """Return what went wrong, or ``None`` and the recorded seconds."""
    endings = [record.data for record in records if record.kind == "ended"]
    recorded = [data for data in endings if "recordingSeconds" in data]
    if not recorded or recorded[0]["reason"] != "stopToneDetected":
        return f"the recording did not end with the key: {endings}", 0.0
    if not any(record.kind == "speechStarted" for record in records):
        return "the caller's speech was not heard", 0.0
    downloads = [r.exchange for r in records if r.exchange and r.exchange.kind == "download"]
    if not any(exchange.status == 200 for exchange in downloads):
        return "the bot did not fetch the recording", 0.0
    if not any(data["reason"] == "completedSuccessfully" for data in endings):
        return "the bot did not play the recording back", 0.0
    failed = [r.exchange for r in records if r.exchange and r.exchange.error]
    if failed:
        return f"{failed[0].method} {failed[0].url}: {failed[0].error}", 0.0
    return None, recorded[0]["recordingSeconds"]
