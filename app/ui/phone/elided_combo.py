"""A combo box whose text ends in an ellipsis where it has no room (a styled one just cuts it)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

WIDEST_LIST: Final = 420
"""Pixels that the open list may take to show its entries whole."""


class ElidedCombo(QComboBox):
    """The list opens as wide as its entries; the tool tip has the whole text."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        icon = 0 if option.currentIcon.isNull() else option.iconSize.width() + 4
        option.currentText = option.fontMetrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width() - icon - 4
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def showPopup(self) -> None:
        wanted = self.view().sizeHintForColumn(0) + 40
        self.view().setMinimumWidth(min(WIDEST_LIST, max(self.width(), wanted)))
        super().showPopup()
