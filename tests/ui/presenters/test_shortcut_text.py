"""The table of keys agrees with the keys that the window listens to."""

from __future__ import annotations

import re
from pathlib import Path

from app.ui.presenters import shortcut_text as keys
from app.ui.presenters.shortcut_text import groups

SOURCES = Path(__file__).parents[3] / "app" / "ui"


def test_no_key_of_a_group_means_two_things() -> None:
    for group in groups():
        named = [key for row, _ in group.rows for key in row.split(" ")]
        assert len(named) == len(set(named)), group.title
        assert all(text for _, text in group.rows)


def test_the_keys_of_everywhere_are_the_constants() -> None:
    shown = {key for row, _ in groups()[0].rows for key in row.split(" ")}
    mine = {
        keys.PALETTE,
        *keys.SHEET,
        keys.SETTINGS,
        keys.CALLS,
        keys.PRESENT,
        keys.DEMO,
        keys.RESET,
        keys.FLOAT,
        keys.QUIT,
    }
    assert shown == mine


def test_every_control_key_of_the_sources_is_in_the_table() -> None:
    shown = {key for group in groups() for row, _ in group.rows for key in row.split(" ")}
    missing = set()
    for path in SOURCES.rglob("*.py"):
        if path.name == "shortcut_text.py":
            continue
        for found in re.findall(r'QKeySequence\("(Ctrl\+[^"]+)"\)', path.read_text("utf-8")):
            if found.replace("Return", "Enter") not in shown:
                missing.add(f"{path.name}: {found}")
    assert missing == set()
