"""What a bot gets when the real service did not answer: Graph's error shape, 502 or 504."""

from __future__ import annotations

import json
from datetime import datetime

from app.bridge.answered import Unanswered
from app.graph.errors import GraphError, error_body
from app.runtime.bridging import BridgedAnswer


def failure_answer(
    status: int, code: str, message: str, *, request_id: str, client_id: str | None, at: datetime
) -> BridgedAnswer:
    """Return a refusal of the bridge itself; ``client_id`` is the bot's client-request-id."""
    error = GraphError(status, code, message)
    body = error_body(error, request_id=request_id, client_request_id=client_id, at=at)
    headers = (("Content-Type", "application/json"), ("request-id", request_id))
    return BridgedAnswer(status, headers, json.dumps(body).encode())


def status_of(error: Unanswered) -> tuple[int, str]:
    """Return status and code for a request without an answer."""
    if error.trouble == "timeout":
        return 504, "GatewayTimeout"
    return 502, "BadGateway"
