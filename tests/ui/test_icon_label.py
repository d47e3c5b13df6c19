"""An icon by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.icon_label import IconLabel


def found(label: IconLabel) -> set[str]:
    image = label.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}


def test_it_shows_an_icon_in_the_colours_of_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply_theme(qapp, "light")
    label = IconLabel("record-fill", "error", 40)
    qtbot.addWidget(label)
    assert theme.LIGHT.error.name() in found(label)
    theme.apply_theme(qapp, "dark")
    assert theme.DARK.error.name() in found(label)
    theme.apply_theme(qapp, "light")


def test_another_one_can_be_shown(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply_theme(qapp, "light")
    label = IconLabel("record-fill", "error", 40)
    qtbot.addWidget(label)
    label.show_icon("phone-fill", "ok")
    assert label.icon == ("phone-fill", "ok")
    assert theme.LIGHT.ok.name() in found(label)
