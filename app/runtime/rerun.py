"""Runs the recordings of a saved call again: the same audio and request through the same engine.

What the audio and the keys decide has to come out the same. What they do not (a bot that cancelled,
a prompt that could not be had) is said and not tried.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import numpy as np

from app.engine.timebase import to_samples
from app.engine.tones import KEYS
from app.engine.voice import SpeechModel
from app.graph.endpoint import read_endpoint
from app.graph.errors import GraphError
from app.graph.payload import read_object
from app.graph.profiles import PROFILES, Profile
from app.graph.requests import RecordResponseRequest
from app.runtime.call_engine import engine_config, recording_request
from app.runtime.clock import new_id
from app.runtime.feeder import Press
from app.runtime.ports import Audio
from app.runtime.records import HttpExchange, Record
from app.runtime.saved_calls import SavedCall
from app.runtime.simulation import simulate
from app.settings import SettingError, Settings

DECIDED: Final = frozenset(
    {
        "stopToneDetected",
        "initialSilenceTimeout",
        "maxSilenceTimeout",
        "maxRecordDurationReached",
        "callTerminated",
    }
)
"""The reasons that audio, keys and a hang-up decide."""

SAME: Final = 0.02
"""Seconds by which the ends may differ: a frame."""

_NO_BEEP: Final[Audio] = np.zeros(0, np.int16)
"""What is kept begins after the beep, and a beep without a sample is over at once."""


@dataclass(frozen=True, slots=True)
class Rerun:
    """What came of one recording: ``reason`` and ``seconds`` then and ``now`` (``None``: not run,
    and ``problem`` says why)."""

    operation_id: str
    reason: str
    seconds: float
    now: tuple[str, float] | None = None
    problem: str = ""

    @property
    def same(self) -> bool:
        """Whether it ended as it did then."""
        if self.now is None:
            return False
        reason, seconds = self.now
        return reason == self.reason and abs(seconds - self.seconds) <= SAME


def rerun(call: SavedCall, model: Callable[[str], SpeechModel]) -> list[Rerun]:
    """Run every recording of ``call`` that has ended again. Any thread; takes time.

    ``model`` loads a detector by its name, or raises ValueError.
    """
    settings = _settings(call)
    runs = []
    for start, end in _recordings(call.records):
        began = start.seconds or 0.0
        ended = end.seconds or began
        reason = str(end.data.get("reason", ""))
        then = Rerun(str(end.operation_id), reason, max(0.0, ended - began))
        runs.append(_run(call, then, began, settings, model))
    return runs


def _run(
    call: SavedCall,
    then: Rerun,
    began: float,
    settings: Settings,
    model: Callable[[str], SpeechModel],
) -> Rerun:
    audio = call.audio.get(then.operation_id)
    if then.reason not in DECIDED:
        return _not_run(then, f"'{then.reason}' was not decided by what was said or keyed.")
    if audio is None:
        return _not_run(then, "Its audio was not kept: without it, it cannot be run again.")
    if settings.beep_recorded:
        return _not_run(then, "Its audio begins with the beep (setting recording.withBeep).")
    try:
        request, profile = _request(call, then.operation_id, settings)
        detector = _detector(call, settings, model)
    except (GraphError, ValueError) as error:
        return _not_run(then, str(error))
    presses = [
        Press(tone, to_samples(after))
        for tone, after in _presses(call.records, then, began, request.stop_tones)
    ]
    result = simulate(
        audio,
        request,
        config=engine_config(settings, _NO_BEEP),
        model=lambda: detector,
        new_id=new_id,
        presses=presses,
        hang_up_at=then.seconds if then.reason == "callTerminated" else None,
        key_samples=to_samples(settings.key_milliseconds / 1000),
        profile=profile,
    )
    outcome = result.data["outcome"]
    now = (str(outcome["reason"]), float(outcome["seconds"]))
    return Rerun(then.operation_id, then.reason, then.seconds, now)


def _detector(
    call: SavedCall, settings: Settings, model: Callable[[str], SpeechModel]
) -> SpeechModel:
    """Return the detector that listened then, or the one that does so now. Raises ValueError."""
    with contextlib.suppress(ValueError):
        return model(call.versions.get("detector", settings.detector))
    return model("auto")


def _not_run(then: Rerun, problem: str) -> Rerun:
    return Rerun(then.operation_id, then.reason, then.seconds, None, problem)


def _recordings(records: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    """Return where each recording began, and its end."""
    started: dict[str | None, Record] = {}
    for record in records:
        if record.kind == "recordingStarted":
            started[record.operation_id] = record
        elif record.kind == "ended" and record.operation_id in started:
            yield started[record.operation_id], record


def _settings(call: SavedCall) -> Settings:
    """Return the settings of the call; what this program does not know is left at its default."""
    settings = Settings()
    for name, value in call.settings.items():
        try:
            settings = settings.set(name, value)
        except SettingError:
            continue
    return settings


def _request(
    call: SavedCall, operation_id: str, settings: Settings
) -> tuple[RecordResponseRequest, Profile]:
    """Return the request that began the operation. Raises GraphError, ValueError."""
    for record in call.records:
        exchange = record.whole().exchange
        if exchange is None or exchange.direction != "in" or exchange.method != "POST":
            continue
        endpoint = read_endpoint(exchange.url)
        if endpoint.name in ("recordResponse", "record") and _is_of(exchange, record, operation_id):
            profile = _profile(exchange.url, endpoint.name, endpoint.generation)
            body = read_object(exchange.request_body.encode())
            return recording_request(body, profile, settings), profile
    raise ValueError("The request that began it was not kept.")


def _is_of(exchange: HttpExchange, record: Record, operation_id: str) -> bool:
    if record.operation_id is not None:
        return record.operation_id == operation_id
    try:
        answer: Any = json.loads(exchange.response_body)
    except (ValueError, RecursionError):
        return False
    return isinstance(answer, dict) and answer.get("id") == operation_id


def _profile(url: str, action: str, generation: str) -> Profile:
    legacy = action == "record" or "/app" in urlsplit(url).path.lower()
    return PROFILES["2018" if legacy else generation or "v1.0"]


def _presses(
    records: Iterable[Record], then: Rerun, began: float, stop_tones: tuple[str, ...]
) -> list[tuple[str, float]]:
    """Return the keys of the pad that were pressed while it recorded, by seconds into it.

    Which ones may have been redacted. Then those that ended it were those of a stop tone, and of
    the others it is enough to know that they were none.
    """
    pressed = [
        (str(record.data.get("tone", "")), (record.seconds or 0.0) - began)
        for record in records
        if record.kind == "toneReceived"
        and record.data.get("source") == "pad"
        and 0 <= (record.seconds or 0.0) - began <= then.seconds + SAME
    ]
    harmless = next((key for key in KEYS if not any(key in stop for stop in stop_tones)), None)
    last = stop_tones[0] if stop_tones and then.reason == "stopToneDetected" else ""
    found: list[tuple[str, float]] = []
    for number, (tone, after) in enumerate(pressed):
        at = number - (len(pressed) - len(last))
        known = tone if tone in KEYS else last[at] if last and at >= 0 else harmless
        if known is not None:
            found.append((known, after))
    return found
