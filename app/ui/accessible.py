"""Gives a widget that paints itself a role and a value for screen readers.

Qt takes such a widget for an empty surface. Its name is ``accessibleName()``, its value what
``accessibleDescription()`` says.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_PROPERTY: Final = "paintedRole"
_installed = False


def set_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Let ``widget`` be a ``role`` from now on; to be called before it is shown. GUI thread."""
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface)
    widget.setProperty(_PROPERTY, role.value)


class _Painted(QAccessibleWidget):
    """A widget with a value."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Value:
            return self._widget.accessibleDescription()
        return super().text(kind)


def _interface(key: str, made: QObject) -> QAccessibleInterface | None:
    role = made.property(_PROPERTY) if isinstance(made, QWidget) else None
    if role is None or not isinstance(made, QWidget):
        return None
    return _Painted(made, QAccessible.Role(role))
