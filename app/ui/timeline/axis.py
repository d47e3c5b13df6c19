"""The time axis: which sample is where. Pure geometry, in pixels at scale 1 and samples."""

from __future__ import annotations

from typing import Final

from app.engine.timebase import SAMPLE_RATE

CLOSEST: Final = 2.0
"""Samples a pixel at the most: single samples can be told apart."""
FIRST: Final = 20.0
"""Seconds in sight when a call begins."""
LEAD: Final = 0.9
"""How far "now" gets to the right while the axis follows; then the axis turns the page. Nothing
moves in between: words can be read, and a frame costs only what is new in it."""
TURNED: Final = 0.35
"""Where "now" is on the next page."""
SPARE: Final = 0.04
"""Of the width, left free at either side when everything is fitted in."""

STEPS: Final = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
STEPS_LONG: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)


class Axis:
    """``start`` is the sample at the left edge, ``scale`` samples a pixel, ``end`` the last sample
    of the call."""

    def __init__(self, width: float = 600.0) -> None:
        self.width = max(1.0, width)
        self.end = 0
        self.start = 0.0
        self.scale = FIRST * SAMPLE_RATE / self.width
        self.following = True
        self.touched = False
        """Whether the user has chosen what is in sight."""

    @property
    def span(self) -> float:
        """Samples in sight."""
        return self.width * self.scale

    def x(self, sample: float) -> float:
        """Return the pixel of ``sample``."""
        return (sample - self.start) / self.scale

    def sample(self, x: float) -> int:
        """Return the sample at pixel ``x``, never before the call."""
        return max(0, round(self.start + x * self.scale))

    def resize(self, width: float) -> None:
        """Take another width; the same stretch of time stays in sight."""
        span = self.span
        self.width = max(1.0, width)
        self.scale = max(CLOSEST, span / self.width)
        self._clamp()

    def set_end(self, end: int) -> None:
        """The call has got to ``end``."""
        self.end = end
        if self.following and not 0 <= self.x(end) <= LEAD * self.width:
            self._turn_page()

    def follow(self) -> None:
        """Go to the end and stay there."""
        self.following = True
        if not TURNED * self.width <= self.x(self.end) <= LEAD * self.width:
            self._turn_page()

    def zoom(self, factor: float, x: float) -> None:
        """Show ``factor`` times as much time, with what is at pixel ``x`` where it is (while it
        follows, the end stays where it is)."""
        self.touched = True
        if self.following:
            x = self.x(self.end)
        at = self.start + x * self.scale
        self.scale = min(max(self.scale * factor, CLOSEST), self._widest())
        self.start = at - x * self.scale
        self._clamp()

    def pan(self, pixels: float) -> None:
        """Move the axis: ``pixels`` > 0 shows later time."""
        self.touched = True
        self.following = False
        self.start += pixels * self.scale
        self._clamp()

    def go_to(self, start: float) -> None:
        """Put sample ``start`` to the left edge."""
        self.pan((start - self.start) / self.scale)

    def fit(self, start: int, end: int) -> None:
        """Bring samples ``start`` to ``end`` into sight."""
        self.following = False
        room = max(1.0, end - start) / (1 - 2 * SPARE)
        self.scale = min(max(room / self.width, CLOSEST), self._widest())
        self.start = start - SPARE * self.span
        if end - start < self.span * (1 - 2 * SPARE):
            self.start = (start + end - self.span) / 2
        self._clamp()

    def reveal(self, sample: int) -> None:
        """Bring ``sample`` into sight, if it is not."""
        margin = 0.1 * self.span
        if sample < self.start:
            self.go_to(sample - margin)
        elif sample > self.start + self.span:
            self.go_to(sample - self.span + margin)

    def _turn_page(self) -> None:
        self.start = max(0.0, self.end - TURNED * self.span)

    def _widest(self) -> float:
        seconds = max(FIRST, 1.2 * self.end / SAMPLE_RATE)
        return max(seconds * SAMPLE_RATE / self.width, CLOSEST)

    def _clamp(self) -> None:
        spare = SPARE * self.span
        last = max(-spare, self.end - (1 - SPARE) * self.span)
        if self.following:
            last = max(last, self.end - TURNED * self.span)
        low = 0.0 if self.following else -spare
        self.start = min(max(self.start, low), max(low, last))


def ticks(start: float, scale: float, width: float, room: float) -> tuple[float, list[float]]:
    """Return the step (seconds) and the places (seconds) of a ruler with a figure every ``room``
    pixels or more."""
    first, span = start / SAMPLE_RATE, width * scale / SAMPLE_RATE
    steps = (*STEPS, *STEPS_LONG)
    step = next((s for s in steps if s * SAMPLE_RATE / scale >= room), steps[-1])
    number = max(0, int(first / step))
    places = []
    while number * step <= first + span:
        places.append(number * step)
        number += 1
    return step, places


def tick_text(seconds: float, step: float) -> str:
    """Return a figure of the ruler: ``4``, ``4.25``, ``1:05``."""
    decimals = 0 if step >= 1 else len(f"{step:g}".split(".")[1])
    if seconds < 60:
        return f"{seconds:.{decimals}f}"
    minutes, rest = divmod(round(seconds, decimals), 60)
    width = 2 if decimals == 0 else decimals + 3
    return f"{int(minutes)}:{rest:0{width}.{decimals}f}"
