"""Badge, dialog and what is sent by hand, against a server that stands for the real Graph."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.runtime.bridge_wish import BridgeWish, Secrets
from app.runtime.bridging import BridgeMode
from app.runtime.records import Record
from app.ui.bridge.bridge_face import BridgeFace
from tests.helpers.speech_sounds import say
from tests.helpers.wave_bytes import wav
from tests.helpers.window import World, exchange, on_qt_loop
from tests.helpers.wire_server import answer, wire_server

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")

CALLS = "/v1.0/communications/calls"
TOKEN = "the-pasted-token"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@asynccontextmanager
async def face_of(world: World, window: QWidget) -> AsyncIterator[BridgeFace]:
    desk = world.link.bridge
    assert desk is not None
    face = BridgeFace(world.link, desk, window)
    face.start()
    try:
        yield face
    finally:
        await face.stop()


def wish(target: str, mode: BridgeMode = BridgeMode.SEND_ONCE) -> BridgeWish:
    return BridgeWish(mode, target, "token", Secrets(token=TOKEN))


def press(box: QMessageBox | None, text: str) -> None:
    assert box is not None
    next(button for button in box.buttons() if button.text() == text).click()


@on_qt_loop
async def test_it_is_switched_on_after_a_question_that_names_the_target(
    world: World, window: QWidget
) -> None:
    async with wire_server() as real, face_of(world, window) as face:
        assert face.badge.text() == "" and "off" in face.badge.accessibleName()
        face.open()
        dialog = face.dialog
        assert not dialog.isModal()
        dialog.mode.setCurrentIndex(dialog.mode.findData(BridgeMode.MIRROR))
        dialog.target.setEditText(real.url)
        dialog.credentials.choose("token")
        dialog.credentials.token.setText(TOKEN)
        dialog.apply.click()
        assert real.url in dialog.question.informativeText()
        assert not face.on, "nothing happens before the answer"
        press(dialog.question, "Switch on")
        await world.until(lambda: face.on)
        assert face.badge.text() == f"Mirror → 127.0.0.1:{real.port}"
        assert not face.badge.icon().isNull() and face.badge.property("kind") == "bridge"
        await world.until(dialog.off.isEnabled)
        dialog.off.click()
        await world.until(lambda: not face.on and dialog.credentials.token.text() == "")
        assert face.badge.text() == ""


@on_qt_loop
async def test_what_cannot_be_is_said_in_the_dialog(world: World, window: QWidget) -> None:
    async with face_of(world, window) as face:
        dialog = face.dialog
        dialog.mode.setCurrentIndex(1)
        dialog.target.setEditText("http://graph.microsoft.com")
        dialog.apply.click()
        press(dialog.question, "Switch on")
        await world.until(lambda: "not encrypted" in dialog.trouble.text())
        assert not face.on
        dialog.pairs.added.emit("", "x")
        await world.until(lambda: "two ids" in dialog.trouble.text())


@on_qt_loop
async def test_pairs_are_seen_and_edited(world: World, window: QWidget) -> None:
    mine = "57dab8b1-894c-409a-b240-bd8beae78896"
    async with face_of(world, window) as face:
        table = face.dialog.pairs
        table.simulated.setText(mine)
        table.real.setText("a-real-id")
        table.put.click()
        await world.until(lambda: table.pairs() == ((mine, "a-real-id"),))
        table.table.selectRow(0)
        table.take.click()
        await world.until(lambda: table.pairs() == ())


@on_qt_loop
async def test_a_composed_request_is_sent_once_after_a_question(
    world: World, window: QWidget
) -> None:
    shown: list[int] = []
    async with wire_server(lambda seen: answer(200, b"{}")) as real, face_of(world, window) as face:
        face.record_wanted.connect(shown.append)
        await face.bridge.switch(wish(real.url))
        await world.until(lambda: face.on)
        face.send_composed("POST", CALLS, '{"x": 1}')
        assert face.question is not None
        assert real.url in face.question.text()
        assert f"POST {CALLS}" in face.question.informativeText()
        assert '{"x": 1}' in face.question.informativeText()
        press(face.question, "Cancel")
        assert real.seen == []
        face.send_composed("POST", CALLS, '{"x": 1}')
        press(face.question, "Send once")
        await world.until(lambda: shown)
        (seen,) = real.seen
    assert (seen.method, seen.path, seen.body) == ("POST", CALLS, b'{"x": 1}')
    assert seen.headers["authorization"] == f"Bearer {TOKEN}"
    assert TOKEN not in str(world.records)


@on_qt_loop
async def test_a_past_request_is_sent_once(world: World, window: QWidget) -> None:
    async with wire_server() as real, face_of(world, window) as face:
        record = await world.record(
            kind="exchange", exchange=exchange(url=f"http://127.0.0.1:8899{CALLS}?a=b", body="[1]")
        )
        said: list[str] = []
        face.refused.connect(said.append)
        face.send_again(record)
        assert "off" in said[0], "first a target has to be chosen"
        await face.bridge.switch(wish(real.url))
        await world.until(lambda: face.on)
        face.send_again(record)
        press(face.question, "Send once")
        await world.until(lambda: real.seen)
    assert (real.seen[0].path, real.seen[0].body) == (f"{CALLS}?a=b", b"[1]")


@on_qt_loop
async def test_a_real_recording_is_fetched_by_hand_beside_the_notice(
    world: World, window: QWidget
) -> None:
    reply = answer(200, wav(say(1.0)), Content_Type="application/octet-stream")
    async with wire_server(lambda seen: reply) as real, face_of(world, window) as face:
        await face.bridge.switch(wish(real.url))
        await world.until(lambda: face.on)
        offered = {"recordingLocation": f"{real.url}/file", "recordingAccessToken": "the-access"}
        record = await world.record(
            kind="exchange",
            data={"bridge": {"origin": "real Graph"}},
            exchange=exchange(kind="bridge", answer=json.dumps(offered)),
        )
        face.fetch_recording(record)
        assert face.question is not None
        assert "may NOT record or otherwise persist" in face.question.informativeText()
        assert real.seen == []
        press(face.question, "Fetch")
        await world.until(lambda: face.recording)
        assert real.seen[0].headers["authorization"] == "Bearer the-access"
        heard = face.recording
        assert heard is not None and "may NOT record" in heard.notice.text()
        heard.close()
        await world.until(lambda: face.recording is None)
        shown: Record = world.records[-1]
        assert shown.exchange is not None and "[recording:" in shown.exchange.response_body


@on_qt_loop
async def test_the_state_of_a_real_call_is_shown(world: World, window: QWidget) -> None:
    async with face_of(world, window) as face:
        await world.record(
            kind="realCall", call_id="c", data={"state": "established", "toldBy": "notification"}
        )
        await world.until(lambda: "c: established" in face.call.text)
        assert "in a notification" in face.call.text
