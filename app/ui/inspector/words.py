"""Requests in plain words: what a recordResponse or playPrompt body makes the call do.

Used by the inspector for what was sent and by the composer for what would be.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.graph.catalogue import Operation
from app.graph.instant import InstantRequest
from app.graph.profiles import Profile
from app.graph.requests import (
    AnswerRequest,
    CreateCallRequest,
    PlayPromptRequest,
    RecordResponseRequest,
    RejectRequest,
)

translate = QCoreApplication.translate


def body_words(operation: Operation, body: dict[str, Any], profile: Profile) -> list[str]:
    """Return what ``body`` sent to ``operation`` does. Raises GraphError where it is refused."""
    if operation.check is None:
        return []
    parsed = operation.check(body, profile)
    match parsed:
        case RecordResponseRequest():
            return record_words(parsed)
        case PlayPromptRequest():
            return play_words(parsed)
        case AnswerRequest():
            words = translate("Words", "Notifications about this call go to {url}.")
            return [words.format(url=parsed.callback_uri)]
        case CreateCallRequest():
            words = translate("Words", "This phone rings; notifications go to {url}.")
            return [words.format(url=parsed.callback_uri)]
        case RejectRequest():
            words = translate("Words", "The call ends with the reason '{reason}'.")
            return [words.format(reason=parsed.reason)]
        case InstantRequest() if parsed.recording_status is not None:
            words = translate("Words", "The bot says of its own recording: {status}.")
            return [words.format(status=parsed.recording_status)]
    known = {
        "cancelMediaProcessing": translate(
            "Words", "What plays, records or waits in the call is cancelled."
        ),
        "redirect": translate("Words", "The call is sent on, and ends here."),
        "mute": translate("Words", "The bot is muted."),
        "unmute": translate("Words", "The bot is heard again."),
        "subscribeToTone": translate("Words", "From now on the bot is told of every key."),
    }.get(operation.name)
    return [known] if known else []


def record_words(request: RecordResponseRequest) -> list[str]:
    """Return what ``request`` makes the call do, sentence by sentence."""
    sentences = []
    if request.barge_in_allowed:
        sentences.append(
            translate("Words", "It barges in: what plays, records or waits is cancelled first.")
        )
    sentences.append(_before(len(request.prompts), beep=request.play_beep))
    sentences.append(
        translate(
            "Words", "It fails if nothing is said for {initial} s, and completes {ends}."
        ).format(initial=request.initial_silence, ends=_ends(request))
    )
    return sentences


def play_words(request: PlayPromptRequest) -> list[str]:
    """Return what ``request`` makes the call do."""
    if len(request.prompts) == 1:
        return [translate("Words", "One prompt is played to the caller.")]
    words = translate("Words", "{n} prompts are played to the caller, one after the other.")
    return [words.format(n=len(request.prompts))]


def _before(prompts: int, *, beep: bool) -> str:
    if prompts and beep:
        return translate("Words", "A prompt and the beep play, then the caller is recorded.")
    if prompts:
        return translate("Words", "A prompt plays, then the caller is recorded, without a beep.")
    if beep:
        return translate("Words", "The beep plays, then the caller is recorded.")
    return translate("Words", "The caller is recorded at once, without a prompt or beep.")


def _ends(request: RecordResponseRequest) -> str:
    tones = list(dict.fromkeys(request.stop_tones))
    longest = translate("Words", "after {n} s at the latest").format(n=request.max_duration)
    pause = translate("Words", "on a pause of {n} s").format(n=request.max_silence)
    if not tones:
        return translate("Words", "{pause}, or {longest}").format(pause=pause, longest=longest)
    keys = tones[0]
    if len(tones) > 1:
        keys = translate("Words", "{some} or {last}").format(
            some=", ".join(tones[:-1]), last=tones[-1]
        )
    words = translate("Words", "on the key {keys}, {pause}, or {longest}")
    return words.format(keys=keys, pause=pause, longest=longest)
