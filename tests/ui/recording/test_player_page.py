"""Waveform, transport and player together."""

from __future__ import annotations

import numpy as np

from app.ui.recording.player import Player
from app.ui.recording.player_page import CRAMPED, PlayerPage
from app.ui.recording.save_dialog import HINT, SHORT_HINT
from tests.helpers.keeping import Keep
from tests.helpers.window import World, on_qt_loop

AUDIO = np.zeros(32_000, np.int16)


def page_of(world: World, keep: Keep) -> PlayerPage:
    page = keep(PlayerPage(keep(Player(world.link))))
    page.resize(400, CRAMPED + 60)
    page.show()
    page.show_audio(AUDIO)
    return page


@on_qt_loop
async def test_play_and_stop(world: World, keep: Keep) -> None:
    page, clips = page_of(world, keep), world.core.audio.clips
    page.transport.play.click()
    await world.until(lambda: page.transport.play.accessibleName() == "Stop")
    clips.position = 16_000
    await world.until(lambda: page.wave.cursor_sample == 16_000)
    assert page.transport.position.text() == "0:01.0 / 0:02.0"
    page.transport.play.click()
    assert not clips.playing and page.wave.cursor_sample is None
    assert page.transport.position.text() == "0:00.0 / 0:02.0"


@on_qt_loop
async def test_it_starts_where_the_user_pointed(world: World, keep: Keep) -> None:
    page, clips = page_of(world, keep), world.core.audio.clips
    page.wave.seek_wanted.emit(8000)
    assert page.wave.cursor_sample == 8000
    page.wave.toggle_wanted.emit()
    await world.until(lambda: clips.playing)
    assert clips.position == 8000
    await world.until(lambda: page._player.polling)
    page.wave.seek_wanted.emit(24_000)
    await world.until(lambda: clips.position == 24_000)
    clips.stop()
    await world.until(lambda: page.wave.cursor_sample is None)


@on_qt_loop
async def test_no_speaker_is_said_on_the_page(world: World, keep: Keep) -> None:
    world.core.audio.problem = "There is no speaker. Plug one in."
    page = page_of(world, keep)
    page.toggle()
    await world.until(lambda: page.trouble.isVisible())
    assert page.trouble.text.text() == "There is no speaker. Plug one in."
    page.show_audio(AUDIO)
    assert not page.trouble.isVisible()


@on_qt_loop
async def test_nothing_to_play(world: World, keep: Keep) -> None:
    page = page_of(world, keep)
    page.show_audio(None)
    page.toggle()
    assert not page._player.playing and not page.transport.play.isEnabled()


@on_qt_loop
async def test_a_low_page_has_the_short_notice(world: World, keep: Keep) -> None:
    page = page_of(world, keep)
    assert HINT in page.notice.text.text()
    page.explain("The caller pressed #.")
    assert page.why.isVisible()
    page.resize(400, CRAMPED - 1)
    assert not page.why.isVisible()
    page.explain("The caller paused.")
    assert not page.why.isVisible()
    page.resize(400, CRAMPED)
    assert page.why.isVisible() and page.why.text.text() == "The caller paused."
    page.resize(400, CRAMPED - 1)
    assert SHORT_HINT in page.notice.text.text()
