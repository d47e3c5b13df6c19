"""A widget that paints itself, as a screen reader meets it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.accessible import set_role
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
