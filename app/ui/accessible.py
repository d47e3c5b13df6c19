"""Gives a widget that paints itself a role and a value for screen readers.

Qt takes such a widget for an empty surface. Its name is ``accessibleName()``; its value is its
property ``value``, where it has one, else what ``accessibleDescription()`` says.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QAccessibleWidget, QLineEdit, QWidget

from app.ui.icons import icon

_PROPERTY: Final = "paintedRole"
_installed = False


def set_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Let ``widget`` be a ``role`` from now on; to be called before it is shown. GUI thread."""
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface)
    widget.setProperty(_PROPERTY, role.value)


def offer_clearing(field: QLineEdit) -> None:
    """Give ``field`` the button that empties it, with a name. GUI thread."""
    before = set(field.findChildren(QAction))
    field.setClearButtonEnabled(True)
    for action in set(field.findChildren(QAction)) - before:  # Qt's own have no text
        action.setText(QCoreApplication.translate("Accessible", "Clear"))


def make_search(field: QLineEdit) -> None:
    """Give ``field`` a magnifying glass and the button that empties it. GUI thread."""
    offer_clearing(field)
    glass = field.addAction(
        icon("magnifying-glass", "muted"), QLineEdit.ActionPosition.LeadingPosition
    )
    glass.setText(QCoreApplication.translate("Accessible", "Search"))
    glass.triggered.connect(field.setFocus)


class _Painted(QAccessibleWidget):
    """A widget with a value."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Value:
            value = getattr(self._widget, "value", None)
            return value if isinstance(value, str) else self._widget.accessibleDescription()
        return super().text(kind)


def _interface(key: str, made: QObject) -> QAccessibleInterface | None:
    role = made.property(_PROPERTY) if isinstance(made, QWidget) else None
    if role is None or not isinstance(made, QWidget):
        return None
    return _Painted(made, QAccessible.Role(role))
