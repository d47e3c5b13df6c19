"""What can be done with an entry."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.runtime.records import Record
from app.ui.inspector.exchange_actions import ExchangeActions, can_edit, can_replay
from tests.helpers.inspected import QuietLink, event, request, webhook, wire
from tests.helpers.keeping import Keep

ASKED = wire(1, request(body={"client_secret": "planted"}))


@pytest.fixture
def link(qapp: object, keep: Keep) -> QuietLink:
    return keep(QuietLink())


@pytest.fixture
def actions(link: QuietLink) -> ExchangeActions:
    return ExchangeActions(link, link)  # type: ignore[arg-type]


@pytest.fixture
def entries(actions: ExchangeActions, keep: Keep) -> dict[str, QAction]:
    parent = keep(QWidget())
    menu = actions.menu(ASKED, parent, pinned=True)
    return {action.text().partition("\t")[0]: action for action in menu.actions()}


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_the_menu_does_what_it_says(
    link: QuietLink, actions: ExchangeActions, entries: dict[str, QAction], qtbot: QtBot
) -> None:
    entries["Replay"].trigger()
    assert link.replayed == [ASKED]
    with qtbot.waitSignal(actions.edit_wanted):
        entries["Edit and resend"].trigger()
    with qtbot.waitSignal(actions.pin_wanted):
        entries["Unpin"].trigger()
    for name, begin in (
        ("Copy as cURL (bash)", "curl -X POST http"),
        ("Copy as cURL (PowerShell)", "'{"),
        ("Copy as Python (httpx)", "import httpx"),
    ):
        entries[name].trigger()
        assert copied().startswith(begin)
        assert "planted" not in copied() and "[redacted]" in copied()


def test_secrets_are_kept_when_asked_for(
    actions: ExchangeActions, entries: dict[str, QAction], qtbot: QtBot
) -> None:
    entries["Include secrets"].trigger()
    with qtbot.waitSignal(actions.said) as told:
        entries["Copy as cURL (bash)"].trigger()
    assert "planted" in copied() and "secret-of-the-bot" in copied()
    assert told.args == ["Copied, secrets included"]


def test_what_no_command_line_holds_is_refused(
    link: QuietLink, actions: ExchangeActions, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(link.refused) as told:
        actions.copy(wire(2, request(body="\x00")))
    assert "zero byte" in told.args[0]


@pytest.mark.parametrize(
    ("record", "replay", "edit"),
    [
        (ASKED, True, True),
        (wire(1, request("", method="GET")), True, True),
        (wire(1, webhook({})), True, False),
        (wire(1, request(kind="download", method="GET")), True, False),
        (wire(1, request(kind="prompt", method="GET")), False, False),
        (event(1, "muted"), False, False),
    ],
)
def test_what_can_be_done(record: Record, replay: bool, edit: bool) -> None:
    assert (can_replay(record), can_edit(record)) == (replay, edit)
