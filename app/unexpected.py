"""What nobody caught, on whichever thread: logged, kept and told in one place.

Errors arrive here from Python's hooks (:func:`hooks`), from event loops (:func:`in_loop`), from the
owner of background tasks and from the sound card's callback. Whoever can write a report is told
first (:func:`keep_by`), then everybody who wants to know (:func:`listen`): the window shows a
dialog, a command without one ends. Nothing here raises.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Crash:
    """An error that nobody caught."""

    where: str
    """What was being done: a thread, a task, a command."""
    summary: str
    """One line: the kind of error and what it said."""
    details: str
    """What may be shown and copied: the traceback, and more where a report was written."""
    report: Path | None = None
    """Where it is kept."""


Keeper = Callable[[BaseException, str], Crash]
Listener = Callable[[Crash], None]

_MARK = "_callsim_was_reported"
_lock = threading.Lock()
_listeners: list[Listener] = []


def plain(error: BaseException, where: str) -> Crash:
    """Describe ``error`` without keeping it anywhere."""
    summary = traceback.format_exception_only(error)[-1].strip()
    return Crash(where, summary, "".join(traceback.format_exception(error)))


_keeper: Keeper = plain


def unexpected(error: BaseException, where: str) -> None:
    """Report ``error``, once, however many places it passes. Any thread; may write a file."""
    with _lock:
        if getattr(error, _MARK, False):
            return
        if hasattr(error, "__dict__"):
            setattr(error, _MARK, True)
        listeners = tuple(_listeners)
    log.error("%s failed: %s", where, error, exc_info=error)
    try:
        crash = _keeper(error, where)
    except Exception:  # the error itself has to be told all the same
        log.exception("no report could be written")
        crash = plain(error, where)
    for listener in listeners:
        try:
            listener(crash)
        except Exception:
            log.exception("the error could not be told")


def keep_by(keeper: Keeper) -> Callable[[], None]:
    """Let ``keeper`` write reports from now on; returns the way back. Main thread."""
    global _keeper
    before, _keeper = _keeper, keeper

    def restore() -> None:
        global _keeper
        _keeper = before

    return restore


def listen(listener: Listener) -> Callable[[], None]:
    """Call ``listener``, on the thread of the error, from now on; returns the way to stop that."""
    with _lock:
        _listeners.append(listener)

    def stop() -> None:
        with _lock:
            _listeners.remove(listener)

    return stop


def in_loop(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Report what an event loop has to say; for ``loop.set_exception_handler``."""
    error = context.get("exception")
    # A connection that the other side dropped is none of our errors (asyncio tells on Windows).
    if isinstance(error, Exception) and not isinstance(error, ConnectionError):
        unexpected(error, str(context.get("message", "event loop")))
    else:
        log.error("%s", context.get("message"))


@contextmanager
def hooks() -> Iterator[None]:
    """While it lasts, errors out of Qt's slots, threads and finalizers are reported."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            unexpected(error, "the program")
        else:
            before[0](kind, error, trace)

    def thread(args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            name = args.thread.name if args.thread is not None else "unknown"
            unexpected(args.exc_value, f"thread {name}")

    def unraisable(args: Any) -> None:
        if isinstance(args.exc_value, Exception):
            unexpected(args.exc_value, args.err_msg or f"finalizer of {args.object!r:.80}")
        else:
            before[2](args)

    sys.excepthook, threading.excepthook, sys.unraisablehook = main, thread, unraisable
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
