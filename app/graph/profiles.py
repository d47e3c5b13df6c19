"""What differs between the generations of the API, as data (contract section 1.4)."""

from __future__ import annotations

from dataclasses import dataclass
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

PROFILES: Final = {profile.generation: profile for profile in (V1,)}
