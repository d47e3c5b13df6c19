"""The page while the caller is recorded."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.engine.states import Phase
from app.ui.recording.live_page import LivePage
from tests.helpers.inspected import operation


@pytest.mark.parametrize(
    ("phase", "words"),
    [
        (Phase.LISTENING, "waiting for the caller to speak"),
        (Phase.SPEAKING, "the caller speaks"),
        (Phase.PAUSING, "the caller pauses"),
    ],
)
def test_length_and_phase(qtbot: QtBot, phase: Phase, words: str) -> None:
    page = LivePage()
    qtbot.addWidget(page)
    page.begin()
    for _ in range(2):
        page.show_level(operation(phase=phase, seconds=4.24), -12.0)
    assert (page.length.text(), page.phase.text()) == ("0:04.2", words)


def test_two_snapshots_make_a_bar_of_the_louder(qtbot: QtBot) -> None:
    page = LivePage()
    qtbot.addWidget(page)
    page.begin()
    for level in (-40.0, -6.0, -80.0, -50.0, -3.0):
        page.show_level(operation(phase=Phase.SPEAKING), level)
    assert list(page.wave._levels or ()) == [(-6.0, True), (-50.0, True)]
    page.begin()
    assert page.wave._levels is None
