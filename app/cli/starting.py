"""How a headless program starts: settings, caller, where it listens, and what is told of that."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from typing import Any

from app.audio.wavfile import read_caller as decode
from app.cli import UserError
from app.cli.bridge import read_wish, tell_bridge
from app.cli.options import read_caller, read_settings
from app.main import Program, StartError
from app.runtime.ports import TargetRefused


async def begin(options: argparse.Namespace) -> Program:
    """Return a program that listens; whoever gets it closes it. Raises UserError."""
    # First, so that --set has the last word.
    options.set.insert(0, f"phone.answer={options.answer}")
    wish = read_wish(options)
    program = Program(
        read_settings(options),
        allowed_targets=options.allow_target,
        control=not options.no_control,
        default_caller=read_caller(options.caller),
        write_history=not options.no_history,
    )
    if options.bot_url:
        program.simulator.settings = program.simulator.settings.set("bot.url", options.bot_url)
    try:
        await _check(program)
        await program.start(
            options.host, options.port, lan=options.lan, https_port=options.https_port
        )
        if wish is not None:
            await program.switch_bridge(wish)
    except (StartError, TargetRefused, ValueError) as error:
        await program.close()
        raise UserError(str(error)) from None
    tell_bridge(program)
    return program


def ready_facts(program: Program) -> dict[str, Any]:
    """Return what scripts need to know of a program that listens."""
    ready: dict[str, Any] = {"baseUrl": program.simulator.base_url}
    if program.control_key is not None:
        ready |= {"controlUrl": program.control_url, "controlKey": program.control_key}
    if program.https_base_url is not None:
        ready["httpsBaseUrl"] = program.https_base_url
    if program.ca_file is not None:
        ready["caFile"] = str(program.ca_file)
    if program.bridge.target is not None:
        ready["bridge"] = {"mode": program.bridge.mode.value, "target": program.bridge.target}
    return ready


async def _check(program: Program) -> None:
    """Refuse at once what every call would be. Raises ValueError or TargetRefused."""
    settings, caller = program.simulator.settings, program.simulator.default_caller
    for file in (caller.path, Path(settings.beep_file) if settings.beep_file else None):
        if file is not None:
            channel = settings.caller_channel if file == caller.path else 0
            await asyncio.to_thread(decode, file, channel=channel)
    if settings.bot_url:
        await program.targets.check(settings.bot_url, "webhook")
