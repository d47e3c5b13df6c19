from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.ui.bridge.questions import SHOWN_BODY, ask_once

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def asked(parent: QWidget, body: str, said: list[str]) -> QMessageBox:
    return ask_once(parent, "https://g", "POST", "/v1.0/x", body, lambda: said.append("yes"))


def press(box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
    next(b for b in box.buttons() if box.buttonRole(b) == role).click()


@pytest.mark.parametrize(
    ("role", "answers"),
    [(QMessageBox.ButtonRole.AcceptRole, ["yes"]), (QMessageBox.ButtonRole.RejectRole, [])],
)
def test_only_a_yes_sends(
    parent: QWidget, role: QMessageBox.ButtonRole, answers: list[str]
) -> None:
    said: list[str] = []
    box = asked(parent, '{"a": 1}', said)
    assert "https://g" in box.text() and not box.isModal()
    assert box.informativeText() == 'POST /v1.0/x\n\n{"a": 1}'
    assert box.defaultButton().text().strip("&") == "Cancel", "no is what Enter says"
    press(box, role)
    assert said == answers


def test_a_long_body_is_shown_in_part_and_none_is_named(parent: QWidget) -> None:
    long = asked(parent, "x" * (SHOWN_BODY + 1), [])
    assert long.informativeText().endswith("x…")
    none = asked(parent, " ", [])
    assert none.informativeText().endswith("(no body)")
    for box in (long, none):
        press(box, QMessageBox.ButtonRole.RejectRole)
