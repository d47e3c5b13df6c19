"""What the settings make of an engine, and of a request to record: the same for live calls and for
``simulate``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.engine.call import EngineConfig
from app.engine.timebase import to_samples
from app.graph.profiles import Profile
from app.graph.requests import RecordResponseRequest, parse_record_response
from app.runtime.ports import Audio
from app.settings import Settings


def engine_config(settings: Settings, beep: Audio) -> EngineConfig:
    """Return the engine's part of ``settings``; ``beep`` is int16 mono 16 kHz."""
    return EngineConfig(
        beep,
        settings.sensitivity,
        settings.tones_in_audio,
        settings.hang_up_while_recording == "failed",
        to_samples(settings.inter_digit) or None,
        settings.early_stop,
        settings.beep_recorded,
    )


def recording_request(
    body: dict[str, Any], profile: Profile, settings: Settings
) -> RecordResponseRequest:
    """Check the body of ``recordResponse`` or ``record``. Raises GraphError."""
    if not profile.answers_body:
        profile = replace(profile, default_max_duration=settings.record_max_duration)
    return parse_record_response(
        body,
        profile,
        empty_prompts=settings.empty_prompts == "accept",
        several_prompts=settings.several_prompts == "accept",
    )
