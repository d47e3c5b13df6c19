"""How the control plane reads bodies and says yes or no: JSON, errors as ``{"error": {...}}``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from aiohttp import hdrs, web

from app.api.answers import JSON_TYPE, BodyLimit, read_body
from app.graph.errors import GraphError
from app.graph.payload import Fields, read_object

LONGEST_MESSAGE: Final = 2000

HEADERS: Final[Mapping[str, str]] = {hdrs.CONTENT_TYPE: JSON_TYPE, hdrs.CACHE_CONTROL: "no-store"}

CODES: Final = {400: "badRequest", 403: "forbidden", 408: "timeout", 413: "tooLarge"}
"""What the refusals of the parts shared with the Graph plane are called here."""

NOT_NOW: Final = ("8501", "8503", "8585")
"""Graph's codes for what does not fit the state of a call."""


class ControlError(Exception):
    """A request is refused; ``message`` is for the user, ``allow`` lists methods for a 405."""

    def __init__(self, status: int, code: str, message: str, allow: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.allow = allow


def bad_request(message: str) -> ControlError:
    """400: what was sent cannot be used."""
    return ControlError(400, "badRequest", message)


def conflict(message: str) -> ControlError:
    """409: not in the present state of the call."""
    return ControlError(409, "conflict", message)


def translate(error: GraphError) -> ControlError:
    """Say a refusal of the shared parts in this plane's words."""
    if error.code in NOT_NOW:
        return conflict(error.message)
    return ControlError(error.status, CODES.get(error.status, "refused"), error.message)


def control_json(
    status: int, value: dict[str, Any], headers: Mapping[str, str] | None = None
) -> web.Response:
    """Return ``value`` as a JSON answer that nobody keeps."""
    return web.Response(
        status=status, body=json.dumps(value).encode(), headers={**HEADERS, **(headers or {})}
    )


def control_failure(error: ControlError) -> web.Response:
    """Return ``error`` as an answer; what it quotes from the request is cut."""
    message = error.message
    if len(message) > LONGEST_MESSAGE:
        message = f"{message[:LONGEST_MESSAGE]}…"
    headers: Mapping[str, str] = {hdrs.ALLOW: error.allow} if error.allow else {}
    return control_json(error.status, {"error": {"code": error.code, "message": message}}, headers)


async def read_json(request: web.BaseRequest) -> dict[str, Any]:
    """Return the JSON object in the body, whatever its Content-Type. Raises GraphError."""
    return read_object(await read_body(request, BodyLimit()))


async def read_fields(request: web.BaseRequest) -> Fields:
    """Return the members of the JSON object in the body. Raises GraphError."""
    return Fields(await read_json(request))


def record_number(name: str, text: str) -> int:
    """Read the number of a record, the value of ``name``. Raises ControlError."""
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise bad_request(f"{name} is the number of a record, not '{text[:50]}'.")
    return int(text)
