"""The practice bot: a calling bot as anybody would write one, built in so that none else is needed.

It knows the simulator only by its base URL. Everything it does goes over loopback HTTP: it receives
notifications, calls the local Graph, and serves the sounds that are to be played.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote

from aiohttp import web

from app.practice_bot.conversation import (
    RECORD,
    Action,
    Answer,
    Conversation,
    HangUp,
    PlayBack,
    Record,
    SayNothingHeard,
)
from app.practice_bot.graph_client import TOKEN, GraphClient, Json
from app.runtime.clock import new_id, new_token
from app.runtime.ports import NewId
from app.runtime.tasks import TaskOwner

LARGEST_NOTIFICATION: Final = 256 * 1024
"""Bytes; they have about 1,500."""

STOP_SECONDS: Final = 1.0
"""How long answers under way may take to end when the bot stops."""

PROMPT, NOTHING_HEARD = "please-speak", "nothing-heard"


@dataclass(slots=True)
class _Talk:
    """One call: ``turn`` keeps its actions in order, ``sounds`` are its recordings by name."""

    conversation: Conversation
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    sounds: dict[str, bytes] = field(default_factory=dict)


class PracticeBot:
    """Belongs to one event loop. ``base_url`` is the local Graph's, without a version segment.

    ``prompt`` asks the caller to speak, ``nothing_heard`` says that there was nothing: WAV files as
    Graph takes them (16 kHz, mono, 16 bit). ``token`` is its bearer.
    """

    def __init__(
        self,
        base_url: str,
        prompt: bytes,
        nothing_heard: bytes,
        *,
        token: str = TOKEN,
        new_id: NewId = new_id,
    ) -> None:
        self._graph = GraphClient(base_url, token)
        self._prompts = {PROMPT: prompt, NOTHING_HEARD: nothing_heard}
        # Pages in a browser reach loopback too; they cannot guess this.
        # By its first word exports know it: it stands in the address of every notification.
        self._secret = f"callsim-practice-bot.{new_token()}"
        self._new_id = new_id
        self._talks: dict[str, _Talk] = {}
        self._tasks = TaskOwner()
        self._runner: web.AppRunner | None = None
        self._address = ""

    @property
    def url(self) -> str:
        """Where calls are announced to this bot."""
        return f"{self._address}/api/calls"

    @property
    def calls(self) -> int:
        """How many calls it is in."""
        return len(self._talks)

    async def start(self) -> None:
        """Listen on a free loopback port. Raises OSError where there is none."""
        app = web.Application(client_max_size=LARGEST_NOTIFICATION)
        app.add_routes(
            [
                web.post(f"/{self._secret}/api/calls", self._notified),
                web.get(f"/{self._secret}/sounds/{{name}}.wav", self._sound),
            ]
        )
        await self._graph.open()
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=STOP_SECONDS)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._address = f"http://127.0.0.1:{self._runner.addresses[0][1]}/{self._secret}"

    async def stop(self) -> None:
        """Stop listening, break off what it is doing, forget all calls."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        await self._tasks.stop()
        self._talks.clear()
        await self._graph.aclose()

    # -- what it serves ----------------------------------------------------------------------

    async def _notified(self, request: web.Request) -> web.Response:
        try:
            notifications = json.loads(await request.read())["value"]
            for notification in notifications:
                # "/communications/calls/{id}" and what may follow
                call_id = str(notification["resourceUrl"]).split("/")[3]
                self._hear(call_id, str(notification["changeType"]), notification["resourceData"])
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            problem = f"This is no notification: {type(error).__name__} {error}"
            return web.json_response(
                {"error": {"code": "invalidRequest", "message": problem}}, status=400
            )
        return web.Response(status=202)

    async def _sound(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        sounds = self._prompts.copy()
        for talk in self._talks.values():
            sounds |= talk.sounds
        if name not in sounds:
            raise web.HTTPNotFound
        return web.Response(body=sounds[name], content_type="audio/wav")

    # -- what it does ------------------------------------------------------------------------

    def _hear(self, call_id: str, change: str, resource: Any) -> None:
        """Take one notification; what is to be done about it is done after the answer to it."""
        talk = self._talks.get(call_id)
        if talk is None:
            if change != "created":
                return
            talk = _Talk(Conversation(self._new_id))
        action = talk.conversation.hear(change, resource)
        if talk.conversation.over:
            self._talks.pop(call_id, None)
        elif action is not None:
            self._talks[call_id] = talk
            self._tasks.start(self._act(call_id, talk, action), f"practice bot in {call_id}")

    async def _act(self, call_id: str, talk: _Talk, action: Action) -> None:
        async with talk.turn:
            if talk.conversation.over:
                return
            if await self._do(call_id, talk, action) or talk.conversation.over:
                return
            # What Graph refuses cannot go on: leave the call, if it is still there.
            if not isinstance(action, Answer | HangUp):
                await self._graph.delete(call_id)
            if self._talks.get(call_id) is talk:
                del self._talks[call_id]

    async def _do(self, call_id: str, talk: _Talk, action: Action) -> bool:
        """Do it; return whether Graph agreed."""
        match action:
            case Answer():
                return await self._graph.post(call_id, "answer", self._answer())
            case Record():
                body = RECORD | {
                    "clientContext": action.client_context,
                    "prompts": [self._media(PROMPT)],
                }
                return await self._graph.post(call_id, "recordResponse", body)
            case PlayBack():
                wav = await self._graph.download(action.location, action.token)
                if talk.conversation.over:
                    return True
                name = NOTHING_HEARD
                if wav is not None:
                    name = self._new_id()
                    talk.sounds[name] = wav
                return await self._play(call_id, name, action.client_context)
            case SayNothingHeard():
                return await self._play(call_id, NOTHING_HEARD, action.client_context)
            case HangUp():
                return await self._graph.delete(call_id)

    async def _play(self, call_id: str, name: str, client_context: str) -> bool:
        body = {"clientContext": client_context, "prompts": [self._media(name)]}
        return await self._graph.post(call_id, "playPrompt", body)

    def _answer(self) -> Json:
        return {
            "callbackUri": self.url,
            "acceptedModalities": ["audio"],
            "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
        }

    def _media(self, name: str) -> Json:
        return {
            "@odata.type": "#microsoft.graph.mediaPrompt",
            "mediaInfo": {
                "@odata.type": "#microsoft.graph.mediaInfo",
                "uri": f"{self._address}/sounds/{quote(name)}.wav",
                "resourceId": name,
            },
        }
