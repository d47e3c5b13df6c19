from __future__ import annotations

import json
import re

from app.bridge.fidelity import findings, render
from tests.helpers.bridged import JSON, answered, asked, bridged
from tests.helpers.wire_server import answer, wire_server

CALLS = "/v1.0/communications/calls"
GONE = f"{CALLS}/57dab8b1-894c-409a-b240-bd8beae78896"


def refusal(code: str) -> bytes:
    return json.dumps({"error": {"code": code, "message": "Call | not found."}}).encode()


async def report(real: str, mine: str) -> str:
    """Compare one refusal of both sides; return the report."""
    async with (
        wire_server(
            lambda seen: answer(404, refusal(real), Content_Type="application/json")
        ) as server,
        bridged(server.url) as line,
    ):
        line.bridge.pairs.set(GONE.rpartition("/")[2], GONE.rpartition("/")[2])
        line.bridge.mirror(asked("GET", GONE), answered(404, refusal(mine), JSON))
        await line.until("exchange")
        return render(server.url, findings(line.journal.since(0)), "2026-11-25T03:05:38")


async def test_what_agrees_bears_the_ledger_out() -> None:
    page = await report("8522", "8522")
    borne, contradicted = page.partition("## Contradicted")[::2]
    assert "| `error.8522` | observed |" in borne
    assert "No entry of the ledger." in contradicted and "None." in contradicted
    assert page.startswith("# Fidelity report\n") and "1 requests went" in page
    assert re.search(rf"## Times\n.*\| GET {GONE} \| 1\.0 ms \| [0-9.]+ ms \|", page, re.DOTALL)


async def test_what_differs_contradicts_it_and_is_listed() -> None:
    page = await report("8522", "9999")
    contradicted = page.partition("## Contradicted")[2]
    assert "| `error.8522` |" in contradicted and "body.error.code" in contradicted
    row = f"| GET {GONE} | body.error.code | value | 9999 | 8522 |"
    assert row in contradicted
    assert "Call | not found." not in page, "no bodies"


def test_a_run_without_a_comparison() -> None:
    page = render("https://graph.microsoft.com", findings([]), "now")
    assert "0 requests" in page and "None." in page
