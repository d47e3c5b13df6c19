"""Round trip of a live call beside bare PortAudio callbacks, and what the microphone waits for.

A click goes to the virtual speaker, through a loop to the virtual microphone and back. The floor is
what two callbacks do that only look and write; the call is the program's own: engine, pump, buffer
of the speaker. Both in turns, so that whatever else the machine does meets both.
"""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from app.audio.port import PortAudioPort
from app.audio.portaudio import LIBRARY, OnBlock
from app.audio.ring import Ring
from app.audio.stream import BACKLOG
from app.engine.timebase import SAMPLE_RATE
from app.graph.requests import MediaInfo, PlayPromptRequest
from app.runtime.calls import Call
from app.runtime.clock import SystemClock
from app.runtime.feeder import Fed
from app.runtime.ports import Audio, Progress
from app.settings import Settings
from tests.bench.figures import Row, milliseconds, percentile
from tests.helpers.simulator import bench
from tests.helpers.virtual_audio import sound_card, until

TURNS: Final = 8
CLICKS: Final = 20
"""In each turn, of both."""

SPACING: Final = 0.311
"""Seconds between two clicks: no multiple of any block, so that every phase comes."""

CLICK: Final = np.array([20_000, -20_000] * 4, np.int16)
HEARD: Final = 5_000
"""What a sample of a click exceeds after two resamplers; nothing else in the loop does."""

LONGEST: Final = 0.290
"""Seconds after which a click counts as lost; less than the spacing."""


@dataclass
class Trips:
    """Pairs every click that was played with the one that was heard."""

    played: list[float] = field(default_factory=list)
    heard: list[float] = field(default_factory=list)
    lost: int = 0

    @property
    def seconds(self) -> list[float]:
        trips = []
        for at in self.played:
            back = next((h for h in self.heard if h > at), None)
            if back is not None and back - at < LONGEST:
                trips.append(back - at)
        self.lost = len(self.played) - len(trips)
        return trips

    def hear(self, samples: NDArray[np.int16], now: float) -> None:
        """Note a click in ``samples``; one that lies over two blocks counts once."""
        if len(samples) and np.abs(samples.astype(np.int32)).max() > HEARD:
            self.heard += [now] * (not self.heard or now - self.heard[-1] > LONGEST / 2)


def measure() -> list[Row]:
    """Return the rows of the table; takes two minutes."""
    floor, call, waits, underflows = Trips(), Trips(), [], 0
    with sound_card() as card:
        LIBRARY.shut_down()
        try:
            with card.loop(20):
                for _ in range(TURNS):
                    _bare(floor)
                    underflows += asyncio.run(_call(call, waits))
        finally:
            LIBRARY.shut_down()
    low, high = floor.seconds, call.seconds
    above = percentile(high, 0.95) - percentile(low, 0.95)
    strict = percentile(high, 0.95) - percentile(low, 0.5)
    return [
        ("round trip, bare callbacks, p50 / p95", milliseconds(low), ""),
        ("round trip, in a call, p50 / p95", milliseconds(high), ""),
        (
            "round trip, call above bare, p95 / p95 above bare's p50",
            f"{above * 1e3:.1f} / {strict * 1e3:.1f} ms",
            "p95 <= 45 ms",
        ),
        (
            "clicks lost, bare / call; interruptions",
            f"{floor.lost} / {call.lost}; {underflows}",
            "",
        ),
        ("callback to engine, p50 / p95", milliseconds(waits), "p95 <= 30 ms"),
    ]


def _bare(trips: Trips) -> None:
    """Two callbacks: one plays a click when it is time, one listens."""
    due = threading.Event()

    def listen(rate: int, block: int) -> OnBlock:
        return lambda data, lost: trips.hear(data[:, 0], time.perf_counter())

    def play(rate: int, block: int) -> OnBlock:
        def on_block(data: NDArray[np.int16], lost: int) -> None:
            data[:] = 0
            if due.is_set():
                due.clear()
                data[: len(CLICK), 0] = CLICK
                trips.played.append(time.perf_counter())

        return on_block

    microphone = LIBRARY.open("input", "virtual_microphone", listen)
    speaker = LIBRARY.open("output", "virtual_speaker", play)
    until(lambda: microphone.blocks > 50 and speaker.blocks > 50, "both run")
    for _ in range(CLICKS):
        due.set()
        time.sleep(SPACING)
    microphone.close()
    speaker.close()


class TimedRing(Ring):
    """Remembers when each block came: (samples that had come until then, seconds)."""

    def __init__(self, capacity: int) -> None:
        super().__init__(capacity)
        self.arrivals: list[tuple[int, float]] = []

    def write(self, samples: NDArray[np.int16]) -> int:
        now = time.perf_counter()
        count = super().write(samples)
        self.arrivals.append((self.written, now))
        return count


class Watched:
    """A call's feeder, with an eye on what the engine plays and hears, and when."""

    def __init__(self, call: Call, trips: Trips, waits: list[float]) -> None:
        self._call, self._feeder, self._trips, self._waits = call, call.feeder, trips, waits
        self.ring = TimedRing(BACKLOG * SAMPLE_RATE)

    def feed(self, count: int) -> Fed:
        fed = self._feeder.feed(count)
        now = time.perf_counter()
        if np.abs(fed.speaker.astype(np.int32)).max() > HEARD:
            self._trips.played.append(now)
        self._trips.hear(fed.heard, now)
        assert self._call.live is not None
        reached = self.ring.taken - self._call.live.available
        while self.ring.arrivals and self.ring.arrivals[0][0] <= reached:
            self._waits.append(now - self.ring.arrivals.pop(0)[1])
        return fed

    def __getattr__(self, name: str) -> Any:
        return getattr(self._feeder, name)


class Clicks:
    """Every prompt is clicks."""

    async def fetch(
        self, call_id: str, media: MediaInfo, progress: Progress | None = None
    ) -> Audio:
        sound = np.zeros(round(SPACING * SAMPLE_RATE) * CLICKS, np.int16)
        for start in range(0, len(sound), round(SPACING * SAMPLE_RATE)):
            sound[start : start + len(CLICK)] = CLICK
        return sound


async def _call(trips: Trips, waits: list[float]) -> int:
    """One call that plays clicks; returns how often the speaker was interrupted."""
    settings = Settings().set("audio.inputDevice", "virtual_microphone")
    settings = settings.set("audio.outputDevice", "virtual_speaker")
    made = bench(settings, audio=PortAudioPort(LIBRARY), clock=SystemClock(), prompts=Clicks())
    snapshot = await made.established("live")
    call = made.simulator.call(snapshot.id)
    watched = Watched(call, trips, waits)
    capture = call.microphone._capture
    capture.ring = watched.ring
    call.live.next(call.live.available, recording=False)
    call.feeder = watched
    await asyncio.sleep(1.0)
    prompt = MediaInfo("http://127.0.0.1/clicks.wav", None)
    made.simulator.bot.play_prompt(call.id, PlayPromptRequest((prompt,), None))
    await made.until(lambda: any(o.outcome is not None for o in call.engine.snapshot().operations))
    await asyncio.sleep(LONGEST)
    interruptions = call.speaker.status.overflows
    await made.simulator.close()
    return interruptions
