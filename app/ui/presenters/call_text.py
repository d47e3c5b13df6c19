"""How a call stands, in words, with the icon and colour that go with them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.engine.states import RECORDING, CallState, Phase
from app.runtime.calls import BOT_DELETED, CALLER_HUNG_UP, CLOSED, NOT_ANSWERED, CallSnapshot

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
        case CallState.ESTABLISHING:
            return CallText(translate("CallText", "Connecting"), "phone-outgoing-fill", "accent")
        case CallState.ESTABLISHED:
            return _established(call)
        case CallState.TRANSFERRING | CallState.TRANSFER_ACCEPTED:
            words = translate("CallText", "Being transferred")
            return CallText(words, "phone-outgoing-fill", "accent")
        case CallState.TERMINATING:
            return CallText(translate("CallText", "Ending"), "phone-x-fill", "muted")
        case CallState.TERMINATED:
            return CallText(
                translate("CallText", "Ended"), "phone-x-fill", "muted", ending(call.result)
            )


def _established(call: CallSnapshot) -> CallText:
    phases = {operation.phase for operation in call.engine.operations}
    if phases & RECORDING:
        return CallText(translate("CallText", "Recording"), "record-fill", "error")
    if phases & {Phase.PROMPT, Phase.TONES, Phase.BEEP}:
        return CallText(translate("CallText", "Bot is playing"), "speaker-high-fill", "prompt")
    return CallText(translate("CallText", "In call"), "phone-call-fill", "ok")


def ending(result: tuple[int, int, str] | None) -> str:
    """Return why a call ended, short."""
    if result == CALLER_HUNG_UP:
        return translate("CallText", "you hung up")
    if result == BOT_DELETED:
        return translate("CallText", "the bot hung up")
    if result == NOT_ANSWERED:
        return translate("CallText", "the bot did not answer")
    if result == CLOSED:
        return translate("CallText", "the simulator was closed")
    return "" if result is None else f"{result[0]}/{result[1]}"


def talk_time(call: CallSnapshot | None) -> str:
    """Return hh:mm:ss since the call was established; zeros before that."""
    seconds = 0
    if call is not None and call.engine.established_at is not None:
        seconds = max(0, int(call.engine.seconds - call.engine.established_at))
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def caller_name(caller: str) -> str:
    """Return who speaks: ``caller`` is ``live``, ``silence`` or a path."""
    if caller == "live":
        return translate("CallText", "live microphone")
    if caller == "silence":
        return translate("CallText", "silence")
    return caller.replace("\\", "/").rsplit("/", 1)[-1]
