"""The ledger as a page for people: "Differences from the real service".

``python -m app.graph.differences > resources/differences.md`` renders it; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.graph.ledger import LEDGER, Entry

TITLE: Final = "Differences from the real service"

GROUPS: Final = {
    "outcome": "How operations end",
    "action": "What a bot can ask for",
    "error": "Refusals",
    "end": "How calls end",
    "generation": "Generations",
    "member": "Where the wire differs from the printed pages",
    "identity": "Sign-in and tokens",
    "permission": "Permissions, where only issued tokens are taken",
    "setting": "What can be switched",
    "behaviour": "Other behaviours",
    "bridge": "What the bridge to a real Graph rests on",
}
"""Headings by the first word of a subject, in the order of the page."""

INTRODUCTION: Final = f"""# {TITLE}

What the simulator does rests on three kinds of knowledge, and each behaviour says on which.
**Documented**: a reference page of Microsoft's says so. **Observed**: it was seen on the real wire,
or Microsoft's own samples demand it. **Assumed**: nobody outside Microsoft knows, so the simulator
chose; do not build on it.
"""


def render(entries: Iterable[Entry] = LEDGER.values()) -> str:
    """Return the page as Markdown. Any thread."""
    groups: dict[str, list[Entry]] = {name: [] for name in GROUPS}
    for entry in entries:
        name = entry.subject.partition(".")[0]
        groups.setdefault(name, []).append(entry)
    parts = [INTRODUCTION, _counts([entry for group in groups.values() for entry in group])]
    for name, group in groups.items():
        if group:
            parts.append(_table(GROUPS.get(name, name.capitalize()), group))
    return "\n".join(parts)


def _counts(entries: list[Entry]) -> str:
    kinds = ("documented", "observed", "assumed")
    told = [f"{sum(e.evidence == kind for e in entries)} {kind}" for kind in kinds]
    return f"{len(entries)} behaviours: {', '.join(told)}.\n"


def _table(heading: str, entries: list[Entry]) -> str:
    lines = [f"## {heading}\n", "| what | known how | what the simulator does | source |"]
    lines.append("|---|---|---|---|")
    for entry in entries:
        what = entry.subject.partition(".")[2]
        cells = (f"`{what}`", entry.evidence, _cell(entry.claim), _cell(entry.source))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    print(render(), end="")
