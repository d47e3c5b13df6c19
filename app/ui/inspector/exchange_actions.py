"""What can be done with an entry: replay it, edit it, take it away as a command or a program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.exports.curl import curl_posix, curl_powershell
from app.exports.python_code import python_httpx
from app.runtime.records import HttpExchange, Record
from app.ui.bridge.real_recording import real_recording
from app.ui.core_link import CoreLink
from app.ui.theme import icon

Build = Callable[..., str]


class ExchangeActions(QObject):
    """GUI thread. Keys: R, D, C, P."""

    edit_wanted = Signal(str, str, str)
    """Method, address and body of a request that the user wants in the composer."""
    pin_wanted = Signal(int)
    """The number of a record that the user wants to keep in sight, or no longer."""
    once_wanted = Signal(object)
    """A record whose request the user wants to send to the real Graph."""
    real_recording_wanted = Signal(object)
    """A record with a recording of the real Graph that the user wants to hear."""
    said = Signal(str)
    """What was done, for the status bar."""

    def __init__(self, link: CoreLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._once = False
        self.secrets = False
        """Whether what is copied keeps tokens and numbers; off at every start."""

    def offer_once(self, on: bool) -> None:
        """Offer to send requests to the real Graph, or no longer."""
        self._once = on

    def replay(self, record: Record) -> None:
        """Do it again."""
        if can_replay(record):
            self._link.replay(record)
            self.said.emit(self.tr("Replayed no. {n}").format(n=record.seq))

    def edit(self, record: Record) -> None:
        """Open it in the composer."""
        exchange = record.exchange
        if exchange is not None and can_edit(record):
            body = exchange.whole().request_body
            self.edit_wanted.emit(exchange.method, exchange.url, body)

    def copy(self, record: Record, build: Build = curl_posix) -> None:
        """Copy it in the words of ``build``."""
        if record.exchange is None:
            return
        try:
            text = build(record.exchange, secrets=self.secrets)
        except ValueError as error:
            self._link.refused.emit(str(error))
            return
        QGuiApplication.clipboard().setText(text)
        self.said.emit(
            self.tr("Copied, secrets included")
            if self.secrets
            else self.tr("Copied; secrets read [redacted]")
        )

    def menu(self, record: Record, parent: QWidget, *, pinned: bool = False) -> QMenu:
        """Return everything that can be done with ``record``."""
        menu = QMenu(parent)
        self._add(menu, "arrow-clockwise", self.tr("Replay"), "R", self.replay, record).setEnabled(
            can_replay(record)
        )
        self._add(
            menu, "pencil-simple", self.tr("Edit and resend"), "D", self.edit, record
        ).setEnabled(can_edit(record))
        pin = self.tr("Unpin") if pinned else self.tr("Pin")
        menu.addAction(icon("push-pin"), f"{pin}\tP").triggered.connect(
            lambda: self.pin_wanted.emit(record.seq)
        )
        if self._once:
            self._add_bridge(menu, record)
        menu.addSeparator()
        self.add_copies(menu, record)
        return menu

    def _add_bridge(self, menu: QMenu, record: Record) -> None:
        exchange = record.exchange
        menu.addSeparator()
        once = menu.addAction(icon("arrows-left-right"), self.tr("Send once to the real Graph…"))
        once.setEnabled(exchange is not None and exchange.kind in ("api", "bridge"))
        once.triggered.connect(lambda: self.once_wanted.emit(record))
        if real_recording(record) is not None:
            hear = menu.addAction(icon("play"), self.tr("Hear the real recording…"))
            hear.triggered.connect(lambda: self.real_recording_wanted.emit(record))

    def add_copies(self, menu: QMenu, record: Record) -> None:
        """Add the ways to take ``record`` away to ``menu``."""
        exchange = record.exchange
        ways: list[tuple[str, str, Build]] = [
            (self.tr("Copy as cURL (bash)"), "C", curl_posix),
            (self.tr("Copy as cURL (PowerShell)"), "", curl_powershell),
            (self.tr("Copy as Python (httpx)"), "", python_httpx),
        ]
        for text, keys, build in ways:
            action = menu.addAction(icon("copy"), f"{text}\t{keys}" if keys else text)
            action.triggered.connect(lambda _=False, build=build: self.copy(record, build))
            action.setEnabled(exchange is not None)
        keep = menu.addAction(self.tr("Include secrets"))
        keep.setCheckable(True)
        keep.setChecked(self.secrets)
        keep.toggled.connect(self._keep_secrets)

    def _keep_secrets(self, on: bool) -> None:
        self.secrets = on

    def _add(
        self,
        menu: QMenu,
        name: str,
        text: str,
        keys: str,
        slot: Callable[[Record], None],
        record: Record,
    ) -> QAction:
        action = menu.addAction(icon(name), f"{text}\t{keys}")
        action.triggered.connect(lambda: slot(record))
        return action


def can_replay(record: Record) -> bool:
    """Whether ``record`` is something that can be done again."""
    return record.exchange is not None and record.exchange.kind != "prompt"


def can_edit(record: Record) -> bool:
    """Whether the composer can take ``record`` over."""
    exchange: HttpExchange | None = record.exchange
    return exchange is not None and exchange.kind == "api"
