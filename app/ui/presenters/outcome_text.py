"""Why an operation ended, in one sentence of plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.engine.events import ToneSource
from app.engine.outcome import OUTCOMES, Cause, Outcome, Status

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Ending:
    """What is known of the end: ``seconds`` of recording (or since the start), the key that ended
    it and where it was heard, and the limit (seconds) that ran out, as far as known."""

    outcome: Outcome
    seconds: float
    tone: str | None = None
    source: ToneSource | None = None
    limit: float | None = None


def cause_of(outcome: Outcome) -> Cause:
    """Return what ``outcome`` (a row of OUTCOMES) came of; anything else counts as UNKNOWN."""
    return _CAUSES.get(outcome, Cause.UNKNOWN)


def sentence(ending: Ending) -> str:
    """Return e.g. ``Ended after 4.2 s: the caller pressed #. Completed, 200/8514.``"""
    cause = cause_of(ending.outcome)
    return f"{_when(cause, ending.seconds)}: {_why(cause, ending)}. {result(ending.outcome)}"


def result(outcome: Outcome) -> str:
    """Return what the bot is told, e.g. ``Completed, 200/8514.``"""
    cause = cause_of(outcome)
    if cause is Cause.CALL_LOST:
        return translate(
            "OutcomeText",
            "As on the real service, the bot is not notified and the recording is lost.",
        )
    codes = f"{outcome.code}/{outcome.subcode}"
    if outcome.status is Status.COMPLETED:
        return translate("OutcomeText", "Completed, {codes}.").format(codes=codes)
    text = translate("OutcomeText", "Failed, {codes}.").format(codes=codes)
    if cause is Cause.CALL_TERMINATED:
        note = translate("OutcomeText", "Graph itself would send nothing; a setting asks for it.")
        return f"{text} {note}"
    return text


def _when(cause: Cause, seconds: float) -> str:
    if seconds <= 0:
        return translate("OutcomeText", "Ended before its turn came")
    if cause is Cause.CALL_LOST:
        text = translate("OutcomeText", "Lost after {seconds} s")
    elif cause is Cause.PLAYED:
        text = translate("OutcomeText", "Played for {seconds} s")
    else:
        text = translate("OutcomeText", "Ended after {seconds} s")
    return text.format(seconds=f"{seconds:.1f}")


def _why(cause: Cause, ending: Ending) -> str:
    match cause:
        case Cause.STOP_TONE:
            return _why_tone(ending)
        case Cause.INITIAL_SILENCE | Cause.MAX_SILENCE | Cause.MAX_DURATION:
            return _why_limit(cause, ending.limit)
        case Cause.PLAYED:
            return translate("OutcomeText", "all prompts were heard to their end")
        case Cause.CANCELLED:
            return translate("OutcomeText", "the bot cancelled it, or a later request barged in")
        case Cause.PROMPT_FAILED:
            return translate("OutcomeText", "the prompt could not be played")
        case Cause.PROMPT_FORMAT:
            return translate("OutcomeText", "the prompt's file format is not one that Graph plays")
        case Cause.PROMPT_DOWNLOAD:
            return translate("OutcomeText", "the prompt could not be downloaded")
        case Cause.BEEP_FAILED:
            return translate("OutcomeText", "the beep could not be played")
        case Cause.MEDIA_TIMEOUT:
            return translate("OutcomeText", "no audio came from the caller")
        case Cause.CALL_LOST | Cause.CALL_TERMINATED:
            return translate("OutcomeText", "the call ended while it was running")
        case Cause.UNKNOWN:
            return translate("OutcomeText", "something unforeseen happened")


def _why_tone(ending: Ending) -> str:
    if ending.tone is None:
        return translate("OutcomeText", "a stop tone was received")
    if ending.source == "audio":
        text = translate("OutcomeText", "the key {tone} was heard in the caller's audio")
    else:
        text = translate("OutcomeText", "the caller pressed {tone}")
    return text.format(tone=ending.tone)


def _why_limit(cause: Cause, limit: float | None) -> str:
    if limit is None:
        return {
            Cause.INITIAL_SILENCE: translate("OutcomeText", "nobody spoke in the beginning"),
            Cause.MAX_SILENCE: translate("OutcomeText", "the caller stopped speaking"),
            Cause.MAX_DURATION: translate("OutcomeText", "it reached its maximum duration"),
        }[cause]
    text = {
        Cause.INITIAL_SILENCE: translate("OutcomeText", "nobody spoke in the first {limit} s"),
        Cause.MAX_SILENCE: translate("OutcomeText", "the caller paused for {limit} s"),
        Cause.MAX_DURATION: translate(
            "OutcomeText", "it reached its maximum duration of {limit} s"
        ),
    }[cause]
    return text.format(limit=f"{limit:g}")


_CAUSES: Final = {outcome: cause for cause, outcome in OUTCOMES.items()}
