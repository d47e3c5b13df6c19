"""``callsim serve``: the local Graph without a window, until Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
from pathlib import Path

from app.audio.wavfile import read_caller as decode
from app.cli import UserError
from app.cli.options import read_caller, read_settings
from app.cli.ready import write_ready
from app.main import Program, StartError
from app.runtime.ports import TargetRefused


def serve(options: argparse.Namespace) -> int:
    """Run the command; 0 after a clean end, 2 where it cannot start."""
    try:
        return asyncio.run(_serve(options))
    finally:
        if getattr(options, "ready_written", False):
            Path(options.ready_file).unlink(missing_ok=True)


async def _serve(options: argparse.Namespace) -> int:
    # First, so that --set has the last word.
    options.set.insert(0, f"phone.answer={options.answer}")
    program = Program(
        read_settings(options),
        allowed_targets=options.allow_target,
        control=not options.no_control,
        default_caller=read_caller(options.caller),
    )
    if options.bot_url:
        program.simulator.settings = program.simulator.settings.set("bot.url", options.bot_url)
    ended = _end_on_signal()
    try:
        await _check(program)
        await program.start(
            options.host, options.port, lan=options.lan, https_port=options.https_port
        )
    except (StartError, TargetRefused, ValueError) as error:
        await program.close()
        raise UserError(str(error)) from None
    try:
        _tell(program, options)
        await ended.wait()
    finally:
        await program.close()
    return 0


async def _check(program: Program) -> None:
    """Refuse at once what every call would be. Raises ValueError or TargetRefused."""
    settings, caller = program.simulator.settings, program.simulator.default_caller
    for file in (caller.path, Path(settings.beep_file) if settings.beep_file else None):
        if file is not None:
            await asyncio.to_thread(decode, file)
    if settings.bot_url:
        await program.targets.check(settings.bot_url, "webhook")


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
    ready = {"baseUrl": program.simulator.base_url}
    if program.control_key is not None:
        ready |= {"controlUrl": program.control_url, "controlKey": program.control_key}
    https = ""
    if program.https_base_url is not None:
        ready |= {"httpsBaseUrl": program.https_base_url, "caFile": str(program.ca_file)}
        https = f" and {program.https_base_url} (to be trusted by {program.ca_file})"
    if options.ready_file:
        write_ready(Path(options.ready_file), ready)
        options.ready_written = True
    if options.json:
        print(json.dumps(ready), flush=True)
        return
    control = ""
    if program.control_key is not None:
        control = f"; control plane at {program.control_url}, its key in --json or --ready-file"
    print(
        f"Local Graph ready on {program.simulator.base_url}{https}{control}. Ctrl-C ends it.",
        flush=True,
    )
    if options.lan:
        print("callsim: warning: open to the local network (--lan)", file=sys.stderr)
