"""Start and end of the window."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.runtime.tasks import TaskOwner
from app.ui.application import make_application, run_window
from app.ui.dialogs.crash_dialog import CrashDialog
from app.ui.main_window import MainWindow
from app.ui.phone.microphone_reminder import HEARD, KEY
from app.ui.preferences import remember
from app.unexpected import Crash
from tests.helpers.window import PATIENCE, SETTINGS, PlayedCore

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
    remember(KEY, HEARD)  # the window has been used before
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
        self._deadline = time.monotonic() + PATIENCE
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        shown = [window for window in windows if window.isVisible()]
        if not self._steps:
            self._timer.stop()
        elif time.monotonic() > self._deadline:
            self._timer.stop()  # a story that goes on no more fails; it does not hang
            for window in shown:
                window.close()
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


def told(window: MainWindow) -> CrashDialog | None:
    return next((one for one in window.findChildren(CrashDialog) if one.isVisible()), None)


def in_a_slot(window: MainWindow, core: Core) -> None:
    def fail() -> None:
        raise ValueError("broken")

    # Not with Qt here: pytest-qt has its own hook in PySide's way. tests/test_window_fault.py does.
    try:
        fail()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)


def in_a_thread(window: MainWindow, core: Core) -> None:
    def fail() -> None:
        raise ValueError("broken")

    threading.Thread(target=fail).start()


def in_a_command(window: MainWindow, core: Core) -> None:
    async def fail(**_: object) -> None:
        raise LookupError("broken")

    core.simulator.dial = fail  # type: ignore[method-assign,assignment]
    window.phone.dial()


def in_a_task_of_the_core(window: MainWindow, core: Core) -> None:
    async def fail() -> None:
        raise ValueError("broken")

    async def start() -> None:
        TaskOwner().start(fail(), "a task")

    core.thread.submit(start())


def in_a_callback_of_the_core(window: MainWindow, core: Core) -> None:
    def fail() -> None:
        raise ValueError("broken")

    async def later() -> None:
        asyncio.get_running_loop().call_soon(fail)

    core.thread.submit(later())


@pytest.mark.expects_error_log("failed: broken")
@pytest.mark.parametrize(
    "fault",
    [
        in_a_slot,
        in_a_thread,
        in_a_command,
        in_a_task_of_the_core,
        in_a_callback_of_the_core,
    ],
)
def test_an_error_that_nobody_caught_is_shown(
    core: Core, fault: Callable[[MainWindow, Core], None]
) -> None:
    before = sys.excepthook
    seen: list[str] = []
    story = Story(
        (ready, lambda w: fault(w, core)),
        (told, lambda w: seen.append(told(w).details.toPlainText())),  # type: ignore[union-attr]
        (lambda w: True, close),
    )
    run_window(core, ["callsim"])
    assert story.told and sys.excepthook is before
    assert "Error: broken" in seen[0] and "Traceback" in seen[0]


def test_what_an_earlier_run_died_of_is_shown_at_the_start(core: Core) -> None:
    seen: list[str] = []
    story = Story(
        (told, lambda w: seen.append(told(w).summary.text())),  # type: ignore[union-attr]
        (ready, close),
    )
    run_window(core, ["callsim"], faults=[Crash("an earlier run", "It died", "stacks")])
    assert story.told and seen == ["It died"]


def test_there_is_one_application(qapp: QApplication) -> None:
    assert make_application(["callsim"]) is qapp
    assert not qapp.quitOnLastWindowClosed()
    assert qapp.applicationDisplayName() == "Graph Call Simulator"
