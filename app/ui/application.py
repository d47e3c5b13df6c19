"""Starts Qt with an asyncio loop in it, shows the window at once, and ends everything in order.

qasync has two faults to steer round (measured with 0.28): a dialog that is *executed* inside a
coroutine hangs all waiting coroutines for ever, so nothing here is; and when Qt quits by itself
with the last window, what is left to clean up never runs, so Qt never quits by itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Final

# qasync takes the first binding that is imported or named here; there may be others.
os.environ.setdefault("QT_API", "pyside6")

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from app import __version__
from app.runtime.tasks import TaskOwner
from app.ui import language, theme
from app.ui.consent import ConsentDesk
from app.ui.core_link import Core
from app.ui.dialogs.crash_dialog import CrashDialog
from app.ui.garbage import GarbageCollector
from app.ui.window_keeper import WindowKeeper
from app.unexpected import Crash, hooks, in_loop, listen

log = logging.getLogger(__name__)

NAME: Final = "callsim"

PATIENCE: Final = 10.0
"""Seconds that the core may take to end. Webhooks in delivery get theirs (app.outbound); after that
the process ends anyhow, and with it its daemon threads."""


def run_window(
    core: Core,
    argv: Sequence[str],
    desk: ConsentDesk | None = None,
    *,
    ready: Callable[[], None] | None = None,
    faults: Sequence[Crash] = (),
) -> int:
    """Open the window and return when it was closed. Main thread only.

    ``core.start()`` (may return a message for the user) and ``core.close()``, where there are such,
    are coroutines for the core thread. ``desk`` is where the core asks for consent. ``ready`` is
    called once, when the window is shown and the core has started. ``faults`` are what an earlier
    run died of.
    """
    settings = core.simulator.settings
    app = make_application(argv, zoom=settings.zoom)
    language.apply_language(app, settings.language)
    theme.apply_theme(app, settings.theme)  # type: ignore[arg-type]
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    garbage = GarbageCollector()  # before anything of Qt that the core thread could find
    try:
        desk = desk or ConsentDesk()
        keeper = WindowKeeper(core, desk)
        with _reporting(loop, keeper, faults):
            keeper.window.show()
            try:
                loop.run_until_complete(_live(core, keeper, desk, ready or _nothing))
            finally:
                core.thread.stop()
                keeper.window.hide()
                loop.close()
                asyncio.set_event_loop(None)
    finally:
        garbage.stop()  # after the core thread
    return 0


def make_application(argv: Sequence[str], *, zoom: int = 100) -> QApplication:
    """Return the application, set up but without a window; the one there is, if there is one.

    ``zoom`` in per cent; it is Qt's own, which has to be known before there is an application.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        if zoom != 100:
            os.environ.setdefault("QT_SCALE_FACTOR", str(zoom / 100))
        # 1.25 and 1.5 stay what they are, in place of being rounded.
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        app = QApplication(list(argv) or [NAME])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("Graph Call Simulator")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(NAME)
    app.setQuitOnLastWindowClosed(False)
    return app


def _nothing() -> None:
    """What nobody waits for."""


async def _live(
    core: Core, keeper: WindowKeeper, desk: ConsentDesk, ready: Callable[[], None]
) -> None:
    """The life of the window: start the core behind it, wait for the wish to close, end all."""
    loop = asyncio.get_running_loop()
    wish: asyncio.Future[None] = loop.create_future()

    def close() -> None:
        if not wish.done():
            wish.set_result(None)

    keeper.closing.connect(close)
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows: the window has its cross
            loop.add_signal_handler(number, close)
    tasks = TaskOwner()
    starting = tasks.start(_start(core, keeper, ready), "start of the core")
    try:
        await asyncio.wait({wish, starting}, return_when=asyncio.FIRST_COMPLETED)
        await wish
    finally:
        keeper.window.setEnabled(False)
        await tasks.stop()
        desk.refuse_all()
        await _end(core, keeper)


async def _start(core: Core, keeper: WindowKeeper, ready: Callable[[], None]) -> None:
    try:
        start = getattr(core, "start", None)
        news = await keeper.link.run(start()) if start is not None else None
        await keeper.start(news)
    except Exception as error:  # whatever it was: the window says so, and can be closed
        log.exception("the core did not start")
        keeper.window.failed(str(error) or type(error).__name__)
        return
    ready()


async def _end(core: Core, keeper: WindowKeeper) -> None:
    try:
        async with asyncio.timeout(PATIENCE):
            await keeper.stop()
            close = getattr(core, "close", None)
            if close is not None:
                await keeper.link.run(close())
    except Exception:
        log.exception("not everything ended in order")


class _Messenger(QObject):
    """Brings what nobody caught, on any thread, to the GUI thread."""

    came = Signal(object)
    """A :class:`Crash`."""


@contextlib.contextmanager
def _reporting(loop: QEventLoop, keeper: WindowKeeper, faults: Sequence[Crash]) -> Iterator[None]:
    """While the window lives, errors that nobody caught are shown; ``faults`` at once."""
    dialog = CrashDialog(keeper.window)
    keeper.replaced.connect(lambda window: dialog.setParent(window, dialog.windowFlags()))
    messenger = _Messenger()
    messenger.came.connect(dialog.tell)
    stop = listen(messenger.came.emit)
    loop.set_exception_handler(in_loop)
    for fault in faults:
        messenger.came.emit(fault)
    try:
        with hooks():
            yield
    finally:
        stop()
        dialog.close()
