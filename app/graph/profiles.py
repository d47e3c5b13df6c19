"""What differs between the generations of the API, as data (contract section 1.4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Profile:
    """One generation. Times in seconds, bounds inclusive."""

    generation: str
    path: str
    """Prefix of every path of this generation, without a trailing slash."""
    call_roots: tuple[str, ...]
    """Where the calls are found below ``path``."""
    min_seconds: int
    max_seconds: int
    default_initial_silence: int
    default_max_silence: int
    default_max_duration: int
    max_record_prompts: int
    max_play_prompts: int
    max_client_context: int
    """Characters."""
    deprecated_roots: tuple[str, ...] = ()
    """Those of ``call_roots`` whose use the user is told of."""
    tells_reason: bool = False
    """Whether operations carry a ``completionReason`` beside their ``resultInfo``."""
    record_action: str = "recordResponse"
    answers_body: bool = True
    """Whether that action answers 200 with the operation, or 202 with nothing but its Location."""
    location_name: str = "recordingLocation"
    token_name: str = "recordingAccessToken"
    typed_envelope: bool = True
    """Whether notifications have types, and ``resourceUrl``; the first ones had ``resource``."""
    not_printed: tuple[str, ...] = ()
    """Members of a finished recordOperation that its reference page does not have."""
    stop_tone_sequences: bool = False
    """Whether a stop tone may be several keys, one after the other."""
    barge_in_cuts_prompt: bool = False
    """``bargeInAllowed``: the caller's key cuts the prompt; else operations are cancelled."""
    loops: bool = False
    """Whether a prompt may say how often it is played (``loop``)."""
    endless_prompts: bool = False
    """Whether a playPrompt may go on for ever (``loop``)."""
    streams: bool = False
    """Whether a recording can be had while it grows (``streamWhileRecording``)."""


V1: Final = Profile(
    generation="v1.0",
    path="/v1.0",
    call_roots=("/communications/calls",),
    min_seconds=1,
    max_seconds=120,
    default_initial_silence=5,
    default_max_silence=5,
    default_max_duration=5,
    max_record_prompts=1,
    max_play_prompts=20,
    max_client_context=256,
)
"""recordResponse of v1.0: the page of 2019-12-31 and, unchanged, today's."""

BETA: Final = replace(
    V1,
    generation="beta",
    path="/beta",
    call_roots=("/communications/calls", "/app/calls", "/applications/{app}/calls"),
    deprecated_roots=("/app/calls", "/applications/{app}/calls"),
    tells_reason=True,
    not_printed=("resultInfo",),
    loops=True,
    endless_prompts=True,
)
"""recordResponse of beta: the pages of 2020-03-05 to 2021-04-27 and, unchanged, today's."""

RECORD_2018: Final = replace(
    BETA,
    generation="2018",
    call_roots=("/app/calls", "/applications/{app}/calls"),
    max_seconds=2**31 - 1,
    max_record_prompts=20,
    record_action="record",
    answers_body=False,
    location_name="recordResourceLocation",
    token_name="recordResourceAccessToken",
    typed_envelope=False,
    not_printed=("id", "resultInfo"),
    stop_tone_sequences=True,
    barge_in_cuts_prompt=True,
    streams=True,
)
"""record: the beta page of 2018-11-29. It documents neither limits nor defaults (assumed: those of
2019, 5/5/5 s and at least 1, up to what an Int32 holds; as many prompts as a playPrompt)."""

PROFILES: Final = {profile.generation: profile for profile in (V1, BETA, RECORD_2018)}
