"""Run the steps of `dev.py test`: side by side where it pays, with their output kept.

What a step prints goes to a file and is shown in full when the step fails.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from dev_common import LOGS, ROOT, WINDOWS, CannotGoOn, say

STEP_LIMIT = 900.0
"""Seconds after which a step counts as hung: everything together is to take ten minutes."""

HEARTBEAT = 30.0
"""Seconds between lines that say what is still running: CI systems end silent jobs."""

PATIENCE = 10.0
"""Seconds that an interrupted step has for tidying up."""

NOTHING_COLLECTED = 5
"""pytest's exit code when no test was selected."""


class Step(NamedTuple):
    """One command of the check."""

    name: str
    command: list[str]
    environment: dict[str, str]
    may_be_empty: bool = False
    """A pytest that selects nothing is a failure, unless the user narrowed the selection."""


class Result(NamedTuple):
    """How a step ended."""

    name: str
    passed: bool
    seconds: float
    last_line: str
    log: Path


class Runner:
    """Runs steps and remembers their results. For the main thread."""

    def __init__(self) -> None:
        self.results: list[Result] = []
        self._lock = threading.Lock()
        self._running: list[subprocess.Popen[bytes]] = []

    def run_together(self, steps: list[Step]) -> None:
        """Run `steps` at the same time and return when all have ended.

        On Ctrl-C (KeyboardInterrupt) everything that runs is ended first.
        """
        say(f"Running {', '.join(step.name for step in steps)}")
        with ThreadPoolExecutor(len(steps)) as pool:
            pending: dict[Future[Result], str] = {
                pool.submit(self._run, step): step.name for step in steps
            }
            try:
                while pending:
                    done, _ = wait(pending, timeout=HEARTBEAT, return_when=FIRST_COMPLETED)
                    for future in done:
                        del pending[future]
                        self._finished(future.result())
                    if not done:
                        say(f"  ... still running: {', '.join(pending.values())}")
            except KeyboardInterrupt:
                with self._lock:
                    for process in self._running:
                        _end(process)
                raise

    def summary(self) -> bool:
        """Print the table of all steps; return whether all passed."""
        width = max((len(result.name) for result in self.results), default=0)
        say()
        say(f"{'step':<{width}}  result  seconds")
        for result in self.results:
            verdict = "ok" if result.passed else "FAILED"
            say(f"{result.name:<{width}}  {verdict:<6}  {result.seconds:7.1f}  {result.last_line}")
        return bool(self.results) and all(result.passed for result in self.results)

    def _finished(self, result: Result) -> None:
        self.results.append(result)
        if result.passed:
            say(f"  ok      {result.name}  {result.seconds:.1f} s")
            return
        say(f"  FAILED  {result.name}  {result.seconds:.1f} s; it printed:")
        say(result.log.read_text("utf-8", "replace"))
        say(f"  (end of what {result.name} printed)")

    def _run(self, step: Step) -> Result:
        LOGS.mkdir(exist_ok=True)
        log = LOGS / f"{step.name.replace(' ', '-').replace(',', '')}.log"
        started = time.monotonic()
        with log.open("wb") as output:
            process = subprocess.Popen(
                step.command,
                env=step.environment,
                cwd=str(ROOT),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=not WINDOWS,  # so that _end reaches its children
            )
            with self._lock:
                self._running.append(process)
            try:
                code = process.wait(STEP_LIMIT)
            except subprocess.TimeoutExpired:
                _end(process)
                code = process.wait()
                output.write(f"\nEnded after {STEP_LIMIT:.0f} s: it hung.\n".encode())
            with self._lock:
                self._running.remove(process)
        lines = log.read_text("utf-8", "replace").split("\n")
        last = next((line.strip(" =") for line in reversed(lines) if line.strip(" =")), "")
        if code == NOTHING_COLLECTED:
            last = f"no test was selected ({last})"
        passed = code == 0 or (code == NOTHING_COLLECTED and step.may_be_empty)
        return Result(step.name, passed, time.monotonic() - started, last, log)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and what it started.

    First as Ctrl-C would: pytest then takes its fixtures down, the virtual sound card with them.
    """
    if process.poll() is not None:
        return
    if sys.platform == "win32":  # spelled out for mypy, here and in dev_common
        process.kill()
        return
    os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def virtual_screen(size: str = "1280x1024") -> Iterator[str]:
    """Start an X server in memory on a free display; yield its name (":3"), end it afterwards.

    `size` is WIDTHxHEIGHT in pixels.

    Raises CannotGoOn where it does not come up.
    """
    LOGS.mkdir(exist_ok=True)
    read_end, write_end = os.pipe()
    # -noreset: the screen outlives the moment between two tests without a window
    command = ["Xvfb", "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
    with (LOGS / "xvfb.log").open("wb") as output:
        server = subprocess.Popen(
            [*command, "-displayfd", str(write_end)],
            pass_fds=(write_end,),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C is for us; the server goes when we are done with it
        )
    os.close(write_end)
    try:
        number = b""
        while not number.endswith(b"\n"):
            ready, _, _ = select.select([read_end], [], [], 30.0)
            piece = os.read(read_end, 16) if ready else b""
            if not piece:
                raise CannotGoOn(f"Xvfb did not start: {(LOGS / 'xvfb.log').read_text()}")
            number += piece
        yield f":{int(number)}"
    finally:
        os.close(read_end)
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
