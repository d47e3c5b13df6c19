"""The first line of the operation card."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.engine.outcome import Cause
from app.engine.states import CallState
from app.ui.operation.operation_head import ROOMY, OperationHead
from app.ui.presenters.operation_story import Stories, Story
from tests.helpers.snapshots import call, ended, operation


def story(cause: Cause | None = None, context: str | None = None) -> Story:
    made = (
        operation(seconds=2.34, client_context=context)
        if cause is None
        else ended(cause, seconds=2.34, client_context=context)
    )
    stories = Stories()
    stories.take(call(CallState.ESTABLISHED, made))
    return stories.all[0]


@pytest.fixture
def head(qtbot: QtBot) -> OperationHead:
    head = OperationHead()
    qtbot.addWidget(head)
    head.resize(ROOMY + 50, 28)
    head.show()
    return head


@pytest.mark.parametrize(
    ("cause", "status"),
    [
        (None, "Running"),
        (Cause.STOP_TONE, "Completed"),
        (Cause.MEDIA_TIMEOUT, "Failed"),
        (Cause.CALL_LOST, "Lost"),
    ],
)
def test_kind_seconds_and_status(head: OperationHead, cause: Cause | None, status: str) -> None:
    head.show_story(story(cause))
    assert head.words == ("recordResponse", "2.3 s", status)


def test_the_client_context_shows_where_it_has_room(head: OperationHead) -> None:
    context = "d45324c1-fcb5-430a-902c-f20af696537c"
    head.show_story(story(context=context))
    badge = next(b for b in head.findChildren(QLabel) if b.toolTip() == context)
    assert badge.isVisible() and badge.text().startswith("d45324c1")
    head.resize(ROOMY - 50, 28)
    assert not badge.isVisible()
    head.resize(ROOMY + 50, 28)
    assert badge.isVisible()
    head.show_story(story())
    assert not badge.isVisible()
