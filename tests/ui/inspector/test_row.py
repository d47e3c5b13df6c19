"""What the filters ask a line for."""

from __future__ import annotations

from app.ui.inspector.row import sought
from app.ui.inspector.rows import build_row
from tests.helpers.inspected import CALL, CALLED, event, request, wire


def test_the_text_filter_looks_everywhere_in_any_case() -> None:
    asked = request(body={"clientContext": "Caller-7"}, answer={"status": "running"})
    row = build_row(wire(1, asked), CALLED)
    for needle in ("recordresponse", "caller-7", "running", "0fe0623f", "exchange"):
        assert row.contains(needle)
    assert not row.contains("playprompt")


def test_warnings_count_as_errors() -> None:
    assert build_row(event(1, "warning"), CALLED).is_error
    assert not build_row(event(1, "muted"), CALLED).is_error


def test_ids_and_kind_are_sought_in_lower_case() -> None:
    text = sought(event(1, "speechStarted"), "Some TEXT")
    assert "some text" in text and CALL in text and "speechstarted" in text
