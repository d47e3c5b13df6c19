"""Refusals in the one shape that every Graph client reads (contract section 6)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any


class GraphError(Exception):
    """A request is refused: HTTP ``status``, Graph's ``code`` (a subcode as text, or a word)."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


def invalid_argument(parameter: str, problem: str) -> GraphError:
    """400/8523, naming the parameter (the code is assumed: contract section 6)."""
    return GraphError(400, "8523", f"Invalid argument '{parameter}': {problem}")


def bad_request(problem: str) -> GraphError:
    """400 BadRequest: the body cannot be read at all."""
    return GraphError(400, "BadRequest", f"Unable to read JSON request payload. {problem}")


def permission_missing() -> GraphError:
    """403/7504, as observed: the token lacks the application permission."""
    return GraphError(
        403, "7504", "Insufficient enterprise tenant permissions, cannot access this API."
    )


def call_not_found() -> GraphError:
    """404/8522, as observed for a call that is unknown or has ended."""
    return GraphError(404, "8522", "Call not found.")


def no_call_id(uri: str) -> GraphError:
    """404, as observed where a bot posted an action without a call's id."""
    told = {"message": f"No HTTP resource was found that matches the request URI '{uri}'."}
    return GraphError(404, "UnknownError", json.dumps(told, separators=(",", ":")))


def operation_not_found() -> GraphError:
    """404/8522 for an operation (assumed: the subcode is the call's)."""
    return GraphError(404, "8522", "Operation not found.")


def call_not_established() -> GraphError:
    """400/8501: the action needs an established call."""
    return GraphError(
        400, "8501", "Action is not supported: the call is not established (answer it first)."
    )


def audio_not_active() -> GraphError:
    """400/8503: established, but ``mediaState.audio`` is not active yet."""
    return GraphError(
        400,
        "8503",
        "Call media state audio is inactive: wait for the notification with "
        "mediaState.audio 'active'.",
    )


def invalid_media_mode(action: str) -> GraphError:
    """400/8500: the bot said that it hosts the media itself."""
    return GraphError(
        400,
        "8500",
        "Invalid media mode: the call was answered with appHostedMediaConfig, and "
        f"{action} needs serviceHostedMediaConfig.",
    )


def invalid_in_state(action: str, state: str) -> GraphError:
    """400/8585: the action does not fit the call's state."""
    return GraphError(
        400, "8585", f"Action '{action}' is not valid in the current call state '{state}'."
    )


def not_a_group_call(action: str) -> GraphError:
    """400/8548: the documentation has the action for group calls only."""
    return GraphError(400, "8548", f"Call is not a group call, which {action} needs.")


def participant_not_found() -> GraphError:
    """404/8522 for a participant (assumed: the subcode is the call's)."""
    return GraphError(404, "8522", "Participant not found.")


def error_body(
    error: GraphError,
    *,
    request_id: str,
    client_request_id: str | None,
    at: datetime,
    wrapped: bool = False,
) -> dict[str, Any]:
    """Return the JSON body for ``error``; ``at`` is written as UTC without a zone, like Graph.

    ``wrapped``: a refusal of the calls service (its code is a number) comes inside an UnknownError
    of the gateway, as was observed too (contract section 6, shape b).
    """
    inner = {"date": at.strftime("%Y-%m-%dT%H:%M:%S"), "request-id": request_id}
    if client_request_id is not None:
        inner["client-request-id"] = client_request_id
    code, message = error.code, error.message
    if wrapped and code.isdigit():
        told = {"errorCode": code, "message": message, "instanceAnnotations": []}
        code, message = "UnknownError", json.dumps(told, separators=(",", ":"))
    return {"error": {"code": code, "message": message, "innerError": inner}}
