"""Bearer modes over real HTTP: any token, or those that were issued here, with their roles."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.settings import Settings
from tests.helpers.local_graph import ANSWER, Line, local_graph

CALLS = "/v1.0/communications/calls"
FORM = {
    "grant_type": "client_credentials",
    "client_id": "the-app",
    "client_secret": "s",
    "scope": "https://graph.microsoft.com/.default",
}


@pytest.fixture
async def strict() -> AsyncIterator[Line]:
    settings = Settings(detector="energy", bearer="issued")
    async with local_graph(settings, own_tokens=("house-token",)) as line:
        yield line


async def token(line: Line, roles: str | None = None) -> dict[str, str]:
    """Fetch a token; return it as a header."""
    if roles is not None:
        line.simulator.settings = line.simulator.settings.set("auth.roles", roles)
    answer = await line.bot.post("/t/oauth2/v2.0/token", data=FORM)
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


async def test_any_token_is_taken_by_default(line: Line) -> None:
    assert (await line.bot.get(CALLS)).status_code == 200
    assert refusal(await line.bot.get(CALLS, headers={"Authorization": "Basic x"})) == (
        401,
        "InvalidAuthenticationToken",
    )


async def test_only_issued_tokens(strict: Line) -> None:
    answer = await strict.bot.get(CALLS)
    assert refusal(answer) == (401, "InvalidAuthenticationToken")
    assert "oauth2/v2.0/token" in answer.json()["error"]["message"]
    assert "claims" not in answer.headers["www-authenticate"]
    issued = await token(strict)
    assert (await strict.bot.get(CALLS, headers=issued)).status_code == 200
    broken = {"Authorization": issued["Authorization"][:-8] + "AAAAAAAA"}
    assert refusal(await strict.bot.get(CALLS, headers=broken))[0] == 401
    own = {"Authorization": "Bearer house-token"}
    assert (await strict.bot.get(CALLS, headers=own)).status_code == 200


async def test_roles_decide(strict: Line) -> None:
    path = await strict.call()
    without = await token(strict, "Calls.Initiate.All")
    answered = await strict.bot.post(f"{path}/answer", json=ANSWER, headers=without)
    assert answered.status_code == 202
    await strict.notifications.until("updated", state="established")
    answer = await strict.bot.post(f"{path}/recordResponse", json={}, headers=without)
    assert refusal(answer) == (403, "7504")
    assert answer.json()["error"]["message"] == (
        "Insufficient enterprise tenant permissions, cannot access this API."
    )
    named = f"{path}/microsoft.graph.recordResponse"
    assert refusal(await strict.bot.post(named, json={}, headers=without)) == (403, "7504")
    assert refusal(await strict.bot.post(CALLS, json={}, headers=await token(strict, "")))[1] == (
        "7504"
    )
    good = await token(strict, "Calls.AccessMedia.All")
    assert refusal(await strict.bot.post(f"{path}/recordResponse", json=[], headers=good))[0] == 400
