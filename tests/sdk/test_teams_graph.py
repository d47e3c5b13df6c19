"""@microsoft/teams.graph, the client of Teams' own SDK for JavaScript."""

from __future__ import annotations

from typing import Any

from tests.helpers.local_graph import ANSWER, Line
from tests.sdk.clients import NODE_MARKS, TOKEN, run_node, until

pytestmark = NODE_MARKS

CALL = "/communications/calls/{call-id}"


def step(method: str, path: str, call_id: str, body: Any = None, ver: str = "v1.0") -> Any:
    """Return an endpoint as the client takes them."""
    made = {"ver": ver, "method": method, "path": f"{CALL}{path}", "params": {"call-id": call_id}}
    return made if body is None else made | {"body": body}


async def run(base_url: str, *steps: Any) -> list[Any]:
    """Let the client take ``steps``; return what came of each."""
    task = {"baseUrl": base_url, "token": TOKEN, "steps": steps}
    results: list[Any] = await run_node("teams.cjs", task)
    return results


async def test_answer_record_and_look_at_it(line: Line) -> None:
    call_id = (await line.call()).rpartition("/")[2]
    (answered,) = await run(line.graph.base_url, step("post", "/answer", call_id, ANSWER))
    assert "error" not in answered
    await until(line, "mediaActivated")
    call, started = await run(
        line.graph.base_url,
        step("get", "", call_id),
        step("post", "/recordResponse", call_id, {"clientContext": "c", "stopTones": ["#"]}),
    )
    assert call["data"]["state"] == "established"
    operation = started["data"]
    assert operation["@odata.type"] == "#microsoft.graph.recordOperation"
    assert (operation["status"], operation["clientContext"]) == ("running", "c")
    await until(line, "recordingStarted")
    line.simulator.press(call_id, "#")
    told = (await line.notifications.until("deleted", id=operation["id"])).data
    ended, deleted, gone = await run(
        line.graph.base_url,
        step("get", f"/operations/{operation['id']}", call_id),
        step("delete", "", call_id),
        step("get", "", call_id),
    )
    assert ended["data"] == told
    assert "error" not in deleted
    assert (gone["error"]["statusCode"], gone["error"]["code"]) == (404, "8522")


async def test_beta_and_the_actions_without_a_body(line: Line) -> None:
    call_id = (await line.established()).rpartition("/")[2]
    results = await run(
        line.graph.base_url,
        step("post", "/microsoft.graph.recordResponse", call_id, {}, "beta"),
        step("post", "/keepAlive", call_id),
        step("post", "/mute", call_id, {"clientContext": "m"}),
        step("post", "/subscribeToTone", call_id, {}),
        step("post", "/cancelMediaProcessing", call_id, {}),
    )
    assert [list(result) for result in results] == [["data"]] * 5
    assert results[0]["data"]["completionReason"] is None
    kinds = [result["data"]["@odata.type"].rpartition(".")[2] for result in results[2:]]
    assert kinds == [
        "muteParticipantOperation",
        "subscribeToToneOperation",
        "cancelMediaProcessingOperation",
    ]


async def test_a_refusal_keeps_its_code_and_message(line: Line) -> None:
    call_id = (await line.established()).rpartition("/")[2]
    (refused,) = await run(
        line.graph.base_url, step("post", "/recordResponse", call_id, {"stopTones": ["11"]})
    )
    error = refused["error"]
    assert (error["name"], error["statusCode"], error["code"]) == ("GraphError", 400, "8523")
    assert "stopTones" in error["message"]
    assert set(error["innerError"]) == {"date", "request-id", "client-request-id"}
