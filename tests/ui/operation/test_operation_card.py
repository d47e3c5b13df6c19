"""The operation card, on a real core."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.engine.states import Phase
from app.runtime.callers import CallerSpec
from app.ui.operation.empty_operation import EmptyOperation
from app.ui.operation.operation_card import OperationCard
from tests.helpers.window import SPEAKING_CALLER, World, media_prompt, on_qt_loop


@pytest.fixture
def card(world: World, qtbot: QtBot) -> OperationCard:
    card = OperationCard(world.link)
    qtbot.addWidget(card)
    card.resize(460, 380)
    card.show()
    return card


def phase(card: OperationCard) -> Phase | None:
    return None if card.story is None else card.story.phase


@on_qt_loop
async def test_the_life_of_a_recording_that_a_pause_ends(world: World, card: OperationCard) -> None:
    call_id = await world.call(CallerSpec("file", SPEAKING_CALLER))
    assert card.findChild(EmptyOperation).isVisible()
    await world.bot.record(
        call_id,
        prompts=[media_prompt()],
        initialSilenceTimeoutInSeconds=10,
        maxSilenceTimeoutInSeconds=2,
        maxRecordDurationInSeconds=30,
    )
    await world.until(lambda: card.stepper.value == "Prompt")
    assert card.timers["max_duration"].view.state == "unknown"
    await world.until(lambda: card.stepper.value == "Speaking")
    assert card.timers["initial_silence"].view.state == "resting"
    assert card.timers["max_duration"].view.state == "running"
    assert card.speech.value in ("speech", "no speech")
    await world.until(lambda: card.timers["max_silence"].view.state == "running")
    assert card.stepper.value == "Pausing"
    await world.until(lambda: card.stepper.value == "Completed")
    assert card.timers["max_silence"].view.state == "won"
    assert card.timers["max_duration"].view.state == "stopped"
    assert card.speech.value == "at rest"
    assert card.sentence.endswith("the caller paused for 2 s. Completed, 200/8509.")
    assert card.head.words[2] == "Completed"
    assert card.story is not None and card.story.passed == frozenset(Phase) - {Phase.TONES}


@on_qt_loop
async def test_a_key_ends_it_and_the_sentence_names_the_key(
    world: World, card: OperationCard
) -> None:
    call_id = await world.call()
    await world.bot.record(call_id, stopTones=["#"], maxRecordDurationInSeconds=120)
    await world.until(lambda: phase(card) is Phase.LISTENING)
    world.link.press(call_id, "#")
    await world.until(lambda: "the caller pressed #. Completed, 200/8514." in card.sentence)


@on_qt_loop
async def test_initial_silence_fails_it(world: World, card: OperationCard) -> None:
    call_id = await world.call()
    await world.bot.record(call_id, initialSilenceTimeoutInSeconds=1)
    await world.until(lambda: card.stepper.value == "Failed")
    assert "nobody spoke in the first 1 s. Failed, 400/8510." in card.sentence


@on_qt_loop
async def test_a_call_that_ends_under_it_loses_it(world: World, card: OperationCard) -> None:
    call_id = await world.call()
    await world.bot.record(call_id)
    await world.until(lambda: phase(card) is Phase.LISTENING)
    world.link.hang_up(call_id)
    await world.until(lambda: card.stepper.value == "Lost")
    assert "the bot is not notified" in card.sentence


@on_qt_loop
async def test_a_prompt_is_shown_and_makes_way_for_a_recording(
    world: World, card: OperationCard
) -> None:
    call_id = await world.call()
    await world.bot.play(call_id, "https://example.com/a.wav")
    await world.until(lambda: card.head.words[0] == "playPrompt" and card.stepper.isVisible())
    assert not card.timers["max_duration"].isVisible()
    await world.bot.record(call_id)
    await world.until(lambda: card.head.words[0] == "recordResponse")
    assert card.timers["max_duration"].isVisible()
    await world.until(lambda: "Completed 200/0" in card.rows[0].text)
    assert card.rows[0].isVisible() and not card.rows[1].isVisible()


@on_qt_loop
async def test_of_many_operations_the_newest_are_listed(world: World, card: OperationCard) -> None:
    call_id = await world.call()
    for number in range(5):
        await world.bot.play(call_id, f"https://example.com/{number}.wav")
    await world.until(lambda: card.head.words[0] == "playPrompt")
    await world.until(lambda: all(row.isVisible() for row in card.rows))


@on_qt_loop
async def test_a_new_call_starts_afresh(world: World, card: OperationCard) -> None:
    call_id = await world.call()
    await world.bot.record(call_id)
    await world.until(lambda: phase(card) is Phase.LISTENING)
    world.link.hang_up(call_id)
    await world.until(lambda: card.stepper.value == "Lost")
    await world.ring()
    await world.until(lambda: card.findChild(EmptyOperation).isVisible())


@on_qt_loop
async def test_a_card_that_comes_late_tells_the_whole_story(world: World, qtbot: QtBot) -> None:
    call_id = await world.call()
    await world.bot.record(call_id, stopTones=["#"], maxRecordDurationInSeconds=120)
    await world.until(lambda: "recordingStarted" in world.kinds())
    world.link.press(call_id, "#")
    await world.until(lambda: "ended" in world.kinds())
    late = OperationCard(world.link)
    qtbot.addWidget(late)
    await world.link.stop()
    await world.link.start()  # tells everything once more: records first, then the calls
    await world.until(lambda: "the caller pressed #. Completed, 200/8514." in late.sentence)
    assert late.story is not None
    assert late.story.passed >= {Phase.BEEP, Phase.LISTENING, Phase.ENDED}


@on_qt_loop
async def test_what_ends_later_is_shown_to_its_end(world: World, card: OperationCard) -> None:
    call_id = await world.call()
    await world.bot.record(call_id, initialSilenceTimeoutInSeconds=1, playBeep=False)
    await world.until(lambda: card.stepper.value == "Failed")
    card.resize(420, 500)
    await world.bot.play(call_id, "https://example.com/a.wav")
    await world.until(lambda: "Completed" in card.rows[0].text)
    world.link.hang_up(call_id)
