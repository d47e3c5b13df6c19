"""Where the lanes of the timeline lie, in pixels at scale 1. Pure geometry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Lane = Literal[
    "ruler",
    "in",
    "out",
    "wave",
    "detector",
    "keys",
    "speaker",
    "phases",
    "what_if",
    "initial_silence",
    "max_silence",
    "max_duration",
]

GUTTER: Final = 112
"""Width of the names at the left."""
RIGHT: Final = 6
GAP: Final = 2
ROOMY: Final = 250
NORMAL: Final = 190
"""Heights from which on the lanes get more room each; the waveform takes what is left."""

HEIGHTS: Final[dict[Lane, tuple[int, int, int]]] = {
    "ruler": (14, 16, 18),
    "in": (12, 14, 17),
    "out": (12, 14, 17),
    "wave": (22, 32, 32),
    "detector": (12, 15, 22),
    "keys": (12, 14, 16),
    "speaker": (12, 13, 16),
    "phases": (15, 18, 20),
    "what_if": (15, 18, 20),
    "initial_silence": (9, 11, 13),
    "max_silence": (9, 11, 13),
    "max_duration": (9, 11, 13),
}
"""Of each lane in a low canvas, a normal and a high one; of the waveform the least."""


@dataclass(frozen=True, slots=True)
class Row:
    """A lane's place from top to bottom."""

    top: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


class Layout:
    """The rows of a canvas of this size; with ``what_if`` there is a lane for it."""

    def __init__(self, width: float, height: float, *, what_if: bool = False) -> None:
        size = (height >= NORMAL) + (height >= ROOMY)
        heights = {
            lane: sizes[size] for lane, sizes in HEIGHTS.items() if what_if or lane != "what_if"
        }
        spare = height - sum(heights.values()) - GAP * (len(heights) - 1)
        heights["wave"] += max(0, int(spare))
        self.left = float(GUTTER)
        self.width = max(1.0, width - GUTTER - RIGHT)
        self.rows: dict[Lane, Row] = {}
        top = 0.0
        for lane, room in heights.items():
            self.rows[lane] = Row(top, room)
            top += room + GAP

    @property
    def right(self) -> float:
        return self.left + self.width

    def lane_at(self, y: float) -> Lane | None:
        """Return the lane at height ``y``."""
        for lane, row in self.rows.items():
            if row.top <= y < row.bottom + GAP:
                return lane
        return None

    @staticmethod
    def least_height(*, what_if: bool = False) -> int:
        """Return the height below which lanes would lack room."""
        rows = [sizes[0] for lane, sizes in HEIGHTS.items() if what_if or lane != "what_if"]
        return sum(rows) + GAP * (len(rows) - 1)
