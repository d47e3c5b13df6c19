"""Qt objects of a test end with it, on the GUI thread.

What has no owner waits for the garbage collector, which runs on whatever thread allocates next: the
core thread, say, where Qt's timers must not be stopped.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Protocol, TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

Q = TypeVar("Q", bound=QObject)


class Keep(Protocol):
    """Keeps what it is given, and returns it."""

    def __call__(self, made: Q) -> Q: ...


@pytest.fixture
def keep(qapp: QApplication) -> Iterator[Keep]:
    """Keep objects until the test is over, then delete them, the last first."""
    kept: list[QObject] = []

    def _keep(made: Q) -> Q:
        kept.append(made)
        return made

    yield _keep
    for made in reversed(kept):
        if shiboken6.isValid(made):
            shiboken6.delete(made)


@pytest.fixture(autouse=True)
def collect_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let nothing be collected while a core thread runs, and everything before and after."""
    if "world" not in request.fixturenames:
        yield
        return
    gc.collect()
    gc.disable()
    yield
    gc.enable()
    gc.collect()
