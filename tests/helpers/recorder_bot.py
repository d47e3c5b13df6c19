"""A bot that behaves as Microsoft's sample VoiceRecorderAndPlaybackBot is published to.

It answers, records once the audio is active, downloads the recording, lets it be played from its
own server, and hangs up. It is as unforgiving as the sample: it takes a notification without
Content-Length for an empty one, calls by ``resourceData.id`` alone, and fails on a ``resultInfo``
that is null.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from aiohttp import web

from tests.helpers.local_graph import client
from tests.helpers.speech_sounds import say
from tests.helpers.wave_bytes import wav

Verify = Callable[[str | None], Awaitable[None]]
"""Raises ValueError for an Authorization header that is not the service's."""


async def trust_everybody(authorization: str | None) -> None:
    """What the sample does not do."""


@dataclass
class RecorderBot:
    """``did`` is what it did, in order; ``errors`` what it failed with, ``refused`` why
    it did not believe a notification."""

    graph: httpx.AsyncClient
    verify: Verify = trust_everybody
    did: list[str] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    audio: dict[str, bytes] = field(default_factory=lambda: {"speech": wav(say(0.3))})
    recordings: list[bytes] = field(default_factory=list)
    base_url: str = ""
    over: asyncio.Event = field(default_factory=asyncio.Event)
    failed: asyncio.Event = field(default_factory=asyncio.Event)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"{self.base_url}/callback/calling"

    async def notified(self, request: web.Request) -> web.Response:
        """Take a notification; it is acted on after the answer."""
        try:
            await self.verify(request.headers.get("Authorization"))
        except ValueError as error:
            self.refused.append(str(error))
            return web.Response(status=403)
        body = await request.read() if (request.content_length or 0) > 0 else b""
        try:
            notifications = json.loads(body)["value"]
        except (ValueError, KeyError) as error:
            self._fail(error)
            return web.Response(status=500)
        for notification in notifications:
            task = asyncio.get_running_loop().create_task(self._act(notification))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return web.Response(status=202)

    async def sound(self, request: web.Request) -> web.Response:
        """Serve a sound of its own."""
        found = self.audio.get(request.match_info["name"])
        if found is None:
            return web.Response(status=404)
        return web.Response(body=found, content_type="audio/wav")

    async def _act(self, notification: Any) -> None:
        try:
            await self._process(notification["changeType"], notification["resourceData"])
        except Exception as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        self.errors.append(error)
        self.failed.set()

    async def _process(self, change: str, data: Any) -> None:
        match data["@odata.type"]:
            case "#microsoft.graph.call":
                await self._call(change, data)
            case "#microsoft.graph.recordOperation":
                if data["status"] == "completed" and data["resultInfo"]["code"] == 200:
                    await self._play_back(data)
            case "#microsoft.graph.playPromptOperation":
                if not data["clientContext"].strip():
                    raise ValueError("No call id in PlayPromptOperation.clientContext.")
                if data["status"] == "completed":
                    await self._send("DELETE", data["clientContext"], "")

    async def _call(self, change: str, call: Any) -> None:
        state = call["state"]
        if (change, state) == ("created", "incoming"):
            body = {
                "callbackUri": self.url,
                "mediaConfig": {
                    "@odata.type": "#microsoft.graph.serviceHostedMediaConfig",
                    "preFetchMedia": [self._media("speech") | {"resourceId": "speech"}],
                },
                "acceptedModalities": ["audio"],
            }
            await self._send("POST", call["id"], "answer", body)
        elif (change, state) == ("updated", "established"):
            if (call.get("mediaState") or {}).get("audio") == "active":
                await self._record(call["id"])
        elif (change, state) == ("deleted", "terminated"):
            self.audio.pop(f"recording-{call['id']}", None)
            self.did.append("clean up")
            self.over.set()

    async def _record(self, call_id: str) -> None:
        body = {
            "bargeInAllowed": True,
            "clientContext": call_id,
            "prompts": [self._prompt("speech", resourceId="speech")],
            "maxRecordDurationInSeconds": 10,
            "initialSilenceTimeoutInSeconds": 5,
            "maxSilenceTimeoutInSeconds": 2,
            "playBeep": True,
            "stopTones": ["#", "1", "*"],
        }
        await self._send("POST", call_id, "recordResponse", body)

    async def _play_back(self, operation: Any) -> None:
        call_id = operation["clientContext"]
        token = {"Authorization": f"Bearer {operation['recordingAccessToken']}"}
        async with client("") as plain:
            response = await plain.get(operation["recordingLocation"], headers=token)
        if not response.is_success:
            raise ValueError("Unable to download the recording file.")
        self.did.append("download")
        self.recordings.append(response.content)
        self.audio[f"recording-{call_id}"] = response.content
        body = {"prompts": [self._prompt(f"recording-{call_id}")], "clientContext": call_id}
        await self._send("POST", call_id, "playPrompt", body)

    async def _send(self, method: str, call_id: str, action: str, body: Any = None) -> None:
        path = f"/v1.0/communications/calls/{call_id}/{action}".rstrip("/")
        response = await self.graph.request(method, path, json=body)
        response.raise_for_status()
        self.did.append(action or method)

    def _media(self, name: str) -> dict[str, Any]:
        return {"uri": f"{self.base_url}/audio/{name}.wav"}

    def _prompt(self, name: str, **more: Any) -> dict[str, Any]:
        return {
            "@odata.type": "#microsoft.graph.mediaPrompt",
            "mediaInfo": self._media(name) | more,
        }


@asynccontextmanager
async def recorder_bot(
    graph_url: str, verify: Verify = trust_everybody
) -> AsyncIterator[RecorderBot]:
    """Start it on a free loopback port, for the local Graph at ``graph_url``."""
    bearer = {"Authorization": "Bearer token-of-the-app"}
    async with client(graph_url, bearer) as graph:
        bot = RecorderBot(graph, verify)
        app = web.Application()
        app.add_routes(
            [
                web.post("/callback/calling", bot.notified),
                web.get("/audio/{name}.wav", bot.sound),
            ]
        )
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        bot.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield bot
        finally:
            await runner.cleanup()
