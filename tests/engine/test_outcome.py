"""The table of outcomes: complete, and as the contract (section 2.2) has it."""

from __future__ import annotations

import pytest

from app.engine.outcome import OUTCOMES, Cause, Status


def test_every_cause_has_an_outcome() -> None:
    assert set(OUTCOMES) == set(Cause)


@pytest.mark.parametrize(
    ("cause", "status", "code", "subcode"),
    [
        (Cause.STOP_TONE, "completed", 200, 8514),
        (Cause.MAX_SILENCE, "completed", 200, 8509),
        (Cause.MAX_DURATION, "completed", 200, 8515),
        (Cause.INITIAL_SILENCE, "failed", 400, 8510),
        (Cause.CANCELLED, "failed", 400, 8508),
        (Cause.PLAYED, "completed", 200, 0),
        (Cause.PROMPT_FAILED, "failed", 500, 8511),
        (Cause.PROMPT_FORMAT, "failed", 400, 8535),
        (Cause.PROMPT_DOWNLOAD, "failed", 400, 8536),
        (Cause.CALL_LOST, "lost", None, None),
    ],
)
def test_codes_of_the_contract(
    cause: Cause, status: str, code: int | None, subcode: int | None
) -> None:
    outcome = OUTCOMES[cause]
    assert (outcome.status.value, outcome.code, outcome.subcode) == (status, code, subcode)


def test_the_documented_message_is_word_for_word() -> None:
    assert OUTCOMES[Cause.MAX_DURATION].message == "Action completed, max record duration reached."


def test_the_code_says_what_the_status_says() -> None:
    for outcome in OUTCOMES.values():
        if outcome.code is not None:
            assert (outcome.code == 200) == (outcome.status is Status.COMPLETED)
