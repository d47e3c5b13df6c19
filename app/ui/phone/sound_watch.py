"""Keeps the device pickers true, and a banner over what is wrong with the sound."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.runtime.calls import CallSnapshot
from app.runtime.ports import DeviceList
from app.runtime.tasks import TaskOwner
from app.ui.banner import Banner
from app.ui.core_link import CoreLink
from app.ui.current_call import is_live
from app.ui.phone.device_picker import DevicePicker
from app.ui.presenters.sound_text import SoundProblem, call_problem, device_news, device_problem


class SoundWatch(QObject):
    """GUI thread, inside the Qt event loop's asyncio loop."""

    other_caller = Signal(int)
    """Another caller is wanted: 0 a sound file, 1 silence."""
    microphone_seen = Signal(bool)
    """Whether there is a microphone, each time that is looked up."""
    told = Signal(str)
    """Which device a running call uses now, where that changed."""

    def __init__(
        self,
        link: CoreLink,
        pickers: tuple[DevicePicker, ...],
        wants_microphone: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        """``wants_microphone``: whether the user is to be heard in the next call."""
        super().__init__(parent)
        self._link = link
        self._pickers = pickers
        self._wants_microphone = wants_microphone
        self._tasks = TaskOwner()
        self._call: CallSnapshot | None = None
        self._devices: DeviceList | None = None
        self._dismissed = ""
        self._problem: SoundProblem | None = None
        self.banner = Banner(parent)
        self.banner.acted.connect(self.other_caller)
        self.banner.dismissed.connect(self._dismiss)
        for picker in pickers:
            picker.opened.connect(self.refresh)

    def start(self) -> None:
        """The core is up: devices can be listed."""
        self._tasks.start(self._load(), "list sound devices")

    def refresh(self) -> None:
        """Look for new devices, in a worker."""
        self._tasks.start(self._load(refresh=True), "look for sound devices")

    async def stop(self) -> None:
        """End what was begun."""
        await self._tasks.stop()

    def show_call(self, call: CallSnapshot | None) -> None:
        """Show what is wrong now, in ``call`` or before the next one."""
        before, self._call = self._call, call
        if call is not None:
            self._tell_devices(before, call)
        live = is_live(call)
        problem = call_problem(call)
        if problem is None and not live and self._wants_microphone():
            problem = device_problem(self._devices)
        if problem is None or problem.key == self._dismissed:
            self.banner.hide()
            self._problem = problem
            return
        if problem != self._problem or self.banner.isHidden():
            self._problem = problem
            replaceable = problem.without_microphone and not live
            ways = (self.tr("WAV file…"), self.tr("Silence")) if replaceable else ()
            self.banner.show_message("warn", problem.title, problem.text, ways)

    def _tell_devices(self, before: CallSnapshot | None, call: CallSnapshot) -> None:
        """Say it once; news of both devices together."""
        then = before if before is not None and before.id == call.id else None
        news = (
            device_news("input", None if then is None else then.microphone, call.microphone),
            device_news("output", None if then is None else then.speaker, call.speaker),
        )
        if text := " ".join(filter(None, news)):
            self.told.emit(text)

    def _dismiss(self) -> None:
        self._dismissed = "" if self._problem is None else self._problem.key

    async def _load(self, *, refresh: bool = False) -> None:
        self._devices = await self._link.devices(refresh=refresh)
        for picker in self._pickers:
            picker.show_devices(self._devices)
        self.microphone_seen.emit(bool(self._devices.inputs))
        self.show_call(self._call)
