"""Every state against every other: a move is either in the table or refused."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import pytest

from app.engine.states import (
    CALL,
    PLAY_PROMPT,
    RECORD_RESPONSE,
    RECORDING,
    SEND_TONES,
    CallState,
    IllegalTransition,
    Phase,
    move,
)

TABLES = [
    pytest.param(CALL, CallState.INCOMING, id="call"),
    pytest.param(PLAY_PROMPT, Phase.QUEUED, id="playPrompt"),
    pytest.param(SEND_TONES, Phase.QUEUED, id="sendDtmfTones"),
    pytest.param(RECORD_RESPONSE, Phase.QUEUED, id="recordResponse"),
]


@pytest.mark.parametrize(("table", "first"), TABLES)
def test_every_pair_moves_or_is_refused(
    table: Mapping[StrEnum, frozenset[StrEnum]], first: StrEnum
) -> None:
    for now in table:
        for to in type(first):
            if to in table[now]:
                assert move(table, now, to) is to
            else:
                with pytest.raises(IllegalTransition) as refused:
                    move(table, now, to)
                assert (refused.value.now, refused.value.to) == (now, to)


@pytest.mark.parametrize(("table", "first"), TABLES)
def test_every_state_is_reached_and_the_last_is_final(
    table: Mapping[StrEnum, frozenset[StrEnum]], first: StrEnum
) -> None:
    reached, waiting = {first}, [first]
    while waiting:
        for state in table[waiting.pop()]:
            if state not in reached:
                reached.add(state)
                waiting.append(state)
    assert reached == set(table)
    assert [state for state, ways in table.items() if not ways] == [list(table)[-1]]


def test_every_phase_can_end() -> None:
    for table in (PLAY_PROMPT, SEND_TONES, RECORD_RESPONSE):
        assert all(Phase.ENDED in ways for phase, ways in table.items() if phase is not Phase.ENDED)


def test_speech_and_pause_alternate() -> None:
    assert {Phase.LISTENING, Phase.SPEAKING, Phase.PAUSING} == RECORDING
    assert Phase.LISTENING not in RECORD_RESPONSE[Phase.SPEAKING] | RECORD_RESPONSE[Phase.PAUSING]
    assert Phase.PAUSING not in RECORD_RESPONSE[Phase.LISTENING]
