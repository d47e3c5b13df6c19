"""The speaker's buffer against clocks that drift, threads that are late, and gaps. No real time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from app.audio.playout import MARGIN, STALE, Playout

RATE = 16_000
PEAK = 10_000
HERTZ = 440.0
BEND = PEAK * (2 * np.pi * HERTZ / RATE) ** 2
"""The largest second difference of the sine: what a click would exceed by far."""


def tone(start: int, count: int) -> NDArray[np.int16]:
    turns = 2 * np.pi * HERTZ / RATE * np.arange(start, start + count)
    return np.rint(PEAK * np.sin(turns)).astype(np.int16)


def silence(start: int, count: int) -> NDArray[np.int16]:
    return np.zeros(count, np.int16)


@dataclass
class Line:
    """A writer with an exact clock and a speaker whose clock is ``ppm`` fast; both on paper."""

    playout: Playout
    frame: int = 160
    block: int = 160
    ppm: float = 0.0
    lateness: Callable[[], float] = field(default=lambda: 0.0)
    written: int = 0
    spoken: int = 0
    next_read: float = 0.0
    bend: int = 0
    levels: list[float] = field(default_factory=list)
    _last: NDArray[np.int16] = field(default_factory=lambda: np.zeros(2, np.int16))

    @property
    def now(self) -> float:
        return self.written / RATE

    def run(
        self, seconds: float, sound: Callable[[int, int], NDArray[np.int16]] = tone
    ) -> NDArray[np.int16]:
        """Write ``sound`` for ``seconds``; return what is heard meanwhile."""
        heard = []
        end = self.now + seconds
        step = self.block / self.playout.rate / (1 + self.ppm * 1e-6)
        while self.now < end - 1e-9:
            due = self.now + self.lateness()
            while self.next_read < due:
                heard.append(self.read(self.next_read))
                self.next_read += step
            self.playout.write(sound(self.spoken, self.frame), due)
            self.spoken += self.frame
            self.written += self.frame
            self.levels.append(self.playout.level(due))
        return np.concatenate(heard)

    def burst(self, frames: int, at: float | None = None) -> None:
        """Write ``frames`` at once, or paced from the time ``at`` on while nobody reads."""
        for number in range(frames):
            now = self.now if at is None else at + number * self.frame / RATE
            self.playout.write(tone(self.spoken, self.frame), now)
            self.spoken += self.frame

    def pause(self, seconds: float) -> None:
        """Read on while nothing is written."""
        for _ in range(round(seconds * RATE / self.block)):
            self.read(self.next_read)
            self.next_read += self.block / RATE
        self.written = round(self.next_read * RATE)

    def read(self, now: float) -> NDArray[np.int16]:
        out = np.empty(self.block, np.int16)
        self.playout.read_into(out, now)
        joined = np.concatenate([self._last, out]).astype(np.int32)
        self.bend = max(self.bend, int(np.abs(np.diff(joined, 2)).max()))
        self._last = out[-2:]
        return out


def settled(ppm: float, rate: int = RATE, frame: int = 160) -> Line:
    """A line that has played for 3 s."""
    line = Line(Playout(rate, rate // 100), frame=frame, block=rate // 100, ppm=ppm)
    line.run(3)
    line.levels.clear()
    return line


@pytest.mark.parametrize(
    ("frame", "rate"),
    [(160, 16_000), (160, 48_000), (320, 16_000)],
    ids=["blocks", "blocks, resampled", "pairs of blocks"],
)
@pytest.mark.parametrize("ppm", [200.0, -200.0])
def test_drift_is_taken_up_without_click_or_delay(frame: int, ppm: float, rate: int) -> None:
    line = settled(ppm, rate, frame)
    line.run(120)
    assert line.bend <= BEND + 4
    assert line.playout.underflows == line.playout.cuts == 0
    assert min(line.levels) > 0.02
    assert max(line.levels) < 0.06
    assert line.playout.ppm == pytest.approx(-ppm, abs=30)


@pytest.mark.slow
def test_two_hours_of_drift_that_turns_round() -> None:
    # Frames and blocks of 100 ms: a third of the arithmetic for the same sound. They wait for each
    # other, hence the longer delay.
    line = Line(Playout(RATE, 1600, frame=1600), frame=1600, block=1600, ppm=200.0)
    line.run(3600)
    line.ppm = -200.0
    line.run(3600)
    assert line.bend <= BEND + 4
    assert line.playout.underflows == line.playout.cuts == 0
    assert max(line.levels[50:]) < 0.3
    assert line.playout.ppm == pytest.approx(200, abs=15)


def test_equal_clocks_come_to_rest() -> None:
    line = settled(0)
    line.run(120)
    assert abs(line.playout.ppm) < 30
    assert max(line.levels[-500:]) - min(line.levels[-500:]) < 0.002
    assert line.playout.underflows == line.playout.cuts == 0


def test_sound_begins_softly_and_soon() -> None:
    line = Line(Playout(RATE, 160))
    heard = line.run(1)
    assert line.bend <= 2 * BEND
    assert np.flatnonzero(heard)[0] <= 0.05 * RATE


def test_late_threads_raise_the_target_until_nothing_is_missed() -> None:
    chance = np.random.default_rng(3)
    line = settled(0)
    line.lateness = lambda: 0.03 if chance.random() < 0.02 else 0.0
    line.run(60)
    before = line.playout.underflows
    assert line.playout.target > 0.01 + 0.01 + 2 * MARGIN
    line.run(60)
    assert line.playout.underflows == before
    assert max(line.levels[-1000:]) < 0.1


def test_empty_buffer_fades_out_and_in_again() -> None:
    line = settled(0)
    line.pause(0.3)
    assert line.playout.underflows == 1
    assert not line.read(line.next_read).any()
    line.next_read += 0.01
    line.run(1)
    assert line.playout.underflows == 1
    assert line.bend <= 3 * BEND  # a hard end would be 10 000


def test_what_piled_up_is_shed_in_the_next_silence() -> None:
    line = settled(0)
    line.burst(20)  # as after a stall of the core
    line.run(0.1)
    assert line.levels[-1] > 0.15
    line.run(5, silence)
    assert line.levels[-1] == pytest.approx(line.playout.target, abs=0.015)
    assert line.playout.cuts == line.playout.underflows == 0


def test_far_too_much_is_cut_with_a_fade() -> None:
    line = settled(0)
    line.burst(40)
    line.run(1)
    assert line.playout.cuts == 1
    assert line.levels[-1] < 0.1
    assert line.bend <= 3 * BEND


def test_sound_from_before_a_freeze_is_not_played() -> None:
    line = settled(0)
    line.next_read += STALE + 1.0
    line.burst(150, at=line.now)
    line.written += 160 * 150
    line.run(0.2)
    assert line.levels[-1] < 0.1
    assert line.bend <= 3 * BEND


def test_sound_from_before_the_first_block_does_not_delay() -> None:
    line = Line(Playout(RATE, 160), next_read=0.8)
    line.burst(80, at=0.0)
    line.written = 160 * 80
    line.run(0.2)
    assert line.levels[-1] < 0.08


def test_end_of_the_sound_does_not_raise_the_target() -> None:
    line = settled(0)
    before = line.playout.target
    line.pause(2)
    line.run(3)
    assert line.playout.underflows == 1
    assert line.playout.target <= before
