"""The page that lists the differences is the ledger, whole and up to date."""

from __future__ import annotations

from pathlib import Path

from app.graph.differences import GROUPS, render
from app.graph.ledger import LEDGER, Entry

PAGE = Path(__file__).parents[2] / "resources" / "differences.md"


def test_the_page_is_up_to_date() -> None:
    shown = PAGE.read_text("utf-8")
    assert shown == render(), "run: python -m app.graph.differences > resources/differences.md"


def test_every_entry_is_on_it_once() -> None:
    page = render()
    for entry in LEDGER.values():
        what = entry.subject.partition(".")[2]
        assert f"| `{what}` | {entry.evidence} | {entry.claim} | {entry.source} |" in page


def test_every_group_has_a_heading() -> None:
    assert {subject.partition(".")[0] for subject in LEDGER} <= set(GROUPS)


def test_a_bar_does_not_break_the_table() -> None:
    page = render([Entry("action.x", "assumed", "either | or", "nothing published")])
    assert "| `x` | assumed | either \\| or | nothing published |" in page
    assert page.count("## ") == 1 and "1 behaviours: 0 documented, 0 observed, 1 assumed." in page
