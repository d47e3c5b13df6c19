"""Start and end of the window."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.ui.application import make_application, run_window
from app.ui.main_window import MainWindow
from tests.helpers.window import SETTINGS, PlayedCore

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


class Core(PlayedCore):
    """Started by the window, as the program's own."""

    def __init__(self) -> None:
        super().__init__(SETTINGS, 20.0)
        self.thread.start()
        self.simulator.base_url = ""
        self.trouble: Exception | None = None
        self.news: str | None = "Port 8899 is in use."
        self.began = threading.Event()
        self.hold: asyncio.Event | None = None

    async def start(self) -> str | None:
        self.began.set()
        if self.hold is not None:
            await self.hold.wait()
        if self.trouble is not None:
            raise self.trouble
        self.simulator.base_url = "http://127.0.0.1:8899"
        return self.news


@pytest.fixture
def core(qapp: QApplication) -> Iterator[Core]:
    gc.collect()
    gc.disable()  # a widget must not be destroyed on the core's thread
    core = Core()
    yield core
    core.thread.stop()
    gc.enable()


class Story:
    """Waits, on the GUI thread, for one condition after the other, and does what follows it."""

    def __init__(
        self, *steps: tuple[Callable[[MainWindow], object], Callable[[MainWindow], object]]
    ) -> None:
        self._steps = list(steps)
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        shown = [window for window in windows if window.isVisible()]
        if not self._steps:
            self._timer.stop()
        elif shown and self._steps[0][0](shown[0]):
            self._steps.pop(0)[1](shown[0])

    @property
    def told(self) -> bool:
        return not self._steps


def close(window: MainWindow) -> None:
    window.close()


def ready(window: MainWindow) -> bool:
    return window.phone.buttons.main.isEnabled()


def test_the_window_is_there_first_and_the_core_follows(core: Core) -> None:
    seen: list[str] = []
    story = Story(
        (lambda w: True, lambda w: seen.append(w.header.address.text())),
        (ready, lambda w: seen.append(w.header.address.text())),
        (lambda w: "in use" in w.toast.text, close),
    )
    assert run_window(core, ["callsim"]) == 0
    assert story.told
    assert seen == ["starting…", "http://127.0.0.1:8899/v1.0"]
    assert core.closed


def test_it_can_be_closed_before_the_core_is_up(core: Core) -> None:
    core.hold = asyncio.Event()
    story = Story((lambda w: core.began.is_set(), close))
    assert run_window(core, ["callsim"]) == 0
    assert story.told and core.closed


@pytest.mark.expects_error_log("the core did not start")
def test_a_core_that_does_not_start_is_told(core: Core) -> None:
    core.trouble = OSError("No loopback here. Check the network.")
    story = Story((lambda w: "No loopback here" in w.toast.text, close))
    assert run_window(core, ["callsim"]) == 0
    assert story.told and core.closed


def test_a_running_call_is_ended_with_the_window(core: Core) -> None:
    story = Story(
        (ready, lambda w: w.phone.dial()),
        (lambda w: w.phone.live, close),
    )
    run_window(core, ["callsim"])
    assert story.told
    assert [call.result for call in core.simulator.snapshots()] == [
        (500, 9999, "The simulator was closed. DiagCode: 500#9999.@")
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="there the loop takes no signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_it(core: Core, number: signal.Signals) -> None:
    story = Story((ready, lambda w: signal.raise_signal(number)))
    assert run_window(core, ["callsim"]) == 0
    assert story.told and core.closed


@pytest.mark.expects_error_log("unexpected: broken")
def test_an_error_that_nobody_caught_is_shown(core: Core) -> None:
    before = sys.excepthook

    def report(window: MainWindow) -> None:
        # What PySide does with an exception out of a slot.
        error = ValueError("broken")
        sys.excepthook(ValueError, error, None)

    story = Story((ready, report), (lambda w: "ValueError: broken" in w.toast.text, close))
    run_window(core, ["callsim"])
    assert story.told and sys.excepthook is before


@pytest.mark.expects_error_log("unexpected: in a thread")
def test_an_error_in_a_thread_is_shown(core: Core) -> None:
    def fail() -> None:
        raise ValueError("in a thread")

    story = Story(
        (ready, lambda w: threading.Thread(target=fail).start()),
        (lambda w: "ValueError: in a thread" in w.toast.text, close),
    )
    run_window(core, ["callsim"])
    assert story.told


def test_there_is_one_application(qapp: QApplication) -> None:
    assert make_application(["callsim"]) is qapp
    assert not qapp.quitOnLastWindowClosed()
    assert qapp.applicationDisplayName() == "Graph Call Simulator"
