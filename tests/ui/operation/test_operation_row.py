"""One line for an operation that is not in front."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.engine.outcome import Cause
from app.engine.snapshot import OperationSnapshot
from app.engine.states import CallState, Phase
from app.ui.operation.operation_row import OperationRow
from app.ui.presenters.operation_story import Stories
from tests.helpers.snapshots import call, ended, operation


@pytest.mark.parametrize(
    ("snapshot", "text"),
    [
        (operation(Phase.PROMPT, kind="playPrompt", seconds=1.25), "Prompt · 1.2 s"),
        (operation(Phase.QUEUED), "Queued · 0.0 s"),
        (ended(Cause.PLAYED, kind="playPrompt", seconds=2.0), "Completed 200/0 · 2.0 s"),
        (ended(Cause.CALL_LOST, seconds=3.0), "Lost · 3.0 s"),
    ],
)
def test_it_says_how_it_stands(qtbot: QtBot, snapshot: OperationSnapshot, text: str) -> None:
    stories = Stories()
    stories.take(call(CallState.ESTABLISHED, snapshot))
    row = OperationRow()
    qtbot.addWidget(row)
    row.show_story(stories.all[0])
    assert row.text == text
    assert row.accessibleName() == f"{snapshot.kind}: {text}"
    assert row.toolTip() == stories.all[0].ending
