"""Playing and saving a stretch of a call."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QWidget

from app.runtime.callers import CallerSpec
from app.ui.timeline.clip_desk import Clip, ClipDesk
from tests.helpers.keeping import Keep
from tests.helpers.wave_bytes import samples_of
from tests.helpers.window import SPEAKING_CALLER, World, on_qt_loop


class Desk:
    """A desk and what it said, on a call of some seconds."""

    def __init__(self, world: World, keep: Keep) -> None:
        self.desk = ClipDesk(world.link, keep(QWidget()))
        self.said: list[tuple[str, str]] = []
        self.heard: list[int | None] = []
        self.desk.said.connect(lambda *words: self.said.append(words))
        self.desk.moved.connect(self.heard.append)


@on_qt_loop
async def test_a_stretch_is_played_looped_and_stopped(world: World, keep: Keep) -> None:
    made = Desk(world, keep)
    call_id = await world.call()
    await world.until(lambda: world.now.engine.seconds > 3)
    clips = world.core.sound.clips
    made.desk.looping = True
    made.desk.play(Clip(call_id, 16_000, 32_000), 20_000)
    await world.until(lambda: clips.playing)
    assert clips.position == 4_000 and len(clips.clip) == 16_000
    await world.until(lambda: 20_000 in made.heard)
    clips.playing = False  # heard to its end
    await world.until(lambda: clips.playing)
    assert clips.position == 0, "from the beginning again"
    made.desk.stop()
    assert not made.desk.playing and made.heard[-1] is None
    await world.until(lambda: not clips.playing)
    await made.desk.close()


@on_qt_loop
async def test_a_saved_recording_is_the_take_bit_for_bit(
    world: World, keep: Keep, tmp_path: Path
) -> None:
    made = Desk(world, keep)
    call_id = await world.call(CallerSpec("file", SPEAKING_CALLER))
    operation = await world.bot.record(call_id, maxSilenceTimeoutInSeconds=1, playBeep=False)
    await world.until(lambda: "ended" in world.kinds())
    marks = {r.kind: round((r.seconds or 0) * 16_000) for r in world.records if r.operation_id}
    clip = Clip(call_id, marks["recordingStarted"], marks["ended"], operation)
    file = tmp_path / "clip.wav"
    made.desk.save_to(clip, str(file))
    await world.until(lambda: made.said)
    assert made.said == [(f"Saved to {file}", "ok")]
    take = await world.link.take(operation)
    assert take is not None and np.array_equal(samples_of(file.read_bytes()), take)
    made.desk.save_to(clip, str(tmp_path / "missing" / "clip.wav"))
    await world.until(lambda: len(made.said) == 2)
    assert made.said[1][1] == "error" and "Choose another place" in made.said[1][0]
    await made.desk.close()


@on_qt_loop
async def test_what_is_no_longer_kept_is_said(world: World, keep: Keep) -> None:
    made = Desk(world, keep)
    made.desk.play(Clip("unknown", 0, 100), 0)
    await world.until(lambda: made.said)
    assert made.said == [("That audio is no longer kept.", "warn")] and not made.desk.playing
    await made.desk.close()
