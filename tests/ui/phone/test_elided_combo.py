"""A combo box with an ellipsis."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.phone.elided_combo import WIDEST_LIST, ElidedCombo

LONG = "System default (A very long name of a sound device that nobody shortened)"


def picture(qtbot: QtBot, text: str, width: int) -> object:
    combo = ElidedCombo()
    qtbot.addWidget(combo)
    combo.addItem(text)
    combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.resize(width, 32)
    combo.show()
    return combo.grab().toImage()


def test_text_without_room_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    assert picture(qtbot, LONG, 160) == picture(qtbot, LONG + " at all", 160)
    assert picture(qtbot, LONG, 900) != picture(qtbot, LONG + " at all", 900)


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_the_open_list_is_as_wide_as_its_entries(qtbot: QtBot) -> None:
    combo = ElidedCombo()
    qtbot.addWidget(combo)
    combo.addItems(["short", "System default (USB Headset, Analog Stereo)"])
    combo.resize(120, 32)
    combo.show()
    combo.showPopup()
    assert 120 < combo.view().minimumWidth() <= WIDEST_LIST
    combo.hidePopup()
