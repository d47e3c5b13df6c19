"""The bar at the top."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.header import Header
from tests.helpers.window import BASE_URL, World


@pytest.fixture
def header(world: World, qtbot: QtBot) -> Header:
    header = Header(world.link)
    qtbot.addWidget(header)
    header.show()
    return header


def test_it_shows_where_the_local_graph_is(world: World, header: Header) -> None:
    assert header.address.text() == f"{BASE_URL}/v1.0"
    world.core.simulator.base_url = ""
    header.show_address()
    assert header.address.text() == "starting…" and not header.copy.isEnabled()


def test_the_address_can_be_copied(header: Header, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.said) as said:
        qtbot.mouseClick(header.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == f"{BASE_URL}/v1.0"
    assert said.args == [f"Copied: {BASE_URL}/v1.0"]


def test_the_colours_are_a_setting(world: World, header: Header) -> None:
    actions = {action.text(): action for action in header.theme.menu().actions()}
    assert actions["As the system"].isChecked()
    actions["Dark"].trigger()
    assert world.link.settings.theme == "dark"
    world.link.change_setting("window.theme", "light")
    assert actions["Light"].isChecked() and not actions["Dark"].isChecked()


def test_the_settings_are_asked_for(header: Header, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.settings_wanted):
        qtbot.mouseClick(header.settings, Qt.MouseButton.LeftButton)
