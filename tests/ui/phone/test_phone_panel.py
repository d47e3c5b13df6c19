"""The phone, on a real core."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.engine.states import CallState
from app.runtime.callers import CallerSpec
from app.runtime.ports import StreamStatus
from app.runtime.side_tone import key_tone
from app.ui.phone.microphone_reminder import HEARD, KEY
from app.ui.phone.phone_panel import LONGEST, PhonePanel
from app.ui.preferences import remember
from tests.helpers.window import BOT_URL, World, on_qt_loop


@pytest.fixture
def phone(world: World, qtbot: QtBot) -> PhonePanel:
    remember(KEY, HEARD)  # of the microphone: more of it in test_microphone_reminder.py
    phone = PhonePanel(world.link)
    qtbot.addWidget(phone)
    phone.form.caller.choose(CallerSpec("silence"))
    phone.show()
    phone.activateWindow()
    qtbot.waitUntil(phone.isActiveWindow)
    return phone


async def ringing(world: World, phone: PhonePanel) -> str:
    """Press Call and wait until it rings; returns the call's id."""
    phone.buttons.main.click()
    await world.until(lambda: phone.live)
    assert phone.call is not None
    return phone.call.id


async def talking(world: World, phone: PhonePanel) -> str:
    """Make a call with the phone; returns its id."""
    call_id = await ringing(world, phone)
    await world.bot.answer(call_id)
    await world.until(lambda: phone.call is not None and phone.call.engine.media_active)
    await world.until(lambda: phone.display.words[1] == "In call")
    return call_id


@on_qt_loop
async def test_a_call_from_call_to_hang_up(world: World, phone: PhonePanel) -> None:
    for symbol in "42":
        phone.press(symbol)
    call_id = await ringing(world, phone)
    assert world.now.number == "42" and world.now.bot_url == BOT_URL
    await world.until(lambda: phone.display.words[1] == "Ringing")
    await world.bot.answer(call_id)
    await world.until(lambda: phone.display.words[1] == "In call")
    await world.until(lambda: phone.display.words[2] >= "00:00:01")
    phone.buttons.main.click()
    await world.until(lambda: phone.display.words[1] == "Ended")
    assert phone.display.words[3] == "You hung up"
    assert phone.number == "42", "ready to be dialled again"
    assert phone.buttons.main.text() == "Call"


@on_qt_loop
async def test_a_key_edits_the_number_when_idle_and_is_a_tone_in_a_call(
    world: World, phone: PhonePanel, qtbot: QtBot
) -> None:
    qtbot.mouseClick(phone.keypad.keys["1"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(phone, Qt.Key.Key_2)
    assert phone.number == "12"
    qtbot.keyClick(phone, Qt.Key.Key_Backspace)
    assert phone.number == "1"
    await talking(world, phone)
    qtbot.mousePress(phone.keypad.keys["5"], Qt.MouseButton.LeftButton)
    await world.until(lambda: "toneReceived" in world.kinds())
    qtbot.mouseRelease(phone.keypad.keys["5"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(phone, Qt.Key.Key_NumberSign, Qt.KeyboardModifier.ShiftModifier)
    await world.until(lambda: phone.display.words[3] == "Keys: 5#")
    tones = [record.data for record in world.records if record.kind == "toneReceived"]
    assert [tone["tone"] for tone in tones] == ["5", "#"]
    assert {tone["source"] for tone in tones} == {"pad"}
    assert phone.number == "1"


@on_qt_loop
async def test_holding_zero_dials_a_plus(world: World, phone: PhonePanel, qtbot: QtBot) -> None:
    zero = phone.keypad.keys["0"]
    qtbot.mousePress(zero, Qt.MouseButton.LeftButton)
    assert phone.number == "0"
    await world.until(lambda: phone.number == "+")
    qtbot.mouseRelease(zero, Qt.MouseButton.LeftButton)
    assert phone.number == "+"


@on_qt_loop
async def test_a_number_has_an_end(world: World, phone: PhonePanel) -> None:
    for _ in range(LONGEST + 5):
        phone.press("1")
    assert len(phone.number) == LONGEST


@on_qt_loop
async def test_typing_lights_the_key(world: World, phone: PhonePanel, qtbot: QtBot) -> None:
    phone.buttons.main.setFocus()
    qtbot.keyClick(phone.buttons.main, Qt.Key.Key_7)
    assert phone.keypad.keys["7"].lit and phone.number == "7"


@on_qt_loop
async def test_typing_an_address_dials_no_digits(
    world: World, phone: PhonePanel, qtbot: QtBot
) -> None:
    phone.form.bot.setFocus()
    qtbot.keyClicks(phone.form.bot, "127.0.0.1:5")
    assert phone.number == "" and phone.form.bot.text() == "127.0.0.1:5"


@on_qt_loop
async def test_enter_calls(world: World, phone: PhonePanel, qtbot: QtBot) -> None:
    phone.setFocus()
    qtbot.keyClick(phone, Qt.Key.Key_3)
    qtbot.keyClick(phone, Qt.Key.Key_Return)
    await world.until(lambda: phone.live)
    assert world.now.number == "3"


@on_qt_loop
async def test_mute_follows_the_call_and_not_the_button(world: World, phone: PhonePanel) -> None:
    call_id = await talking(world, phone)
    phone.buttons.muted.click()
    await world.until(lambda: world.now.engine.muted)
    await world.until(lambda: phone.buttons.muted.text() == "Muted")
    world.link.set_muted(call_id, muted=False)  # as the control plane may
    await world.until(lambda: phone.buttons.muted.text() == "Mute")
    assert not phone.buttons.muted.isChecked()


@on_qt_loop
async def test_an_address_is_made_a_url_and_remembered(world: World, phone: PhonePanel) -> None:
    phone.form.bot.setText("127.0.0.1:9/mine")
    await ringing(world, phone)
    assert world.now.bot_url == "http://127.0.0.1:9/mine"
    assert not phone.form.bot.isEnabled()


@on_qt_loop
async def test_what_is_no_address_is_refused_at_once(world: World, phone: PhonePanel) -> None:
    phone.form.bot.setText("no address")
    phone.dial()
    assert "is not the address of a bot" in world.refusals[-1]
    assert phone.form.bot.hasFocus() and phone.call is None
    assert phone.buttons.main.isEnabled()


@on_qt_loop
async def test_a_refused_call_can_be_tried_again(world: World, phone: PhonePanel) -> None:
    phone.form.caller.choose(CallerSpec.parse("missing.wav"))
    phone.dial()
    await world.until(lambda: world.refusals)
    assert "is no sound file" in world.refusals[-1]
    assert phone.buttons.main.isEnabled() and phone.buttons.main.text() == "Call"


@on_qt_loop
async def test_the_level_of_the_caller_is_shown(world: World, phone: PhonePanel) -> None:
    phone.form.caller.choose(CallerSpec("live"))
    await talking(world, phone)
    assert not phone.meter.moving
    microphone = world.core.sound.microphones[-1]
    microphone.say(np.full(1600, 16_000, np.int16))
    await world.until(lambda: phone.meter.moving)


@on_qt_loop
async def test_without_a_microphone_the_banner_offers_another_caller(
    world: World, phone: PhonePanel
) -> None:
    world.core.sound.problem = "PortAudio is not installed."
    phone.start()
    await world.until(lambda: phone.sound.microphone.currentText() == "System default (none)")
    assert phone.banner.isHidden(), "silence needs no microphone"
    phone.form.caller.choose(CallerSpec("live"))
    assert not phone.banner.isHidden()
    assert phone.banner.text.startswith("No microphone\n")
    assert phone.banner.text.endswith("PortAudio is not installed.")
    phone.banner.acted.emit(1)
    assert phone.form.caller.caller == CallerSpec("silence") and phone.banner.isHidden()
    await phone.stop()


@on_qt_loop
async def test_the_demo_caller_speaks_until_there_is_a_microphone(
    world: World, phone: PhonePanel
) -> None:
    world.core.sound.inputs.clear()
    phone.form.caller.choose(CallerSpec("live"))
    phone.start()
    await world.until(lambda: not phone.banner.isHidden())
    assert phone.form.caller.currentText() == "Demo caller"
    world.core.sound.inputs.append("USB Headset")
    phone.watch.refresh()
    await world.until(phone.banner.isHidden)
    assert phone.form.caller.caller.kind == "live"
    await phone.stop()


@on_qt_loop
async def test_a_dismissed_banner_stays_away(world: World, phone: PhonePanel) -> None:
    world.core.sound.problem = "PortAudio is not installed."
    phone.form.caller.choose(CallerSpec("live"))
    phone.start()
    await world.until(lambda: not phone.banner.isHidden())
    phone.banner.hide()
    phone.banner.dismissed.emit()
    phone.watch.refresh()
    phone.press("1")
    await phone.stop()
    assert phone.banner.isHidden()


@on_qt_loop
async def test_a_microphone_in_trouble_is_told_while_it_lasts(
    world: World, phone: PhonePanel
) -> None:
    phone.form.caller.choose(CallerSpec("live"))
    await talking(world, phone)
    microphone = world.core.sound.microphones[-1]
    microphone.status = StreamStatus("lost", "USB", "The microphone “USB” is gone.")
    await world.until(lambda: not phone.banner.isHidden())
    assert "The microphone “USB” is gone." in phone.banner.text
    microphone.status = StreamStatus("running", "USB")
    await world.until(phone.banner.isHidden)


@on_qt_loop
async def test_another_device_that_stands_in_is_told(world: World, phone: PhonePanel) -> None:
    told: list[str] = []
    phone.warned.connect(told.append)
    phone.form.caller.choose(CallerSpec("live"))
    await talking(world, phone)
    microphone = world.core.sound.microphones[-1]
    microphone.status = StreamStatus("running", "Built-in Audio", stands_in_for="USB Headset")
    await world.until(lambda: told)
    microphone.status = StreamStatus("running", "USB Headset")
    await world.until(lambda: len(told) == 2)
    assert "“USB Headset” is not there" in told[0] and "is back" in told[1]
    assert phone.banner.isHidden()


@on_qt_loop
async def test_opening_a_picker_looks_for_devices(world: World, phone: PhonePanel) -> None:
    phone.start()
    await world.until(lambda: phone.sound.microphone.count() == 3)
    world.core.sound.inputs.append("New one")
    phone.sound.microphone.opened.emit()
    await world.until(lambda: phone.sound.microphone.count() == 4)
    await phone.stop()


@on_qt_loop
async def test_it_follows_the_newest_call_whoever_made_it(world: World, phone: PhonePanel) -> None:
    first = await talking(world, phone)
    second = await world.ring(number="77")
    assert phone.call is not None and phone.call.id == second
    world.link.hang_up(first)
    await world.until(
        lambda: any(
            seen.id == first and seen.engine.state is CallState.TERMINATED
            for seen in world.snapshots
        )
    )
    await world.until(lambda: phone.display.words[:2] == ("77", "Ringing"))


@on_qt_loop
async def test_the_bot_phones_and_enter_takes_the_call(
    world: World, phone: PhonePanel, qtbot: QtBot
) -> None:
    phone.start()
    await world.place()
    await world.until(lambda: phone.display.words[1] == "Incoming")
    assert phone.display.words[0] == "127.0.0.1:9"
    assert phone.buttons.main.text() == "Accept" and phone.buttons.declined.isVisible()
    phone.press("5")
    phone.setFocus()
    qtbot.keyClick(phone, Qt.Key.Key_Return)
    await world.until(lambda: phone.display.words[1] == "In call")
    assert phone.buttons.main.text() == "Hang up" and phone.buttons.declined.isHidden()
    assert world.refusals == [], "a key is no tone while it rings"
    await phone.stop()


@pytest.mark.parametrize(
    ("key", "words"),
    [(Qt.Key.Key_A, ("In call",)), (Qt.Key.Key_H, ("Ended", "You declined"))],
)
@on_qt_loop
async def test_keys_take_and_decline(
    world: World, phone: PhonePanel, qtbot: QtBot, key: Qt.Key, words: tuple[str, ...]
) -> None:
    await world.place()
    await world.until(lambda: phone.display.words[1] == "Incoming")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(phone, key, modifiers)
    await world.until(lambda: phone.display.words[1] == words[0])
    assert phone.display.words[3].startswith(words[1:] or "Caller")


@on_qt_loop
async def test_the_busy_button(world: World, phone: PhonePanel) -> None:
    await world.place()
    await world.until(phone.buttons.busied.isVisible)
    phone.buttons.busied.click()
    await world.until(lambda: phone.display.words[3] == "You were busy")


@on_qt_loop
async def test_hold_stops_everything_and_the_bot_is_told(world: World, phone: PhonePanel) -> None:
    assert phone.buttons.held.isHidden()
    call_id = await talking(world, phone)
    operation = await world.bot.record(call_id, playBeep=False, maxRecordDurationInSeconds=100)
    await world.until(lambda: phone.display.recorded.startswith("● 0:0"))
    phone.buttons.held.click()
    await world.until(lambda: phone.display.words[1] == "On hold")
    assert phone.buttons.held.text() == "Resume"
    assert phone.display.words[3] == "No sound; the bot's timers stand still"
    recorded, seconds = phone.display.recorded, world.now.engine.seconds
    await world.until(lambda: world.now.engine.seconds > seconds + 8)
    assert phone.display.recorded == recorded, "longer than Graph's 5 s of silence"
    said: list[str] = []
    phone.said.connect(said.append)
    phone.press("1")
    assert said == ["On hold: no key is sent"]
    phone.buttons.held.click()
    await world.until(lambda: phone.display.words[1] == "Recording")

    def told() -> list[str]:
        sent = [body["value"][0]["resourceData"] for _, _, body in world.core.notifications.sent]
        return [data["state"] for data in sent if "state" in data]

    # The second one comes with the first sound.
    await world.until(lambda: told()[-3:] == ["hold", "established", "established"])
    await world.bot.cancel(call_id)
    await world.until(lambda: phone.display.recorded == "")
    assert any(r.operation_id == operation and r.kind == "ended" for r in world.records)


@on_qt_loop
async def test_muted_it_says_that_timers_go_on_and_talk_is_heard_while_held(
    world: World, phone: PhonePanel, qtbot: QtBot
) -> None:
    await talking(world, phone)
    phone.buttons.muted.click()
    await world.until(lambda: phone.display.words[3] == "Muted; the bot's timers go on")
    qtbot.keyPress(phone, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    await world.until(lambda: not world.now.engine.muted)
    qtbot.keyRelease(phone, Qt.Key.Key_Space)
    await world.until(lambda: world.now.engine.muted)


@on_qt_loop
async def test_keys_behind_the_number_are_sent_in_the_call(
    world: World, phone: PhonePanel, qtbot: QtBot
) -> None:
    for symbol in "55":
        phone.press(symbol)
    phone.setFocus()
    qtbot.keyClick(phone, Qt.Key.Key_Comma)
    phone.press("7")
    await talking(world, phone)
    await world.until(lambda: phone.display.words[3].startswith(("Sending: ", "Keys: 7")))
    await world.until(lambda: phone.display.words[3] == "Keys: 7")
    assert world.now.number == "55" and phone.number == "55,7"


@on_qt_loop
async def test_what_waits_to_be_sent_can_be_stopped(world: World, phone: PhonePanel) -> None:
    await talking(world, phone)
    phone.form.keys.text.setText("1" + "," * 50 + "2")
    phone.form.keys.button.click()
    await world.until(lambda: phone.display.words[3].startswith("Sending: "))
    phone.form.keys.button.click()
    await world.until(lambda: phone.display.words[3] == "Keys: 1")


@on_qt_loop
async def test_the_last_call_is_made_again(world: World, phone: PhonePanel, qtbot: QtBot) -> None:
    phone.display.recent.recent.clear()
    phone.form.bot.setText("127.0.0.1:9/mine")
    for symbol in "42":
        phone.press(symbol)
    first = await ringing(world, phone)
    phone.buttons.main.click()
    await world.until(lambda: phone.display.words[1] == "Ended")
    phone.erase()
    phone.form.bot.setText("")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(phone, Qt.Key.Key_R, modifiers)
    await world.until(lambda: phone.call is not None and phone.call.id != first)
    assert (world.now.number, world.now.bot_url) == ("42", "http://127.0.0.1:9/mine")
    assert [c.ending for c in phone.display.recent.recent.calls] == ["", "you hung up"]


@on_qt_loop
async def test_keys_are_heard_while_dialling(world: World, phone: PhonePanel) -> None:
    phone.press("5")
    assert np.array_equal(world.core.sound.clips.clip, key_tone("5", 1_600))
    phone.press("+")
    assert np.array_equal(world.core.sound.clips.clip, key_tone("5", 1_600))
    world.link.change_setting("phone.keySound", False)
    phone.press("6")
    assert np.array_equal(world.core.sound.clips.clip, key_tone("5", 1_600))


@on_qt_loop
async def test_a_sound_file_is_for_the_next_call(world: World, phone: PhonePanel) -> None:
    phone.choose_sound(Path("speaking.wav"))
    assert phone.form.caller.caller == CallerSpec("file", Path("speaking.wav"))
    await talking(world, phone)
    phone.choose_sound(Path("other.wav"))
    assert world.refusals == ["A call is running: its caller cannot be changed now."]
    assert phone.form.caller.caller == CallerSpec("file", Path("speaking.wav"))
