"""Reads what went over the wire, as far as the window shows it: addresses, notifications, errors.

Everything here takes what a bot may have sent, so it never raises: what cannot be read is ``None``
or stays as it is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final, Literal

from app.runtime.records import HttpExchange

COMPOSER_TOKEN: Final = "callsim-composer"
"""The User-Agent, and mostly the token, of the composer's client (``app.api.client``)."""


def is_composed(exchange: HttpExchange) -> bool:
    """Whether a request came from the composer and not from the bot."""
    return any(
        name.lower() == "user-agent" and value == COMPOSER_TOKEN
        for name, value in exchange.request_headers
    )


def bearer_of(exchange: HttpExchange) -> str | None:
    """Return the bearer token of a request, ``None`` where it has none."""
    for name, value in exchange.request_headers:
        scheme, _, token = value.partition(" ")
        if name.lower() == "authorization" and scheme.lower() == "bearer":
            return token.strip() or None
    return None


def short_ids(text: str) -> str:
    """Shorten each GUID in ``text`` to its first group, for lists where room is scarce."""
    return _GUID.sub(r"\1…", text)


_GUID: Final = re.compile(r"\b([0-9a-fA-F]{8})-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}\b")


def read_json(text: str) -> Any:
    """Return the JSON value in ``text``, ``None`` where there is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class Notification:
    """The first notification of an envelope. ``state`` is the call's or the operation's."""

    change: str
    resource: Literal["call", "recordOperation", "playPromptOperation", "other"]
    resource_id: str
    state: str
    media_active: bool
    code: int | None
    subcode: int | None
    message: str
    recording_location: str
    client_context: str | None


def read_notification(text: str) -> Notification | None:
    """Return the notification in a webhook's body, ``None`` where it is none."""
    body = read_json(text)
    values = body.get("value") if isinstance(body, dict) else None
    first = values[0] if isinstance(values, list) and values else None
    if not isinstance(first, dict):
        return None
    data = _object(first, "resourceData")
    kind = _text(data, "@odata.type").rpartition(".")[2]
    info = _object(data, "resultInfo")
    known = kind in ("call", "recordOperation", "playPromptOperation")
    return Notification(
        change=_text(first, "changeType"),
        resource=kind if known else "other",  # type: ignore[arg-type]
        resource_id=_text(data, "id"),
        state=_text(data, "state") or _text(data, "status"),
        media_active=_object(data, "mediaState").get("audio") == "active",
        code=_number(info, "code"),
        subcode=_number(info, "subcode"),
        message=_text(info, "message"),
        recording_location=_text(data, "recordingLocation"),
        client_context=_text(data, "clientContext") or None,
    )


@dataclass(frozen=True, slots=True)
class Failure:
    """Code and message of an error body in Graph's shape."""

    code: str
    message: str


def read_failure(text: str) -> Failure | None:
    """Return the error in a response body, ``None`` where it is none."""
    body = read_json(text)
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict):
        return None
    return Failure(_text(error, "code"), _text(error, "message"))


@dataclass(frozen=True, slots=True)
class AudioNote:
    """What stands in place of audio in an exchange; ``size`` in bytes, ``sha256`` in hex."""

    label: str
    size: int
    content_type: str
    sha256: str


_AUDIO: Final = re.compile(
    r"\[(?P<label>[\w -]+): (?P<size>[\d,]+) bytes"
    r"(?:, (?P<type>[\w.+-]+/[\w.+-]+)[^\]]*?)?(?:, SHA-256 (?P<sha>[0-9a-f]{64}))?\]"
)


def read_audio_note(text: str) -> AudioNote | None:
    """Return the note in a body, ``None`` where the body is text."""
    found = _AUDIO.fullmatch(text.strip())
    if found is None:
        return None
    size = int(found["size"].replace(",", ""))
    return AudioNote(found["label"], size, found["type"] or "", found["sha"] or "")


def _object(members: dict[str, Any], name: str) -> dict[str, Any]:
    value = members.get(name)
    return value if isinstance(value, dict) else {}


def _text(members: dict[str, Any], name: str) -> str:
    value = members.get(name)
    return value if isinstance(value, str) else ""


def _number(members: dict[str, Any], name: str) -> int | None:
    value = members.get(name)
    return value if isinstance(value, int) else None
