"""The virtual phone: display, pad, Call, Mute, level, and what a call is made with."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.engine.states import RECORDING, CallState
from app.engine.timebase import to_samples
from app.engine.tone_generator import KEYS
from app.runtime.callers import CallerSpec
from app.runtime.calls import CallSnapshot
from app.runtime.dial_string import PAUSES
from app.runtime.records import Record
from app.runtime.side_tone import key_tone
from app.ui import theme
from app.ui.core_link import CoreLink
from app.ui.current_call import CurrentCall, is_live, rings
from app.ui.phone.call_buttons import CallButtons
from app.ui.phone.call_display import CallDisplay
from app.ui.phone.caller_speech import CallerSpeech
from app.ui.phone.hearing_meter import HearingMeter
from app.ui.phone.incoming import IncomingBanner
from app.ui.phone.keypad import Keypad
from app.ui.phone.level_meter import LevelMeter
from app.ui.phone.microphone_reminder import MicrophoneReminder
from app.ui.phone.pad_typing import PadTyping
from app.ui.phone.phone_drawer import PhoneDrawer
from app.ui.phone.phone_keyboard import PhoneKeyboard
from app.ui.phone.push_to_talk import PushToTalk
from app.ui.phone.recent_calls import RecentCall
from app.ui.phone.sound_test import SoundTest
from app.ui.phone.sound_watch import SoundWatch
from app.ui.presenters.bot_address import bot_address

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

    said = Signal(str)
    """News that need no attention."""
    warned = Signal(str)
    """News that do."""

    def __init__(self, link: CoreLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self._current = CurrentCall()
        self._number = ""
        self._keys = ""
        self._callee = ""
        self._dialled = self._made = ("", "")
        self._dialling = QTimer(self, interval=DIALLING_MS, singleShot=True)
        self._dialling.timeout.connect(self._show)
        self.display = CallDisplay()
        self.incoming = IncomingBanner(link, self)
        self.keypad = Keypad()
        self.buttons = CallButtons()
        self.meter = LevelMeter()
        self.hearing = HearingMeter(link)
        self.drawer = PhoneDrawer(link)
        self.form, self.sound = self.drawer.form, self.drawer.sound
        self.talk = PushToTalk(self)
        self.test = SoundTest(link, self)
        self.watch = SoundWatch(
            link, self.sound.pickers, lambda: self.form.caller.wants_microphone, self
        )
        self.banner = self.watch.banner
        self.reminder = MicrophoneReminder(self)
        self._keyboard = PhoneKeyboard(self)
        self.speech = CallerSpeech(link, self.drawer.say)
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
        self.watch.start()
        self.link.set_caller(self.form.caller.caller)
        self._show()

    async def stop(self) -> None:
        """End what was begun."""
        await self.speech.close()
        await self.test.close()
        await self.watch.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.press(event):
            super().keyPressEvent(event)

    # -- doing ----------------------------------------------------------------------------

    def dial(self) -> None:
        """Call the bot whose address is in the form."""
        if self.live or self._dialling.isActive() or not self.link.base_url:
            return
        try:
            address = bot_address(self.form.bot.text())
        except ValueError as error:
            self.link.refused.emit(str(error))
            self.form.bot.setFocus()
            return
        if self._uses_microphone and not self.reminder.heard(self.dial):
            return
        self._dialling.start()
        self._dialled = (self._number, address)
        self._keys = ""
        self._callee = "" if address else self.form.bot.placeholderText()
        self.link.dial(address or None, self.form.caller.caller, self._number)
        self.form.called(address)
        self._show()

    @property
    def _uses_microphone(self) -> bool:
        return self.form.caller.caller.kind == "live"

    def _dial_demo(self) -> None:
        """The user would rather not be heard."""
        if self.form.caller.choose_demo():
            self.dial()

    def _try_microphone(self) -> None:
        if self.test.running or self.reminder.heard(self.test.toggle, replaceable=False):
            self.test.toggle()

    def dial_default(self, caller: CallerSpec) -> None:
        """Call the bot that the settings name, else the practice bot, with this caller."""
        self._keys, self._callee = "", self.form.bot.placeholderText()
        self.link.dial(None, caller, "")

    def accept(self, call_id: str | None = None) -> None:
        """Take a call that the bot placed (default: the one in front); ends the one there is."""
        call = self.call
        if call_id is None:
            call_id = call.id if call is not None and rings(call) else None
        if call_id is None:
            return
        chosen = call_id
        if self._uses_microphone and not self.reminder.heard(lambda: self.accept(chosen)):
            return
        if call is not None and is_live(call) and call.id != call_id:
            self.link.hang_up(call.id)
        self._keys = self._callee = ""
        self.link.accept(call_id)

    def decline(self, call_id: str | None = None, *, busy: bool = False) -> None:
        """Do not take a call that the bot placed (default: the one in front)."""
        if call_id is None and self.call is not None and rings(self.call):
            call_id = self.call.id
        if call_id is not None:
            self.link.decline(call_id, busy=busy)

    def press(self, symbol: str) -> None:
        """A key: a tone in a call, else one more symbol of the number."""
        self.keypad.flash(symbol)
        if not self.live:
            self._number = (self._number + symbol)[:LONGEST]
            self._sound(symbol)
            self._show()
        elif self.call is not None and symbol != "+" and not rings(self.call):
            if self.call.engine.state is CallState.HOLD:
                self.said.emit(self.tr("On hold: no key is sent"))
            else:
                self.link.press(self.call.id, symbol)

    def pause(self) -> None:
        """A comma behind the number: what follows is keyed in the call, 2 s later."""
        if not self.live:
            self._number = (self._number + ",")[:LONGEST]
            self._show()

    def paste(self, text: str) -> None:
        """Take a number over; in a call, keys to be looked at and sent."""
        taken = "".join(symbol for symbol in text.upper() if symbol in _DIALLED)
        if not taken:
            self.said.emit(self.tr("No number to paste: 0-9 * # + and pauses are taken"))
        elif self.live:
            self.drawer.setCurrentWidget(self.form)
            self.form.keys.text.setText(taken.replace("+", ""))
            self.form.keys.text.setFocus()
        else:
            self._number = (self._number + taken)[:LONGEST]
            self._show()

    def erase(self) -> None:
        """Take the last symbol off the number."""
        if not self.live:
            self._number = self._number[:-1]
            self._show()

    def clear(self) -> None:
        """Forget the number, in a call too."""
        self._number = ""
        self._show()

    def take_over(self, call: RecentCall) -> None:
        """Make the next call as ``call`` was made."""
        if not self.live:
            self._number = call.number
            self.form.bot.setText(call.bot)
            self._show()

    def redial(self, call: RecentCall) -> None:
        """Make ``call`` once more."""
        if not self.live:
            self.take_over(call)
            self.dial()

    def _sound(self, symbol: str) -> None:
        settings = self.link.settings
        if settings.key_sound and symbol in KEYS:
            length = to_samples(settings.key_milliseconds / 1000)
            self.link.speaker.play_key(key_tone(symbol, length))

    def _hold_key(self, symbol: str) -> None:
        if not self.live:
            self._number = self._number[:-1] + symbol
            self._show()

    def _set_held(self, held: bool) -> None:
        if self.call is not None:
            self.link.set_held(self.call.id, held=held)

    def _talk(self, talking: bool) -> None:
        self._mute(not talking)

    def _send_keys(self, keys: str) -> None:
        if self.call is not None:
            self.link.send_keys(self.call.id, keys)

    def _drop_keys(self) -> None:
        if self.call is not None:
            self.link.drop_keys(self.call.id)

    def hang_up(self) -> None:
        """End the call."""
        if self.call is not None:
            self.link.hang_up(self.call.id)

    def _mute(self, muted: bool) -> None:
        if self.call is not None:
            self.link.set_muted(self.call.id, muted=muted)

    def choose_sound(self, path: Path) -> None:
        """Let a sound file speak in the next call."""
        if self.live:
            self.link.refused.emit(self.tr("A call is running: its caller cannot be changed now."))
        else:
            self.form.caller.choose(CallerSpec("file", path))

    def _caller_changed(self, caller: CallerSpec) -> None:
        self.link.set_caller(caller)
        self._show()

    # -- showing --------------------------------------------------------------------------

    def _call_changed(self, snapshot: CallSnapshot) -> None:
        before = self._current.id
        if not self._current.take(snapshot):
            return
        if snapshot.id != before:
            self._note_call(snapshot, new=True)
            self._dialling.stop()
            self._keys = ""
        elif not is_live(snapshot):
            self._note_call(snapshot)
        if snapshot.engine.state is CallState.ESTABLISHED:
            self.meter.show_level(snapshot.level)
        self._show()

    def _note_call(self, call: CallSnapshot, *, new: bool = False) -> None:
        """Keep ``call`` among the recent ones, as it was typed where it was."""
        if new:
            ours = self._dialling.isActive() and call.direction == "incoming"
            self._made = self._dialled if ours else (call.number, call.bot_url)
        self.display.recent.note(call, *self._made)

    def _record_added(self, record: Record) -> None:
        if record.kind == "toneReceived" and record.call_id == self._current.id:
            tone = str(record.data.get("tone", ""))
            self._keys += tone
            self.keypad.flash(tone)
            self._show()

    def _refused(self, text: str) -> None:
        self._dialling.stop()
        self._show()

    def _show(self) -> None:
        self.display.show_call(self.call, self._number, self._keys, self._callee)
        self.buttons.show_call(
            self.call, ready=bool(self.link.base_url), dialling=self._dialling.isActive()
        )
        self.drawer.show_call(self.call)
        self.watch.show_call(self.call)
        self.speech.show_call(self.call)
        call = self.call
        self.talk.muted = call is not None and self.live and call.engine.muted
        self.hearing.show_probability(_probability(call))
        self._show_test()

    def _show_test(self) -> None:
        possible = not (self.live and self.call is not None and self.call.caller == "live")
        self.sound.set_testing(testing=self.test.running, possible=possible)

    def _other_caller(self, index: int) -> None:
        if index == 0:
            self.form.caller.choose_file()
        else:
            self.form.caller.choose(CallerSpec("silence"))

    # -- building -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside the fields leaves them
        self.setAccessibleName(self.tr("Phone"))
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 12, 12, 8)
        inside.setSpacing(6)
        for widget in (
            self.display,
            self.keypad,
            self.buttons,
            self.meter,
            self.hearing,
            self.drawer,
        ):
            inside.addWidget(widget, 1 if widget is self.keypad else 0)
        self.keypad.setMaximumHeight(4 * 68 + 3 * theme.SPACE)
        inside.addStretch(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(card)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)

    def _connect(self) -> None:
        self.link.call_changed.connect(self._call_changed)
        self.link.record_added.connect(self._record_added)
        self.link.refused.connect(self._refused)
        self.keypad.key_down.connect(self.press)
        self.keypad.held.connect(self._hold_key)
        typing = PadTyping(self)
        typing.typed.connect(self.press)
        typing.erased.connect(self.erase)
        self.display.erase.connect(self.erase)
        self.buttons.call.connect(self.dial)
        self.buttons.hang_up.connect(self.hang_up)
        self.buttons.mute.connect(self._mute)
        self.buttons.accept.connect(self.accept)
        self.buttons.decline.connect(self.decline)
        self.buttons.busy.connect(lambda: self.decline(busy=True))
        self.incoming.accepted.connect(self.accept)
        self.incoming.declined.connect(self.decline)
        self.incoming.busy.connect(lambda call_id: self.decline(call_id, busy=True))
        self.form.submitted.connect(self.dial)
        self.form.keys_wanted.connect(self.setFocus)
        self.form.caller.caller_changed.connect(self._caller_changed)
        self.form.keys.send.connect(self._send_keys)
        self.form.keys.stop.connect(self._drop_keys)
        self.form.keys.refused.connect(self.link.refused)
        self.watch.other_caller.connect(self._other_caller)
        self.watch.microphone_seen.connect(
            lambda there: self.form.caller.show_microphone(there=there)
        )
        self.watch.told.connect(self.warned)
        self.display.recent.chosen.connect(self.take_over)
        self.display.recent.redial.connect(self.redial)
        self.buttons.hold.connect(self._set_held)
        self.talk.talking.connect(self._talk)
        self.reminder.other_caller.connect(self._dial_demo)
        self.sound.try_microphone.connect(self._try_microphone)
        self.sound.try_speaker.connect(self.test.tone)
        self.sound.try_ring.connect(self.test.ring)
        self.test.level.connect(self.meter.show_level)
        self.test.said.connect(self.said)
        self.test.changed.connect(self._show_test)


_DIALLED: Final = frozenset(KEYS) | frozenset(PAUSES) | {"+"}


def _probability(call: CallSnapshot | None) -> float | None:
    """Return what the detector makes of the caller, ``None`` while nothing is recorded."""
    operations = () if call is None else call.engine.operations
    return next((o.speech_probability for o in operations if o.phase in RECORDING), None)
