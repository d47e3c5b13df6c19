"""One side of an exchange."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.inspector.message_view import MessageView
from tests.helpers.inspected import request


@pytest.fixture
def view(qtbot: QtBot) -> MessageView:
    view = MessageView()
    qtbot.addWidget(view)
    view.show()
    return view


def test_a_request(view: MessageView) -> None:
    view.show_request(request(body={"playBeep": True}))
    line = view.first_line.text().replace("\u200b", "")
    assert line.startswith("POST http://127.0.0.1:8899/v1.0/communications/calls/")
    assert '"playBeep": true' in view.body.text
    assert [name for name, _ in view.headers.values()] == ["Authorization"]


def test_a_response(view: MessageView) -> None:
    view.show_response(request(answer={"status": "running"}))
    assert view.first_line.text() == "HTTP 200 OK" and not view.error.isVisible()
    assert '"running"' in view.body.text


def test_no_response(view: MessageView) -> None:
    view.show_response(request(status=None, error="Nothing listens there."))
    assert view.first_line.text() == "No answer"
    assert view.error.isVisible() and view.error.text() == "Nothing listens there."
    assert not view.headers.isVisible() and not view.body.isVisible()
    view.show_response(request(answer={}))
    assert view.headers.isVisible() and view.body.isVisible()
