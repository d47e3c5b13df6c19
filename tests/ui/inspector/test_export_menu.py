"""What of the list can be exported."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.runtime.records import Record
from app.ui.inspector.inspector_panel import InspectorPanel
from tests.helpers.inspected import CALL, QuietLink, event, request, wire
from tests.helpers.keeping import Keep

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")

RECORDS = [
    event(1, "callCreated", 0.0),
    wire(2, request()),
    event(3, "beepStarted"),
    replace(wire(4, request(status=404)), call_id=None),
]


@pytest.fixture
def panel(qtbot: QtBot, keep: Keep) -> InspectorPanel:
    link = QuietLink()
    panel = keep(InspectorPanel(link))  # type: ignore[arg-type]
    panel.resize(700, 600)
    panel.show()
    link.tell(RECORDS)
    qtbot.waitUntil(lambda: panel.model.rowCount() == len(RECORDS))
    return panel


@contextmanager
def offered(panel: InspectorPanel) -> Iterator[list[QAction]]:
    """Press the button over the list and give what its menu offers."""
    panel.bar.export.click()
    menu = panel.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    assert menu.isVisible()
    yield menu.actions()
    menu.close()


def test_before_anything_is_chosen_there_is_what_is_shown(panel: InspectorPanel) -> None:
    rows = list[Record]()
    panel.rows_export_wanted.connect(rows.extend)
    with offered(panel) as (call, chosen, shown):
        assert not call.isEnabled() and not chosen.isEnabled()
        assert shown.text() == "All entries shown (4)…"
        shown.trigger()
    assert rows == RECORDS


def test_selected_rows_and_filtered_ones(panel: InspectorPanel) -> None:
    panel.bar.choose("api")
    panel.list.selectAll()
    got = list[list[Record]]()
    panel.rows_export_wanted.connect(got.append)
    with offered(panel) as (_, chosen, shown):
        chosen.trigger()
        shown.trigger()
    assert got == [[RECORDS[1], RECORDS[3]]] * 2


def test_the_call_of_the_entry_in_front(panel: InspectorPanel) -> None:
    panel.list.choose(3)
    calls = list[str]()
    panel.call_export_wanted.connect(calls.append)
    with offered(panel) as (call, _, _):
        call.trigger()
    assert calls == [CALL]
    panel.list.choose(4)
    with offered(panel) as (call, _, _):
        assert not call.isEnabled(), "it belongs to no call"


def test_the_menu_of_an_entry_has_it_too(panel: InspectorPanel) -> None:
    panel.list.choose(2)
    panel._open_menu(RECORDS[1], panel.mapToGlobal(panel.rect().center()))
    (menu,) = panel.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (inner,) = menu.findChildren(QMenu)
    assert inner.title() == "Export"
    assert [action.isEnabled() for action in inner.actions()] == [True] * 3
    menu.close()
