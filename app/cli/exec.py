"""``callsim exec``: runs a program that finds the simulator in place of Microsoft's hosts."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import signal
import sys
from asyncio.subprocess import Process
from pathlib import Path
from typing import Final

from app.cli import UserError
from app.cli.bridge import write_report
from app.cli.child import all_authorities, child_environment
from app.cli.guard import run_core
from app.cli.ready import write_ready
from app.cli.starting import begin, ready_facts
from app.main import Program, StartError
from app.resources import resource
from app.runtime.records import Record

NOT_FOUND, NOT_STARTED = 127, 126
"""Exit codes of a program that is not there, or cannot be started, as of shells and env."""

SIGNALED: Final = 128
"""Added to the number of the signal that ended the program, as shells do."""


def execute(options: argparse.Namespace) -> int:
    """Run the command; returns the program's exit code."""
    command = options.command
    if command[:1] == ["--"]:  # Python 3.12.5 and later leave it out themselves.
        command = command[1:]
    if not command:
        raise UserError("Nothing to run: write callsim exec -- COMMAND [ARGUMENT …].")
    return run_core(_execute(options, command))


async def _execute(options: argparse.Namespace, command: list[str]) -> int:
    program = await begin(options)
    program.journal.listen(_warn)
    ready_file = Path(options.ready_file) if options.ready_file else None
    try:
        environment, ready_file = await _prepare(program, ready_file)
        path = shutil.which(command[0], path=environment.get("PATH"))
        if path is None:
            print(f"callsim: '{command[0]}' is not found.", file=sys.stderr)
            return NOT_FOUND
        try:
            child = await asyncio.create_subprocess_exec(path, *command[1:], env=environment)
        except OSError as error:
            print(f"callsim: '{path}' cannot be started: {error.strerror}.", file=sys.stderr)
            return NOT_STARTED
        _pass_signals_on(child)
        code = await _end_of(child)
        return SIGNALED - code if code < 0 else code
    finally:
        if ready_file is not None:
            ready_file.unlink(missing_ok=True)
        await program.close()
        if options.bridge_report:
            write_report(program, Path(options.bridge_report))


async def _end_of(child: asyncio.subprocess.Process) -> int:
    """Wait for the program's end; a fault of ours, which cancels this, ends it too."""
    try:
        return await child.wait()
    finally:
        if child.returncode is None:
            child.terminate()


async def _prepare(program: Program, ready_file: Path | None) -> tuple[dict[str, str], Path]:
    """Start the proxy, tell where everything is; returns the child's environment."""
    try:
        proxy = await program.start_proxy()
    except StartError as error:
        raise UserError(str(error)) from None
    ca_file = program.ca_file
    assert ca_file is not None
    given = dict(os.environ)
    bundle = await asyncio.to_thread(lambda: all_authorities(given, ca_file.read_bytes()))
    ready = ready_facts(program) | {"proxyUrl": proxy.url}
    if ready_file is None:
        text = json.dumps(ready) + "\n"
        ready_file = await asyncio.to_thread(program.folder.write, "ready.json", text.encode())
    else:
        await asyncio.to_thread(write_ready, ready_file, ready)
    environment = child_environment(
        given,
        proxy=proxy.url,
        hosts=proxy.hosts,
        ca_file=ca_file,
        bundle=await asyncio.to_thread(program.folder.write, "authorities.pem", bundle),
        ready_file=ready_file,
        preload=resource("node/answer-by-simulator.cjs"),
    )
    print(
        f"callsim: local Graph at {program.simulator.base_url}, also for "
        f"{', '.join(proxy.hosts)}; keys and addresses in {ready_file}",
        file=sys.stderr,
        flush=True,
    )
    return environment, ready_file


def _warn(record: Record) -> None:
    """Say what the user would see in the window: there is none here."""
    if record.kind == "warning":
        print(f"callsim: warning: {record.data['message']}", file=sys.stderr, flush=True)


def _pass_signals_on(child: Process) -> None:
    """Let the child end as it wants to, and outlive it."""
    loop = asyncio.get_running_loop()
    if os.name != "posix":
        # Ctrl-C reaches every program of the console; this one waits for the child.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, _pass_on, child, number)


def _pass_on(child: Process, number: int) -> None:
    if number == signal.SIGINT and _in_the_foreground():
        return  # The terminal has told the child itself.
    if child.returncode is None:
        child.send_signal(number)


def _in_the_foreground() -> bool:
    try:
        with open("/dev/tty", "rb") as terminal:
            return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
    except OSError:
        return False
