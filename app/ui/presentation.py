"""Presentation: large phone and timeline, captions of what happens, no secrets on the screen.

The demo phones the bot by itself, with the caller that comes with the program. It is the practice
bot, where the settings name none.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.resources import resource
from app.runtime.callers import CallerSpec
from app.runtime.tasks import TaskOwner
from app.ui.caption import Caption
from app.ui.current_call import is_live
from app.ui.phone.caller_picker import DEMO

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

PHONE_WIDTH: Final = 400
KEY_HEIGHT: Final = 110
"""Pixels, at most: a square key of a phone this wide."""
TIMELINE_SHARE: Final = 0.56
"""Of the height beside the phone: the timeline is what the audience looks at."""
LOOK_SECONDS: Final = 20.0
"""After a recording, for the bot to play it back and hang up; then the demo does."""


class Presentation(QObject):
    """GUI thread, inside the Qt event loop's asyncio loop."""

    changed = Signal(bool)
    demo_ended = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = TaskOwner()
        self._before: tuple[int, int, list[int], bool] | None = None
        self._demo: asyncio.Task[None] | None = None
        self._done_with: str | None = None
        """The call that was in front at the last reset."""
        self.caption = Caption()
        self.caption.hide()
        window.link.refused.connect(self._refused)

    @property
    def on(self) -> bool:
        """Whether it is shown."""
        return self._before is not None

    @property
    def demo_runs(self) -> bool:
        """Whether the demo goes on."""
        return self._demo is not None and not self._demo.done()

    async def stop(self) -> None:
        """End the demo; to be awaited before the loop ends."""
        await self._tasks.stop()

    def toggle(self) -> None:
        """Show it, or go back to the window as it was."""
        self._end() if self.on else self._begin()

    def hear(self, text: str) -> None:
        """Say how the call goes on; of one that was reset nothing more."""
        if self._call_id() != self._done_with:
            self.tell(text)

    def tell(self, text: str) -> None:
        """Say what happens."""
        self.caption.tell(text)

    def reset(self) -> None:
        """Back to the start: no demo, no call, no caption. Only while it is shown."""
        if not self.on:
            return
        if self._demo is not None:
            self._demo.cancel()
        phone = self._window.phone
        self._done_with = self._call_id()
        if phone.call is not None and phone.live:
            self._window.link.hang_up(phone.call.id)
        phone.clear()
        self.tell(self.tr("Ready. F9 starts the demo."))

    def start_demo(self) -> None:
        """Let the demo run, in the presentation; not over a call, and not twice."""
        if self.demo_runs or self._window.phone.live:
            return
        if not self.on:
            self._begin()
        self._demo = self._tasks.start(self._run_demo(), "the demo")

    async def _run_demo(self) -> None:
        phone, link = self._window.phone, self._window.link
        self.tell(self.tr("The demo caller phones the bot."))
        before = self._call_id()
        phone.dial_default(CallerSpec("file", resource(DEMO)))
        while self._call_id() == before:
            await self._change()
        while is_live(phone.call) and not _recorded(self._window):
            await self._change()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LOOK_SECONDS):
                await self._call_over()
        if phone.live and (call_id := self._call_id()) is not None:
            link.hang_up(call_id)
        await self._call_over()
        self.demo_ended.emit()

    async def _call_over(self) -> None:
        while is_live(self._window.phone.call):
            await self._change()

    def _call_id(self) -> str | None:
        call = self._window.phone.call
        return None if call is None else call.id

    def _refused(self, text: str) -> None:
        """Without a call there is nothing to wait for."""
        if self._demo is not None and not self._window.phone.live:
            self._demo.cancel()

    async def _change(self) -> None:
        """Wait for the next snapshot of a call."""
        changed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def done(_: object) -> None:
            if not changed.done():
                changed.set_result(None)

        self._window.link.call_changed.connect(done)
        try:
            await changed
        finally:
            self._window.link.call_changed.disconnect(done)

    def _begin(self) -> None:
        window = self._window
        full = window.isFullScreen()
        pad, sizes = window.phone.keypad, window.centre.sizes()
        self._before = (window.phone.width(), pad.maximumHeight(), sizes, full)
        for part in self._private():
            part.hide()
        window.phone.setFixedWidth(PHONE_WIDTH)
        pad.setMaximumHeight(4 * KEY_HEIGHT)
        upper = int(sum(sizes) * TIMELINE_SHARE)
        window.centre.setSizes([upper, sum(sizes) - upper])
        window.phone.setFocus()  # what had it may be hidden now
        self.caption.show()
        self.tell(self.tr("Ready. F9 starts the demo."))
        window.showFullScreen()
        self.changed.emit(True)

    def _end(self) -> None:
        assert self._before is not None
        window, (width, pad, sizes, full) = self._window, self._before
        self._before = None
        self.caption.hide()
        window.phone.setFixedWidth(width)
        window.phone.keypad.setMaximumHeight(pad)
        for part in self._private():
            part.show()
        window.centre.setSizes(sizes)
        if not full:
            window.showNormal()
        self.changed.emit(False)

    def _private(self) -> tuple[QWidget, ...]:
        """What shows addresses, tokens and bodies."""
        window = self._window
        return window.right, window.header, window.statusBar(), window.phone.drawer


def _recorded(window: MainWindow) -> bool:
    """Whether a recording of the call in front has ended."""
    story = window.operation.story
    return story is not None and story.kind == "recordResponse" and story.ended
