"""What the comparisons of a run say of the ledger: which entries the real service bears out, and
which it contradicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from app.bridge.compare import TIME
from app.graph.evidence import exchange_evidence
from app.graph.ledger import LEDGER, Entry
from app.runtime.records import Record

TITLE: Final = "Fidelity report"


@dataclass(frozen=True, slots=True)
class Finding:
    """One compared exchange; ``differences`` leave out what is expected to differ. ``times``: how
    long both sides took, the simulator first."""

    method: str
    path: str
    times: tuple[str, str]
    entries: tuple[Entry, ...]
    differences: tuple[dict[str, Any], ...]


def findings(records: Iterable[Record]) -> list[Finding]:
    """Return what was compared in ``records``, oldest first. Any thread."""
    found = []
    for record in records:
        told = record.data.get("bridge")
        if record.exchange is None or not isinstance(told, dict) or "differences" not in told:
            continue
        exchange = record.exchange
        entries = exchange_evidence(
            "api",
            exchange.method,
            exchange.url,
            exchange.request_body,
            exchange.status,
            exchange.response_body,
        )
        counted = tuple(d for d in told["differences"] if d["kind"] != "expected")
        took = next((d for d in told["differences"] if d["where"] == TIME), None)
        real = f"{exchange.seconds * 1000:,.1f} ms"
        times = (str(took["simulated"]), str(took["real"])) if took else (real, real)
        path = "/" + exchange.url.partition("://")[2].partition("/")[2]
        found.append(Finding(exchange.method, path, times, entries, counted))
    return found


def render(target: str, found: list[Finding], at: str) -> str:
    """Return the report as Markdown. ``at`` is the time of the run."""
    borne_out: dict[str, int] = {}
    contradicted: dict[str, list[str]] = {}
    for finding in found:
        for entry in finding.entries:
            if finding.differences:
                places = [str(d["where"]) for d in finding.differences]
                contradicted.setdefault(entry.subject, []).extend(places)
            else:
                borne_out[entry.subject] = borne_out.get(entry.subject, 0) + 1
    parts = [
        f"# {TITLE}\n",
        f"{len(found)} requests went to the simulator and to {target} ({at}). Ids, times, "
        "addresses and tokens are expected to differ and are left out.\n",
        _ledger_table("Borne out by the real service", sorted(borne_out.items())),
        _ledger_table(
            "Contradicted",
            [(s, ", ".join(dict.fromkeys(where))) for s, where in sorted(contradicted.items())],
        ),
        _differences(found),
        _times(found),
        "Left out of this report: bodies, tokens, and the recordings.\n",
    ]
    return "\n".join(parts)


def _ledger_table(heading: str, rows: list[tuple[str, Any]]) -> str:
    if not rows:
        return f"## {heading}\n\nNo entry of the ledger.\n"
    lines = [f"## {heading}\n", "| entry | known how | what the simulator does | seen |"]
    lines.append("|---|---|---|---|")
    for subject, seen in rows:
        entry = LEDGER[subject]
        lines.append(f"| `{subject}` | {entry.evidence} | {_cell(entry.claim)} | {_cell(seen)} |")
    return "\n".join([*lines, ""])


def _differences(found: list[Finding]) -> str:
    lines = ["## Differences\n", "| request | where | kind | simulator | real service |"]
    lines.append("|---|---|---|---|---|")
    for finding in found:
        for d in finding.differences:
            request = f"{finding.method} {finding.path}"
            cells = (request, d["where"], d["kind"], d["simulated"], d["real"])
            lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    if len(lines) == 3:
        return "## Differences\n\nNone.\n"
    return "\n".join([*lines, ""])


def _times(found: list[Finding]) -> str:
    """Return how long each answer took."""
    if not found:
        return "## Times\n\nNone.\n"
    lines = ["## Times\n", "| request | simulator | real service |", "|---|--:|--:|"]
    for finding in found:
        cells = (f"{finding.method} {finding.path}", *finding.times)
        lines.append(f"| {' | '.join(map(_cell, cells))} |")
    return "\n".join([*lines, ""])


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")[:300]
