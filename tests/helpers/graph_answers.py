"""What a bot gets from the local Graph, looked at closely."""

from __future__ import annotations

import re

import httpx


def assert_graph_error(response: httpx.Response, status: int, code: str) -> str:
    """Check Graph's whole error shape; return the message."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    error = response.json()["error"]
    assert error["code"] == code
    inner = error["innerError"]
    assert inner["request-id"] == response.headers["request-id"]
    assert inner["client-request-id"] == response.headers["client-request-id"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", inner["date"])
    message = error["message"]
    assert isinstance(message, str) and message
    return message
