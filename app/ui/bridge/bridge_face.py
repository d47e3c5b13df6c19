"""What the window has of the bridge: badge, dialog, and what is sent or fetched by hand."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.runtime.bodies import was_cut
from app.runtime.bridge_desk import BridgeDesk, BridgeView
from app.runtime.bridging import BridgedRequest, BridgeMode
from app.runtime.records import Record
from app.runtime.tasks import TaskOwner
from app.ui.banner import Banner
from app.ui.bridge.bridge_badge import BridgeBadge
from app.ui.bridge.bridge_link import BridgeLink
from app.ui.bridge.questions import ask, ask_once
from app.ui.bridge.real_recording import RealRecording, real_recording
from app.ui.core_link import CoreLink
from app.ui.inspector.wire import short_ids
from app.ui.recording.save_dialog import NOTICE

if TYPE_CHECKING:
    from app.ui.bridge.bridge_dialog import BridgeDialog


class BridgeFace(QObject):
    """GUI thread."""

    said = Signal(str)
    """What came of something, for the status bar."""
    refused = Signal(str)
    """What cannot be; why, and what to do."""
    record_wanted = Signal(int)
    """The number of a record that shows what came back."""
    switched = Signal(bool)
    """Whether there is somewhere to send to."""

    def __init__(self, link: CoreLink, desk: BridgeDesk, window: QWidget) -> None:
        super().__init__(window)
        self._link = link
        self._window = window
        self._tasks = TaskOwner()
        self._dialog: BridgeDialog | None = None
        self.bridge = BridgeLink(link, desk, self)
        self.badge = BridgeBadge()
        self.badge.wanted.connect(self.open)
        self.question: QMessageBox | None = None
        """The one that was asked last."""
        self.recording: RealRecording | None = None
        self.call = Banner()
        """What is known of the real call, above the phone."""
        self.bridge.changed.connect(self._show)
        link.record_added.connect(self._record_added)

    @property
    def on(self) -> bool:
        """Whether there is somewhere to send to."""
        return self.bridge.view.mode is not BridgeMode.OFF

    @property
    def dialog(self) -> BridgeDialog:
        """The dialog, made when first wanted."""
        if self._dialog is None:
            # Loaded when it is asked for: the window is up sooner.
            from app.ui.bridge.bridge_dialog import BridgeDialog

            self._dialog = BridgeDialog(self.bridge, self._window)
        return self._dialog

    def start(self) -> None:
        """Follow the bridge; the core is up."""
        self._do(self._start())

    async def stop(self) -> None:
        """End what is under way."""
        await self._tasks.stop()
        if self._dialog is not None:
            await self._dialog.stop()
        if self.recording is not None:
            await self.recording.player.close()

    def open(self) -> None:
        """Show where the bridge is switched."""
        self.dialog.open_beside()

    def send_composed(self, method: str, path: str, body: str) -> None:
        """Ask, then send a composed request."""
        headers = (("Content-Type", "application/json"),) if body.strip() else ()
        self._ask(BridgedRequest(method, path, headers, body.encode()))

    def send_again(self, record: Record) -> None:
        """Ask, then send the request of ``record``."""
        exchange = record.whole().exchange
        if exchange is None or was_cut(exchange.request_body):
            self.refused.emit(self.tr("This body was too long to be kept whole: it is not sent."))
            return
        parts = urlsplit(exchange.url)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        body = exchange.request_body.encode()
        headers = tuple(h for h in exchange.request_headers if h[1] != "[redacted]")
        self._ask(BridgedRequest(exchange.method, path, headers, body, record.call_id))

    def fetch_recording(self, record: Record) -> None:
        """Ask, then fetch the real recording that ``record`` offers."""
        found = real_recording(record)
        if found is None:
            self.refused.emit(self.tr("This entry offers no recording of the real service."))
            return
        host = urlsplit(found[0]).netloc
        title = self.tr("Fetch the recording from {host}?").format(host=host)
        words = self.tr("It is kept in memory until its window is closed.")
        self.question = ask(
            self._window,
            title,
            f"{words}\n\n{NOTICE}",
            self.tr("Fetch"),
            lambda: self._do(self._fetch(*found)),
        )

    # -- inside -------------------------------------------------------------------------------

    def _ask(self, request: BridgedRequest) -> None:
        if not self.on:
            self.refused.emit(
                self.tr("The bridge is off: choose a target first (the button at the top).")
            )
            self.open()
            return
        self.question = ask_once(
            self._window,
            self.bridge.view.target,
            request.method,
            request.path,
            request.body.decode("utf-8", "replace"),
            lambda: self._do(self._send(request)),
        )

    async def _start(self) -> None:
        await self.bridge.start()
        self._show(await self.bridge.refresh())

    async def _send(self, request: BridgedRequest) -> None:
        record = await self.bridge.send_once(request)
        if record.exchange is None:
            self.refused.emit(str(record.data.get("message", "")))
            return
        self.record_wanted.emit(record.seq)
        status = record.exchange.status
        answer = record.exchange.error if status is None else status
        self.said.emit(self.tr("Sent once: {answer}").format(answer=answer))

    async def _fetch(self, location: str, token: str) -> None:
        audio = await self.bridge.recording(location, token)
        if self.recording is not None:
            self.recording.close()
        opened = self.recording = RealRecording(self._link, audio, self._window)
        opened.finished.connect(lambda: self._do(self._forget(opened)))
        opened.show()

    async def _forget(self, closed: RealRecording) -> None:
        """The window of a recording was closed: nothing may hold the audio any more."""
        if self.recording is closed:
            self.recording = None
        await closed.player.close()
        closed.deleteLater()

    def _record_added(self, record: Record) -> None:
        if record.kind != "realCall":
            return
        words = self.tr("Real call {id}: {state}")
        title = words.format(id=short_ids(record.call_id or ""), state=record.data.get("state", ""))
        told = (
            self.tr("The real service said so in a notification. The simulator only watches.")
            if record.data.get("toldBy") == "notification"
            else self.tr("The real service said so in an answer. The simulator only watches.")
        )
        self.call.show_message("info", title, told, icon="phone-call-fill")

    def _show(self, view: BridgeView) -> None:
        self.badge.show_view(view)
        self.switched.emit(view.mode is not BridgeMode.OFF)

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        async def _work() -> None:
            try:
                await work
            except ValueError as error:
                self.refused.emit(str(error))

        self._tasks.start(_work(), "bridge")
