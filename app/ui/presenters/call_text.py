"""How a call stands, in words, with the icon and colour that go with them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.engine.states import RECORDING, CallState, Phase
from app.runtime.calls import (
    BOT_DELETED,
    BUSY,
    CALLER_HUNG_UP,
    CLOSED,
    DECLINED,
    NO_ANSWER,
    NOT_ANSWERED,
    NOT_KEPT_ALIVE,
    REDIRECTED,
    REJECTED,
    CallSnapshot,
    Ended,
)
from app.ui.current_call import rings

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CallText:
    """``icon`` and ``color`` are names for ``app.ui.theme``; ``detail`` may be empty."""

    state: str
    icon: str
    color: str
    detail: str = ""


def describe(call: CallSnapshot | None) -> CallText:
    """Return how ``call`` stands (``None``: there was none yet)."""
    if call is None:
        return CallText(translate("CallText", "Ready to call"), "phone", "muted")
    match call.engine.state:
        case CallState.INCOMING:
            return CallText(translate("CallText", "Ringing"), "phone-outgoing-fill", "accent")
        case CallState.ESTABLISHING if rings(call):
            return CallText(translate("CallText", "Incoming"), "phone-incoming-fill", "ok")
        case CallState.ESTABLISHING:
            return CallText(translate("CallText", "Connecting"), "phone-outgoing-fill", "accent")
        case CallState.ESTABLISHED:
            return _established(call)
        case CallState.HOLD:
            return CallText(translate("CallText", "On hold"), "pause-fill", "warn")
        case CallState.TRANSFERRING | CallState.TRANSFER_ACCEPTED:
            words = translate("CallText", "Being transferred")
            return CallText(words, "phone-outgoing-fill", "accent")
        case CallState.TERMINATING:
            return CallText(translate("CallText", "Ending"), "phone-x-fill", "muted")
        case CallState.TERMINATED:
            why = ending(call.result, call.direction)
            return CallText(translate("CallText", "Ended"), "phone-x-fill", "muted", why)


def _established(call: CallSnapshot) -> CallText:
    phases = {operation.phase for operation in call.engine.operations}
    if phases & RECORDING:
        return CallText(translate("CallText", "Recording"), "record-fill", "error")
    if phases & {Phase.PROMPT, Phase.TONES, Phase.BEEP}:
        return CallText(translate("CallText", "Bot is playing"), "speaker-high-fill", "prompt")
    return CallText(translate("CallText", "In call"), "phone-call-fill", "ok")


def ending(result: Ended | None, direction: str = "incoming") -> str:
    """Return why a call ended, short; ``direction`` is seen from the bot."""
    if result is None:
        return ""
    # The bot's own refusal of a call, and the phone's: some have the same codes.
    ours: dict[Ended, str] = {
        DECLINED: translate("CallText", "you declined"),
        BUSY: translate("CallText", "you were busy"),
    }
    theirs: dict[Ended, str] = {
        CALLER_HUNG_UP: translate("CallText", "you hung up"),
        BOT_DELETED: translate("CallText", "the bot hung up"),
        NOT_ANSWERED: translate("CallText", "the bot did not answer"),
        NO_ANSWER: translate("CallText", "you did not answer"),
        NOT_KEPT_ALIVE: translate("CallText", "the bot did not keep it alive"),
        REJECTED["none"]: translate("CallText", "the bot declined"),
        REJECTED["busy"]: translate("CallText", "the bot was busy"),
        REJECTED["forbidden"]: translate("CallText", "the bot refused"),
        REDIRECTED: translate("CallText", "the bot sent it on"),
        CLOSED: translate("CallText", "the simulator was closed"),
    }
    words = theirs | ours if direction == "outgoing" else theirs
    return words.get(result) or f"{result[0]}/{result[1]}"


def talk_time(call: CallSnapshot | None) -> str:
    """Return hh:mm:ss since the call was established; zeros before that."""
    seconds = 0
    if call is not None and call.engine.established_at is not None:
        seconds = max(0, int(call.engine.seconds - call.engine.established_at))
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def recorded(call: CallSnapshot | None) -> float | None:
    """Return the seconds that the bot has recorded so far, ``None`` while it does not record."""
    if call is None or call.engine.state is CallState.TERMINATED:
        return None
    running = (o.seconds for o in call.engine.operations if o.phase in RECORDING)
    return next(running, None)


def caller_name(caller: str) -> str:
    """Return who speaks: ``caller`` is ``live``, ``silence`` or a path."""
    if caller == "live":
        return translate("CallText", "live microphone")
    if caller == "silence":
        return translate("CallText", "silence")
    return caller.replace("\\", "/").rsplit("/", 1)[-1]
