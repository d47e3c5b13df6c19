"""What the local Graph can be asked for: every operation with its parameters, defaults and limits.

For whoever offers them to people (the composer, help); what is refused is decided by the parsers of
``app.graph.requests`` and ``app.graph.instant`` alone, which each operation names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from app.graph.instant import INSTANT, RECORDING_STATUS, parse_instant
from app.graph.participants import MOST_INVITED, parse_invite, parse_transfer
from app.graph.profiles import BETA, PROFILES, Profile
from app.graph.requests import (
    MODALITIES,
    MOST_TARGETS,
    REJECT_REASONS,
    parse_answer,
    parse_cancel_media,
    parse_create_call,
    parse_play_prompt,
    parse_record_response,
    parse_redirect,
    parse_reject,
)
from app.graph.tones import KEYS, LONGEST_PAUSE, MOST_TONES, parse_send_tones

ParameterKind = Literal[
    "flag",
    "seconds",
    "milliseconds",
    "text",
    "url",
    "choice",
    "keys",
    "prompts",
    "words",
    "media",
    "user",
    "users",
]
"""``keys`` are stop tones, ``words`` texts out of ``choices``, ``media`` a mediaConfig, ``user`` or
``users`` targets of a call."""

CALL: Final = "{id}"
OPERATION: Final = "{operation}"
"""Stand in a path for the ids of a call and of an operation."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A member of the body. ``default`` is what holds where it is absent (JSON); ``low`` and
    ``high`` bound times (inclusive), ``most`` counts characters or items."""

    name: str
    kind: ParameterKind
    default: Any = None
    required: bool = False
    low: int | None = None
    high: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()


Check = Callable[[dict[str, Any], Profile], Any]
"""Parses a body. Raises GraphError for what is refused."""


@dataclass(frozen=True, slots=True)
class Operation:
    """``below`` is the path under the calls' root, with ``{id}`` for the call's id."""

    name: str
    method: Literal["GET", "POST", "DELETE"]
    below: str
    parameters: tuple[Parameter, ...] = ()
    check: Check | None = None
    """``None`` where there is no body to check."""


@cache
def operations(profile: Profile) -> tuple[Operation, ...]:
    """Return what ``profile``'s generation offers, the recording first."""
    context = Parameter("clientContext", "text", most=profile.max_client_context)
    prompts = Parameter("prompts", "prompts", required=True, most=profile.max_play_prompts)
    loop = (Parameter("loop", "flag", default=False),) if profile.endless_prompts else ()
    actions = [
        _recording(profile, context),
        _action("playPrompt", (prompts, *loop, context), parse_play_prompt),
        _action("sendDtmfTones", (*_TONES, context), parse_send_tones),
        _action("cancelMediaProcessing", (context,), parse_cancel_media),
        *(_instant(name, context) for name in ("subscribeToTone", "mute", "unmute")),
        _instant(
            "updateRecordingStatus",
            context,
            Parameter("status", "choice", required=True, choices=RECORDING_STATUS),
        ),
        Operation("keepAlive", "POST", f"/{CALL}/keepAlive"),
        _action("answer", _ANSWER, lambda body, _: parse_answer(body)),
        _action("reject", _REJECT, lambda body, _: parse_reject(body)),
        _action("redirect", _REDIRECT, lambda body, _: parse_redirect(body)),
        _action("transfer", _TRANSFER, lambda body, _: parse_transfer(body)),
        Operation(
            "invite", "POST", f"/{CALL}/participants/invite", (_INVITED, context), parse_invite
        ),
    ]
    return (
        *actions,
        Operation("create call", "POST", "", _CREATE, lambda body, _: parse_create_call(body)),
        Operation("get call", "GET", f"/{CALL}"),
        Operation("delete call", "DELETE", f"/{CALL}"),
        Operation("get operation", "GET", f"/{CALL}/operations/{OPERATION}"),
        Operation("list operations", "GET", f"/{CALL}/operations"),
        Operation("list participants", "GET", f"/{CALL}/participants"),
        Operation("list calls", "GET", ""),
    )


@cache
def find(name: str, profile: Profile) -> Operation | None:
    """Return the operation ``name`` of a generation, ``None`` where it has none such."""
    return next((found for found in operations(profile) if found.name == name), None)


def root_of(profile: Profile) -> str:
    """Return the path of a generation's calls that the composer uses."""
    return f"{profile.path}{profile.call_roots[0]}"


def profile_of(generation: str) -> Profile:
    """Return the profile of ``generation``; beta's where a path has another version."""
    return PROFILES.get(generation, BETA)


_CALLBACK: Final = Parameter("callbackUri", "url")
_REQUIRED_CALLBACK: Final = Parameter("callbackUri", "url", required=True)
_MEDIA: Final = Parameter(
    "mediaConfig",
    "media",
    required=True,
    choices=("serviceHostedMediaConfig", "appHostedMediaConfig"),
)
_ANSWER: Final = (
    _REQUIRED_CALLBACK,
    Parameter("acceptedModalities", "words", required=True, choices=MODALITIES),
    _MEDIA,
)
_REJECT: Final = (
    Parameter("reason", "choice", default="none", choices=REJECT_REASONS),
    _CALLBACK,
)
_REDIRECT: Final = (
    Parameter("targets", "users", required=True, most=MOST_TARGETS),
    Parameter("timeout", "seconds", default=55, low=15, high=90),
    _CALLBACK,
)
_TONES: Final = (
    Parameter("tones", "words", required=True, most=MOST_TONES, choices=tuple(KEYS)),
    Parameter("delayBetweenTonesMs", "milliseconds", default=100, low=0, high=LONGEST_PAUSE),
)
_TRANSFER: Final = (Parameter("transferTarget", "user", required=True),)
_INVITED: Final = Parameter("participants", "users", required=True, most=MOST_INVITED)
_CREATE: Final = (
    _REQUIRED_CALLBACK,
    Parameter("targets", "users", required=True, most=1),
    Parameter("requestedModalities", "words", choices=MODALITIES),
    _MEDIA,
)


def _recording(profile: Profile, context: Parameter) -> Operation:
    low, high = profile.min_seconds, profile.max_seconds
    parameters = [
        Parameter("prompts", "prompts", most=profile.max_record_prompts),
        Parameter("bargeInAllowed", "flag", default=False),
        _seconds("initialSilenceTimeoutInSeconds", profile.default_initial_silence, low, high),
        _seconds("maxSilenceTimeoutInSeconds", profile.default_max_silence, low, high),
        _seconds("maxRecordDurationInSeconds", profile.default_max_duration, low, high),
        Parameter("playBeep", "flag", default=True),
        Parameter("stopTones", "keys"),
        context,
    ]
    if profile.tells_reason:
        parameters.append(Parameter("streamWhileRecording", "flag", default=False))
    if profile.record_action == "record":
        parameters.append(Parameter("recordingFormat", "choice", choices=("wav",)))
    return _action(profile.record_action, tuple(parameters), parse_record_response)


def _seconds(name: str, default: int, low: int, high: int) -> Parameter:
    return Parameter(name, "seconds", default=default, low=low, high=high)


def _action(name: str, parameters: tuple[Parameter, ...], check: Check) -> Operation:
    return Operation(name, "POST", f"/{CALL}/{name}", parameters, check)


def _instant(name: str, *parameters: Parameter) -> Operation:
    instant = INSTANT[name]
    return _action(name, parameters, lambda body, profile: parse_instant(instant, body, profile))
