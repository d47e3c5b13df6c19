"""The virtual phone: display, pad, Call, Mute, level, and what a call is made with."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.engine.states import CallState
from app.runtime.callers import CallerSpec
from app.runtime.calls import CallSnapshot
from app.runtime.ports import DeviceList
from app.runtime.records import Record
from app.runtime.tasks import TaskOwner
from app.ui import theme
from app.ui.banner import Banner
from app.ui.core_link import CoreLink
from app.ui.current_call import CurrentCall, is_live, rings
from app.ui.phone.call_buttons import CallButtons
from app.ui.phone.call_display import CallDisplay
from app.ui.phone.call_form import CallForm
from app.ui.phone.incoming import IncomingBanner
from app.ui.phone.keypad import Keypad
from app.ui.phone.level_meter import LevelMeter
from app.ui.phone.pad_typing import PadTyping
from app.ui.presenters.bot_address import bot_address
from app.ui.presenters.sound_text import SoundProblem, call_problem, device_problem
from app.ui.throttle import Throttle

WIDTH: Final = 320
LONGEST: Final = 40
"""Symbols of a number: E.164 has 15 digits, service codes and pauses need some more."""
DIALLING_MS: Final = 5000
"""After this long without a call or a refusal, Call can be pressed again."""


class PhonePanel(QWidget):
    """The left column. GUI thread, and inside the Qt event loop's asyncio loop.

    ``incoming`` says who calls, ``banner`` speaks of sound problems; whoever holds the panel gives
    them a place with more room.
    """

    def __init__(self, link: CoreLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._tasks = TaskOwner()
        self._current = CurrentCall()
        self._number = ""
        self._keys = ""
        self._callee = ""
        self._devices: DeviceList | None = None
        self._dismissed = ""
        self._problem: SoundProblem | None = None
        self._throttle = Throttle(self)
        self._throttle.passed.connect(self._show)
        self._dialling = QTimer(self, interval=DIALLING_MS, singleShot=True)
        self._dialling.timeout.connect(self._show)
        self.display = CallDisplay()
        self.incoming = IncomingBanner(link, self)
        self.banner = Banner(self)
        self.keypad = Keypad()
        self.buttons = CallButtons()
        self.meter = LevelMeter()
        self.form = CallForm(link)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def call(self) -> CallSnapshot | None:
        """The newest call as last seen."""
        return self._current.snapshot

    @property
    def live(self) -> bool:
        """Whether there is a call that has not ended."""
        return is_live(self.call)

    @property
    def number(self) -> str:
        """What Call would dial."""
        return self._number

    def start(self) -> None:
        """The core is up: calls can be made, devices be listed."""
        self._tasks.start(self._load_devices(), "list sound devices")
        self._link.set_caller(self.form.caller.caller)
        self._show()

    async def stop(self) -> None:
        """End what was begun."""
        await self._tasks.stop()

    def refresh_devices(self) -> None:
        """Look for new devices, in a worker."""
        self._tasks.start(self._load_devices(refresh=True), "look for sound devices")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.accept() if rings(self.call) else self.dial()
        else:
            super().keyPressEvent(event)

    # -- doing ----------------------------------------------------------------------------

    def dial(self) -> None:
        """Call the bot whose address is in the form."""
        if self.live or self._dialling.isActive() or not self._link.base_url:
            return
        try:
            address = bot_address(self.form.bot.text())
        except ValueError as error:
            self._link.refused.emit(str(error))
            self.form.bot.setFocus()
            return
        self._dialling.start()
        self._keys = ""
        self._callee = "" if address else self.form.bot.placeholderText()
        self._link.dial(address or None, self.form.caller.caller, self._number)
        self.form.called(address)
        self._show()

    def accept(self, call_id: str | None = None) -> None:
        """Take a call that the bot placed (default: the one in front); ends the one there is."""
        call = self.call
        if call_id is None:
            call_id = call.id if call is not None and rings(call) else None
        if call_id is None:
            return
        if call is not None and is_live(call) and call.id != call_id:
            self._link.hang_up(call.id)
        self._keys = self._callee = ""
        self._link.accept(call_id)

    def decline(self, call_id: str | None = None, *, busy: bool = False) -> None:
        """Do not take a call that the bot placed (default: the one in front)."""
        if call_id is None and self.call is not None and rings(self.call):
            call_id = self.call.id
        if call_id is not None:
            self._link.decline(call_id, busy=busy)

    def press(self, symbol: str) -> None:
        """A key: a tone in a call, else one more symbol of the number."""
        self.keypad.flash(symbol)
        if not self.live:
            self._number = (self._number + symbol)[:LONGEST]
            self._show()
        elif self.call is not None and symbol != "+" and not rings(self.call):
            self._link.press(self.call.id, symbol)

    def erase(self) -> None:
        """Take the last symbol off the number."""
        if not self.live:
            self._number = self._number[:-1]
            self._show()

    def _hold(self, symbol: str) -> None:
        if not self.live:
            self._number = self._number[:-1] + symbol
            self._show()

    def _hang_up(self) -> None:
        if self.call is not None:
            self._link.hang_up(self.call.id)

    def _mute(self, muted: bool) -> None:
        if self.call is not None:
            self._link.set_muted(self.call.id, muted=muted)

    def _caller_changed(self, caller: CallerSpec) -> None:
        self._link.set_caller(caller)
        self._show()

    # -- showing --------------------------------------------------------------------------

    def _call_changed(self, snapshot: CallSnapshot) -> None:
        before = self._current.id
        if not self._current.take(snapshot):
            return
        if snapshot.id != before:
            self._dialling.stop()
            self._keys = ""
        if snapshot.engine.state is CallState.ESTABLISHED:
            self.meter.show_level(snapshot.level)
        self._throttle.put(None)

    def _record_added(self, record: Record) -> None:
        if record.kind == "toneReceived" and record.call_id == self._current.id:
            tone = str(record.data.get("tone", ""))
            self._keys += tone
            self.keypad.flash(tone)
            self._throttle.put(None)

    def _refused(self, text: str) -> None:
        self._dialling.stop()
        self._show()

    def _show(self, _: object = None) -> None:
        self.display.show_call(self.call, self._number, self._keys, self._callee)
        self.buttons.show_call(
            self.call, ready=bool(self._link.base_url), dialling=self._dialling.isActive()
        )
        self.form.set_live(self.live)
        self._show_problem()

    def _show_problem(self) -> None:
        problem = call_problem(self.call)
        if problem is None and not self.live and self.form.caller.caller.kind == "live":
            problem = device_problem(self._devices)
        if problem is None or problem.key == self._dismissed:
            self.banner.hide()
            self._problem = problem
            return
        if problem != self._problem or self.banner.isHidden():
            self._problem = problem
            ways = (self.tr("WAV file…"), self.tr("Silence")) if self._can_replace(problem) else ()
            self.banner.show_message("warn", problem.title, problem.text, ways)

    def _can_replace(self, problem: SoundProblem) -> bool:
        return problem.without_microphone and not self.live

    def _take_way_out(self, index: int) -> None:
        if index == 0:
            self.form.caller.choose_file()
        else:
            self.form.caller.choose(CallerSpec("silence"))

    def _dismiss(self) -> None:
        self._dismissed = "" if self._problem is None else self._problem.key

    async def _load_devices(self, *, refresh: bool = False) -> None:
        self._devices = await self._link.devices(refresh=refresh)
        self.form.microphone.show_devices(self._devices)
        self.form.speaker.show_devices(self._devices)
        self._show_problem()

    # -- building -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside the fields leaves them
        self.setAccessibleName(self.tr("Phone"))
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(theme.SPACE)
        for widget in (self.display, self.keypad, self.buttons, self.meter, self.form):
            inside.addWidget(widget, 1 if widget is self.keypad else 0)
        self.keypad.setMaximumHeight(4 * 68 + 3 * theme.SPACE)
        inside.addStretch(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(card)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)

    def _connect(self) -> None:
        self._link.call_changed.connect(self._call_changed)
        self._link.record_added.connect(self._record_added)
        self._link.refused.connect(self._refused)
        self.keypad.key_down.connect(self.press)
        self.keypad.held.connect(self._hold)
        typing = PadTyping(self)
        typing.typed.connect(self.press)
        typing.erased.connect(self.erase)
        self.display.erase.connect(self.erase)
        self.buttons.call.connect(self.dial)
        self.buttons.hang_up.connect(self._hang_up)
        self.buttons.mute.connect(self._mute)
        self.buttons.accept.connect(self.accept)
        self.buttons.decline.connect(self.decline)
        self.buttons.busy.connect(lambda: self.decline(busy=True))
        self.incoming.accepted.connect(self.accept)
        self.incoming.declined.connect(self.decline)
        self.incoming.busy.connect(lambda call_id: self.decline(call_id, busy=True))
        self.form.submitted.connect(self.dial)
        self.form.caller.caller_changed.connect(self._caller_changed)
        self.form.microphone.opened.connect(self.refresh_devices)
        self.form.speaker.opened.connect(self.refresh_devices)
        self.banner.acted.connect(self._take_way_out)
        self.banner.dismissed.connect(self._dismiss)
