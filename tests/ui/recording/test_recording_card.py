"""The card on real calls, and its countdown on a set clock."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np

from app.engine.outcome import Cause
from app.engine.states import CallState
from app.runtime.callers import CallerSpec
from app.ui.recording.recording_card import RecordingCard
from tests.helpers.inspected import (
    OPERATION,
    SetClock,
    at,
    call,
    event,
    operation,
    request,
    wire,
)
from tests.helpers.keeping import Keep
from tests.helpers.window import SPEAKING_CALLER, World, on_qt_loop

AUDIO = np.resize([9000, -9000], 24_000).astype(np.int16)


def card_of(world: World, keep: Keep, clock: SetClock | None = None) -> RecordingCard:
    card = keep(RecordingCard(world.link, clock=clock))
    card.resize(420, 380)
    card.show()
    return card


async def keep_take(world: World, operation_id: str = OPERATION) -> None:
    """Put a recording into the core's store."""

    async def _add() -> None:
        world.core.simulator.recordings.add("c", operation_id, AUDIO)

    await world.link.run(_add())


@on_qt_loop
async def test_a_recording_of_a_real_call(world: World, keep: Keep) -> None:
    card = card_of(world, keep)
    assert card.hint.isVisible() and card.hint.title.text() == "Nothing recorded yet"
    call_id = await world.call(CallerSpec("file", SPEAKING_CALLER))
    operation_id = await world.bot.record(call_id, maxSilenceTimeoutInSeconds=1, playBeep=False)
    await world.until(lambda: card.live.isVisible())
    assert card.badge.text() == "recording"
    await world.until(lambda: card.page.audio is not None)
    assert card.page.isVisible() and card.badge.text() == "completed · 200/8509"
    taken = await world.link.take(operation_id)
    assert card.page.audio is taken
    card.page.transport.play.click()
    await world.until(lambda: world.core.audio.clips.playing)
    assert world.core.audio.clips.clip is taken
    await card.close_player()


@on_qt_loop
async def test_a_failed_one_says_why(world: World, keep: Keep) -> None:
    card = card_of(world, keep)
    call_id = await world.call()
    await world.bot.record(call_id, initialSilenceTimeoutInSeconds=1, playBeep=False)
    await world.until(lambda: card.hint.isVisible() and card.badge.text().startswith("failed"))
    assert card.hint.title.text() == "There is no recording"
    assert "400/8510" in card.hint.text.text()


@on_qt_loop
async def test_several_recordings_can_be_chosen(world: World, keep: Keep) -> None:
    card = card_of(world, keep)
    await keep_take(world, "a")
    first, second = operation(Cause.STOP_TONE, id="a"), operation(Cause.INITIAL_SILENCE, id="b")
    world.link.call_changed.emit(call(first))
    await world.until(lambda: card.page.audio is not None)
    assert not card.selector.isVisible()
    world.link.call_changed.emit(call(first, second))
    assert card.selector.isVisible() and card.selector.currentIndex() == 1
    assert card.hint.isVisible()
    card.selector.setCurrentIndex(0)
    assert card.page.isVisible() and card.page.audio is not None


@on_qt_loop
async def test_one_lost_with_the_call_leaves_the_other_in_front(world: World, keep: Keep) -> None:
    card = card_of(world, keep)
    await keep_take(world, "a")
    done = operation(Cause.STOP_TONE, id="a")
    world.link.call_changed.emit(call(done))
    await world.until(lambda: card.page.audio is not None)
    world.link.call_changed.emit(call(done, operation(id="b")))
    assert card.live.isVisible()
    lost = operation(Cause.CALL_LOST, id="b")
    world.link.call_changed.emit(call(done, lost, state=CallState.TERMINATED))
    assert card.page.isVisible() and card.page.audio is not None
    assert card.selector.isVisible() and card.selector.currentIndex() == 0
    assert card.page.bot.text.text() == "The call has ended: it is discarded within 60 s."
    card.selector.setCurrentIndex(1)
    assert card.hint.isVisible() and "not notified" in card.hint.text.text()


@on_qt_loop
async def test_the_countdown(world: World, keep: Keep) -> None:
    clock = SetClock()
    card = card_of(world, keep, clock)
    await keep_take(world)
    done = operation(Cause.STOP_TONE)
    clock.value = at(20)
    world.link.call_changed.emit(call(done))
    await world.until(lambda: card.page.audio is not None)
    assert card.page.bot.text.text().endswith("60 s after the call has ended.")
    assert not card.fetching.counting
    world.link.call_changed.emit(call(done, state=CallState.TERMINATED, discard_at=at(63)))
    assert card.page.bot.text.text() == "The bot can fetch it for another 43 s."
    assert card.fetching.counting
    clock.value = at(21)
    await world.until(lambda: "another 42 s" in card.page.bot.text.text())
    card.hide()
    assert not card.fetching.counting
    card.show()
    world.link.record_added.emit(event(9, "recordingDiscarded"))
    assert card.page.bot.text.text().startswith("Discarded for the bot")
    assert not card.fetching.counting
    assert card.page.audio is not None, "the user can still hear it"


@on_qt_loop
async def test_a_fetched_recording_is_ticked_off(world: World, keep: Keep) -> None:
    card = card_of(world, keep)
    await keep_take(world)
    world.link.call_changed.emit(call(operation(Cause.STOP_TONE)))
    await world.until(lambda: card.page.audio is not None)
    refused = request(kind="download", method="GET", status=401)
    world.link.record_added.emit(wire(8, refused))
    assert "Fetched" not in card.page.bot.text.text()
    world.link.record_added.emit(wire(9, request(kind="download", method="GET")))
    assert card.page.bot.text.text().startswith("Fetched by the bot.")


@on_qt_loop
async def test_a_recording_that_was_discarded_before(world: World, keep: Keep) -> None:
    card = card_of(world, keep)
    world.link.call_changed.emit(call(operation(Cause.STOP_TONE)))
    await world.until(lambda: "Discarded" in card.page.bot.text.text())
    assert card.page.audio is None and not card.page.transport.save.isEnabled()


@on_qt_loop
async def test_the_next_call_lets_the_audio_go(world: World, keep: Keep) -> None:
    card = card_of(world, keep)
    await keep_take(world)
    world.link.call_changed.emit(call(operation(Cause.STOP_TONE)))
    await world.until(lambda: card.page.audio is not None)
    world.link.call_changed.emit(call(id="next", created=at(90)))
    assert card.page.audio is None and card._audio == {} and card.hint.isVisible()
    world.link.call_changed.emit(call(operation(Cause.STOP_TONE)))
    assert card.hint.isVisible(), "late news of the older call"


@on_qt_loop
async def test_saving(world: World, keep: Keep, tmp_path: Path) -> None:
    card = card_of(world, keep)
    card.save_to(AUDIO, str(tmp_path / "a.wav"))
    await world.until(lambda: card.page.trouble.text.text().startswith("Saved to"))
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert file.getnframes() == len(AUDIO)
    card.save_to(AUDIO, str(tmp_path / "missing" / "a.wav"))
    await world.until(lambda: "could not be written" in card.page.trouble.text.text())
    assert "No such file" in card.page.trouble.text.text()


@on_qt_loop
async def test_another_place_can_ask_for_a_recording(world: World, keep: Keep) -> None:
    card = card_of(world, keep)
    for operation_id in ("a", "b"):
        await keep_take(world, operation_id)
    done = [operation(Cause.MAX_SILENCE, id=name) for name in ("a", "b")]
    failed = operation(Cause.INITIAL_SILENCE, id="f")
    world.link.call_changed.emit(call(*done, failed))
    assert card.choose("a") and card.selector.currentIndex() == 0
    await world.until(lambda: card.page.audio is not None)
    assert not card.choose("f"), "there is none to hear"
    assert not card.choose("of-another-call")
    assert card.selector.currentIndex() == 0
    await card.close_player()
