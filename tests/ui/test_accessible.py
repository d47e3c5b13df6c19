"""A widget that paints itself, as a screen reader meets it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.accessible import make_search, set_role
from tests.helpers.keeping import collect_on_this_thread

__all__ = ["collect_on_this_thread"]


def test_role_name_and_value(qtbot: QtBot) -> None:
    widget, plain = QWidget(), QWidget()
    for each in (widget, plain):
        qtbot.addWidget(each)
        each.setAccessibleName("Curve")
    set_role(widget, QAccessible.Role.Chart)
    widget.setAccessibleDescription("at 3 s")
    met = QAccessible.queryAccessibleInterface(widget)
    assert met.role() is QAccessible.Role.Chart
    assert met.text(QAccessible.Text.Name) == "Curve"
    assert met.text(QAccessible.Text.Value) == "at 3 s"
    widget.setAccessibleDescription("at 4 s")
    assert met.text(QAccessible.Text.Value) == "at 4 s"
    assert QAccessible.queryAccessibleInterface(plain).role() is QAccessible.Role.Client


class Clock(QWidget):
    value = "noon"


def test_a_value_is_read_when_it_is_asked_for(qtbot: QtBot) -> None:
    clock = Clock()
    qtbot.addWidget(clock)
    clock.setAccessibleDescription("morning")
    set_role(clock, QAccessible.Role.Indicator)
    met = QAccessible.queryAccessibleInterface(clock)
    assert met.text(QAccessible.Text.Value) == "noon"
    clock.value = "evening"
    assert met.text(QAccessible.Text.Value) == "evening"


def test_the_buttons_in_a_search_field_have_names(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit("wanted", window)
    make_search(field)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    buttons = field.findChildren(QToolButton)
    named = {
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in buttons
    }
    assert named == {"Clear", "Search"}
    by_name = {button.text(): button for button in buttons}
    by_name["Search"].click()
    assert QApplication.focusWidget() is field
    by_name["Clear"].click()
    assert field.text() == ""
