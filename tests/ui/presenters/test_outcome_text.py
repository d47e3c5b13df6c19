"""Every cause has its sentence."""

from __future__ import annotations

import pytest

from app.engine.outcome import OUTCOMES, Cause, Outcome, Status
from app.ui.presenters.outcome_text import Ending, cause_of, sentence

LOST = "As on the real service, the bot is not notified and the recording is lost."

SENTENCES = {
    Cause.STOP_TONE: "Ended after 4.2 s: the caller pressed #. Completed, 200/8514.",
    Cause.INITIAL_SILENCE: "Ended after 4.2 s: nobody spoke in the first 5 s. Failed, 400/8510.",
    Cause.MAX_SILENCE: "Ended after 4.2 s: the caller paused for 5 s. Completed, 200/8509.",
    Cause.MAX_DURATION: "Ended after 4.2 s: it reached its maximum duration of 5 s. "
    "Completed, 200/8515.",
    Cause.PLAYED: "Played for 4.2 s: all prompts were heard to their end. Completed, 200/0.",
    Cause.CANCELLED: "Ended after 4.2 s: the bot cancelled it, or a later request barged in. "
    "Failed, 400/8508.",
    Cause.PROMPT_FAILED: "Ended after 4.2 s: the prompt could not be played. Failed, 500/8511.",
    Cause.PROMPT_FORMAT: "Ended after 4.2 s: the prompt's file format is not one that Graph "
    "plays. Failed, 400/8535.",
    Cause.PROMPT_DOWNLOAD: "Ended after 4.2 s: the prompt could not be downloaded. "
    "Failed, 400/8536.",
    Cause.BEEP_FAILED: "Ended after 4.2 s: the beep could not be played. Failed, 500/8512.",
    Cause.MEDIA_TIMEOUT: "Ended after 4.2 s: no audio came from the caller. Failed, 500/8513.",
    Cause.UNKNOWN: "Ended after 4.2 s: something unforeseen happened. Failed, 500/9999.",
    Cause.CALL_LOST: f"Lost after 4.2 s: the call ended while it was running. {LOST}",
    Cause.CALL_TERMINATED: "Ended after 4.2 s: the call ended while it was running. "
    "Failed, 400/8528. Graph itself would send nothing; a setting asks for it.",
}


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_has_its_sentence(cause: Cause) -> None:
    ending = Ending(OUTCOMES[cause], 4.23, "#", "pad", 5.0)
    assert sentence(ending) == SENTENCES[cause]


@pytest.mark.parametrize("cause", list(Cause))
def test_a_cause_is_found_again_in_its_outcome(cause: Cause) -> None:
    assert cause_of(OUTCOMES[cause]) is cause


def test_an_outcome_off_the_table_is_told_with_its_codes() -> None:
    strange = Outcome(Status.FAILED, "other", 400, 1234, "Something new.")
    assert cause_of(strange) is Cause.UNKNOWN
    assert sentence(Ending(strange, 1.0)).endswith("Failed, 400/1234.")


def test_a_key_in_the_audio_is_told_from_one_on_the_pad() -> None:
    outcome = OUTCOMES[Cause.STOP_TONE]
    assert "the key 1 was heard in the caller's audio" in sentence(
        Ending(outcome, 2.0, "1", "audio")
    )
    assert "a stop tone was received" in sentence(Ending(outcome, 2.0))


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (Cause.INITIAL_SILENCE, "nobody spoke in the beginning"),
        (Cause.MAX_SILENCE, "the caller stopped speaking"),
        (Cause.MAX_DURATION, "it reached its maximum duration"),
    ],
)
def test_a_limit_that_is_not_known_is_left_out(cause: Cause, words: str) -> None:
    assert f": {words}. " in sentence(Ending(OUTCOMES[cause], 2.0))


def test_what_never_had_its_turn_says_so() -> None:
    text = sentence(Ending(OUTCOMES[Cause.CANCELLED], 0.0))
    assert text.startswith("Ended before its turn came: ")
