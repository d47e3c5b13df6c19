"""Events in plain words."""

from __future__ import annotations

from dataclasses import fields

import pytest

from app.engine.outcome import OUTCOMES, Cause
from app.ui.inspector.event_row import event_title
from app.ui.inspector.explain_event import explain_event
from tests.helpers.inspected import BOT, event

PLAIN = (
    "mediaActivated",
    "operationQueued",
    "promptStarted",
    "promptEnded",
    "beepStarted",
    "recordingStarted",
    "muted",
    "unmuted",
    "recordingDiscarded",
)


@pytest.mark.parametrize("kind", PLAIN)
def test_every_kind_has_a_sentence_of_its_own(kind: str) -> None:
    headline = explain_event(event(1, kind)).headline
    assert headline.endswith(".") and headline != event_title(kind)


def test_an_unknown_kind_shows_its_name() -> None:
    assert explain_event(event(1, "deviceWentAway")).headline == "Device went away"


def test_a_call() -> None:
    said = explain_event(event(1, "callCreated", botUrl=BOT, caller="live"))
    assert said.sentences == (
        f"The call is announced to {BOT}; the caller is you, at the microphone.",
    )


def test_speech_is_back_dated() -> None:
    said = explain_event(event(1, "speechStarted", after=1.0, knownAt=1.128))
    assert said.sentences[0].startswith("It was certain 128 ms later")
    paused = explain_event(event(1, "speechEnded", after=2.0, knownAt=2.2))
    assert "maxSilenceTimeoutInSeconds" in paused.sentences[-1]


def test_keys() -> None:
    pressed = explain_event(event(1, "toneReceived", tone="#", source="pad"))
    heard = explain_event(event(1, "toneReceived", tone="5", source="audio"))
    assert pressed.headline == "The caller pressed #."
    assert heard.headline == "The key 5 was heard in the caller's audio."


@pytest.mark.parametrize("cause", list(Cause))
def test_every_end_is_explained(cause: Cause) -> None:
    outcome = OUTCOMES[cause]
    data = {field.name: getattr(outcome, field.name) for field in fields(outcome)}
    said = explain_event(event(1, "ended", **(data | {"status": outcome.status.value})))
    assert outcome.status.value in said.headline
    assert said.sentences and all(said.sentences)


def test_a_recording_has_its_length() -> None:
    said = explain_event(event(1, "ended", status="completed", recordingSeconds=6.48))
    assert said.sentences[-1] == "6.5 s were recorded and can be fetched by the bot."


def test_a_lost_operation_says_that_nobody_is_told() -> None:
    said = explain_event(event(1, "ended", status="lost", reason="callTerminated", code=None))
    assert "The bot is not told" in said.sentences[-1]


def test_a_warning_is_quoted() -> None:
    assert explain_event(event(1, "warning", message="No sound.")).sentences == ("No sound.",)
