"""``callsim serve``: the local Graph without a window, until Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
from pathlib import Path

from app.cli.bridge import write_report
from app.cli.guard import run_core
from app.cli.ready import write_ready
from app.cli.starting import begin, ready_facts
from app.main import Program


def serve(options: argparse.Namespace) -> int:
    """Run the command; 0 after a clean end, 2 where it cannot start."""
    try:
        return run_core(_serve(options))
    finally:
        if getattr(options, "ready_written", False):
            Path(options.ready_file).unlink(missing_ok=True)


async def _serve(options: argparse.Namespace) -> int:
    ended = _end_on_signal()
    program = await begin(options)
    try:
        _tell(program, options)
        await ended.wait()
    finally:
        await program.close()
        if options.bridge_report:
            write_report(program, Path(options.bridge_report))
    return 0


def _end_on_signal() -> asyncio.Event:
    """Return an event that Ctrl-C and a polite kill set."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, ended.set)
        except NotImplementedError:  # Windows: no signals in the loop, Ctrl-C arrives here instead
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(ended.set))
    return ended


def _tell(program: Program, options: argparse.Namespace) -> None:
    ready = ready_facts(program)
    if options.ready_file:
        write_ready(Path(options.ready_file), ready)
        options.ready_written = True
    if options.json:
        print(json.dumps(ready), flush=True)
        return
    https = control = ""
    if program.https_base_url is not None:
        https = f" and {program.https_base_url} (to be trusted by {program.ca_file})"
    if program.control_key is not None:
        control = f"; control plane at {program.control_url}, its key in --json or --ready-file"
    print(
        f"Local Graph ready on {program.simulator.base_url}{https}{control}. Ctrl-C ends it.",
        flush=True,
    )
    if options.lan:
        print("callsim: warning: open to the local network (--lan)", file=sys.stderr)
