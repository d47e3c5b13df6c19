"""Form and JSON."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.composer.body_panes import NARROW, BodyPanes


@pytest.fixture
def panes(qtbot: QtBot) -> BodyPanes:
    panes = BodyPanes()
    qtbot.addWidget(panes)
    panes.resize(NARROW + 100, 400)
    panes.show()
    return panes


def test_with_room_they_are_side_by_side(panes: BodyPanes) -> None:
    assert panes.form.isVisible() and panes.editor.isVisible() and not panes._switch.isVisible()
    assert panes.form.mapTo(panes, panes.form.pos()).x() < panes.editor.x()


def test_without_room_they_take_turns(panes: BodyPanes) -> None:
    panes.resize(NARROW - 100, 400)
    assert panes._switch.isVisible()
    assert panes.form.isVisible() and not panes.editor.isVisible()
    panes.show_json()
    assert panes.editor.isVisible() and not panes.form.isVisible()
    panes._chips.button(0).click()
    assert panes.form.isVisible()
    panes.resize(NARROW + 100, 400)
    assert panes.form.isVisible() and panes.editor.isVisible()
    panes.resize(NARROW - 100, 400)
    panes.show_json()
    panes.show_form()
    assert panes.form.isVisible()
