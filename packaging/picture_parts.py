"""Finds the parts of the window in a picture of it, compares pictures, and keeps them small."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageChops

from x_windows import Box, Failed

ARROW = (0x8A, 0x3F, 0xB0)
"""The colour of arrows out of the simulator, in the light palette (app/ui/theme.py)."""
ACCENT = (0x4A, 0x50, 0xC8)
"""The colour of what is to be pressed next, there too."""
WARNING = (0xFD, 0xF1, 0xDC)
"""The ground of a warning, there too."""
PHONE = 340
"""Right of it lie the timeline and the panes."""
GAP = 8
"""Pixels between two cards."""
COLOURS = 255
"""Of a picture's file: enough for a window of few colours, and a third of the size."""


def save(picture: Image.Image, path: Path) -> None:
    """Write ``picture`` as a small PNG."""
    # kmeans: thin things, such as arrows, keep their colours
    few = picture.quantize(COLOURS, kmeans=2, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def same(one: Image.Image, other: Image.Image) -> bool:
    """Say whether two pictures look exactly alike."""
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None


def warns(picture: Image.Image) -> bool:
    """Say whether a warning is shown, such as that of a port in use."""
    return bool((np.asarray(picture) == WARNING).all(axis=2).any())


def share_of_change(one: Image.Image, other: Image.Image) -> float:
    """Return which share of the pixels differs between two pictures of one size."""
    return float((np.asarray(one) != np.asarray(other)).any(axis=2).mean())


def arrow(picture: Image.Image, share: float) -> tuple[int, int]:
    """Return a point in the arrow that leads out of the simulator at ``share`` of the way from the
    first one (0) to the last one (1)."""
    lane = picture.crop((PHONE, 0, picture.width, picture.height // 2))
    found = np.argwhere((np.asarray(lane) == ARROW).all(axis=2))
    if not len(found):
        raise Failed("No arrow is seen in the timeline.")
    top = found[:, 0].min()
    row = np.unique(found[found[:, 0] < top + 8][:, 1])
    arrows = [float(a.mean()) for a in np.split(row, np.flatnonzero(np.diff(row) > 2) + 1)]
    wanted = arrows[0] + share * (arrows[-1] - arrows[0])
    nearest = min(arrows, key=lambda x: abs(x - wanted))
    return PHONE + int(nearest), int(top) + 4


def primary_button(picture: Image.Image) -> tuple[int, int] | None:
    """Return a point in the button that stands out in the accent's colour; None without one."""
    accent = (np.asarray(picture) == ACCENT).all(axis=2)
    blocks = np.lib.stride_tricks.sliding_window_view(accent, (20, 8)).all(axis=(2, 3))
    found = np.argwhere(blocks)
    return (int(found[0][1]) + 4, int(found[0][0]) + 10) if len(found) else None


def phone(picture: Image.Image) -> Box:
    """Return the place of the phone, left of all else."""
    lower = right_pane(picture)
    return Box(0, timeline(picture).top - GAP, PHONE - GAP, lower.bottom + GAP)


def timeline(picture: Image.Image) -> Box:
    """Return the place of the timeline: between the header and the panes."""
    lower = right_pane(picture)
    pixels = np.asarray(picture)
    ground = (pixels == pixels[picture.height // 2, 2]).all(axis=2)
    rows = np.flatnonzero(ground[: lower.top - 2 * GAP, PHONE:].all(axis=1))
    if not len(rows):
        raise Failed("There is no gap above the timeline.")
    return Box(PHONE - GAP // 2, int(rows.max()) + 1, picture.width, lower.top - GAP)


def operation(picture: Image.Image) -> Box:
    """Return the place of the card of the operation: below the timeline, left of the right pane."""
    lower = right_pane(picture)
    return Box(PHONE - GAP // 2, lower.top, lower.left, lower.bottom + GAP)


def right_pane(picture: Image.Image) -> Box:
    """Return the place of the right pane: the page's ground is seen round it."""
    pixels = np.asarray(picture)
    height, width, _ = pixels.shape
    ground = (pixels == pixels[height // 2, 2]).all(axis=2)
    rows = np.flatnonzero(ground[:, PHONE:-10].all(axis=1))
    above, below = rows[rows < height - 100], rows[rows > height - 100]
    if not len(above) or not len(below):
        raise Failed("There is no gap between the timeline and the panes.")
    top, bottom = int(above.max()) + 1, int(below.min())
    columns = np.flatnonzero(ground[top + 10 : bottom - 10, :].all(axis=0))
    left = columns[(columns > PHONE) & (columns < width - 100)]
    if not len(left):
        raise Failed("There is no gap between the panes.")
    return Box(int(left.max()) + 1, top, width - 8, bottom)
