"""The window's devices on a sound card: chosen, tried out, taken away and given back.

The window is the real one with the real program behind it, and the card is real to PortAudio.
"""

from __future__ import annotations

import asyncio
import functools
import gc
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from app.audio.portaudio import LIBRARY
from app.desktop import Desktop
from app.runtime.callers import CallerSpec
from app.settings import Settings
from app.ui import theme
from app.ui.consent import ConsentDesk
from app.ui.main_window import MainWindow
from app.ui.phone.device_picker import DevicePicker
from app.ui.phone.microphone_reminder import HEARD, KEY
from app.ui.phone.ring_sound import ring_tone
from app.ui.phone.sound_test import SECONDS
from app.ui.preferences import remember
from app.ui.window_keeper import WindowKeeper
from tests.helpers.listening import noise, place_of
from tests.helpers.virtual_audio import VirtualAudio

pytestmark = [
    pytest.mark.audio,
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("^This plugin does not support"),
]

PATIENCE = 30.0


class Desk:
    """The window and the sound card that it hears."""

    def __init__(self, card: VirtualAudio, loop: QEventLoop) -> None:
        self.card, self.loop = card, loop
        consent = ConsentDesk()
        self.core = Desktop(Settings(detector="energy"), consent=consent.ask)
        self.keeper = WindowKeeper(self.core, consent)
        self.toasts: list[str] = []

    @property
    def window(self) -> MainWindow:
        return self.keeper.window

    async def start(self) -> None:
        self.window.show()
        self.window.phone.warned.connect(self.toasts.append)
        await self.keeper.link.run(self.core.start())
        await self.keeper.start()

    async def stop(self) -> None:
        await self.keeper.stop()
        await self.keeper.link.run(self.core.close())

    async def until(self, condition: Callable[[], object], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, what
            await asyncio.sleep(0.02)

    async def choose(self, picker: DevicePicker, name: str) -> None:
        """Choose a device as a person would."""
        await self.until(lambda: picker.findText(name) >= 0, f"{name} is offered")
        picker.setCurrentIndex(picker.findText(name))
        picker.activated.emit(picker.currentIndex())


@pytest.fixture
def desk(virtual_audio: VirtualAudio, qapp: QApplication) -> Iterator[Desk]:
    LIBRARY.restart()
    theme.apply_theme(qapp, "light")
    # Python may collect on any thread, and a widget must not be destroyed on the core's.
    gc.collect()
    gc.disable()
    loop = QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    remember(KEY, HEARD)  # the window has been used before
    desk = Desk(virtual_audio, loop)
    loop.run_until_complete(desk.start())
    try:
        yield desk
    finally:
        loop.run_until_complete(desk.stop())
        desk.core.thread.stop()
        desk.window.hide()
        desk.window.deleteLater()
        asyncio.set_event_loop(None)
        loop.close()
        gc.enable()
        LIBRARY.shut_down()
        virtual_audio.repair()


def on_its_loop(test: Callable[[Desk], Coroutine[Any, Any, None]]) -> Callable[[Desk], None]:
    @functools.wraps(test)
    def run(desk: Desk) -> None:
        desk.loop.run_until_complete(asyncio.wait_for(test(desk), 3 * PATIENCE))

    return run


@on_its_loop
async def test_two_seconds_are_recorded_and_played_back(desk: Desk) -> None:
    page = desk.window.phone.sound
    await desk.choose(page.microphone, "virtual_microphone")
    await desk.choose(page.speaker, "virtual_speaker")
    said = noise(0.8)
    speaking = threading.Thread(target=desk.card.say, args=(said,))
    test = desk.window.phone.test
    with desk.card.recording() as heard:
        page.microphone_test.click()
        speaking.start()
        await desk.until(lambda: not test.running, "it ends by itself")
        await desk.until(
            lambda: place_of(said, heard.so_far())[1] > 0.9, "what was said is played back"
        )
    speaking.join()
    assert len(said) < SECONDS * 16_000


@on_its_loop
async def test_the_ring_is_heard_on_its_own_device_or_else_on_the_default(desk: Desk) -> None:
    page = desk.window.phone.sound
    await desk.choose(page.ring, "virtual_speaker")
    for _ in range(2):
        with desk.card.recording() as heard:
            page.ring_test.click()
            await desk.until(lambda: place_of(ring_tone(), heard.so_far())[1] > 0.9, "it rings")
        desk.keeper.link.change_setting("audio.ringDevice", "unplugged speaker")
    assert page.ring.currentText() == "unplugged speaker (not connected)"


@on_its_loop
async def test_a_chosen_microphone_that_is_away_is_replaced_and_taken_again(desk: Desk) -> None:
    phone, link = desk.window.phone, desk.keeper.link
    await desk.choose(phone.sound.microphone, "virtual_microphone")
    phone.form.caller.choose(CallerSpec("live"))
    link.dial(None, CallerSpec("live"), "")

    def device() -> str:
        call = phone.call
        return call.microphone.device if call and call.microphone else ""

    await desk.until(lambda: device() == "virtual_microphone", "the chosen one is open")
    desk.card.down()
    await desk.until(lambda: not phone.banner.isHidden(), "it is told")
    desk.card.up("silent", "speaker")
    await desk.until(lambda: device() not in ("", "virtual_microphone"), "another is used")
    await desk.until(lambda: any("not there" in text for text in desk.toasts), "it is told")
    assert link.settings.input_device == "virtual_microphone"
    desk.card.plug("mic")
    await desk.until(lambda: device() == "virtual_microphone", "it is taken again")
    await desk.until(lambda: any("is back" in text for text in desk.toasts), "it is told")
    assert phone.live and desk.window.toast.text in desk.toasts
    link.hang_up(phone.call.id if phone.call else "")
    await desk.until(lambda: not phone.live, "the call ends")
