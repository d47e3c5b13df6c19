"""The demo on a window that only writes down; on a real one: tests/packaging/test_pictures.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image

from demo_story import Story
from driven_window import DrivenWindow
from x_windows import Box


def exchange(started: str, body: str, direction: str = "out") -> dict[str, Any]:
    """A record of the control plane, as far as the story reads it."""
    return {"exchange": {"direction": direction, "started": started, "request": {"body": body}}}


class Records:
    """Has nothing but records."""

    def records(self, kind: str) -> list[dict[str, Any]]:
        assert kind == "exchange"
        return [
            exchange("2026-01-01T10:00:00+00:00", "incoming"),
            exchange("2026-01-01T10:00:01+00:00", "recordOperation asked for", "in"),
            exchange("2026-01-01T10:00:06+00:00", "recordOperation"),
            exchange("2026-01-01T10:00:08+00:00", "terminated"),
        ]


def test_it_knows_when_the_bot_was_told_of_the_recording(tmp_path: Path) -> None:
    story = Story(cast(DrivenWindow, Records()), tmp_path)
    assert story._told_of_recording() == pytest.approx(0.75)


def test_a_part_is_kept_and_a_whole_in_half_its_size(tmp_path: Path) -> None:
    story = Story(cast(DrivenWindow, Records()), tmp_path)
    picture = Image.linear_gradient("L").convert("RGB").resize((400, 300))
    story._take("part", picture, Box(10, 20, 110, 60))
    story._take("half", picture, half=True)
    sizes = {}
    for path in story.taken:
        with Image.open(path) as kept:
            sizes[path.name] = kept.size
    assert sizes == {"part.png": (100, 40), "half.png": (200, 150)}
