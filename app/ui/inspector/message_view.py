"""One side of an exchange: its first line, headers and body."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.runtime.records import HttpExchange
from app.ui import fonts
from app.ui.inspector.exchange_row import status_words
from app.ui.inspector.headers_view import HeadersView
from app.ui.inspector.json_view import JsonView
from app.ui.short_room import ShortRoom
from app.ui.theme import SPACE

LEAST: Final = 40
"""Pixels of height, below which there is nothing to see of it."""


class MessageView(QWidget):
    """Shows a request or a response. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first_line = QLabel(self)
        self.first_line.setFont(fonts.mono())
        self.first_line.setTextFormat(Qt.TextFormat.PlainText)
        self.first_line.setWordWrap(True)
        self.first_line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.first_line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setWordWrap(True)
        self.headers = HeadersView(self)
        self.body = JsonView(self)
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.first_line)
        layout.addWidget(self.error)
        layout.addWidget(self.headers)
        layout.addWidget(self.body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ShortRoom(page, LEAST))

    def show_request(self, exchange: HttpExchange) -> None:
        """Show what was asked."""
        self.first_line.setText(_breakable(f"{exchange.method} {exchange.url}"))
        self.error.hide()
        self.headers.show_headers(exchange.request_headers)
        self.body.show_body(exchange.request_body)

    def show_response(self, exchange: HttpExchange) -> None:
        """Show what was answered, or why nothing was."""
        if exchange.status is None:
            self.first_line.setText(self.tr("No answer"))
        else:
            self.first_line.setText(f"HTTP {status_words(exchange.status)}")
        self.error.setText(exchange.error or "")
        self.error.setVisible(exchange.error is not None)
        self.headers.show_headers(exchange.response_headers)
        self.headers.setVisible(exchange.status is not None)
        download = exchange.kind == "download"
        self.body.show_body(exchange.response_body, recording=download)
        self.body.setVisible(exchange.status is not None or bool(exchange.response_body))


def _breakable(url: str) -> str:
    """Let a label wrap a long address after its slashes (zero-width spaces)."""
    return url.replace("/", "/\u200b")
