"""How many recordResponse POSTs are answered, beside a bare aiohttp handler in the same run.

The load, the bare server and the bot are processes of their own. Every POST barges in, so each
cancels the operation before it, and the bot is notified of that; what was not yet delivered when a
load ends is delivered before the next one begins. ``media paused``: the calls are established and
then fed no audio, so that the rows show the HTTP side alone; ``notifications held back``: nor does
the bot hear of it, so that they show what an answer costs; ``live``: the calls run under the voice
detector.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from app.graph.requests import AnswerRequest
from app.main import Program
from app.runtime import service
from app.runtime.callers import CallerSpec
from app.runtime.pump import pump
from app.runtime.thread import CoreThread
from app.settings import Settings
from tests.bench.figures import Row, percentile, wait_until

SECONDS: Final = 4.0
"""Length of one load."""

ROUNDS: Final = 3
"""Bare and real in turn, so that a change in the machine's speed meets both."""

BODY: Final = json.dumps(
    {
        "bargeInAllowed": True,
        "clientContext": "d45324c1-fcb5-430a-902c-f20af696537c",
        "maxRecordDurationInSeconds": 120,
        "initialSilenceTimeoutInSeconds": 120,
        "maxSilenceTimeoutInSeconds": 2,
        "playBeep": True,
        "stopTones": ["#", "1", "*"],
    }
)

Load = dict[str, Any]


async def _paused_pump(call: Any, *arguments: Any) -> None:
    """Feed a call until its audio is active, and then no more."""
    feeding = asyncio.create_task(pump(call, *arguments))
    while not call.engine.snapshot().media_active:  # noqa: ASYNC110 - nobody tells
        await asyncio.sleep(0.01)
    feeding.cancel()
    await asyncio.Event().wait()


async def _open(calls: int, bot_url: str) -> tuple[Program, list[str]]:
    program = Program(Settings(), control=False)
    await program.start("127.0.0.1", 0)
    ids = []
    for _ in range(calls):
        call = await program.simulator.dial(bot_url=bot_url, caller=CallerSpec("silence"))
        answer = AnswerRequest(bot_url, service_hosted=True)
        program.simulator.bot.answer(call.id, answer, program.simulator.base_url)
        ids.append(call.id)
    return program, ids


@contextmanager
def process(module: str, *arguments: str) -> Iterator[int]:
    """Run a module of the bench that prints its port; yield the port."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    try:
        yield int(run.stdout.readline())
    finally:
        run.terminate()
        run.wait()


def _load(port: int, paths: Sequence[str]) -> Load:
    lines = "\n".join(json.dumps([path, BODY]) for path in paths)
    command = [sys.executable, "-m", "tests.bench.load", str(port), str(SECONDS)]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    result: Load = json.loads(done.stdout)
    assert set(result["statuses"]) == {"200"}, result["statuses"]
    return result


def _settle(program: Program) -> None:
    """Wait until the bot was told of everything."""
    before = -1
    while (now := program.journal.last) != before:
        before = now
        time.sleep(0.2)


class _HeldBack:
    """Takes notifications and keeps none."""

    def send(self, call_id: str, url: str, body: dict[str, Any]) -> None:
        """Take one."""


def _measure(
    calls: int, bare: int, bot_url: str, *, paused: bool, told: bool = True
) -> list[tuple[Load, Load]]:
    """Return loads of the bare server and the real one, in pairs."""
    core = CoreThread()
    core.start()
    service.pump = _paused_pump if paused else pump  # the bench's switch
    try:
        program, ids = core.submit(_open(calls, bot_url)).result(60)
        simulator = program.simulator
        wait_until(lambda: all(simulator.snapshot(i).engine.media_active for i in ids), 60)
        if not told:
            simulator.effects._notifications = _HeldBack()
        paths = [f"/v1.0/communications/calls/{call_id}/recordResponse" for call_id in ids]
        port = int(simulator.base_url.rpartition(":")[2])
        pairs = []
        for _ in range(ROUNDS):
            pairs.append((_load(bare, paths), _load(port, paths)))
            if paused:
                _settle(program)
        core.submit(asyncio.wait_for(program.close(), 30)).result(40)
    finally:
        service.pump = pump
        core.stop()
    return pairs


def _rate(load: Load) -> float:
    return float(len(load["latencies"]) / load["seconds"])


def _rows(name: str, pairs: Sequence[tuple[Load, Load]], goals: tuple[str, str]) -> list[Row]:
    shares = sorted(_rate(real) / _rate(bare) for bare, real in pairs)
    rates = sorted(_rate(real) for _, real in pairs)
    slowest = sorted(percentile(real["latencies"], 0.99) * 1e3 for _, real in pairs)
    middle = len(pairs) // 2
    return [
        (f"{name}, per second", f"{rates[middle]:,.0f}", ""),
        (f"{name}, share of a bare handler", f"{shares[middle]:.0%}", goals[0]),
        (f"{name}, p99", f"{slowest[middle]:.1f} ms", goals[1]),
    ]


def measure() -> list[Row]:
    """Load 100 calls without media, and 20 with it."""
    with process("bare") as bare, process("taker") as bot:
        bot_url = f"http://127.0.0.1:{bot}/calls"
        paused = _measure(100, bare, bot_url, paused=True)
        silent = _measure(100, bare, bot_url, paused=True, told=False)
        live = _measure(20, bare, bot_url, paused=False)
    return [
        *_rows("recordResponse, 100 calls, media paused", paused, (">= 50 %", "<= 10 ms")),
        *_rows("the same, notifications held back", silent, ("", "")),
        *_rows("recordResponse, 20 live calls", live, ("", "")),
    ]
