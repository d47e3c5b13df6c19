"""The first call on a sound card: what is said reaches the recording, what is played is heard.

A real PortAudio stream in and out of a virtual sound card, the whole program with its local Graph
and the practice bot over HTTP between them.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from app.audio.port import PortAudioPort
from app.audio.portaudio import LIBRARY
from app.audio.wavfile import read_caller
from app.engine.call import EngineConfig
from app.engine.states import CallState
from app.engine.voice import load_model
from app.graph.profiles import V1
from app.graph.requests import parse_record_response
from app.main import Program
from app.resources import resource
from app.runtime.callers import CallerSpec
from app.runtime.calls import Update
from app.runtime.clock import SystemClock, new_id
from app.runtime.ports import Audio
from app.runtime.records import Record
from app.runtime.simulation import simulate
from app.settings import Settings
from tests.bench.call_signals import breaths, clicks, key, ringing
from tests.helpers.simulator import bench
from tests.helpers.virtual_audio import VirtualAudio

pytestmark = [pytest.mark.audio, pytest.mark.slow]

DEMO = resource("sounds/demo-caller.wav")


@pytest.fixture
def card(virtual_audio: VirtualAudio) -> Iterator[VirtualAudio]:
    LIBRARY.restart()
    yield virtual_audio
    LIBRARY.shut_down()
    virtual_audio.repair()


class LiveCall:
    """One live call with the practice bot; speaks when the recording starts."""

    def __init__(self, card: VirtualAudio, said: Audio) -> None:
        self._card = card
        self._said = said
        self.records: list[Record] = []
        self.taken: NDArray[np.int16] | None = None
        self._program = Program(Settings(), default_caller=CallerSpec("live"))
        self._ended = asyncio.Event()

    async def make(self, *, press: str = "") -> None:
        self._program.simulator.listen(self._hear)
        await self._program.start("127.0.0.1", 0)
        call = await self._program.simulator.dial()
        try:
            async with asyncio.timeout(60):
                await self._until("recordingStarted")
                speaking = threading.Thread(target=self._card.say, args=(self._said,))
                speaking.start()
                if press:
                    await self._until("speechEnded")
                    self._program.simulator.press(call.id, press)
                await self._ended.wait()
                await asyncio.to_thread(speaking.join)
        finally:
            await self._program.close()

    async def _until(self, kind: str) -> None:
        while not any(record.kind == kind for record in self.records):
            self._news = asyncio.Event()
            await self._news.wait()

    def _hear(self, update: Update) -> None:
        if update.record is not None:
            self.records.append(update.record)
            operation = update.record.operation_id
            if update.record.data.get("recordingSeconds") and operation:
                take = self._program.recordings.of_operation(operation)
                assert take is not None
                self.taken = take.audio
            if hasattr(self, "_news"):
                self._news.set()
        if update.call is not None and update.call.engine.state is CallState.TERMINATED:
            self._ended.set()

    def reason(self) -> str:
        return str(next(r.data["reason"] for r in self.records if r.kind == "ended"))


def best_match(part: NDArray[np.int16], whole: NDArray[np.int16]) -> tuple[float, int]:
    """Return how alike ``part`` and the most similar stretch of ``whole`` are (0..1), and where."""
    a, b = part.astype(np.float64), whole.astype(np.float64)
    size = 1 << (len(a) + len(b)).bit_length()
    dot = np.fft.irfft(np.fft.rfft(b, size) * np.conj(np.fft.rfft(a, size)), size)
    dot = dot[: max(1, len(b) - len(a) + 1)]
    power = np.concatenate([[0.0], np.cumsum(b**2)])
    stretches = power[len(a) :][: len(dot)] - power[: len(dot)]
    # A stretch that is nearly silent is like nothing, whatever rounding says.
    norms = np.sqrt(np.maximum(stretches, 0.01 * np.sum(a**2)) * np.sum(a**2))
    alike = dot / norms
    where = int(alike.argmax())
    return float(alike[where]), where


def heard_share(played: NDArray[np.int16], heard: NDArray[np.int16]) -> tuple[float, float]:
    """Return the share of the loud parts of ``played`` that were heard, and when (seconds).

    In pieces of 0.1 s: the speaker follows the microphone's clock, so over seconds it drifts by
    some samples, which is not heard but spoils a comparison of the whole.
    """
    piece = 1_600
    pieces = [played[i : i + piece] for i in range(0, len(played) - piece, piece)]
    loudest = sorted(pieces, key=lambda p: -float(np.abs(p.astype(np.int32)).mean()))[:10]
    found = [best_match(p, heard) for p in loudest]
    share = sum(alike > 0.9 for alike, _ in found) / len(found)
    return share, float(np.median([where for _, where in found])) / 16_000


async def test_a_spoken_answer_is_recorded_and_prompt_beep_and_playback_are_heard(
    card: VirtualAudio,
) -> None:
    said = read_caller(DEMO)
    call = LiveCall(card, said)
    with card.recording() as heard:
        await call.make()
    assert call.reason() == "maxSilenceTimeout"
    assert call.taken is not None
    alike, _ = best_match(said, call.taken)
    assert alike > 0.999, "the recording holds what was said"

    prompt_share, prompt_at = heard_share(
        read_caller(resource("sounds/practice-prompt.wav")), heard.samples
    )
    beep, beep_at = best_match(read_caller(resource("sounds/beep.wav")), heard.samples)
    said_share, said_at = heard_share(said, heard.samples)
    assert prompt_share >= 0.8 and beep > 0.9 and said_share >= 0.8
    assert prompt_at < beep_at / 16_000 < said_at, "prompt, beep, and what the bot plays back"
    kinds = {record.kind for record in call.records}
    assert {"promptStarted", "beepStarted", "speechStarted", "speechEnded"} <= kinds


async def test_a_live_call_ends_as_the_simulation_of_its_recording(card: VirtualAudio) -> None:
    call = LiveCall(card, read_caller(DEMO))
    await call.make(press="#")
    assert call.reason() == "stopToneDetected"
    assert call.taken is not None
    body = {"maxSilenceTimeoutInSeconds": 2, "maxRecordDurationInSeconds": 10}
    model = load_model()
    beep = read_caller(resource("sounds/beep.wav"))
    simulated = simulate(
        call.taken,
        parse_record_response(body, V1),
        config=EngineConfig(beep),
        model=lambda: model,
        new_id=new_id,
    )
    live = [
        (record.kind, record.seconds)
        for record in call.records
        if record.kind in ("recordingStarted", "speechStarted", "speechEnded")
    ]
    began = live[0][1]
    assert began is not None
    expected = [
        (entry["event"], entry["seconds"])
        for entry in simulated.data["timeline"]
        if entry["event"] in ("recordingStarted", "speechStarted", "speechEnded")
    ]
    found = [(kind, round(at - began, 4)) for kind, at in live if at is not None]
    assert found[: len(expected)] == expected[: len(found)]
    assert len(found) >= 3


def speech(seconds: float) -> Audio:
    return read_caller(DEMO)[: round(seconds * 16_000)]


def quiet(seconds: float) -> Audio:
    return np.zeros(round(seconds * 16_000), np.int16)


def as_samples(signal: NDArray[np.float64]) -> Audio:
    return np.rint(np.clip(signal, -1, 1) * 32767).astype(np.int16)


CALLS: dict[str, tuple[Audio, dict[str, Any]]] = {
    "a pause after speech": (
        np.concatenate([quiet(0.5), read_caller(DEMO), quiet(1.0)]),
        {"maxSilenceTimeoutInSeconds": 1, "initialSilenceTimeoutInSeconds": 10},
    ),
    "speech beyond the maximum": (
        np.concatenate([quiet(0.3), speech(2.5), speech(2.5)]),
        {"maxRecordDurationInSeconds": 3},
    ),
    "a key in the audio": (
        np.concatenate(
            [quiet(1.0), as_samples(key("5", 0.1, rng=np.random.default_rng(1))), quiet(0.5)]
        ),
        {"stopTones": ["5"], "initialSilenceTimeoutInSeconds": 5},
    ),
    "breath and clicks": (
        as_samples(
            breaths(32_000, np.random.default_rng(2)) * 0.03
            + clicks(32_000, np.random.default_rng(3)) * 0.06
        ),
        {"initialSilenceTimeoutInSeconds": 2},
    ),
    "a ring tone": (as_samples(ringing(32_000)), {"initialSilenceTimeoutInSeconds": 2}),
}


@pytest.mark.parametrize("name", CALLS)
async def test_a_live_call_has_the_outcome_of_the_simulation_of_its_file(
    card: VirtualAudio, name: str
) -> None:
    said, body = CALLS[name]
    body = body | {"playBeep": False}
    model = load_model()
    config = EngineConfig(read_caller(resource("sounds/beep.wav")))
    wanted = parse_record_response(body, V1)
    simulated = simulate(said, wanted, config=config, model=lambda: model, new_id=new_id).data
    live = bench(Settings(), audio=PortAudioPort(LIBRARY), clock=SystemClock())
    try:
        call = await live.established("live")
        running = live.simulator.bot.record_response(call.id, wanted)
        speaking = threading.Thread(target=card.say, args=(said,))
        speaking.start()
        ended = await live.notifications.until("deleted", id=running["id"])
        await asyncio.to_thread(speaking.join)
    finally:
        await live.simulator.close()
    outcome = simulated["outcome"]
    result = ended.data["resultInfo"]
    assert (result["code"], result["subcode"]) == (outcome["code"], outcome["subcode"])
    times = {record.kind: record.seconds for record in live.records if record.seconds is not None}
    lasted = times["ended"] - times["recordingStarted"]
    if outcome["reason"] in ("initialSilenceTimeout", "maxRecordDurationReached"):
        assert lasted == pytest.approx(outcome["seconds"], abs=1e-3), "exact, in samples"
        return
    # What is said comes a little later than in the file; from there on all is the same.
    mark = "toneReceived" if outcome["reason"] == "stopToneDetected" else "speechStarted"
    (at, *_) = [entry["seconds"] for entry in simulated["timeline"] if entry["event"] == mark]
    first = next(r.seconds for r in live.records if r.kind == mark)
    assert first is not None
    assert times["ended"] - first == pytest.approx(outcome["seconds"] - at, abs=0.07)
