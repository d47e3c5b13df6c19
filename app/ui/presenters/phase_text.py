"""The phases of an operation, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.engine.outcome import Status
from app.engine.states import Phase
from app.runtime.calls import Download
from app.ui.presenters.operation_story import Story

translate = QCoreApplication.translate


def phase_name(phase: Phase) -> str:
    """Return the name of a phase."""
    match phase:
        case Phase.QUEUED:
            return translate("PhaseText", "Queued")
        case Phase.PROMPT:
            return translate("PhaseText", "Prompt")
        case Phase.TONES:
            return translate("PhaseText", "Tones")
        case Phase.BEEP:
            return translate("PhaseText", "Beep")
        case Phase.LISTENING:
            return translate("PhaseText", "Listening")
        case Phase.SPEAKING:
            return translate("PhaseText", "Speaking")
        case Phase.PAUSING:
            return translate("PhaseText", "Pausing")
        case Phase.ENDED:
            return translate("PhaseText", "Ended")


def status_name(status: Status) -> str:
    """Return the name of a status."""
    match status:
        case Status.NOT_STARTED:
            return translate("PhaseText", "Not started")
        case Status.RUNNING:
            return translate("PhaseText", "Running")
        case Status.COMPLETED:
            return translate("PhaseText", "Completed")
        case Status.FAILED:
            return translate("PhaseText", "Failed")
        case Status.LOST:
            return translate("PhaseText", "Lost")


def telling(story: Story) -> str:
    """Return what goes on now, or why it ended, as a sentence."""
    if story.download is not None and not story.ended:
        return _downloading(story.download)
    if story.phase is Phase.ENDED:
        return story.ending
    return going_on(story.phase, story.timer("max_silence").total)


def going_on(phase: Phase, pause: float) -> str:
    """Return what goes on in ``phase``; ``pause`` is the limit of a pause in seconds."""
    match phase:
        case Phase.QUEUED:
            return translate("PhaseText", "Waits until what runs before it has ended.")
        case Phase.PROMPT:
            return translate("PhaseText", "The bot's prompt is played; nothing is recorded yet.")
        case Phase.TONES:
            return translate("PhaseText", "The bot's tones sound.")
        case Phase.BEEP:
            return translate("PhaseText", "The beep sounds; the recording starts after it.")
        case Phase.LISTENING:
            return translate("PhaseText", "Recording. Waits for the caller to speak.")
        case Phase.SPEAKING:
            return translate("PhaseText", "Recording. The caller is speaking.")
        case Phase.PAUSING:
            text = translate("PhaseText", "Recording. The caller pauses; {limit} s of it end it.")
            return text.format(limit=f"{pause:g}")
        case Phase.ENDED:
            return ""


def _downloading(download: Download) -> str:
    received = f"{download.received / 1000:,.0f}"
    if not download.total:
        text = translate("PhaseText", "The bot's prompt is being downloaded: {received} kB.")
        return text.format(received=received)
    text = translate("PhaseText", "The bot's prompt is being downloaded: {received} of {total} kB.")
    return text.format(received=received, total=f"{download.total / 1000:,.0f}")
