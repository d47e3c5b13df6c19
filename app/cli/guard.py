"""Runs a command so that an error which nobody caught is kept, told, and ends it."""

from __future__ import annotations

import argparse
import asyncio
import faulthandler
import sys
from collections.abc import Coroutine
from contextlib import ExitStack
from typing import Any, Final

from app import unexpected
from app.cli import UserError, is_full
from app.crash_report import KEEPER
from app.unexpected import Crash

CRASHED: Final = 70
"""EX_SOFTWARE of sysexits.h: the fault is the program's own, not the user's (2) or a bot's (1)."""


def run_guarded(options: argparse.Namespace) -> int:
    """Run the command of ``options``; CRASHED where something went wrong that nobody caught.

    What the user can put right (UserError) and Ctrl-C are the caller's. Main thread.
    """
    crashes: list[Crash] = []

    def tell(crash: Crash) -> None:
        if not crashes:
            kept = f" It is described in {crash.report}" if crash.report else ""
            print(
                f"callsim: internal error ({crash.where}): {crash.summary}.{kept} (nothing was "
                "sent anywhere).",
                file=sys.stderr,
            )
        crashes.append(crash)

    with ExitStack() as stack:
        # A program without a console has no stderr: the window has a file for it.
        if sys.stderr is not None and not faulthandler.is_enabled():
            faulthandler.enable()
        stack.callback(unexpected.keep_by(KEEPER.keep))
        stack.callback(unexpected.listen(tell))
        stack.enter_context(unexpected.hooks())
        try:
            code: int = options.run(options)
        except (UserError, BrokenPipeError):
            raise
        except Exception as error:
            if is_full(error):
                raise
            unexpected.unexpected(error, "the program")
            code = CRASHED
    return CRASHED if crashes else code


def run_core(work: Coroutine[Any, Any, int]) -> int:
    """Run ``work`` on an event loop of its own and return its code.

    The first error that nobody caught, on whichever thread, cancels it: it can end in order.
    """

    crashed = False

    async def _run() -> int:
        nonlocal crashed
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(unexpected.in_loop)
        task = asyncio.current_task()
        assert task is not None

        def end(crash: Crash) -> None:
            nonlocal crashed
            if not crashed:
                crashed = True
                loop.call_soon_threadsafe(task.cancel)

        stop = unexpected.listen(end)
        try:
            return await work
        except asyncio.CancelledError:
            if crashed:
                return CRASHED
            raise
        finally:
            stop()

    return asyncio.run(_run())
