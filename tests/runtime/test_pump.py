"""The pump: the microphone is the clock, and the wall clock stands in where it fails."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.engine.timebase import FRAME, PIECE
from app.runtime import pump
from app.runtime.ports import Audio, ClipPlayer, DeviceList, StreamStatus
from app.runtime.side_tone import key_tone
from app.settings import Settings
from tests.helpers.fakes import NoAudio
from tests.helpers.simulator import Bench, bench, request


class HandMicrophone:
    """Gives what a test put into it; ``backlog`` is what it had before the call began."""

    def __init__(self) -> None:
        self.backlog: list[Audio] = [np.ones(500, np.int16)]
        self.blocks: list[Audio] = []
        self.wake: Callable[[], object] = lambda: None
        self.state = "running"
        self.closed = False

    @property
    def status(self) -> StreamStatus:
        message = "" if self.state == "running" else f"The microphone has {self.state}."
        return StreamStatus(self.state, "hand-held", message, 16_000)  # type: ignore[arg-type]

    def read(self) -> Audio:
        if self.backlog:
            taken, self.backlog = self.backlog, []
        else:
            taken, self.blocks = self.blocks, []
        return np.concatenate([np.zeros(0, np.int16), *taken])

    def on_samples(self, wake: Callable[[], object]) -> None:
        self.wake = wake

    def close(self) -> None:
        self.closed = True


class KeepingSpeaker:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.heard = np.zeros(0, np.int16)
        self.closed = False

    @property
    def status(self) -> StreamStatus:
        return StreamStatus("running", "kept", "", 16_000)

    def write(self, samples: Audio) -> None:
        self.heard = np.concatenate([self.heard, samples])

    def close(self) -> None:
        self.closed = True


class HandAudio(NoAudio):
    """One microphone and one speaker, made of hands."""

    def __init__(self) -> None:
        self.microphone, self.speaker = HandMicrophone(), KeepingSpeaker()

    def devices(self) -> DeviceList:
        return DeviceList((), ())

    def open_microphone(self, device: str | None, *, stand_in: bool = False) -> HandMicrophone:
        return self.microphone

    def open_speaker(self, device: str | None, *, stand_in: bool = False) -> KeepingSpeaker:
        return self.speaker

    def player(self) -> ClipPlayer:
        raise NotImplementedError


@pytest.fixture
def audio() -> HandAudio:
    return HandAudio()


@pytest.fixture
async def sim(audio: HandAudio) -> AsyncIterator[Bench]:
    made = bench(Settings().set("hearing.detector", "energy"), audio=audio)
    yield made
    await made.simulator.close()


async def test_the_engine_gets_what_the_microphone_gave_in_whole_frames(
    sim: Bench, audio: HandAudio
) -> None:
    audio.microphone.blocks.append(np.zeros(FRAME, np.int16))
    call = await sim.established("live")
    engine = sim.simulator.call(call.id).engine
    assert engine.now == FRAME
    sim.simulator.bot.record_response(call.id, request(playBeep=False, stopTones=["#"]))
    said = np.random.default_rng(2).integers(-5_000, 5_000, 10 * FRAME + 7).astype(np.int16)
    audio.microphone.blocks += [said[:1_000], said[1_000:]]
    await sim.until(lambda: engine.now == 11 * FRAME)
    sim.simulator.press(call.id, "#")
    operation = engine.snapshot().operations[0].id
    take = sim.simulator.recordings.of_operation(operation)
    assert take is not None
    assert np.array_equal(take.audio, said[: 10 * FRAME]), "bit for bit, the rest is waiting"
    assert sim.simulator.snapshot(call.id).level == pytest.approx(-16.3, abs=0.3)


async def test_a_microphone_that_stalls_is_replaced_by_zeros_on_the_wall_clock(
    sim: Bench, audio: HandAudio
) -> None:
    audio.microphone.blocks.append(np.zeros(FRAME, np.int16))
    call = await sim.established("live")
    running = sim.simulator.bot.record_response(call.id, request(initialSilenceTimeoutInSeconds=2))
    audio.microphone.state = "stalled"
    done = await sim.notifications.until("deleted", id=running["id"])
    assert done.data["resultInfo"]["subcode"] == 8510
    told = [record.data["message"] for record in sim.of_kind("warning")]
    assert told.count("The microphone has stalled.") == 1


async def test_a_recording_can_fail_for_want_of_a_microphone(audio: HandAudio) -> None:
    settings = Settings().set("hearing.detector", "energy").set("media.onLoss", "fail")
    sim = bench(settings, audio=audio)
    audio.microphone.blocks.append(np.zeros(FRAME, np.int16))
    call = await sim.established("live")
    limits = {"initialSilenceTimeoutInSeconds": 120, "maxRecordDurationInSeconds": 120}
    running = sim.simulator.bot.record_response(call.id, request(playBeep=False, **limits))
    audio.microphone.state = "stalled"
    done = await sim.notifications.until("deleted", id=running["id"])
    assert (done.data["status"], done.data["resultInfo"]["code"]) == ("failed", 500)
    assert done.data["resultInfo"]["subcode"] == 8513
    seconds = sim.simulator.snapshot(call.id).engine.operations[0].seconds
    assert 4 <= seconds < 8
    await sim.simulator.close()


async def test_a_microphone_that_delivers_is_never_missed(audio: HandAudio) -> None:
    settings = Settings().set("hearing.detector", "energy").set("media.onLoss", "fail")
    sim = bench(settings, audio=audio)
    audio.microphone.blocks.append(np.zeros(FRAME, np.int16))
    call = await sim.established("live")
    running = sim.simulator.bot.record_response(
        call.id,
        request(playBeep=False, initialSilenceTimeoutInSeconds=8, maxRecordDurationInSeconds=60),
    )
    engine = sim.simulator.call(call.id).engine
    for second in range(1, 9):
        audio.microphone.blocks.append(np.zeros(16_000, np.int16))
        await sim.until(lambda until=second * 16_000: engine.now >= until)  # type: ignore[misc]
    audio.microphone.blocks.append(np.zeros(16_000, np.int16))
    done = await sim.notifications.until("deleted", id=running["id"])
    assert done.data["resultInfo"]["subcode"] == 8510
    await sim.simulator.close()


async def test_a_running_microphone_without_news_is_waited_for(
    sim: Bench, audio: HandAudio
) -> None:
    audio.microphone.blocks.append(np.zeros(FRAME, np.int16))
    call = await sim.established("live")
    engine = sim.simulator.call(call.id).engine
    for _ in range(5):
        await asyncio.sleep(0.012)
    assert engine.now == FRAME, "never stretched, never padded"


async def test_a_block_is_heard_when_it_comes_and_not_at_the_next_look(
    sim: Bench, audio: HandAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pump, "PATIENCE", 3600.0)
    audio.microphone.blocks.append(np.zeros(FRAME, np.int16))
    call = await sim.established("live")
    engine = sim.simulator.call(call.id).engine
    for count in (2, 3, 4):
        audio.microphone.blocks += [np.zeros(PIECE, np.int16)] * 2
        await asyncio.to_thread(audio.microphone.wake)
        await sim.until(lambda frames=count: engine.now == frames * FRAME)  # type: ignore[misc]
    sim.simulator.hang_up(call.id)
    await asyncio.to_thread(audio.microphone.wake)


class DriftingMicrophone(HandMicrophone):
    """Runs ``ppm`` fast: 0.1 s of wall time bring that much more or less each time it is read."""

    def __init__(self, ppm: float) -> None:
        super().__init__()
        self.rate = 16_000 * (1 + ppm * 1e-6)
        self.reads = self.given = 0

    def read(self) -> Audio:
        self.reads += 1
        count = int(self.reads * 0.1 * self.rate) - self.given
        self.given += count
        self.wake()
        return np.zeros(count, np.int16)


@pytest.mark.slow
@pytest.mark.parametrize("ppm", [200.0, -200.0])
async def test_timers_are_exact_in_samples_and_near_the_wall_clock(ppm: float) -> None:
    audio = HandAudio()
    audio.microphone = microphone = DriftingMicrophone(ppm)
    sim = bench(Settings().set("hearing.detector", "energy"), audio=audio)
    call = await sim.established("live")
    body = request(
        playBeep=False, initialSilenceTimeoutInSeconds=120, maxRecordDurationInSeconds=120
    )
    running = sim.simulator.bot.record_response(call.id, body)
    engine = sim.simulator.call(call.id).engine
    await sim.until(lambda: engine.snapshot().operations[0].outcome is not None)
    await sim.notifications.until("deleted", id=running["id"])
    times = {record.kind: record.seconds for record in sim.records}
    began, ended = times["recordingStarted"], times["ended"]
    assert began is not None and ended is not None
    assert ended - began == 120.0
    given_at = [sample * 16_000 / microphone.rate for sample in (began, ended)]
    assert given_at[1] - given_at[0] == pytest.approx(120.0, abs=0.025)
    assert microphone.given >= ended * 16_000, "nobody but the microphone made the clock go"
    assert microphone.given <= (ended + 0.5) * 16_000
    await sim.simulator.close()


async def test_the_speaker_gets_the_beep(sim: Bench, audio: HandAudio) -> None:
    audio.microphone.blocks.append(np.zeros(FRAME, np.int16))
    call = await sim.established("live")
    sim.simulator.bot.record_response(call.id, request())
    audio.microphone.blocks.append(np.zeros(20 * FRAME, np.int16))
    await sim.until(lambda: len(audio.speaker.heard) >= 21 * FRAME)
    assert np.count_nonzero(audio.speaker.heard == 9) == 3_200


async def test_the_devices_are_closed_with_the_call(sim: Bench, audio: HandAudio) -> None:
    audio.microphone.blocks.append(np.zeros(FRAME, np.int16))
    call = await sim.established("live")
    sim.simulator.hang_up(call.id)
    await sim.until(lambda: audio.microphone.closed and audio.speaker.closed)


async def test_a_microphone_that_delivers_zeros_is_said(sim: Bench, audio: HandAudio) -> None:
    audio.microphone.blocks.append(np.zeros(FRAME, np.int16))
    await sim.established("live")
    audio.microphone.blocks.append(np.zeros(32_000, np.int16))
    await sim.until(lambda: bool(sim.of_kind("warning")))
    assert "only digital silence" in sim.of_kind("warning")[0].data["message"]


async def test_keys_are_heard_at_the_phone_alone(sim: Bench, audio: HandAudio) -> None:
    audio.microphone.blocks.append(np.zeros(FRAME, np.int16))
    call = await sim.established("live")
    before = len(audio.speaker.heard)
    sim.simulator.press(call.id, "5")
    audio.microphone.blocks.append(np.zeros(10 * FRAME, np.int16))
    await sim.until(lambda: len(audio.speaker.heard) >= before + 10 * FRAME)
    heard = audio.speaker.heard[before:]
    assert np.array_equal(heard[:1_600], key_tone("5", 1_600)) and not heard[1_600:].any()
    sim.simulator.settings = sim.simulator.settings.set("phone.keySound", False)
    audio.microphone.blocks.append(np.zeros(FRAME, np.int16))
    await sim.until(lambda: not sim.simulator.call(call.id).side_tone.on)


async def test_a_scripted_caller_is_heard_on_the_speaker_and_a_person_is_not(
    sim: Bench, audio: HandAudio, tmp_path: Path
) -> None:
    settings = sim.simulator.settings.set("audio.speaker", "always")
    sim.simulator.settings = settings.set("caller.starts", "call")
    path = tmp_path / "caller.wav"
    soundfile.write(path, np.full(FRAME, 1_234, np.int16), 16_000)
    call = await sim.established(str(path))
    await sim.until(lambda: np.count_nonzero(audio.speaker.heard == 1_234) == FRAME)
    sim.simulator.hang_up(call.id)
    await sim.until(lambda: audio.speaker.closed)
    audio.speaker = KeepingSpeaker()
    audio.microphone.blocks.append(np.full(FRAME, 1_234, np.int16))
    await sim.established("live")
    await sim.until(lambda: len(audio.speaker.heard) >= FRAME)
    assert not audio.speaker.heard.any()


async def test_the_gain_can_be_turned_in_a_call(sim: Bench, audio: HandAudio) -> None:
    audio.microphone.blocks.append(np.full(FRAME, 1_000, np.int16))
    call = await sim.established("live")
    assert sim.simulator.snapshot(call.id).level == pytest.approx(-30.3, abs=0.1)
    sim.simulator.settings = sim.simulator.settings.set("audio.inputGain", 20)
    for _ in range(2):
        audio.microphone.blocks.append(np.full(FRAME, 1_000, np.int16))
        seen = len(sim.updates)
        await sim.until(lambda seen=seen: len(sim.updates) > seen)
    assert sim.simulator.snapshot(call.id).level == pytest.approx(-10.3, abs=0.1)


def test_gain_cuts_at_full_scale() -> None:
    samples = np.array([0, 100, -30_000, 30_000], np.int16)
    assert pump.amplified(samples, 0.0) is samples
    assert pump.amplified(samples, 20.0).tolist() == [0, 1000, -32_768, 32_767]
    assert pump.amplified(samples, -20.0).tolist() == [0, 10, -3000, 3000]
