"""``simulate``: one recordResponse on a file, with no HTTP and no clock but the samples.

Time 0 is the start of the recording, and the file starts there; where it ends, digital silence
follows. Prompts are not fetched and count as played.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from app.engine.call import Engine, EngineConfig
from app.engine.commands import Answer, PromptReady
from app.engine.events import Event, OperationEnded, RecordingStarted
from app.engine.limits import PAD_KEY
from app.engine.outcome import Status
from app.engine.timebase import SAMPLE_RATE, to_samples, to_seconds
from app.engine.voice import SpeechModel
from app.graph.notifications import notification, operation_path
from app.graph.profiles import V1, Profile
from app.graph.requests import RecordResponseRequest
from app.graph.resources import Recording, record_operation
from app.runtime.callers import Script
from app.runtime.describe import event_data, event_kind
from app.runtime.feeder import Feeder, Press
from app.runtime.ports import Audio, NewId

PIECE: Final = SAMPLE_RATE
"""Samples fed at once, where nothing else is asked: a second keeps the detectors in their fast
batches."""

SHOWN: Final = frozenset(
    {
        "promptStarted",
        "promptEnded",
        "beepStarted",
        "recordingStarted",
        "speechStarted",
        "speechEnded",
        "toneReceived",
        "ended",
    }
)


@dataclass(frozen=True, slots=True)
class SimulationResult:
    """``data`` is the JSON object of ``simulate --json``; ``audio`` the recording if completed."""

    data: dict[str, Any]
    audio: Audio | None


def simulate(
    audio: Audio,
    request: RecordResponseRequest,
    *,
    config: EngineConfig,
    model: Callable[[], SpeechModel],
    new_id: NewId,
    presses: Sequence[Press] = (),
    hang_up_at: float | None = None,
    key_samples: int = PAD_KEY,
    progress: Callable[[float], None] | None = None,
    profile: Profile = V1,
    piece: int = PIECE,
) -> SimulationResult:
    """Run ``request`` on ``audio`` (int16 mono 16 kHz) and return what came of it.

    ``presses`` and ``hang_up_at`` (seconds) are timed from the start of the recording;
    ``progress`` is told the share (0..1) of the longest possible time, ``profile`` is the
    generation that answers, ``piece`` how many samples are fed at once (the same comes of any
    number). Any thread.
    """
    call_id, operation_id = new_id(), new_id()
    engine = Engine(config, model)
    feeder = Feeder(
        engine,
        Script(audio),
        presses,
        None if hang_up_at is None else to_samples(hang_up_at),
        key_samples,
    )
    engine.handle(Answer())
    feeder.feed(1)
    events = engine.handle(request.command(operation_id))
    for index in range(len(request.prompts)):
        engine.handle(PromptReady(operation_id, index, np.zeros(0, np.int16)))
    feeder.note(events)
    news = events
    while not any(isinstance(event, OperationEnded) for event in news):
        news = feeder.feed(piece).events
        events = [*events, *news] if news else events
        if progress is not None:
            progress(min(1.0, engine.now / (to_samples(request.max_duration) + PIECE)))
    return _result(call_id, operation_id, request, events, new_id, profile)


def _result(
    call_id: str,
    operation_id: str,
    request: RecordResponseRequest,
    events: Sequence[Event],
    new_id: NewId,
    profile: Profile,
) -> SimulationResult:
    ended = next(event for event in events if isinstance(event, OperationEnded))
    zero = next((e.sample for e in events if isinstance(e, RecordingStarted)), ended.sample)
    timeline = [
        {"seconds": to_seconds(event.sample - zero), "event": event_kind(event)}
        | _data(event, zero)
        for event in events
        if event_kind(event) in SHOWN
    ]
    outcome, audio = ended.outcome, ended.audio
    lost = outcome.status is Status.LOST
    take = Recording(f"http://127.0.0.1/recordings/{new_id()}", "simulated") if not lost else None
    finished = record_operation(
        operation_id, request.client_context, outcome, take if audio is not None else None, profile
    )
    running = record_operation(operation_id, request.client_context, None, None, profile)
    data = {
        "generation": profile.generation,
        "outcome": {
            "status": outcome.status.value,
            "reason": outcome.reason,
            "code": outcome.code,
            "subcode": outcome.subcode,
            "message": outcome.message,
            "seconds": to_seconds(ended.sample - zero),
        },
        "timeline": sorted(timeline, key=_seconds),
        "response": running if profile.answers_body else None,
        "notification": None
        if lost
        else notification("deleted", operation_path(call_id, operation_id), finished, profile),
        "recording": None
        if audio is None
        else {
            "seconds": to_seconds(len(audio)),
            "sampleRate": SAMPLE_RATE,
            "channels": 1,
            "bits": 16,
        },
    }
    return SimulationResult(data, audio)


def _data(event: Event, zero: int) -> dict[str, Any]:
    data = event_data(event)
    if "knownAt" in data:
        data["knownAt"] = round(data["knownAt"] - to_seconds(zero), 4)
    return data


def _seconds(entry: dict[str, Any]) -> float:
    seconds: float = entry["seconds"]
    return seconds
