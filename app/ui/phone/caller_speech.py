"""Between the page where texts are typed and the system's voice."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.runtime.calls import CallSnapshot
from app.runtime.ports import SpeechUnavailable
from app.runtime.tasks import TaskOwner
from app.ui.core_link import CoreLink
from app.ui.phone.say_page import SayPage


class CallerSpeech(QObject):
    """Lets the caller of the call in front say what is typed. GUI thread, inside the Qt event
    loop's asyncio loop; the voice works elsewhere."""

    def __init__(self, link: CoreLink, page: SayPage) -> None:
        super().__init__(page)
        self._link = link
        self._page = page
        self._tasks = TaskOwner()
        self._call: CallSnapshot | None = None
        page.say.connect(self._say)
        page.stop.connect(self._stop)

    def show_call(self, call: CallSnapshot | None) -> None:
        """``call`` is the one in front."""
        self._call = call

    async def close(self) -> None:
        """End what was begun."""
        self._link.cancel_speech()
        await self._tasks.stop()

    def _say(self, text: str) -> None:
        if self._call is not None:
            self._page.set_preparing(preparing=True)
            self._tasks.start(self._speak(self._call.id, text), "say a text")

    async def _speak(self, call_id: str, text: str) -> None:
        try:
            await self._link.say(call_id, text)
        except (SpeechUnavailable, ValueError) as error:
            self._link.refused.emit(str(error))
        finally:
            self._page.set_preparing(preparing=False)

    def _stop(self) -> None:
        self._link.cancel_speech()
        if self._call is not None:
            self._link.hush(self._call.id)
