"""What a call opens, and what it does without."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.runtime.call_audio import caller_source
from app.runtime.callers import CallerSpec, Script, Silence
from app.runtime.ports import Audio
from app.settings import Settings
from tests.helpers.simulator import BOT, bench

AUDIO = np.arange(5).astype(np.int16)


def read(source: object, *, channel: int = 0) -> Audio:
    """Every file has the same sound, louder by its channel."""
    return AUDIO + np.int16(100 * channel)


async def test_each_caller_has_its_source() -> None:
    live, again = await caller_source(CallerSpec("live"), Settings(), read)
    assert live is again
    silence, none = await caller_source(CallerSpec("silence"), Settings(), read)
    assert isinstance(silence, Silence) and none is None
    file = CallerSpec("file", Path("a.wav"))
    script, none = await caller_source(file, Settings(), read)
    assert isinstance(script, Script) and none is None
    assert not script.next(5, recording=False).any()
    early = Settings().set("caller.starts", "call")
    script, _ = await caller_source(file, early, read)
    assert script.next(5, recording=False).tolist() == [0, 1, 2, 3, 4]
    second = early.set("caller.channel", 2)
    script, _ = await caller_source(file, second, read)
    assert script.next(2, recording=False).tolist() == [200, 201]
    script, _ = await caller_source(replace(file, channel=1), second, read)
    assert script.next(2, recording=False).tolist() == [100, 101]


@pytest.mark.parametrize(
    ("speaker", "caller", "warnings"),
    [("live", "silence", 0), ("never", "live", 1), ("live", "live", 2), ("always", "silence", 1)],
)
async def test_the_speaker_is_opened_where_the_settings_want_it(
    speaker: str, caller: str, warnings: int
) -> None:
    sim = bench(Settings().set("audio.speaker", speaker).set("hearing.detector", "energy"))
    await sim.simulator.dial(bot_url=BOT, caller=CallerSpec.parse(caller))
    assert len(sim.of_kind("warning")) == warnings, "there is no device, and the call goes on"
    assert len(sim.simulator.snapshots()) == 1
    await sim.simulator.close()
