"""Errors that nobody caught arrive in one place, whatever thread they come from."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Iterator

import pytest

from app.unexpected import Crash, hooks, in_loop, keep_by, listen, plain, unexpected


@pytest.fixture
def told() -> Iterator[list[Crash]]:
    crashes: list[Crash] = []
    stop = listen(crashes.append)
    yield crashes
    stop()


def broken(text: str = "broken") -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


@pytest.mark.expects_error_log("the work failed: broken")
def test_it_is_told_with_its_traceback(told: list[Crash]) -> None:
    unexpected(broken(), "the work")
    assert [crash.summary for crash in told] == ["ValueError: broken"]
    assert told[0].where == "the work" and told[0].report is None
    assert "Traceback" in told[0].details and "raise ValueError(text)" in told[0].details


@pytest.mark.expects_error_log("failed: broken")
def test_one_error_is_told_once_however_far_it_gets(told: list[Crash]) -> None:
    error = broken()
    unexpected(error, "a task")
    unexpected(error, "who waited for it")
    unexpected(broken(), "another one")
    assert [crash.where for crash in told] == ["a task", "another one"]


@pytest.mark.expects_error_log("failed: broken", "could not be told", "no report could be written")
def test_whoever_fails_on_it_keeps_nobody_else_from_it(told: list[Crash]) -> None:
    def fail(*_: object) -> Crash:
        raise OSError("no room")

    restore = keep_by(fail)
    stop = listen(fail)
    try:
        unexpected(broken(), "the work")
    finally:
        stop()
        restore()
    assert [crash.summary for crash in told] == ["ValueError: broken"]


@pytest.mark.expects_error_log("thread worker failed", "the program failed", "finalizer|del")
def test_hooks_catch_threads_slots_and_finalizers(told: list[Crash]) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def fail() -> None:
        raise ValueError("in a thread")

    class Clumsy:
        def __del__(self) -> None:
            raise ValueError("in a finalizer")

    with hooks():
        thread = threading.Thread(target=fail, name="worker")
        thread.start()
        thread.join()
        error = ValueError("in a slot")
        sys.excepthook(ValueError, error, None)  # as PySide does
        del error
        clumsy = Clumsy()
        del clumsy
    assert [crash.summary for crash in told] == [
        "ValueError: in a thread",
        "ValueError: in a slot",
        "ValueError: in a finalizer",
    ]
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


@pytest.mark.expects_error_log("callback.* failed: in a callback", "^app.unexpected: gone$")
async def test_an_event_loop_tells_of_its_callbacks(told: list[Crash]) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(in_loop)

    def fail() -> None:
        raise ValueError("in a callback")

    loop.call_soon(fail)
    await asyncio.sleep(0)
    assert [crash.summary for crash in told] == ["ValueError: in a callback"]
    loop.call_exception_handler({"message": "gone", "exception": ConnectionResetError()})
    assert len(told) == 1, "a connection that the other side dropped is no fault of ours"


def test_a_description_needs_no_file() -> None:
    assert plain(broken("x"), "here").summary == "ValueError: x"
