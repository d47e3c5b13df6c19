from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.floating_phone import FloatingPhone


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_the_phone_leaves_its_place_and_comes_back_first(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    home = QHBoxLayout(window)
    phone, rest = QLabel("phone"), QLabel("rest")
    home.addWidget(phone)
    home.addWidget(rest)
    window.show()
    floating = FloatingPhone(phone, home)
    changes: list[bool] = []
    floating.changed.connect(changes.append)
    assert not floating.floats
    floating.toggle()
    assert floating.floats and phone.window() is floating and phone.isVisible()
    assert floating.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    floating.toggle()
    assert not floating.floats and phone.window() is window and home.indexOf(phone) == 0
    floating.toggle()
    floating.close()
    assert phone.isVisible() and changes == [True, False, True, False]
