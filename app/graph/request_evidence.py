"""Which subjects of the ledger a request to the local Graph touches. Pure; never raises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from app.graph.catalogue import profile_of
from app.graph.endpoint import Endpoint
from app.graph.properties import remarks

RECORDINGS: Final = ("recordResponse", "record")


def request_subjects(method: str, endpoint: Endpoint, body: dict[str, Any]) -> Iterator[str]:
    """Yield the subjects that ``method`` on ``endpoint`` with ``body`` touches, first what was
    asked, then how; also such as the ledger does not have."""
    yield from _asked(method, endpoint)
    if endpoint.resource == "action":
        yield from _action(endpoint, body)
    callback = body.get("callbackUri")
    if isinstance(callback, str) and callback.lower().startswith("http:"):
        yield "setting.call.callbackScheme"
    name = "create call" if endpoint.resource == "calls" else endpoint.name
    if body and any(remarks(name, body, profile_of(endpoint.generation))):
        yield "behaviour.unknownMembers"


def _asked(method: str, endpoint: Endpoint) -> Iterator[str]:
    match endpoint.resource:
        case "calls" if method == "POST":
            yield "action.create"
        case "call" if method == "DELETE":
            yield "end.7000"
        case "operation" | "operations":
            yield "action.operations"
        case "participant" | "participants":
            yield "action.participants"
        case "recording":
            yield "setting.recording.discardAfterSeconds"
        case "action":
            yield f"action.{endpoint.name}"
        case "other":
            first, _, rest = endpoint.path.strip("/").lower().partition("/")
            yield from (f"identity.{first}/{rest}", f"identity.*/{rest}")
            if first and rest in ("oauth2/v2.0/token", "oauth2/token"):
                yield "identity.accessToken"


def _action(endpoint: Endpoint, body: dict[str, Any]) -> Iterator[str]:
    match endpoint.name:
        case "recordResponse" | "record":
            yield from _recording(endpoint, body)
        case "playPrompt" if body.get("loop") is True:
            yield "behaviour.endlessPrompt"
        case "sendDtmfTones":
            yield "behaviour.sentTones"
            if "flash" in _list(body, "tones"):
                yield "behaviour.sentFlash"
        case "transfer":
            yield from ("behaviour.mediaInTransfer", "setting.call.target")
        case "invite":
            yield from ("setting.call.target", "setting.call.groupActions")
        case "mute" | "unmute":
            yield "setting.call.groupActions"
        case "keepAlive":
            yield "setting.call.keepAliveTimeoutSeconds"


def _recording(endpoint: Endpoint, body: dict[str, Any]) -> Iterator[str]:
    yield f"generation.{endpoint.generation}"
    prompts = _list(body, "prompts")
    if body.get("prompts") == []:
        yield "setting.prompts.empty"
    elif len(prompts) > 1:
        yield "setting.prompts.several"
    if any(isinstance(prompt, dict) and "loop" in prompt for prompt in prompts):
        yield "behaviour.promptLoop"
    tones = _list(body, "stopTones")
    if tones and prompts:
        yield "setting.recording.stopTonesInPrompts"
    if any(isinstance(tone, str) and len(tone) > 1 for tone in tones):
        yield "setting.recording.interDigitSeconds"
    if body.get("playBeep") is not False:
        yield "setting.recording.withBeep"
    if body.get("streamWhileRecording") is True:
        yield "behaviour.streamWhileRecording"
    if endpoint.name == "record" and "maxRecordDurationInSeconds" not in body:
        yield "setting.record.defaultMaxDurationSeconds"


def _list(body: dict[str, Any], name: str) -> list[Any]:
    value = body.get(name)
    return value if isinstance(value, list) else []
