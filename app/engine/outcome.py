"""How an operation can end: one table from cause to what the bot is told.

Names, codes and messages are those of contract section 2.2. Which of them Graph documents, which
were observed and which are assumed is said there and in ``app.graph.ledger``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Status(StrEnum):
    """Graph's ``operationStatus``, and ``lost``: the call ended first and nobody is told."""

    NOT_STARTED = "notStarted"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    LOST = "lost"


class Cause(StrEnum):
    """Why an operation ended."""

    STOP_TONE = "stopTone"
    INITIAL_SILENCE = "initialSilence"
    MAX_SILENCE = "maxSilence"
    MAX_DURATION = "maxDuration"
    PLAYED = "played"
    CANCELLED = "cancelled"
    PROMPT_FAILED = "promptFailed"
    PROMPT_FORMAT = "promptFormat"
    PROMPT_DOWNLOAD = "promptDownload"
    BEEP_FAILED = "beepFailed"
    MEDIA_TIMEOUT = "mediaTimeout"
    UNKNOWN = "unknown"
    CALL_LOST = "callLost"
    CALL_TERMINATED = "callTerminated"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the end of an operation means: ``reason`` is the beta API's ``completionReason``."""

    status: Status
    reason: str
    code: int | None
    subcode: int | None
    message: str | None


_C, _F = Status.COMPLETED, Status.FAILED
_PROMPT = "playPromptFailed"

OUTCOMES: Final[dict[Cause, Outcome]] = {
    Cause.STOP_TONE: Outcome(
        _C, "stopToneDetected", 200, 8514, "Action completed as stop tone was detected."
    ),
    Cause.MAX_SILENCE: Outcome(
        _C, "maxSilenceTimeout", 200, 8509, "Action completed, max silence timeout reached."
    ),
    Cause.MAX_DURATION: Outcome(
        _C,
        "maxRecordDurationReached",
        200,
        8515,
        "Action completed, max record duration reached.",
    ),
    Cause.PLAYED: Outcome(_C, "completedSuccessfully", 200, 0, "Action completed successfully."),
    Cause.INITIAL_SILENCE: Outcome(
        _F, "initialSilenceTimeout", 400, 8510, "Action failed, initial silence timeout reached."
    ),
    Cause.CANCELLED: Outcome(
        _F, "operationCanceled", 400, 8508, "Action failed, the operation was cancelled."
    ),
    Cause.PROMPT_FAILED: Outcome(
        _F,
        _PROMPT,
        500,
        8511,
        "Action failed, encountered failure while trying to play the prompt.",
    ),
    Cause.PROMPT_FORMAT: Outcome(_F, _PROMPT, 400, 8535, "Action failed, file format is invalid."),
    Cause.PROMPT_DOWNLOAD: Outcome(
        _F, _PROMPT, 400, 8536, "Action failed, file could not be downloaded."
    ),
    Cause.BEEP_FAILED: Outcome(_F, "playBeepFailed", 500, 8512, "Unknown internal server error."),
    Cause.MEDIA_TIMEOUT: Outcome(
        _F, "mediaReceiveTimeout", 500, 8513, "Action failed, media receive timeout."
    ),
    Cause.UNKNOWN: Outcome(_F, "unspecifiedError", 500, 9999, "Unknown internal server error."),
    Cause.CALL_LOST: Outcome(Status.LOST, "callTerminated", None, None, None),
    Cause.CALL_TERMINATED: Outcome(
        _F, "callTerminated", 400, 8528, "Action failed, the call was terminated."
    ),
}
"""Every cause has its row; a test keeps the table complete."""
