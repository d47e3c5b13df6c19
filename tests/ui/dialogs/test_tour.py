from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.tour import Tour

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


def parts(over: QWidget) -> list[QWidget]:
    made = [QWidget(over) for _ in range(3)]
    for part, place in zip(
        made, (QRect(0, 0, 300, 700), QRect(300, 0, 700, 300), over.rect()), strict=True
    ):
        part.setGeometry(place)
        part.show()
    return made


def test_three_steps_each_inside_the_window(over: QWidget) -> None:
    tour = Tour(over, parts(over))
    tour.begin()
    names = []
    for _ in range(3):
        assert tour.isVisible() and over.rect().contains(tour.geometry())
        names.append(tour.accessibleName())
        tour.next.click()
    assert not tour.isVisible() and len(set(names)) == 3
    assert names[0].startswith("Step 1 of 3: The phone.")


def test_it_takes_no_keys_from_what_has_them_and_can_be_left(over: QWidget, qtbot: QtBot) -> None:
    line = QLineEdit(over)
    line.show()
    line.setFocus()
    tour = Tour(over, parts(over))
    tour.begin()
    assert over.focusWidget() is line
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert not tour.isVisible()
    tour.begin()
    tour.leave.click()
    assert not tour.isVisible() and tour.step == 0


def test_whoever_leaves_it_is_back_at_the_phone(over: QWidget, qtbot: QtBot) -> None:
    phone, *others = parts(over)
    line = QLineEdit(over)
    line.show()
    line.setFocus()
    tour = Tour(over, (phone, *others))
    tour.begin()
    for _ in range(3):
        qtbot.mouseClick(tour.next, Qt.MouseButton.LeftButton)
    assert not tour.isVisible() and over.focusWidget() is line, "a click takes no keys"
    phone.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    tour.begin()
    tour.leave.setFocus()
    qtbot.keyClick(tour.leave, Qt.Key.Key_Space)
    assert not tour.isVisible() and over.focusWidget() is phone
