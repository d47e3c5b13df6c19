"""The bodies of the actions, checked: JSON in, frozen requests out, every refusal a GraphError.

Rules and defaults: contract sections 1.1, 4.3 and 4.5. Times are whole seconds, as on the wire.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from app.engine.commands import PlayPrompt, RecordResponse
from app.engine.outcome import Cause
from app.engine.timebase import to_samples
from app.engine.tones import KEYS
from app.graph.payload import Fields, kind_matches
from app.graph.profiles import Profile

MODALITIES: Final = ("audio", "video", "videoBasedScreenSharing", "data", "unknown")

REJECT_REASONS: Final = ("none", "busy", "forbidden")

MOST_TARGETS: Final = 25
"""Of a redirect (contract section 4.8)."""


MOST_LOOPS: Final = 2**31 - 1
"""Of a prompt: what an Int32 holds (contract section 1.5)."""


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """Where a prompt is found; ``resource_id`` is the key under which it may be cached, ``loop``
    how often it is played (0: for ever)."""

    uri: str
    resource_id: str | None
    loop: int = 1


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    callback_uri: str
    service_hosted: bool


@dataclass(frozen=True, slots=True)
class CreateCallRequest:
    """``user_id`` and ``user_name`` are whom the bot phones."""

    callback_uri: str
    service_hosted: bool
    user_id: str | None
    user_name: str | None


@dataclass(frozen=True, slots=True)
class RejectRequest:
    reason: str
    callback_uri: str | None


@dataclass(frozen=True, slots=True)
class RedirectRequest:
    """``timeout`` is in seconds, for each of the targets."""

    targets: int
    timeout: int
    callback_uri: str | None


@dataclass(frozen=True, slots=True)
class PlayPromptRequest:
    """``endless``: all prompts again and again, until something ends them."""

    prompts: tuple[MediaInfo, ...]
    client_context: str | None
    endless: bool = False

    def command(self, operation: str, fault: Cause | None = None) -> PlayPrompt:
        """Return it as the engine takes it, as operation ``operation``."""
        return PlayPrompt(
            operation,
            len(self.prompts),
            self.client_context,
            loops=tuple(prompt.loop for prompt in self.prompts),
            endless=self.endless,
            fault=fault,
        )


@dataclass(frozen=True, slots=True)
class RecordResponseRequest:
    """``stop_tones`` are upper-case DTMF symbols, or sequences of them; the limits are seconds.
    ``stream``: the bot wants to have the recording while it grows."""

    prompts: tuple[MediaInfo, ...]
    barge_in_allowed: bool
    initial_silence: int
    max_silence: int
    max_duration: int
    play_beep: bool
    stop_tones: tuple[str, ...]
    client_context: str | None
    key_cuts_prompts: bool = False
    stream: bool = False

    def command(self, operation: str, fault: Cause | None = None) -> RecordResponse:
        """Return it as the engine takes it, as operation ``operation``."""
        return RecordResponse(
            operation=operation,
            initial_silence=to_samples(self.initial_silence),
            max_silence=to_samples(self.max_silence),
            max_duration=to_samples(self.max_duration),
            prompts=len(self.prompts),
            play_beep=self.play_beep,
            stop_tones=self.stop_tones,
            client_context=self.client_context,
            barge_in=self.barge_in_allowed,
            loops=tuple(prompt.loop for prompt in self.prompts),
            key_cuts_prompts=self.key_cuts_prompts,
            fault=fault,
        )


def parse_answer(body: dict[str, Any]) -> AnswerRequest:
    """Check the body of ``answer``."""
    fields = Fields(body)
    callback = fields.text("callbackUri")
    if callback is None:
        raise fields.missing("callbackUri")
    _check_url(fields, "callbackUri", callback)
    modalities = fields.items("acceptedModalities")
    if not modalities:
        raise fields.missing("acceptedModalities")
    for modality in modalities:
        if modality not in MODALITIES:
            fields.refuse("acceptedModalities", f"expected one of {', '.join(MODALITIES)}.")
    return AnswerRequest(callback, _service_hosted(fields))


def _service_hosted(fields: Fields) -> bool:
    media = fields.child("mediaConfig")
    if media is None:
        raise fields.missing("mediaConfig")
    type_name = media.text("@odata.type")
    if type_name is None:
        raise media.missing("@odata.type")
    service_hosted = kind_matches(type_name, "serviceHostedMediaConfig")
    if not service_hosted and not kind_matches(type_name, "appHostedMediaConfig"):
        media.refuse("@odata.type", "expected serviceHostedMediaConfig or appHostedMediaConfig.")
    return service_hosted


def parse_create_call(body: dict[str, Any]) -> CreateCallRequest:
    """Check the body of ``POST /communications/calls``: a call to one user, this phone."""
    fields = Fields(body)
    if not kind_matches(fields.text("@odata.type"), "call"):
        fields.refuse("@odata.type", "expected #microsoft.graph.call.")
    callback = _callback(fields)
    if callback is None:
        raise fields.missing("callbackUri")
    targets = fields.items("targets")
    if len(targets) != 1 or not isinstance(targets[0], dict):
        fields.refuse("targets", "expected one invitationParticipantInfo: this phone.")
    identity = _invited(Fields(targets[0], "targets[0]"))
    user = identity.child("user") or Fields({}, "targets[0].identity.user")
    return CreateCallRequest(
        callback, _service_hosted(fields), user.text("id"), user.text("displayName")
    )


def parse_reject(body: dict[str, Any]) -> RejectRequest:
    """Check the body of ``reject``."""
    fields = Fields(body)
    reason = fields.text("reason") or "none"
    if reason not in REJECT_REASONS:
        fields.refuse("reason", f"expected one of {', '.join(REJECT_REASONS)}.")
    return RejectRequest(reason, _callback(fields))


def parse_redirect(body: dict[str, Any]) -> RedirectRequest:
    """Check the body of ``redirect``."""
    fields = Fields(body)
    targets = fields.items("targets")
    if not targets:
        raise fields.missing("targets")
    if len(targets) > MOST_TARGETS:
        fields.refuse("targets", f"at most {MOST_TARGETS}, got {len(targets)}.")
    for index, item in enumerate(targets):
        if not isinstance(item, dict):
            fields.refuse("targets", "expected invitationParticipantInfo objects.")
        _invited(Fields(item, f"targets[{index}]"))
    usual = 55 if len(targets) == 1 else 60
    return RedirectRequest(
        len(targets), fields.integer("timeout", usual, 15, 90), _callback(fields)
    )


def _invited(target: Fields) -> Fields:
    """Return the identity of an invitationParticipantInfo."""
    if not kind_matches(target.text("@odata.type"), "invitationParticipantInfo"):
        target.refuse("@odata.type", "expected #microsoft.graph.invitationParticipantInfo.")
    identity = target.child("identity")
    if identity is None:
        raise target.missing("identity")
    return identity


def parse_play_prompt(body: dict[str, Any], profile: Profile) -> PlayPromptRequest:
    """Check the body of ``playPrompt``."""
    fields = Fields(body)
    prompts = _prompts(fields, profile.max_play_prompts, loops=profile.loops)
    if not prompts:
        raise fields.missing("prompts")
    endless = profile.endless_prompts and fields.flag("loop", default=False)
    return PlayPromptRequest(prompts, client_context(fields, profile), endless)


def parse_record_response(
    body: dict[str, Any],
    profile: Profile,
    *,
    empty_prompts: bool = True,
    several_prompts: bool = False,
) -> RecordResponseRequest:
    """Check the body of ``recordResponse``, or of its ancestor ``record``, as ``profile`` says;
    ``{}`` is legal and means all defaults. ``empty_prompts``: so is ``prompts: []``;
    ``several_prompts``: so are as many as a playPrompt may have."""
    fields = Fields(body)
    if profile.streams:
        wanted = fields.text("recordingFormat")
        if wanted is not None and wanted.lower() != "wav":
            fields.refuse("recordingFormat", f"expected 'wav', got '{wanted[:40]}'.")
    most = profile.max_play_prompts if several_prompts else profile.max_record_prompts
    if not empty_prompts and fields.value("prompts") == []:
        fields.refuse("prompts", "Only single prompt is supported, got none.")
    low, high = profile.min_seconds, profile.max_seconds
    barge_in = fields.flag("bargeInAllowed", default=False)
    return RecordResponseRequest(
        prompts=_prompts(fields, most, loops=profile.loops),
        barge_in_allowed=barge_in and not profile.barge_in_cuts_prompt,
        initial_silence=fields.integer(
            "initialSilenceTimeoutInSeconds", profile.default_initial_silence, low, high
        ),
        max_silence=fields.integer(
            "maxSilenceTimeoutInSeconds", profile.default_max_silence, low, high
        ),
        max_duration=fields.integer(
            "maxRecordDurationInSeconds", profile.default_max_duration, low, high
        ),
        play_beep=fields.flag("playBeep", default=True),
        stop_tones=_stop_tones(fields, sequences=profile.stop_tone_sequences),
        client_context=client_context(fields, profile),
        key_cuts_prompts=barge_in and profile.barge_in_cuts_prompt,
        stream=fields.flag("streamWhileRecording", default=False) and profile.streams,
    )


def parse_cancel_media(body: dict[str, Any], profile: Profile) -> str | None:
    """Check the body of ``cancelMediaProcessing``; returns its clientContext."""
    return client_context(Fields(body), profile)


def _prompts(fields: Fields, most: int, *, loops: bool = False) -> tuple[MediaInfo, ...]:
    items = fields.items("prompts")
    if len(items) > most:
        only = "Only a single prompt is supported" if most == 1 else f"At most {most} prompts"
        fields.refuse("prompts", f"{only}, got {len(items)}.")
    return tuple(
        _prompt(item, f"prompts[{index}]", loops=loops) for index, item in enumerate(items)
    )


def _prompt(item: Any, path: str, *, loops: bool) -> MediaInfo:
    if not isinstance(item, dict):
        Fields({}, "").refuse(path, "expected a mediaPrompt object.")
    prompt = Fields(item, path)
    if not kind_matches(prompt.text("@odata.type"), "mediaPrompt"):
        prompt.refuse("@odata.type", "expected #microsoft.graph.mediaPrompt.")
    info = prompt.child("mediaInfo")
    if info is None:
        raise prompt.missing("mediaInfo")
    if not kind_matches(info.text("@odata.type"), "mediaInfo"):
        info.refuse("@odata.type", "expected #microsoft.graph.mediaInfo.")
    uri = info.text("uri")
    if uri is None:
        raise info.missing("uri")
    _check_url(info, "uri", uri)
    loop = prompt.integer("loop", 1, 0, MOST_LOOPS) if loops else 1
    return MediaInfo(uri, info.text("resourceId"), loop)


def _stop_tones(fields: Fields, *, sequences: bool) -> tuple[str, ...]:
    kind = "keys, or sequences of keys," if sequences else "single keys"
    tones: list[str] = []
    for tone in fields.items("stopTones"):
        usable = isinstance(tone, str) and tone and all(key in KEYS for key in tone.upper())
        if not usable or (len(tone) > 1 and not sequences):
            fields.refuse("stopTones", f"expected {kind} out of 0-9 * # A-D, got {tone!r:.40}.")
        tones.append(tone.upper())
    return tuple(tones)


def _callback(fields: Fields) -> str | None:
    callback = fields.text("callbackUri")
    if callback is not None:
        _check_url(fields, "callbackUri", callback)
    return callback


def client_context(fields: Fields, profile: Profile) -> str | None:
    """Return the clientContext, which no generation wants longer than its limit."""
    context = fields.text("clientContext")
    if context is not None and len(context) > profile.max_client_context:
        fields.refuse(
            "clientContext",
            f"{len(context)} characters, the limit is {profile.max_client_context}.",
        )
    return context


def _check_url(fields: Fields, field: str, url: str) -> None:
    try:
        parts = urlsplit(url)
        # urlsplit drops tabs and line ends: what was meant by them, nobody knows.
        whole = not any(sign < " " or sign == "\x7f" for sign in url)
        usable = whole and parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        usable = False
    if not usable:
        fields.refuse(field, "expected an absolute http or https URL.")
