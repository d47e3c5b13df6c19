"""Whether everything in a window has room: no text is cut off, nothing lies on something else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTabWidget,
    QWidget,
)

from app.ui.dialogs.tour import Tour
from app.ui.toast import Toast
from tests.helpers.reading import told

SLACK = 1
"""Pixels by which Qt rounds."""


def cut_off(window: QWidget) -> Iterator[str]:
    """Yield the labels, fields, buttons and tabs that are too small for their words."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        field = isinstance(widget, (QComboBox, QLineEdit, QPushButton))
        if field and widget.height() + SLACK < widget.minimumSizeHint().height():
            yield f"too low: {told(widget)}"
        if isinstance(widget, QLabel):
            if widget.text() and not widget.wordWrap():
                needed = widget.fontMetrics().horizontalAdvance(widget.text())
                if needed > widget.contentsRect().width() + SLACK:
                    yield f"'{widget.text()}': {told(widget)}"
            elif widget.wordWrap() and widget.heightForWidth(widget.width()) > widget.height() + 4:
                yield f"'{widget.text()}' is too high: {told(widget)}"
        elif isinstance(widget, (QPushButton, QCheckBox)):
            if widget.text() and widget.sizeHint().width() > widget.width() + SLACK:
                yield f"'{widget.text()}': {told(widget)}"
        elif isinstance(widget, QTabBar):
            for index in range(widget.count()):
                inside = widget.rect().contains(widget.tabRect(index))
                if widget.isTabVisible(index) and not inside:
                    yield f"tab '{widget.tabText(index)}': {told(widget)}"


def overlaps(window: QWidget) -> Iterator[str]:
    """Yield the pairs of neighbours that lie on each other."""
    for parent in (window, *window.findChildren(QWidget)):
        if not parent.isVisible() or parent.window() is not window:
            continue
        if isinstance(parent, (QAbstractScrollArea, QAbstractButton, QLineEdit, QTabWidget)):
            continue  # their parts are Qt's, which lays them on each other
        inner = [
            child
            for child in parent.children()
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
            if not isinstance(child, (Toast, Tour))  # meant to lie on the rest
        ]
        for one, other in combinations(inner, 2):
            shared = one.geometry() & other.geometry()
            if shared.width() > SLACK and shared.height() > SLACK:
                yield f"{told(one)} and {told(other)}: {shared.width()}×{shared.height()}"
