"""Requests that are refused before their action is looked at."""

from __future__ import annotations

import pytest

from tests.helpers.graph_answers import assert_graph_error
from tests.helpers.local_graph import UNKNOWN, Line, client


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("PUT", UNKNOWN, "GET, DELETE"),
        ("HEAD", UNKNOWN, "GET, DELETE"),
        ("OPTIONS", UNKNOWN, "GET, DELETE"),
        ("GET", f"{UNKNOWN}/recordResponse", "POST"),
        ("DELETE", f"{UNKNOWN}/operations/x", "GET"),
        ("PUT", "/v1.0/communications/calls", "GET, POST"),
        ("POST", "/recordings/x", "GET, HEAD"),
        ("PATCH", f"{UNKNOWN}/answer", "POST"),
    ],
)
async def test_other_methods_are_405(line: Line, method: str, path: str, allow: str) -> None:
    response = await line.bot.request(method, path)
    assert response.status_code == 405
    assert response.headers["allow"] == allow
    if method != "HEAD":
        assert_graph_error(response, 405, "MethodNotAllowed")
    assert "access-control-allow-origin" not in response.headers


@pytest.mark.parametrize("authorization", [None, "", "Bearer", "Basic dXNlcjpwYXNz", "token-alone"])
async def test_no_bearer_token_is_401(line: Line, authorization: str | None) -> None:
    path = await line.established()
    headers = {} if authorization is None else {"Authorization": authorization}
    async with client(line.graph.base_url) as nobody:
        for method, url in (
            ("GET", path),
            ("DELETE", path),
            ("POST", f"{path}/recordResponse"),
            ("GET", f"{path}/operations/x"),
            ("GET", "/v1.0/communications/calls"),
        ):
            response = await nobody.request(method, url, headers=headers)
            assert_graph_error(response, 401, "InvalidAuthenticationToken")
            assert response.headers["www-authenticate"].startswith("Bearer")
    assert (await line.bot.get(path)).json()["state"] == "established"


async def test_any_spelling_of_bearer_is_taken(line: Line) -> None:
    path = await line.call()
    response = await line.bot.get(path, headers={"Authorization": "bEARER  x"})
    assert response.status_code == 200
