"""The side panel, on a real call."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from app.runtime.callers import CallerSpec
from app.ui.timeline.hypothesis import Hypothesis
from app.ui.timeline.timeline_panel import TimelinePanel
from app.ui.timeline.what_if_panel import WhatIfPanel
from tests.helpers.keeping import Keep
from tests.helpers.window import SPEAKING_CALLER, World, on_qt_loop


class Asked:
    """A panel beside a timeline."""

    def __init__(self, world: World, keep: Keep) -> None:
        self.timeline = keep(TimelinePanel(world.link))
        self.panel = keep(WhatIfPanel())
        self.shown: list[Hypothesis | None] = []
        self.panel.decided.connect(self.shown.append)
        self.panel.decided.connect(self.timeline.show_hypothesis)
        self.timeline.front_changed.connect(self._show)
        self.timeline.heard_more.connect(self._show)
        widgets: tuple[QWidget, ...] = (self.timeline, self.panel)
        for widget in widgets:
            widget.resize(700, 360)
            widget.show()

    def _show(self) -> None:
        self.panel.show_case(*self.timeline.case())

    async def close(self) -> None:
        await self.timeline.close_player()
        await self.panel.close_panel()


async def recorded(world: World, made: Asked) -> str:
    call_id = await world.call(CallerSpec("file", SPEAKING_CALLER))
    await world.bot.record(call_id, maxSilenceTimeoutInSeconds=1, stopTones=["#"])
    await world.until(lambda: made.timeline.sentence.text().startswith("Ended"))
    await world.until(lambda: made.panel.answer is not None)
    return call_id


@on_qt_loop
async def test_it_starts_with_what_was_and_follows_what_is_chosen(world: World, keep: Keep) -> None:
    made = Asked(world, keep)
    panel = made.panel
    assert not panel.form.isEnabled() and "No finished recording" in panel.verdict.text()
    await recorded(world, made)
    assert panel.real.text() == made.timeline.sentence.text() == panel.verdict.text()
    assert panel.stop_tones.text() == "#" and panel.limits["max_silence"].value() == 1.0
    assert not panel.reset.isEnabled() and "it had" in panel.hint.text()
    panel.limits["max_silence"].setValue(2.5)
    await world.until(lambda: "paused for 2.5 s" in panel.verdict.text())
    run = made.timeline.canvas.run
    shown = made.timeline.canvas.hypothesis
    assert run is not None and run.end is not None and shown is not None
    assert shown.end == run.end + 24_000, "a second and a half later, to the sample"
    panel.limits["max_duration"].setValue(1.5)
    await world.until(lambda: "maximum duration of 1.5 s" in panel.verdict.text())
    panel.reset.click()
    await world.until(lambda: panel.verdict.text() == panel.real.text())
    assert not panel.reset.isEnabled()
    await made.close()


@on_qt_loop
async def test_undecided_until_silence_is_assumed(world: World, keep: Keep) -> None:
    made = Asked(world, keep)
    panel = made.panel
    call_id = await recorded(world, made)
    world.link.hang_up(call_id)
    await world.until(lambda: not made.timeline.canvas.live)
    panel.limits["max_duration"].setValue(100)
    panel.limits["max_silence"].setValue(90)
    await world.until(lambda: panel.verdict.text().startswith("Undecided: the audio ends at"))
    assert made.shown[-1] is not None and made.shown[-1].ending is None
    panel.silence.setChecked(True)
    await world.until(lambda: "paused for 90 s" in panel.verdict.text())
    assert "Silence was assumed" in panel.hint.text()
    await made.close()


@on_qt_loop
async def test_what_is_no_key_is_said(world: World, keep: Keep) -> None:
    made = Asked(world, keep)
    await recorded(world, made)
    made.panel.stop_tones.setText("# x")
    await world.until(lambda: "“X” is no key" in made.panel.hint.text())
    await made.close()


@on_qt_loop
async def test_hidden_it_takes_its_end_off_the_timeline(world: World, keep: Keep) -> None:
    made = Asked(world, keep)
    await recorded(world, made)
    await world.until(lambda: made.timeline.canvas.hypothesis is not None)
    made.panel.hide()
    assert made.timeline.canvas.hypothesis is None
    made.panel.show()
    await world.until(lambda: made.timeline.canvas.hypothesis is not None)
    await made.close()


@pytest.mark.parametrize("name", ["initial_silence", "max_silence", "max_duration"])
def test_every_control_has_a_name(keep: Keep, name: str) -> None:
    panel = keep(WhatIfPanel())
    for control in (panel.limits[name], panel.stop_tones, panel.sensitivity, panel.reset):
        assert control.accessibleName()
