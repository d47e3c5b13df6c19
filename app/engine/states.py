"""What may follow what: the only file that knows.

Two machines run side by side in a call.

The *call* is offered to the bot (``incoming``), which answers (``establishing``, ``established``),
and it ends: a call that the bot deletes passes through ``terminating``, one that the caller leaves,
or that nobody answers, is ``terminated`` at once (contract section 4). A call that the bot hands
over is ``transferring`` until the target takes it (``transferAccepted``, and this phone's part is
over) or does not (``established`` again); its audio flows on meanwhile.
The person at the phone may put an established call on ``hold`` and take it up again; on hold no
audio flows, either way.

A *media operation* waits in the call's queue until it is its turn. A recordResponse plays its
prompts, then its beep, then records; while it records it is listening (nothing said yet), speaking
or pausing. A playPrompt only plays, a sendDtmfTones sounds its tones. Any of them can end from
anywhere: the caller may hang up, the bot may cancel, a later operation may barge in. Ended is
final.

Code elsewhere never compares phases to find out whether a move is legal: it calls :func:`move`,
which returns the new state or raises and leaves everything as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar


class CallState(StrEnum):
    """Graph's ``callState``, as far as the simulator takes calls there."""

    INCOMING = "incoming"
    ESTABLISHING = "establishing"
    ESTABLISHED = "established"
    HOLD = "hold"
    TRANSFERRING = "transferring"
    TRANSFER_ACCEPTED = "transferAccepted"
    TERMINATING = "terminating"
    TERMINATED = "terminated"


class Phase(StrEnum):
    """Where a media operation stands; finer than Graph's ``status``."""

    QUEUED = "queued"
    PROMPT = "prompt"
    TONES = "tones"
    BEEP = "beep"
    LISTENING = "listening"
    SPEAKING = "speaking"
    PAUSING = "pausing"
    ENDED = "ended"


RECORDING: Final = frozenset({Phase.LISTENING, Phase.SPEAKING, Phase.PAUSING})
"""The phases in which the caller's audio is kept and the timers run."""

FLOWING: Final = frozenset({CallState.ESTABLISHED, CallState.TRANSFERRING})
"""The states in which caller and bot hear each other."""

CALL: Final[Mapping[CallState, frozenset[CallState]]] = {
    CallState.INCOMING: frozenset({CallState.ESTABLISHING, CallState.TERMINATED}),
    CallState.ESTABLISHING: frozenset({CallState.ESTABLISHED, CallState.TERMINATED}),
    CallState.ESTABLISHED: frozenset(
        {
            CallState.HOLD,
            CallState.TRANSFERRING,
            CallState.TERMINATING,
            CallState.TERMINATED,
        }
    ),
    CallState.HOLD: frozenset({CallState.ESTABLISHED, CallState.TERMINATING, CallState.TERMINATED}),
    CallState.TRANSFERRING: frozenset(
        {
            CallState.ESTABLISHED,
            CallState.TRANSFER_ACCEPTED,
            CallState.TERMINATING,
            CallState.TERMINATED,
        }
    ),
    CallState.TRANSFER_ACCEPTED: frozenset({CallState.TERMINATED}),
    CallState.TERMINATING: frozenset({CallState.TERMINATED}),
    CallState.TERMINATED: frozenset(),
}

PLAY_PROMPT: Final[Mapping[Phase, frozenset[Phase]]] = {
    Phase.QUEUED: frozenset({Phase.PROMPT, Phase.ENDED}),
    Phase.PROMPT: frozenset({Phase.ENDED}),
    Phase.ENDED: frozenset(),
}

SEND_TONES: Final[Mapping[Phase, frozenset[Phase]]] = {
    Phase.QUEUED: frozenset({Phase.TONES, Phase.ENDED}),
    Phase.TONES: frozenset({Phase.ENDED}),
    Phase.ENDED: frozenset(),
}

RECORD_RESPONSE: Final[Mapping[Phase, frozenset[Phase]]] = {
    Phase.QUEUED: frozenset({Phase.PROMPT, Phase.BEEP, Phase.LISTENING, Phase.ENDED}),
    Phase.PROMPT: frozenset({Phase.BEEP, Phase.LISTENING, Phase.ENDED}),
    Phase.BEEP: frozenset({Phase.LISTENING, Phase.ENDED}),
    Phase.LISTENING: frozenset({Phase.SPEAKING, Phase.ENDED}),
    Phase.SPEAKING: frozenset({Phase.PAUSING, Phase.ENDED}),
    Phase.PAUSING: frozenset({Phase.SPEAKING, Phase.ENDED}),
    Phase.ENDED: frozenset(),
}

State = TypeVar("State", bound=StrEnum)


class IllegalTransition(Exception):
    """The machine does not go there from where it is; nothing has moved."""

    def __init__(self, now: StrEnum, to: StrEnum) -> None:
        super().__init__(f"{now} cannot become {to}")
        self.now = now
        self.to = to


def move(table: Mapping[State, frozenset[State]], now: State, to: State) -> State:
    """Return ``to`` when ``table`` lets ``now`` become it, else raise IllegalTransition."""
    if to not in table[now]:
        raise IllegalTransition(now, to)
    return to
