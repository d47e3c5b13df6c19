"""@microsoft/microsoft-graph-client, which sends its token over https alone."""

from __future__ import annotations

from typing import Any

from app.main import Program
from app.runtime.callers import CallerSpec
from tests.helpers.local_graph import ANSWER, BOT, client
from tests.sdk.clients import NODE_MARKS, base_url_of, run_node

pytestmark = NODE_MARKS


async def run(program: Program, token: str, *steps: Any) -> list[Any]:
    """Let the client take ``steps`` (method, path, body); return what came of each."""
    task = {
        "baseUrl": base_url_of(program),
        "token": token,
        "steps": [
            {"ver": "v1.0", "method": method, "path": path} | ({"body": body} if body else {})
            for method, path, body in steps
        ],
    }
    results: list[Any] = await run_node(
        "graph_client.cjs", task, NODE_EXTRA_CA_CERTS=str(program.ca_file)
    )
    return results


async def token_of(program: Program) -> str:
    """Fetch a token as any OAuth client does."""
    form = {
        "grant_type": "client_credentials",
        "client_id": "6f5d3a51-7c0e-4c1e-8f2b-1d2f3a4b5c6d",
        "client_secret": "a-secret",
        "scope": "https://graph.microsoft.com/.default",
    }
    async with client(base_url_of(program)) as anybody:
        response = await anybody.post("/common/oauth2/v2.0/token", data=form)
    return str(response.json()["access_token"])


async def test_a_call_by_https(program: Program) -> None:
    call = await program.simulator.dial(bot_url=BOT, caller=CallerSpec("silence"))
    path = f"/communications/calls/{call.id}"
    answered, shown, unknown, deleted = await run(
        program,
        await token_of(program),
        ("post", f"{path}/answer", ANSWER),
        ("get", path, None),
        ("post", f"{path}/recordResponse", {"stopTones": ["x"]}),
        ("delete", path, None),
    )
    assert "error" not in answered and "error" not in deleted
    assert shown["data"]["id"] == call.id
    refused = unknown["error"]
    assert (refused["statusCode"], refused["code"]) == (400, "8523"), refused
    assert "stopTones" in refused["message"]
    assert refused["requestId"]


async def test_a_token_of_nobody_is_refused(program: Program) -> None:
    (refused,) = await run(program, "nobody", ("get", "/communications/calls", None))
    assert refused["error"]["statusCode"] == 401
    assert refused["error"]["code"] == "InvalidAuthenticationToken"
