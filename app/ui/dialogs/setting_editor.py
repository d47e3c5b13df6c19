"""The editor for one setting, by its type, bounds and choices."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app.settings import About, Value
from app.ui.presenters.setting_text import explanation, label, unit

Changed = Callable[[str, Value], None]
"""Gets the public name and the new value."""

WIDTH = 180


def make_editor(about: About, value: Value, changed: Changed) -> QWidget:
    """Return an editor that shows ``value`` and tells ``changed`` what the user makes of it."""
    editor = _make(about, value, changed)
    editor.setAccessibleName(label(about.name))
    editor.setAccessibleDescription(explanation(about))
    editor.setFixedWidth(WIDTH)
    show_value(editor, value)
    return editor


def show_value(editor: QWidget, value: Value) -> None:
    """Show ``value`` in ``editor``, without telling anybody."""
    with QSignalBlocker(editor):
        if isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QSpinBox):
            editor.setValue(int(value))
        elif isinstance(editor, QDoubleSpinBox):
            editor.setValue(float(value))
        elif isinstance(editor, QLineEdit) and editor.text() != value:
            editor.setText(str(value))


def _make(about: About, value: Value, changed: Changed) -> QWidget:
    name = about.name
    if isinstance(value, bool):
        check = QCheckBox()
        check.toggled.connect(lambda on: changed(name, on))
        return check
    if isinstance(value, str):
        return _choice(about, changed) if about.choices else _line(about, changed)
    box = _Whole() if isinstance(value, int) else _Decimal()
    low, high = about.low or 0, about.high if about.high is not None else 1_000_000_000
    if isinstance(box, QSpinBox):
        box.setRange(int(low), int(high))
    else:
        box.setRange(low, high)
        box.setDecimals(2)
        box.setSingleStep(0.05 if high <= 1 else 1.0)
    box.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet's padding does not reach it
    box.setGroupSeparatorShown(True)
    box.setSuffix(unit(name))
    box.setKeyboardTracking(False)
    box.valueChanged.connect(lambda number: changed(name, number))
    return box


def _choice(about: About, changed: Changed) -> QWidget:
    combo = _Choice()
    for choice in about.choices:
        combo.addItem(choice, choice)
    combo.activated.connect(lambda index: changed(about.name, combo.itemData(index)))
    return combo


def _line(about: About, changed: Changed) -> QWidget:
    line = QLineEdit()
    line.editingFinished.connect(lambda: changed(about.name, line.text().strip()))
    return line


class _NoWheel:
    """The wheel scrolls the list of settings; it does not change them in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Whole(_NoWheel, QSpinBox):
    def __init__(self) -> None:
        QSpinBox.__init__(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class _Decimal(_NoWheel, QDoubleSpinBox):
    def __init__(self) -> None:
        QDoubleSpinBox.__init__(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def textFromValue(self, value: float) -> str:
        return self.locale().toString(value, "g", 6)


class _Choice(_NoWheel, QComboBox):
    def __init__(self) -> None:
        QComboBox.__init__(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
