"""What an event means outside the engine."""

from __future__ import annotations

from app.engine.outcome import OUTCOMES, Cause
from app.graph.requests import MediaInfo
from app.graph.resources import Recording
from app.runtime.calls import Operation
from app.runtime.effects import operation_json
from tests.helpers.simulator import BOT, bench

PROMPT = MediaInfo("http://127.0.0.1/a.wav", None)


def test_an_operation_is_shown_as_it_was_accepted_and_as_it_ended() -> None:
    operation = Operation("op", "recordResponse", "c", ())
    assert operation_json(operation)["status"] == "running"
    operation.outcome = OUTCOMES[Cause.MAX_DURATION]
    operation.recording = Recording("http://127.0.0.1/r", "token")
    assert operation_json(operation)["recordingLocation"] == "http://127.0.0.1/r"
    assert operation_json(operation, running=True)["status"] == "running"


def test_a_play_prompt_has_its_own_shape() -> None:
    operation = Operation("op", "playPrompt", "c", (PROMPT,))
    operation.outcome = OUTCOMES[Cause.PLAYED]
    shown = operation_json(operation)
    assert shown["@odata.type"] == "#microsoft.graph.playPromptOperation"
    assert shown["prompts"][0]["mediaInfo"]["uri"] == PROMPT.uri


async def test_the_incoming_call_goes_to_the_bot_with_its_identity() -> None:
    sim = bench()
    call = await sim.simulator.dial(bot_url=BOT, number="123")
    (sent,) = sim.notifications.sent
    assert (sent.url, sent.change, sent.data["id"]) == (BOT, "created", call.id)
    assert sent.data["source"]["identity"]["user"]["id"]
    assert sent.data["targets"][0]["identity"]["application"]["id"]
    await sim.simulator.close()
