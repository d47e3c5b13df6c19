"""What came of the last request."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.composer.result_line import ResultLine
from app.ui.composer.sent import Result, Sent
from tests.helpers.inspected import CALLED

SENT = Sent(CALLED, "POST", "/x", "/x", "")


def test_from_sending_to_the_answer(qtbot: QtBot) -> None:
    line = ResultLine()
    qtbot.addWidget(line)
    line.show()
    line.show_sending()
    assert "waiting" in line.text.text() and not line._show_record.isVisible()
    line.show_result(Result(SENT, "200 OK · 3.2 ms", True, 17))
    good = line._mark.pixmap().toImage()
    assert line.text.text() == "200 OK · 3.2 ms" == line.text.accessibleName()
    with qtbot.waitSignal(line.record_wanted) as told:
        line._show_record.click()
    assert told.args == [17]
    line.show_result(Result(SENT, "400 Bad Request", False, 18))
    assert line._mark.pixmap().toImage() != good


def test_trouble_has_no_record(qtbot: QtBot) -> None:
    line = ResultLine()
    qtbot.addWidget(line)
    line.show()
    line.show_result(Result(SENT, "200 OK", True, 17))
    line.show_trouble("The local Graph did not answer.")
    assert line.text.text() == "The local Graph did not answer."
    assert not line._show_record.isVisible()
