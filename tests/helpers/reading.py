"""A window as a screen reader and a keyboard meet it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget

Role = QAccessible.Role
Text = QAccessible.Text

WORKED: Final = {
    Role.Button,
    Role.ButtonDropDown,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.ComboBox,
    Role.EditableText,
    Role.List,
    Role.MenuItem,
    Role.PageTab,
    Role.RadioButton,
    Role.Slider,
    Role.SpinBox,
    Role.Table,
    Role.Tree,
}
"""What is worked with."""
SHOWING: Final = {Role.Chart, Role.Indicator, Role.ProgressBar}
"""What only shows a value."""
VALUED: Final = SHOWING | {Role.ComboBox, Role.SpinBox}
"""What always has a value; Qt tells a slider's as a number."""
EMPTY: Final = {Role.NoRole, Role.Client, Role.Pane, Role.Whitespace, Role.Border, Role.Window}
"""Roles that tell nothing."""
CELLS: Final = {Role.Cell, Role.ListItem, Role.TreeItem, Role.ColumnHeader, Role.RowHeader}
"""What a list holds is data."""


def complaints(window: QWidget) -> Iterator[str]:
    """Yield what a screen reader would leave its user in the dark about, in what is visible."""
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    for part in _below(root):
        made, role = part.object(), part.role()
        name, value = part.text(Text.Name).strip(), part.text(Text.Value).strip()
        stops = isinstance(made, QWidget) and takes_focus(made)
        if not name and (stops or role in WORKED | SHOWING):
            yield f"no name: {_place(part)}"
        if role in EMPTY and (stops or _own_name(made)):
            yield f"no role: {_place(part)}"
        if not value and role in VALUED:
            yield f"no value: {_place(part)}"


def takes_focus(widget: QWidget) -> bool:
    """Whether the keyboard can get to ``widget`` itself now."""
    policy = widget.focusPolicy()
    mine = widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() is not widget:
        return False  # arrows lead from the one that is chosen to the others
    return mine and bool(policy & Qt.FocusPolicy.TabFocus)


def stops(window: QWidget) -> set[QWidget]:
    """Return what Tab has to reach in ``window``."""
    inner = "qt_spinbox_lineedit"  # the spin box is the stop
    return {
        widget
        for widget in (window, *window.findChildren(QWidget))
        if takes_focus(widget) and widget.window() is window and widget.objectName() != inner
    }


def walk(window: QWidget, *, back: bool = False) -> list[QWidget]:
    """Press Tab (``back``: Shift+Tab) from where the focus is until it is there again; return the
    way. AssertionError: it does not come back."""
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    first = QApplication.focusWidget()
    assert first is not None and first.window() is window
    way = [first]
    for _ in range(1000):
        QTest.keyClick(way[-1], key)
        now = QApplication.focusWidget()
        assert now is not None and now.window() is window, f"the focus got lost after {way[-1]}"
        if now is first:
            return way
        assert now is not way[-1], f"{told(now)} keeps the focus"
        way.append(now)
    raise AssertionError(f"the focus does not come back to {told(first)}")


def twice_used(window: QWidget) -> list[str]:
    """Return the mnemonics (Alt and a letter) that two visible controls of ``window`` have."""
    texts: list[str] = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        if isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            texts.append(widget.text())
        elif isinstance(widget, QTabBar):
            texts += [widget.tabText(index) for index in range(widget.count())]
    found = Counter(QKeySequence.mnemonic(text).toString() for text in texts)
    return [letter for letter, count in found.items() if letter and count > 1]


def told(made: QObject | None) -> str:
    """Return the classes from ``made`` outwards, to find it by."""
    chain: list[str] = []
    while made is not None and len(chain) < 5:
        chain.append(type(made).__name__)
        made = made.parent()
    return " in ".join(chain)


def _below(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(part.childCount()):
        child = part.child(index)
        if child.state().invisible or child.role() in CELLS:
            continue
        yield child
        yield from _below(child)


def _own_name(made: QObject | None) -> bool:
    """Whether somebody gave ``made`` a name, which then should be one of something."""
    return isinstance(made, QWidget) and bool(made.accessibleName())


def _place(part: QAccessibleInterface) -> str:
    return f"{part.role().name} '{part.text(Text.Name)}': {told(part.object())}"
