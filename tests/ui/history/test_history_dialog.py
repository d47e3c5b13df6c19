"""The dialog asks; what is lost for good it asks about twice."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.ui.history.history_dialog import HistoryDialog
from tests.helpers.kept_calls import call_id
from tests.helpers.saved import planted_call

INFOS = [dataclasses.replace(planted_call().info, id=call_id(n)) for n in range(3)]


@pytest.fixture
def dialog(qtbot: QtBot) -> HistoryDialog:
    dialog = HistoryDialog("this-run")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_calls(INFOS)
    return dialog


def press(dialog: HistoryDialog, text: str) -> None:
    buttons = dialog.question.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == text).click()


def test_one_call_is_opened_several_are_exported(dialog: HistoryDialog, qtbot: QtBot) -> None:
    assert not dialog.show_one.isEnabled() and not dialog.export.isEnabled()
    dialog.table.selectRow(0)
    with qtbot.waitSignal(dialog.open_wanted) as opened:
        dialog.show_one.click()
    assert opened.args == [INFOS[0]]
    dialog.table.selectAll()
    assert not dialog.show_one.isEnabled()
    with qtbot.waitSignal(dialog.export_wanted) as exported:
        dialog.export.click()
    assert exported.args == [INFOS]
    with qtbot.waitSignal(dialog.export_wanted) as exported:
        dialog.traffic.click()
    assert exported.args == [[]]


def test_deleting_is_asked_about(dialog: HistoryDialog, qtbot: QtBot) -> None:
    dialog.table.selectRow(1)
    with qtbot.assertNotEmitted(dialog.delete_wanted):
        dialog.delete.click()
        press(dialog, "Keep")
    dialog.delete.click()
    with qtbot.waitSignal(dialog.delete_wanted) as deleted:
        press(dialog, "Delete")
    assert deleted.args == [[call_id(1)]]
    assert dialog.question.isHidden()


def test_wiping_is_asked_about(dialog: HistoryDialog, qtbot: QtBot) -> None:
    dialog.wipe.click()
    with qtbot.waitSignal(dialog.wipe_wanted):
        press(dialog, "Wipe all")


def test_a_problem_takes_the_question_away(dialog: HistoryDialog, qtbot: QtBot) -> None:
    dialog.wipe.click()
    dialog.show_problem("It is damaged.")
    assert "It is damaged." in dialog.question.text
    with qtbot.assertNotEmitted(dialog.wipe_wanted):
        dialog.question.acted.emit(0)


def test_the_search_waits_for_the_last_key(dialog: HistoryDialog, qtbot: QtBot) -> None:
    seen: list[str] = []
    dialog.search_wanted.connect(seen.append)
    with qtbot.waitSignal(dialog.search_wanted):
        qtbot.keyClicks(dialog.search, "8514")
    assert seen == ["8514"]
    dialog.show_calls([])
    assert dialog.empty.text() == "No call matches."
    assert dialog.wipe.isEnabled(), "a search that finds nothing does not empty the history"


def test_the_chosen_calls_stay_chosen(dialog: HistoryDialog) -> None:
    dialog.table.selectRow(2)
    dialog.show_calls([INFOS[2], INFOS[0]])
    assert dialog.table.chosen() == [INFOS[2]]


def test_without_calls_it_teaches(dialog: HistoryDialog) -> None:
    dialog.show_calls([])
    assert "Press Call" in dialog.empty.text() and dialog.empty.isVisible()
    assert not dialog.wipe.isEnabled()
    dialog.show_keeping(200, 30.0)
    assert "200 calls" in dialog.notice.text() and "30 days" in dialog.notice.text()
    dialog.show_keeping(0, 30.0)
    assert "history.maxCalls" in dialog.notice.text()
