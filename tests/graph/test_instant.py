"""The table of what is done at once."""

from __future__ import annotations

import pytest

from app.graph.errors import GraphError
from app.graph.instant import INSTANT, RECORDING_STATUS, instant_operation, parse_instant
from app.graph.profiles import V1


def test_every_action_answers_with_an_operation_of_its_own_type() -> None:
    assert len({row.resource for row in INSTANT.values()}) == len(INSTANT) == 5
    for row in INSTANT.values():
        body = {"clientContext": "x", "status": "failed"}
        operation = instant_operation("op", parse_instant(row, body, V1))
        assert operation["@odata.type"] == f"#microsoft.graph.{row.resource}"
        assert (operation["status"], operation["clientContext"]) == ("completed", "x")


@pytest.mark.parametrize("status", RECORDING_STATUS)
def test_a_recording_status_is_read(status: str) -> None:
    wanted = parse_instant(INSTANT["updateRecordingStatus"], {"STATUS": status}, V1)
    assert wanted.recording_status == status


@pytest.mark.parametrize("action", INSTANT)
def test_a_context_that_is_too_long_is_refused(action: str) -> None:
    with pytest.raises(GraphError, match="clientContext"):
        parse_instant(INSTANT[action], {"clientContext": "x" * 257, "status": "failed"}, V1)
