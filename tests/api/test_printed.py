"""The examples of the documentation, as printed, over real HTTP to and from the whole program.

Under the docs-literal settings what comes back is what is printed, but for ids, hosts and tokens;
under the defaults (the real wire) it differs in the members that the golden JSON lists, each of
which has its entry in the ledger.
"""

from __future__ import annotations

import io
import json
import wave
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.engine.timebase import to_samples
from app.runtime.callers import CallerSpec
from app.runtime.feeder import Press
from tests.helpers.contoso import Contoso, contoso
from tests.helpers.golden import (
    CALL,
    FILE,
    GENERATIONS,
    OPERATION,
    OTHERS,
    Own,
    differing,
    exchange,
    golden,
    members,
)
from tests.helpers.local_graph import SETTINGS
from tests.helpers.speech_sounds import say
from tests.helpers.wave_bytes import wav

SHAPES = {
    "docs": SETTINGS.set("notifications.ids", "docs").set("notifications.shape", "docs"),
    "wire": SETTINGS,
}

PRESSED = {"v1.0": "", "beta": "1", "2018": "11"}
"""What the caller does so that the operation ends as printed: talk on, or press a stop tone."""

shapes = pytest.mark.parametrize("shape", SHAPES)


async def established(world: Contoso, call_id: str) -> None:
    """Let the bot answer as the documentation does."""
    printed = exchange("answer")
    response = await send(world, printed, call_id)
    assert response.status_code == printed["status"], response.text
    await world.until("mediaActivated")


async def send(world: Contoso, printed: dict[str, Any], call_id: str) -> httpx.Response:
    """Send the printed request with its printed body."""
    path = printed["path"].replace("{id}", call_id)
    if printed["request"] is None:
        return await world.graph.delete(path)
    body = json.dumps(printed["request"], indent=2)
    headers = {"Content-Type": "application/json"}
    return await world.graph.post(path, content=body, headers=headers)


@shapes
@pytest.mark.parametrize("generation", GENERATIONS)
async def test_recording(
    generation: str, shape: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = golden(generation)
    talker = tmp_path / "talker.wav"
    talker.write_bytes(wav(say(11.0)))
    keys = [Press(key, to_samples(1 + i)) for i, key in enumerate(PRESSED[generation])]
    # Eleven seconds of speech are for the real detector.
    settings = SHAPES[shape].set("hearing.detector", "auto")
    async with contoso(monkeypatch, settings) as world:
        call = await world.program.simulator.dial(
            caller=CallerSpec.parse(str(talker)), presses=keys
        )
        await established(world, call.id)
        response = await send(world, printed, call.id)
        assert response.status_code == printed["status"], response.text
        own = Own(world.base_url)
        own.id(call.id, CALL)
        own.id(response.headers["location"].rpartition("/")[2], OPERATION)
        where = own.printed(response.headers["location"])
        assert where == f"https://graph.microsoft.com{printed['location']}"
        for name, value in printed["responseHeaders"].items():
            assert response.headers[name] == value
        if printed["response"] is None:
            assert response.content == b"" and "content-type" not in response.headers
        else:
            assert own.printed(response.json()) == printed["response"]

        seen, told = await world.told("deleted", status="completed")
        assert seen.headers["host"] == "bot.contoso.com"
        assert seen.headers["content-type"] == printed["notificationHeaders"]["Content-Type"]
        data, old = told["value"][0]["resourceData"], generation == "2018"
        location = data["recordResourceLocation" if old else "recordingLocation"]
        token = data["recordResourceAccessToken" if old else "recordingAccessToken"]
        own.names |= {location: FILE, token: "<access-token>"}
        if shape == "docs":
            assert json.dumps(own.printed(told)) == json.dumps(printed["notification"])
        else:
            differences = differing(own.printed(told), printed["notification"])
            assert differences == set(printed["differences"])
        prompts = [s for s in world.server.seen if s.headers["host"] == "cdn.contoso.com"]
        assert [s.path for s in prompts] == ["/beep.wav"], "once, however often it is played"
        await check_file(world, printed, location, token)


async def check_file(world: Contoso, printed: dict[str, Any], location: str, token: str) -> None:
    """Fetch the recording as the second example does."""
    download = printed.get("download", {"status": 200, "headers": {}})
    headers = {"Authorization": f"Bearer {token}"}
    response = await world.graph.get(location, headers=headers)
    assert response.status_code == download["status"]
    for name, value in download["headers"].items():
        assert response.headers[name] == value
    assert "content-length" not in response.headers
    with wave.open(io.BytesIO(response.content)) as file:
        assert file.getparams()[:3] == (1, 2, 16_000)
        if printed["path"].startswith("/v1.0"):
            assert file.getnframes() == to_samples(10), "all of maxRecordDurationInSeconds"


@pytest.mark.parametrize("generation", GENERATIONS)
def test_what_is_called_a_misprint_is_one(generation: str) -> None:
    printed = golden(generation)
    length = int(printed["requestHeaders"]["Content-Length"])
    bodies = [json.dumps(printed["request"], indent=2), json.dumps(printed["request"])]
    bodies.append(json.dumps(printed["request"], separators=(",", ":")))
    assert all(len(body) != length for body in bodies)
    if generation != "2018":
        seconds = (printed["download"]["bytes"] - 56) / 32_000
        assert seconds == 5.02 and printed["request"]["maxRecordDurationInSeconds"] == 10


async def done(world: Contoso, name: str, call_id: str, own: Own) -> list[Any]:
    """Do what leads to the exchange's notifications; return them."""
    match name:
        case "answer":
            await world.until("mediaActivated")
            wanted: list[tuple[str, dict[str, Any]]] = [
                ("created", {"state": "incoming"}),
                ("updated", {"state": "establishing"}),
                ("updated", {"state": "established"}),
            ]
        case "delete_call":
            wanted = [("updated", {"state": "terminating"}), ("deleted", {"state": "terminated"})]
        case "subscribe_to_tone":
            world.program.simulator.press(call_id, "1")
            tone = {"@odata.type": "#microsoft.graph.toneInfo", "sequenceId": 1, "tone": "tone1"}
            wanted = [("updated", {"toneInfo": tone})]
        case _:
            wanted = [("deleted", {"clientContext": "d45324c1-fcb5-430a-902c-f20af696537c"})]
    told = [(await world.told(change, **members))[1] for change, members in wanted]
    return [own.printed(body) for body in told]


@shapes
@pytest.mark.parametrize("name", OTHERS)
async def test_other_exchanges(name: str, shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = exchange(name)
    expected = printed["differences"][shape]
    async with contoso(monkeypatch, SHAPES[shape]) as world:
        call_id = (await world.program.simulator.dial(caller=CallerSpec("silence"))).id
        own = Own(world.base_url, "5445" if name == "answer" else "54451")
        own.id(call_id, CALL)
        if name != "answer":
            await established(world, call_id)
        if name == "cancel_media_processing":
            running = await send(world, golden("v1.0"), call_id)
            own.id(running.json()["id"], OPERATION)
        response = await send(world, printed, call_id)
        assert response.status_code == printed["status"], response.text
        found: dict[str, list[str]] = {}
        if printed["response"] is None:
            assert response.content == b""
        else:
            own.id(response.json()["id"], OPERATION)
            location = response.headers["location"]
            if name == "cancel_media_processing":
                # The print has another operation here than in the body: a slip.
                assert location.endswith(f"/operations/{response.json()['id']}")
            else:
                where = own.printed(location)
                assert where == f"https://graph.microsoft.com{printed['location']}"
            found["response"] = members(
                differing(own.printed(response.json()), printed["response"])
            )
        for index, body in enumerate(await done(world, name, call_id, own)):
            differences = differing(body, printed["notifications"][index])
            found[f"notifications.{index}"] = members(differences)
        assert all(post.headers["content-type"] == "application/json" for post in world.posts())
        assert {part: paths for part, paths in found.items() if paths} == expected
