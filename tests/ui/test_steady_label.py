"""A number that changes leaves the layout alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import fonts
from app.ui.steady_label import SteadyLabel


class _Requests(QObject):
    """Counts how often a layout was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


def test_only_another_width_asks_for_a_layout(qtbot: QtBot) -> None:
    page, label, requests = QWidget(), SteadyLabel(), _Requests()
    qtbot.addWidget(page)
    label.setFont(fonts.ui(14, tabular=True))
    QHBoxLayout(page).addWidget(label)
    label.setText("1.0 s")
    page.show()
    QApplication.processEvents()
    page.installEventFilter(requests)
    for tenth in range(1, 10):
        label.setText(f"1.{tenth} s")
        QApplication.processEvents()
    assert requests.count == 0
    label.setText("10.0 s")
    QApplication.processEvents()
    assert requests.count == 1
    assert label.width() >= label.fontMetrics().horizontalAdvance("10.0 s")
