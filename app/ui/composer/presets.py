"""Bodies to begin with: examples, each parameter at its edges, and one that fails in each way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from PySide6.QtCore import QCoreApplication

from app.graph.catalogue import Operation, Parameter
from app.graph.profiles import Profile

translate = QCoreApplication.translate

BOT: Final = "{bot}"
"""Stands in a preset for the address at which the bot takes notifications."""
NO_BOT: Final = "https://bot.contoso.com/api/calls"
"""Where there is no call yet."""

Group = Literal["examples", "edges", "refused"]

_PROMPT: Final[dict[str, Any]] = {
    "@odata.type": "#microsoft.graph.mediaPrompt",
    "mediaInfo": {
        "uri": "https://cdn.contoso.com/beep.wav",
        "resourceId": "1D6DE2D4-CD51-4309-8DAA-70768651088E",
    },
}

_CONTEXT: Final = "d45324c1-fcb5-430a-902c-f20af696537c"

_EXAMPLE: Final[dict[str, Any]] = {
    "bargeInAllowed": True,
    "clientContext": _CONTEXT,
    "prompts": [_PROMPT],
    "maxRecordDurationInSeconds": 10,
    "initialSilenceTimeoutInSeconds": 5,
    "maxSilenceTimeoutInSeconds": 2,
    "playBeep": True,
    "stopTones": ["#", "1", "*"],
}
"""The documentation's example of recordResponse, in v1.0 (2019-12-31) and beta (2020, 2021)."""

_EXAMPLE_2018: Final[dict[str, Any]] = {
    "bargeInAllowed": True,
    "clientContext": _CONTEXT,
    "prompts": [_PROMPT | {"loop": 5}],
    "maxRecordDurationInSeconds": 1800,
    "initialSilenceTimeoutInSeconds": 10,
    "maxSilenceTimeoutInSeconds": 2,
    "recordingFormat": "wav",
    "playBeep": True,
    "streamWhileRecording": True,
    "stopTones": ["#", "11", "*"],
}
"""The documentation's example of record (2018-11-29)."""

_MEDIA: Final = {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"}
_TARGET: Final[dict[str, Any]] = {
    "@odata.type": "#microsoft.graph.invitationParticipantInfo",
    "identity": {
        "@odata.type": "#microsoft.graph.identitySet",
        "user": {
            "@odata.type": "#microsoft.graph.identity",
            "id": "112f7296-5fa4-42ca-bae8-6a692b15d4b8",
            "displayName": "Virtual phone",
        },
    },
}

_LEAST: Final[dict[str, dict[str, Any]]] = {
    "playPrompt": {"prompts": [_PROMPT], "clientContext": "prompt"},
    "sendDtmfTones": {
        "tones": ["tone1", "tone2", "pound"],
        "delayBetweenTonesMs": 200,
        "clientContext": "tones",
    },
    "transfer": {"transferTarget": _TARGET},
    "invite": {"participants": [_TARGET], "clientContext": "invite"},
    "cancelMediaProcessing": {"clientContext": "cancel"},
    "subscribeToTone": {"clientContext": "tones"},
    "mute": {"clientContext": "mute"},
    "unmute": {"clientContext": "unmute"},
    "updateRecordingStatus": {"status": "recording", "clientContext": "status"},
    "answer": {
        "callbackUri": BOT,
        "mediaConfig": _MEDIA,
        "acceptedModalities": ["audio"],
    },
    "reject": {"reason": "busy"},
    "redirect": {"targets": [_TARGET], "timeout": 55, "callbackUri": BOT},
    "create call": {
        "@odata.type": "#microsoft.graph.call",
        "callbackUri": BOT,
        "requestedModalities": ["audio"],
        "mediaConfig": _MEDIA,
        "targets": [_TARGET],
    },
}
"""What each of the other operations is usually sent with."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A body; ``hint`` says what it shows. ``{bot}`` in it is to be replaced."""

    group: Group
    name: str
    hint: str
    body: str

    def text(self, bot_url: str) -> str:
        """Return the body for a bot at ``bot_url`` (empty: none is known)."""
        return self.body.replace(BOT, bot_url or NO_BOT)


def presets(operation: Operation, profile: Profile) -> list[Preset]:
    """Return the presets of ``operation``, the one to begin with first."""
    if operation.method != "POST":
        return []
    examples = list(_examples(operation, profile))
    if operation.check is None:
        return examples
    begin = json.loads(examples[0].body)
    return [*examples, *_edges(operation, begin), *_refused(operation, begin)]


def _examples(operation: Operation, profile: Profile) -> Iterator[Preset]:
    if operation.name == profile.record_action:
        yield from _recordings(profile)
    elif operation.check is None:
        yield _example(translate("Presets", "Empty"), translate("Presets", "It takes no body"), {})
    else:
        yield _example(
            translate("Presets", "Usual"),
            translate("Presets", "What a bot sends"),
            _LEAST.get(operation.name, {}),
        )


def _recordings(profile: Profile) -> Iterator[Preset]:
    plain = {k: v for k, v in _EXAMPLE.items() if k not in ("prompts", "bargeInAllowed")}
    yield _example(
        translate("Presets", "Record until # or a pause"),
        translate("Presets", "Beep, 10/5/2 s, keys #, 1, *: no prompt to download"),
        plain,
    )
    yield _example(
        translate("Presets", "The documentation's example"),
        translate("Presets", "Its prompt lies at cdn.contoso.com and cannot be downloaded"),
        _EXAMPLE_2018 if profile.record_action == "record" else _EXAMPLE,
    )
    yield _example(
        translate("Presets", "All defaults"),
        translate("Presets", "An empty body is legal: 5/5/5 s and a beep"),
        {},
    )
    if not profile.barge_in_cuts_prompt:
        yield _example(
            translate("Presets", "Barge in"),
            translate("Presets", "Cancels what plays, records or waits"),
            {"bargeInAllowed": True, "clientContext": "barge-in"},
        )
    yield _example(
        translate("Presets", "Without a beep"),
        translate("Presets", "The caller is recorded at once"),
        {"playBeep": False, "clientContext": "no-beep"},
    )


def _edges(operation: Operation, begin: dict[str, Any]) -> Iterator[Preset]:
    for parameter in operation.parameters:
        for name, value in _edge_values(parameter, begin):
            hint = translate("Presets", "Still accepted")
            yield Preset("edges", name, hint, layout(begin | {parameter.name: value}))


def _edge_values(parameter: Parameter, begin: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    name = parameter.name
    if parameter.low is not None and parameter.high is not None:
        for value in (parameter.low, parameter.high):
            yield f"{name} {value}", value
    elif parameter.kind == "flag":
        for flag in (True, False):
            yield f"{name} {json.dumps(flag)}", flag
    elif parameter.kind == "choice":
        for choice in parameter.choices:
            yield f"{name} {choice}", choice
    elif parameter.kind == "text" and parameter.most is not None:
        words = translate("Presets", "{name} of {n} characters")
        yield words.format(name=name, n=parameter.most), "x" * parameter.most
    elif parameter.kind == "keys":
        yield translate("Presets", "{name}: every key").format(name=name), list("0123456789*#ABCD")
        yield translate("Presets", "{name}: none").format(name=name), []
    elif parameter.kind in ("prompts", "users") and (parameter.most or 1) > 1:
        items = begin.get(name) or [_PROMPT if parameter.kind == "prompts" else _TARGET]
        words = translate("Presets", "{name}: {n}")
        yield words.format(name=name, n=parameter.most), items[:1] * (parameter.most or 1)


def _refused(operation: Operation, begin: dict[str, Any]) -> Iterator[Preset]:
    for parameter in operation.parameters:
        for name, value in _wrong_values(parameter):
            hint = translate("Presets", "400/8523")
            yield Preset("refused", name, hint, layout(begin | {parameter.name: value}))
        if parameter.required:
            name = translate("Presets", "without {name}").format(name=parameter.name)
            rest = {key: value for key, value in begin.items() if key != parameter.name}
            yield Preset("refused", name, translate("Presets", "400/8523"), layout(rest))
    broken = translate("Presets", "Broken JSON")
    yield Preset("refused", broken, translate("Presets", "400 BadRequest"), '{"clientContext": ')


def _wrong_values(parameter: Parameter) -> Iterator[tuple[str, Any]]:
    name = parameter.name
    if parameter.low is not None and parameter.high is not None:
        for value in (parameter.low - 1, parameter.high + 1):
            yield f"{name} {value}", value
        yield translate("Presets", "{name} 2.5, a fraction").format(name=name), 2.5
    elif parameter.kind == "flag":
        if name != "streamWhileRecording":
            yield translate("Presets", "{name} as text").format(name=name), "true"
    elif parameter.kind == "choice":
        if parameter.required or parameter.default is not None:
            yield translate("Presets", "{name} of another kind").format(name=name), "another"
    elif parameter.kind == "text" and parameter.most is not None:
        words = translate("Presets", "{name} of {n} characters")
        yield words.format(name=name, n=parameter.most + 1), "x" * (parameter.most + 1)
    elif parameter.kind == "url":
        yield translate("Presets", "{name} that is no address").format(name=name), "/api/calls"
    elif parameter.kind == "keys":
        yield translate("Presets", "{name}: a word").format(name=name), ["stop"]
    elif parameter.kind in ("prompts", "users") and parameter.most is not None:
        item = _PROMPT if parameter.kind == "prompts" else _TARGET
        words = translate("Presets", "{name}: {n}, one too many")
        yield words.format(name=name, n=parameter.most + 1), [item] * (parameter.most + 1)


def _example(name: str, hint: str, body: dict[str, Any]) -> Preset:
    return Preset("examples", name, hint, layout(body))


def layout(body: Any) -> str:
    """Return ``body`` as JSON as people write it: indented, arrays of plain values on one line."""
    return _FLAT.sub(
        lambda found: " ".join(found[0].split()).replace("[ ", "[").replace(" ]", "]"),
        json.dumps(body, indent=2, ensure_ascii=False),
    )


_FLAT: Final = re.compile(r'\[\s+(?:"[^"\\\s]*"|[\d.]+)(?:,\s+(?:"[^"\\\s]*"|[\d.]+))*\s+\]')
"""An array of numbers, or of texts without spaces."""
