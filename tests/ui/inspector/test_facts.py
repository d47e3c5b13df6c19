"""Names and values."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.inspector.facts import Facts


def test_facts_replace_each_other_and_labels_are_reused(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    facts.show_facts([("When", "now"), ("Empty", ""), ("Where", "here")])
    assert facts.texts() == {"When": "now", "Where": "here"}
    labels = len(facts.findChildren(QLabel))
    facts.show_facts([("Who", "<b>me</b>")])
    assert facts.texts() == {"Who": "<b>me</b>"}
    assert len(facts.findChildren(QLabel)) == labels
    value = facts.findChildren(QLabel)[1]
    assert value.accessibleName() == "Who: <b>me</b>"
