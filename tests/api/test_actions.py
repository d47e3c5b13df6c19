"""What can be posted to a call, over real HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.graph_answers import assert_graph_error
from tests.helpers.local_graph import ANSWER, BOT, Line


async def test_answer_establishes_the_call(line: Line) -> None:
    path = await line.call()
    response = await line.bot.post(f"{path}/answer", json=ANSWER)
    assert (response.status_code, response.content) == (202, b"")
    assert response.headers["content-length"] == "0"
    assert "content-type" not in response.headers
    await line.notifications.until("updated", state="established")
    assert (await line.bot.get(path)).json()["state"] == "established"


async def test_second_answer_is_refused(line: Line) -> None:
    path = await line.established()
    response = await line.bot.post(f"{path}/answer", json=ANSWER)
    assert "established" in assert_graph_error(response, 400, "8585")


async def test_recording_before_the_answer_is_refused(line: Line) -> None:
    path = await line.call()
    response = await line.bot.post(f"{path}/recordResponse", json={})
    assert "answer it first" in assert_graph_error(response, 400, "8501")


async def test_play_prompt_runs(line: Line) -> None:
    path = await line.established()
    prompts = [{"mediaInfo": {"uri": "https://cdn.example/prompt.wav", "resourceId": "1D6DE2D4"}}]
    body = {"prompts": prompts, "clientContext": "ctx"}
    response = await line.bot.post(f"{path}/microsoft.graph.playPrompt", json=body)
    assert response.status_code == 200
    operation = response.json()
    assert operation["@odata.type"] == "#microsoft.graph.playPromptOperation"
    assert response.headers["location"].endswith(f"{path}/operations/{operation['id']}")
    ended = await line.notifications.until("deleted", id=operation["id"])
    assert ended.data["status"] == "completed"


async def test_cancel_media_ends_what_runs(line: Line) -> None:
    path = await line.established()
    running = (await line.bot.post(f"{path}/recordResponse", json={})).json()["id"]
    response = await line.bot.post(f"{path}/cancelMediaProcessing", json={"clientContext": "c"})
    assert response.status_code == 200
    body = response.json()
    assert body["@odata.type"] == "#microsoft.graph.cancelMediaProcessingOperation"
    assert (body["status"], body["clientContext"]) == ("completed", "c")
    assert response.headers["location"].endswith(f"/operations/{body['id']}")
    cancelled = await line.notifications.until("deleted", id=running)
    assert cancelled.data["resultInfo"]["subcode"] == 8508


@pytest.mark.parametrize(
    ("action", "resource", "body"),
    [
        ("cancelMediaProcessing", "cancelMediaProcessingOperation", {}),
        ("mute", "muteParticipantOperation", {}),
        ("unmute", "unmuteParticipantOperation", {}),
        ("subscribeToTone", "subscribeToToneOperation", {}),
        ("updateRecordingStatus", "updateRecordingStatusOperation", {"status": "recording"}),
    ],
)
async def test_what_is_done_at_once_says_so_and_can_be_looked_at(
    line: Line, action: str, resource: str, body: dict[str, str]
) -> None:
    path = await line.established()
    told = len(line.notifications.sent)
    response = await line.bot.post(f"{path}/{action}", json={"clientContext": "c"} | body)
    assert response.status_code == 200
    operation = response.json()
    context = operation.pop("@odata.context", None)
    assert (context is None) == ("mute" not in action)
    assert operation == {
        "@odata.type": f"#microsoft.graph.{resource}",
        "id": operation["id"],
        "status": "completed",
        "resultInfo": None,
        "clientContext": "c",
    }
    location = response.headers["location"]
    assert location == f"{line.graph.base_url}{path}/operations/{operation['id']}"
    assert (await line.bot.get(location)).json() == operation
    rosters = [sent for sent in line.notifications.sent[told:] if isinstance(sent.data, list)]
    assert len(line.notifications.sent) == told + len(rosters)
    assert len(rosters) == (action in ("mute", "unmute"))


@pytest.mark.parametrize("status", [None, "unknown", "Recording", 1])
async def test_a_recording_status_that_does_not_exist_is_refused(line: Line, status: Any) -> None:
    path = await line.established()
    response = await line.bot.post(f"{path}/updateRecordingStatus", json={"status": status})
    assert "'status'" in assert_graph_error(response, 400, "8523")


@pytest.mark.parametrize("action", ["mute", "unmute", "subscribeToTone", "cancelMediaProcessing"])
async def test_what_is_done_at_once_needs_an_established_call(line: Line, action: str) -> None:
    assert_graph_error(await line.bot.post(f"{await line.call()}/{action}"), 400, "8501")


async def test_keep_alive_is_answered_while_the_call_lives(line: Line) -> None:
    path = await line.established()
    alive = await line.bot.post(f"{path}/keepAlive")
    assert (alive.status_code, alive.content) == (200, b"")
    assert (await line.bot.delete(path)).status_code == 204
    assert_graph_error(await line.bot.post(f"{path}/keepAlive"), 404, "8522")


@pytest.mark.parametrize(
    ("action", "body", "code", "subcode"),
    [
        ("reject", {}, 480, 8538),
        ("reject", {"reason": "none"}, 480, 8538),
        ("reject", {"reason": "busy"}, 486, 8539),
        ("microsoft.graph.reject", {"reason": "forbidden", "callbackUri": BOT}, 403, 8538),
        ("redirect", {"targets": [{"identity": {"user": {"id": "x"}}}], "timeout": 15}, 200, 0),
    ],
)
async def test_a_call_is_turned_away(
    line: Line, action: str, body: dict[str, Any], code: int, subcode: int
) -> None:
    path = await line.call()
    response = await line.bot.post(f"{path}/{action}", json=body)
    assert (response.status_code, response.content) == (202, b"")
    told = await line.notifications.until("deleted", state="terminated")
    result = told.data["resultInfo"]
    assert (told.url, result["code"], result["subcode"]) == (BOT, code, subcode)
    assert_graph_error(await line.bot.post(f"{path}/{action}", json=body), 404, "8522")


TARGET: dict[str, Any] = {"identity": {}}


@pytest.mark.parametrize(
    ("action", "body", "name"),
    [
        ("reject", {"reason": "bored"}, "'reason'"),
        ("reject", {"callbackUri": "nowhere"}, "'callbackUri'"),
        ("redirect", {}, "'targets'"),
        ("redirect", {"targets": [1]}, "'targets'"),
        ("redirect", {"targets": [{}]}, "'targets[0].identity'"),
        ("redirect", {"targets": [TARGET] * 26}, "'targets'"),
        ("redirect", {"targets": [TARGET], "timeout": 14}, "'timeout'"),
        ("redirect", {"targets": [TARGET], "timeout": 91}, "'timeout'"),
    ],
)
async def test_a_bad_turning_away_is_refused_by_name(
    line: Line, action: str, body: dict[str, Any], name: str
) -> None:
    path = await line.call()
    response = await line.bot.post(f"{path}/{action}", json=body)
    assert name in assert_graph_error(response, 400, "8523")
    assert (await line.bot.get(path)).json()["state"] == "incoming"


async def test_an_answered_call_cannot_be_turned_away(line: Line) -> None:
    path = await line.established()
    body = {"reason": "busy", "callbackUri": "http://127.0.0.1:9/other"}
    response = await line.bot.post(f"{path}/reject", json=body)
    assert "'reject'" in assert_graph_error(response, 400, "8585")
    assert (await line.bot.get(path)).json()["callbackUri"] == BOT


# -- tones, endless prompts, and what the user is told ------------------------------------------

PROMPTS: Any = [{"mediaInfo": {"uri": "https://cdn.example/prompt.wav"}}]


@pytest.mark.parametrize("root", ["/v1.0/communications/calls", "/beta/app/calls"])
async def test_tones_are_sent_to_the_caller(line: Line, root: str) -> None:
    call_id = (await line.established()).rpartition("/")[2]
    body = {"tones": ["tone1", "pound"], "delayBetweenTonesMs": 50, "clientContext": "c"}
    response = await line.bot.post(f"{root}/{call_id}/microsoft.graph.sendDtmfTones", json=body)
    assert response.status_code == 200, response.text
    running = response.json()
    assert running["@odata.type"] == "#microsoft.graph.sendDtmfTonesOperation"
    assert (running["status"], running["clientContext"]) == ("running", "c")
    done = await line.notifications.until("deleted", id=running["id"])
    assert done.data["completionReason"] == "completedSuccessfully"
    assert done.data["resultInfo"]["subcode"] == 0
    assert (await line.bot.get(response.headers["location"])).json() == done.data
    sent = [r.data["tone"] for r in line.journal.since(0) if r.kind == "toneSent"]
    assert sent == ["1", "#"]


async def test_tones_that_are_cancelled_say_so(line: Line) -> None:
    path = await line.established()
    body = {"tones": ["tone1"] * 100}
    running = (await line.bot.post(f"{path}/sendDtmfTones", json=body)).json()
    assert (await line.bot.post(f"{path}/cancelMediaProcessing")).status_code == 200
    ended = await line.notifications.until("deleted", id=running["id"])
    assert ended.data["completionReason"] == "mediaOperationCanceled"


async def test_an_endless_prompt_of_beta_ends_when_it_is_cancelled(line: Line) -> None:
    call_id = (await line.established()).rpartition("/")[2]
    path = f"/beta/communications/calls/{call_id}"
    body = {"prompts": PROMPTS, "loop": True}
    running = (await line.bot.post(f"{path}/playPrompt", json=body)).json()
    await line.until_event("promptStarted", count=3)
    assert (await line.bot.get(f"{path}/operations/{running['id']}")).json()["status"] == "running"
    assert (await line.bot.post(f"{path}/cancelMediaProcessing")).status_code == 200
    ended = await line.notifications.until("deleted", id=running["id"])
    assert ended.data["completionReason"] == "mediaOperationCanceled"
    assert (ended.data["status"], ended.data["resultInfo"]["subcode"]) == ("failed", 8508)


async def test_v1_has_no_endless_prompts_and_no_reason(line: Line) -> None:
    path = await line.established()
    body = {"prompts": PROMPTS, "loop": True}
    running = (await line.bot.post(f"{path}/playPrompt", json=body)).json()
    ended = await line.notifications.until("deleted", id=running["id"])
    assert ended.data["status"] == "completed" and "completionReason" not in ended.data
    assert any("'loop'" in words for words in line.warnings())


async def test_what_graph_ignores_is_told_once_a_call(line: Line) -> None:
    path = await line.established()
    body = {"finalSilenceTimeoutInSeconds": 1, "maxRecordDurationInSeconds": 9, "play_beep": None}
    for _ in range(3):
        assert (await line.bot.post(f"{path}/recordResponse", json=body)).status_code == 200
    assert ["finalSilence" in words for words in line.warnings()] == [True]


async def test_a_flood_of_strange_members_is_told_in_part(line: Line) -> None:
    path = await line.established()
    body = {f"x{number}": 1 for number in range(20_000)} | {"maxRecordDurationInSeconds": 9}
    assert (await line.bot.post(f"{path}/recordResponse", json=body)).status_code == 200
    assert len(line.warnings()) == 20


async def test_the_short_default_is_told_once(line: Line) -> None:
    path = await line.established()
    for _ in range(2):
        assert (await line.bot.post(f"{path}/recordResponse", json={})).status_code == 200
    (told,) = line.warnings()
    assert "ends after 5 s" in told


async def test_all_operations_are_listed(line: Line) -> None:
    path = await line.established()
    ids = [
        (await line.bot.post(f"{path}/{action}", json=body)).json()["id"]
        for action, body in (
            ("recordResponse", {}),
            ("sendDtmfTones", {"tones": ["star"]}),
            ("subscribeToTone", {}),
        )
    ]
    answer = (await line.bot.get(f"{path}/operations")).json()
    assert [operation["id"] for operation in answer["value"]] == ids
    assert answer["@odata.context"].endswith("/operations")
    assert (await line.bot.delete(path)).status_code == 204
    assert_graph_error(await line.bot.get(f"{path}/operations"), 404, "8522")


APP_HOSTED = {"@odata.type": "#microsoft.graph.appHostedMediaConfig", "blob": "x"}


@pytest.mark.parametrize(
    ("action", "body"),
    [
        ("recordResponse", {}),
        ("playPrompt", {"prompts": PROMPTS}),
        ("sendDtmfTones", {"tones": ["tone1"]}),
        ("subscribeToTone", {}),
    ],
)
async def test_a_bot_with_media_of_its_own_gets_none_from_graph(
    line: Line, action: str, body: Any
) -> None:
    path = await line.call()
    answer = ANSWER | {"mediaConfig": APP_HOSTED}
    assert (await line.bot.post(f"{path}/answer", json=answer)).status_code == 202
    await line.until_event("mediaActivated")
    response = await line.bot.post(f"{path}/{action}", json=body)
    assert action in assert_graph_error(response, 400, "8500")
