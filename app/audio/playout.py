"""The speaker's buffer: from frames paced by the microphone to blocks paced by the speaker.

Two devices never run at the same speed: consumer crystals are up to 100 ppm off, so a pair drifts
by up to 0.2 ms a second, and after a few minutes the buffer between them runs dry or over. The
microphone is the master (its samples are the engine's clock and are never stretched), so what goes
to the speaker is resampled by the few millionths that keep the buffer at its target. The level is a
slow, continuous quantity; a controller with a proportional and an integral part follows it, and the
ratio changes so little at a time that there is neither click nor audible change of pitch.

How much must wait depends on how late the machine's threads are. So the least that ever was left
when the speaker had taken a block is watched, and the target follows: 30 ms on an idle machine.

What a drift is not, is mended faster: digital silence may be shortened or lengthened without a
trace, an empty buffer fades out and waits until it is filled again, an overfull one fades over a
cut. Time is an argument (seconds of any steady clock), so that hours can be tested in seconds.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.audio.resample import Resampler
from app.audio.ring import Ring
from app.engine.timebase import PIECE, SAMPLE_RATE

RESERVE: Final = 0.005
"""Seconds that shall still wait when the speaker has taken a block, at the worst of times."""

MARGIN: Final = 0.010
"""Seconds above one piece and one block to begin with, until the worst of times is known."""

MAX_MARGIN: Final = 0.130
"""Seconds that the margin may grow to on a machine whose threads are very late."""

WINDOW: Final = 1.0
"""Seconds over which the worst of times is looked for."""

RELEASE: Final = 0.0002
"""Seconds by which the target falls in a window that needed less: up at once, down slowly, so
that a trouble that comes every few seconds is met prepared."""

TOGETHER: Final = 0.002
"""Seconds within which what is written came in one go: some devices deliver blocks in pairs."""

STALE: Final = 0.5
"""Seconds without a block from the speaker after which what waits is too old to be heard."""

SLACK: Final = 0.002
"""Seconds off the target that are left to the controller though silence could mend them at once."""

PILE: Final = 0.030
"""Seconds above the target that no late thread explains: silence need not wait for the average."""

EXCESS: Final = 0.250
"""Seconds above the target at which sound is cut: people notice a delay above about 0.25 s
(ITU-T G.114 gives 0.15 s as good and 0.4 s as the limit, and this is a part of the way)."""

FADE: Final = 0.005
"""Seconds of every fade; the ramps of the pad's tones are as long."""

SMOOTHING: Final = 1.0
"""Seconds over which the level is averaged: threads are late by milliseconds at random."""

DEAD_ZONE: Final = 0.001
"""Seconds off the target that are not corrected, lest the chance of threads steers the sound."""

GAIN: Final = 100_000.0
"""Millionths per second off the target: 1 ms off is corrected by 100 ppm, in 10 s. So a drift of
200 ppm moves the level by 3 ms before the integral has learnt it: less than the reserve."""

INTEGRAL_SECONDS: Final = 60.0
"""Six times the 10 s, so that the loop does not ring (damping 1.2); it keeps what a steady drift
needs and brings the level back to the target."""

MAX_PPM: Final = 1000.0
"""0.1 % is 1.7 cents; the ear notices 5 and more."""


class Playout:
    """One thread writes (the core), one reads (the PortAudio callback); there is no lock.

    ``rate`` is the speaker's samples per second, ``block`` how many it takes at a time, ``frame``
    how many samples are written at a time, or several at once where they come in pairs.
    """

    def __init__(
        self, rate: int, block: int, *, frame: int = PIECE, margin: float = MARGIN
    ) -> None:
        self.rate = rate
        self.underflows = 0
        self.cuts = 0
        self._ring = Ring(rate)
        self._resampler = Resampler(SAMPLE_RATE, rate)
        self._fade = max(2, round(FADE * rate))
        # The writer's.
        self._piece = self._frame = frame / SAMPLE_RATE
        self._block = block / rate
        self._most = max(margin, MAX_MARGIN)
        self._target = self._shortest + margin
        self._level: float | None = None
        self._integral = 0.0
        self._ppm = 0.0
        self._cutting = False
        self._seen_underflows = 0
        self._last_write = float("-inf")
        self._window: list[float] = []
        self._goes = 0
        self._missed = False
        # The reader's; `_taken` (samples, of these in hand, since when) is looked at by the writer
        # too, and so replaced in one step.
        self._taken: tuple[int, int, float] | None = None
        self._playing = False
        self._spare = self._ring.capacity  # reset by the writer: a lost update is one missed block
        self._recent = np.zeros(self._fade + 1, np.int16)
        self._tail = np.zeros(0, np.int16)
        self._start = self._enough

    # ------------------------------------------------------------------------ the writer's side

    @property
    def target(self) -> float:
        """Seconds that should wait right after a frame was written."""
        return self._target

    @property
    def ppm(self) -> float:
        """The correction at work, in millionths; positive shortens the sound."""
        return self._ppm

    def level(self, now: float) -> float:
        """Seconds that wait at ``now``. The block that the speaker took last counts as far as it
        has not been played yet, so that the level falls evenly and not block by block."""
        if self._taken is None:
            return self._ring.written / self.rate
        taken, in_hand, at = self._taken
        return (self._ring.written - taken + in_hand) / self.rate - max(0.0, now - at)

    def write(self, samples: NDArray[np.int16], now: float) -> None:
        """Queue ``samples`` (int16 mono 16 kHz, of any length). Never blocks."""
        if self._taken is not None and now - self._taken[2] > STALE:
            self._missed = True
            return
        if self._missed:
            self._begin()
        if self.underflows != self._seen_underflows:
            self._ran_dry(now)
        self._goes += now - self._last_write > TOGETHER
        self._last_write = now
        if self._playing:
            duration = len(samples) / SAMPLE_RATE
            level = self.level(now) + duration
            self._steer(level, duration)
            samples = self._cut(samples, level) if samples.any() else self._fit(samples, level)
            self._adapt(level, duration)
        elif self._ring.available >= self._start and not samples.any():
            return  # enough to begin with; more silence would only be a delay
        self._ring.write(self._resampler.process(samples))

    def _ran_dry(self, now: float) -> None:
        self._seen_underflows = self.underflows
        self._disturbed(None)
        self._begin()
        # Nobody wrote for a while: that was the end of the sound, not a buffer too small.
        if now - self._last_write < STALE:
            self._aim(self._target + MARGIN)

    def _adapt(self, level: float, duration: float) -> None:
        """Move the target to where the least that is left over would be the reserve."""
        self._window.append(level)
        if len(self._window) * duration < WINDOW:
            return
        need = sum(self._window) / len(self._window) - self._spare / self.rate + RESERVE
        in_one_go = len(self._window) * duration / max(1, self._goes)
        self._frame = self._piece * max(1, round(in_one_go / self._piece))
        self._watch_anew()
        self._aim(need if need > self._target else max(need, self._target - RELEASE))

    def _watch_anew(self) -> None:
        self._window.clear()
        self._goes = 0
        self._spare = self._ring.capacity

    def _begin(self) -> None:
        """What comes now is faded in by the reader: no trace of what came before."""
        self._missed = self._cutting = False
        self._resampler.reset()

    def _disturbed(self, level: float | None) -> None:
        """The level was changed at once, to about ``level``: what was observed is void."""
        self._level = level
        self._watch_anew()

    def _aim(self, target: float) -> None:
        least, most = self._shortest + RESERVE, self._shortest + self._most
        self._target = min(max(target, least), most)
        self._start = self._enough

    @property
    def _shortest(self) -> float:
        """One of each: with less the phase of two clocks would decide, and that goes round."""
        return self._frame + self._block

    @property
    def _enough(self) -> int:
        """What must wait to begin. Frames come whole, so this leads to the target on average."""
        return round((self._target - self._frame / 2) * self.rate)

    def _fit(self, silence: NDArray[np.int16], level: float) -> NDArray[np.int16]:
        """Silence, shorter or longer by what the level is off."""
        self._cutting = False
        average = level if self._level is None or level > self._target + PILE else self._level
        off = average - self._target
        if abs(off) <= SLACK:
            return silence
        length = max(0, len(silence) - round(off * SAMPLE_RATE))
        self._disturbed(self._target + off - (len(silence) - length) / SAMPLE_RATE)
        return np.zeros(length, np.int16)

    def _cut(self, samples: NDArray[np.int16], level: float) -> NDArray[np.int16]:
        """Leave out whole blocks of sound while far too much waits."""
        ramp = np.linspace(1.0, 0.0, min(len(samples), round(FADE * SAMPLE_RATE)))
        if not self._cutting and level > self._target + EXCESS:
            self._cutting = True
            self.cuts += 1
            return np.rint(samples[: len(ramp)] * ramp).astype(np.int16)
        if self._cutting and level > self._target + self._frame / 2:
            return samples[:0]
        if self._cutting:
            self._cutting = False
            self._disturbed(None)
            samples = samples.copy()
            samples[: len(ramp)] = np.rint(samples[: len(ramp)] * ramp[::-1]).astype(np.int16)
        return samples

    def _steer(self, level: float, duration: float) -> None:
        if self._level is None:
            self._level = level
        self._level += (level - self._level) * min(1.0, duration / SMOOTHING)
        off = self._level - self._target
        error = max(0.0, off - DEAD_ZONE) + min(0.0, off + DEAD_ZONE)
        wanted = GAIN * error + self._integral
        if abs(wanted) < MAX_PPM:
            self._integral += GAIN * error * duration / INTEGRAL_SECONDS
        self._ppm = min(MAX_PPM, max(-MAX_PPM, wanted))
        self._resampler.steer(self._ppm)

    # ------------------------------------------------------------------------ the reader's side

    def read_into(self, out: NDArray[np.int16], now: float) -> None:
        """Fill ``out`` with the next samples, or with a fade and silence. Callback only."""
        if self._taken is None:
            self._ring.skip(keep=self._start)
        elif now - self._taken[2] > STALE:
            self._ring.skip()
            self._stop()
        done = 0
        if self._playing or self._ring.available >= max(self._start, len(out)):
            done = self._ring.read_into(out)
            if not self._playing:
                self._playing = True
                self._fade_in(out[:done])
            self._remember(out[:done])
            self._spare = min(self._spare, self._ring.available)
            if done < len(out):
                self.underflows += 1
                self._stop()
        rest = out[done:]
        if len(rest):
            fading = min(len(rest), len(self._tail))
            rest[:fading] = self._tail[:fading]
            rest[fading:] = 0
            self._tail = self._tail[fading:]
        self._taken = (self._ring.taken, done, now)

    def _fade_in(self, out: NDArray[np.int16]) -> None:
        count = min(self._fade, len(out))
        rise = (1.0 - np.cos(np.pi * np.arange(count) / count)) / 2
        tail = np.zeros(count)
        tail[: len(self._tail)] = self._tail[:count]
        out[:count] = np.rint(np.clip(out[:count] * rise + tail, -32768, 32767))
        self._tail = self._tail[:0]

    def _remember(self, played: NDArray[np.int16]) -> None:
        size = len(self._recent)
        if len(played) >= size:
            self._recent = played[-size:].copy()
        elif len(played):
            self._recent = np.concatenate([self._recent, played])[-size:]

    def _stop(self) -> None:
        """Let the sound die away: its last milliseconds mirrored, so that value and slope go on."""
        self._playing = False
        mirrored = 2.0 * self._recent[-1] - self._recent[-2::-1].astype(np.float64)
        fall = (1.0 + np.cos(np.pi * np.arange(1, len(mirrored) + 1) / len(mirrored))) / 2
        self._tail = np.rint(np.clip(mirrored * fall, -32768, 32767)).astype(np.int16)
        self._recent = np.zeros_like(self._recent)
