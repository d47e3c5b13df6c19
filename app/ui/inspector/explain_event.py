"""An event of the call in plain words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.runtime.records import Record
from app.ui.inspector.event_row import event_title
from app.ui.inspector.explanation import Explanation

translate = QCoreApplication.translate


def explain_event(record: Record) -> Explanation:
    """Return what an event record means."""
    data = record.data
    match record.kind:
        case "callCreated":
            words = translate(
                "ExplainEvent", "The call is announced to {bot}; the caller is {who}."
            )
            return Explanation(
                translate("ExplainEvent", "The phone dialled."),
                (words.format(bot=data.get("botUrl", ""), who=_caller(data)),),
            )
        case "callStateChanged":
            words = translate("ExplainEvent", "The call is now '{state}'.")
            return Explanation(words.format(state=data.get("state", "")))
        case "toneReceived":
            return _tone(data)
        case "speechStarted" | "speechEnded":
            return _speech(record)
        case "ended":
            return _ended(data)
        case "warning":
            headline = translate("ExplainEvent", "Something needs attention.")
            return Explanation(headline, (_message(data),))
    title = {
        "mediaActivated": translate("ExplainEvent", "Audio flows between caller and bot."),
        "operationQueued": translate("ExplainEvent", "An operation waits for its turn."),
        "promptStarted": translate("ExplainEvent", "A prompt began to play to the caller."),
        "promptEnded": translate("ExplainEvent", "A prompt has been played."),
        "beepStarted": translate("ExplainEvent", "The beep tells the caller to speak."),
        "recordingStarted": translate("ExplainEvent", "The caller is being recorded."),
        "muted": translate("ExplainEvent", "The caller muted the microphone."),
        "unmuted": translate("ExplainEvent", "The microphone is on again."),
        "recordingDiscarded": translate("ExplainEvent", "The recording was discarded."),
    }.get(record.kind)
    return Explanation(title or event_title(record.kind), _meaning(record.kind))


def _meaning(kind: str) -> tuple[str, ...]:
    meaning = {
        "operationQueued": translate(
            "ExplainEvent", "Operations of a call run one after the other, in order of request."
        ),
        "recordingStarted": translate(
            "ExplainEvent",
            "Initial silence and the longest duration are counted from here; the prompt and the "
            "beep are not in the recording.",
        ),
        "muted": translate(
            "ExplainEvent", "The bot hears silence, and its silence timers keep running."
        ),
        "recordingDiscarded": translate(
            "ExplainEvent", "From now on the bot gets 404 at its recordingLocation."
        ),
    }.get(kind)
    return (meaning,) if meaning else ()


def _caller(data: dict[str, Any]) -> str:
    caller = str(data.get("caller", ""))
    known = {
        "live": translate("ExplainEvent", "you, at the microphone"),
        "silence": translate("ExplainEvent", "silent"),
    }
    return known.get(caller, caller)


def _tone(data: dict[str, Any]) -> Explanation:
    tone = data.get("tone", "")
    if data.get("source") == "pad":
        words = translate("ExplainEvent", "The caller pressed {tone}.")
        meaning = translate("ExplainEvent", "A pad key counts from the moment it is pressed.")
    else:
        words = translate("ExplainEvent", "The key {tone} was heard in the caller's audio.")
        meaning = translate("ExplainEvent", "Its tone was found in what the microphone delivered.")
    return Explanation(words.format(tone=tone), (meaning,))


def _speech(record: Record) -> Explanation:
    started = record.kind == "speechStarted"
    headline = (
        translate("ExplainEvent", "The caller began to speak.")
        if started
        else translate("ExplainEvent", "The caller paused.")
    )
    sentences: list[str] = []
    known = record.data.get("knownAt")
    if isinstance(known, float | int) and record.seconds is not None:
        words = translate(
            "ExplainEvent", "It was certain {delay:.0f} ms later and counts from its true moment."
        )
        sentences.append(words.format(delay=(known - record.seconds) * 1000))
    if not started:
        sentences.append(
            translate("ExplainEvent", "The pause timer (maxSilenceTimeoutInSeconds) runs.")
        )
    return Explanation(headline, tuple(sentences))


def _ended(data: dict[str, Any]) -> Explanation:
    reasons = {
        "stopToneDetected": translate("ExplainEvent", "The caller pressed a stop key."),
        "initialSilenceTimeout": translate(
            "ExplainEvent", "Nothing was said before the initial silence ran out."
        ),
        "maxSilenceTimeout": translate("ExplainEvent", "The caller paused for long enough."),
        "maxRecordDurationReached": translate(
            "ExplainEvent", "The longest duration of a recording was reached."
        ),
        "completedSuccessfully": translate("ExplainEvent", "The prompt was played to its end."),
        "operationCanceled": translate(
            "ExplainEvent", "It was cancelled by the bot, or a later request barged in."
        ),
        "playPromptFailed": translate("ExplainEvent", "A prompt could not be played."),
        "callTerminated": translate("ExplainEvent", "The call ended first."),
    }
    status = str(data.get("status", ""))
    headline = {
        "completed": translate("ExplainEvent", "An operation completed."),
        "failed": translate("ExplainEvent", "An operation failed."),
        "lost": translate("ExplainEvent", "An operation was lost with its call."),
    }.get(status, translate("ExplainEvent", "An operation ended."))
    sentences = [reasons.get(str(data.get("reason")), _message(data))]
    if data.get("code") is not None:
        words = translate("ExplainEvent", "Graph's result is {code}/{subcode}: {message}")
        sentences.append(
            words.format(code=data["code"], subcode=data.get("subcode"), message=_message(data))
        )
    if status == "lost":
        sentences.append(
            translate(
                "ExplainEvent",
                "The bot is not told and the recording is gone, as on the real service (setting "
                "call.hangUpWhileRecording).",
            )
        )
    seconds = data.get("recordingSeconds")
    if isinstance(seconds, float | int):
        words = translate("ExplainEvent", "{n:.1f} s were recorded and can be fetched by the bot.")
        sentences.append(words.format(n=seconds))
    return Explanation(headline, tuple(sentence for sentence in sentences if sentence))


def _message(data: dict[str, Any]) -> str:
    return str(data.get("message") or "")
