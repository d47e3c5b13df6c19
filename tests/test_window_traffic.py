"""Inspector and composer on the real program: a real server, real HTTP, a bot that listens."""

from __future__ import annotations

import asyncio
import gc
import json
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from app.main import Program
from app.runtime.callers import CallerSpec
from app.runtime.ports import RequestPort
from app.runtime.thread import CoreThread
from app.settings import Settings
from app.ui.composer.composer_panel import ComposerPanel
from app.ui.core_link import CoreLink
from app.ui.inspector.inspector_panel import InspectorPanel
from tests.helpers.fakes import NoAudio
from tests.helpers.keeping import Keep, keep
from tests.helpers.wire_server import WireServer, wire_server

__all__ = ["keep"]

PATIENCE = 20.0


class RealCore:
    """The program on a thread of its own, on a free port, without sound."""

    def __init__(self) -> None:
        self.thread = CoreThread()
        self.thread.start()
        self.program = self.thread.submit(self._make()).result()
        self.simulator, self.audio = self.program.simulator, self.program.audio

    @property
    def client(self) -> RequestPort:
        assert self.program.client is not None
        return self.program.client

    def save_settings(self, settings: Settings) -> None:
        pass

    @staticmethod
    async def _make() -> Program:
        program = Program(
            Settings(detector="energy"),
            default_caller=CallerSpec("silence"),
            audio=NoAudio(),
        )
        await program.start("127.0.0.1", 0)
        return program


@pytest.fixture
def core() -> Iterator[RealCore]:
    # Python may collect on any thread, and a widget must not be destroyed on the core's.
    gc.collect()
    gc.disable()
    core = RealCore()
    yield core
    core.thread.submit(core.program.close()).result()
    core.thread.stop()
    gc.enable()


class Window:
    """The two panels, and a bot."""

    def __init__(self, link: CoreLink, bot: WireServer, keep: Keep) -> None:
        self.link, self.bot = link, bot
        self.inspector = keep(InspectorPanel(link))
        self.composer = keep(ComposerPanel(link))
        self.inspector.edit_wanted.connect(self.composer.load)
        self.refusals: list[str] = []
        link.refused.connect(self.refusals.append)
        for panel in (self.inspector, self.composer):
            panel.resize(700, 700)
            panel.show()

    async def until(self, condition: Callable[[], object], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"{what}; refused: {self.refusals}"
            await asyncio.sleep(0.01)

    def rows(self, name: str) -> list[int]:
        """Return the numbers of the records that are called ``name``."""
        model = self.inspector.model
        rows = [model.row(n) for n in range(model.rowCount())]
        return [row.record.seq for row in rows if row.name == name]

    async def send(self, operation: str, body: dict[str, object], name: str) -> int:
        """Send it with the composer; return the number of its record."""
        before = len(self.rows(name))
        self.composer.target.choose(operation)
        self.composer.editor.replace_text(json.dumps(body))
        await self.until(self.composer.send_button.isEnabled, "it can be sent")
        self.composer.send()
        await self.until(lambda: len(self.rows(name)) > before, f"{name} is in the list")
        return self.rows(name)[-1]


def test_a_call_is_composed_repeated_edited_and_compared(
    core: RealCore, keep: Keep, qtbot: QtBot, qapp: QApplication
) -> None:
    loop = QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(_play(core, keep, qtbot))
    finally:
        asyncio.set_event_loop(None)
        loop.close()


async def _play(core: RealCore, keep: Keep, qtbot: QtBot) -> None:
    async with wire_server() as bot:
        link = CoreLink(core)
        window = Window(link, bot, keep)
        await link.start()
        await _call(core, window)
        first = await window.send(
            "recordResponse", {"clientContext": "one", "playBeep": False}, "recordResponse"
        )
        await _replay(window, qtbot, first)
        await _edit(window, qtbot, first)
        await _replay_webhook(window, qtbot)
        await _long_body(window, qtbot)
        await link.stop()


async def _call(core: RealCore, window: Window) -> None:
    """The composer places a call, and the phone takes it."""
    window.composer.target.choose("create call")
    body = json.loads(window.composer.editor.toPlainText())
    await window.send("create call", body | {"callbackUri": f"{window.bot.url}/bot"}, "calls")
    (call,) = await window.link.run(_snapshots(core))
    window.link.accept(call.id)
    await window.until(lambda: bool(window.rows("call audio active")), "audio is active")


async def _snapshots(core: RealCore) -> list[object]:
    return list(core.simulator.snapshots())


async def _replay(window: Window, qtbot: QtBot, first: int) -> None:
    panel = window.inspector
    panel.select_exchange(first)
    qtbot.keyClick(panel.list, "r")
    await window.until(lambda: len(window.rows("recordResponse")) == 2, "it was replayed")
    again = window.rows("recordResponse")[1]
    panel.select_exchange(again)
    exchange = panel.detail._record.exchange if panel.detail._record else None
    assert exchange is not None and exchange.status == 200
    assert json.loads(exchange.request_body)["clientContext"] == "one"
    assert panel.detail.summary.headline.text().startswith("The composer asked to record")


async def _edit(window: Window, qtbot: QtBot, first: int) -> None:
    panel, composer = window.inspector, window.composer
    panel.select_exchange(first)
    qtbot.keyClick(panel.list, "d")
    assert composer.target.action.currentText() == "recordResponse"
    composer.form.fields["clientContext"].type("two")
    composer.send()
    await window.until(lambda: len(window.rows("recordResponse")) == 3, "it was sent again")
    third = panel.shown.number_of(window.rows("recordResponse")[2])
    assert third is not None
    panel.select_exchange(first)
    place = panel.shown.index(third, 0)
    panel.list.scrollTo(place)
    qtbot.mouseClick(
        panel.list.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        panel.list.visualRect(place).center(),
    )
    assert ("$.clientContext", '"one"', '"two"') in panel.detail.pair.rows()


async def _replay_webhook(window: Window, qtbot: QtBot) -> None:
    bodies = [seen.body for seen in window.bot.seen]
    panel = window.inspector
    panel.select_exchange(window.rows("call audio active")[0])
    qtbot.keyClick(panel.list, "r")
    await window.until(lambda: len(window.rows("call audio active")) == 2, "it was sent again")
    again = window.bot.seen[-1].body
    assert json.loads(again)["value"] in [json.loads(body)["value"] for body in bodies]


async def _long_body(window: Window, qtbot: QtBot) -> None:
    """A megabyte is shown, copied, sent again and edited whole."""
    panel = window.inspector
    body = {"clientContext": "long", "padding": ["word"] * 100_000, "end": True}
    first = await window.send("recordResponse", body, "recordResponse")
    count = len(window.rows("recordResponse"))
    panel.select_exchange(first)
    assert json.loads(panel.detail.request.body.text) == body
    qtbot.keyClick(panel.list, "c")
    assert QGuiApplication.clipboard().text().startswith("printf %s ")
    qtbot.keyClick(panel.list, "r")
    await window.until(lambda: len(window.rows("recordResponse")) == count + 1, "it was replayed")
    panel.select_exchange(first)
    qtbot.keyClick(panel.list, "d")
    window.composer.send()
    await window.until(lambda: len(window.rows("recordResponse")) == count + 2, "it was resent")
    for seq in window.rows("recordResponse")[-3:]:
        number = panel.model.number_of(seq)
        assert number is not None
        exchange = panel.model.row(number).record.exchange
        assert exchange is not None and len(exchange.request_body) < 70_000
        assert json.loads(exchange.whole().request_body) == body
