"""The control plane's calls: what a person does with the virtual phone, as requests."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from aiohttp import hdrs, web

from app.api.answers import BodyLimit, base_url, read_body
from app.api.control_answers import bad_request, conflict, control_json, read_fields
from app.api.keys import LONGEST, SHORTEST, KeyPresser
from app.engine.states import CallState
from app.engine.timebase import to_samples, to_seconds
from app.engine.tones import KEYS
from app.graph.errors import GraphError
from app.graph.ids import guid
from app.graph.payload import Fields
from app.runtime.callers import CallerSpec
from app.runtime.calls import Call
from app.runtime.describe import call_json
from app.runtime.feeder import Press
from app.runtime.ports import Audio
from app.runtime.service import Simulator

MOST_PRESSES: Final = 1000
"""Timed keys of one call."""

MOST_CHANNELS: Final = 1024
"""What libsndfile reads."""

LONGEST_CALL: Final = 86_400.0
"""Seconds after the start of the first recording within which a timed key has to lie (a day)."""

Handler = Callable[[web.BaseRequest, list[str]], Awaitable[web.StreamResponse]]
"""Answers a request, given the segments of its path below the prefix."""

Routes = dict[str, dict[str, Handler]]
"""Handlers by path (``{id}`` for the second segment) and method."""


class Phone:
    """Core thread. ``read_audio`` decodes a sound file (in a worker), or raises ValueError."""

    def __init__(
        self,
        simulator: Simulator,
        keys: KeyPresser,
        read_audio: Callable[[bytes], Audio],
        upload: BodyLimit,
    ) -> None:
        self._simulator = simulator
        self._keys = keys
        self._read_audio = read_audio
        self._upload = upload

    @property
    def routes(self) -> Routes:
        return {
            "calls": {"GET": self._list, "POST": self._dial},
            "calls/{id}": {"GET": self._show},
            "calls/{id}/accept": {"POST": self._accept},
            "calls/{id}/audio": {"POST": self._say},
            "calls/{id}/decline": {"POST": self._decline},
            "calls/{id}/hangup": {"POST": self._hang_up},
            "calls/{id}/hold": {"POST": self._hold},
            "calls/{id}/mute": {"POST": self._mute},
            "calls/{id}/tones": {"POST": self._press},
        }

    async def _list(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        return control_json(
            200, {"calls": [call_json(call) for call in self._simulator.snapshots()]}
        )

    async def _show(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        return self._snapshot(self._call(path))

    async def _dial(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        fields = await read_fields(request)
        bot_url = fields.text("botUrl") or None
        caller = fields.text("caller")
        number = fields.text("number") or ""
        presses = _presses(fields)
        spec = CallerSpec.parse(caller) if caller else None
        if fields.value("callerChannel") is not None:
            if spec is None or spec.path is None:
                fields.refuse("callerChannel", "'caller' has to name a sound file.")
            channel = fields.integer("callerChannel", 0, 0, MOST_CHANNELS)
            spec = replace(spec, channel=channel)
        try:
            call = await self._simulator.dial(
                bot_url=bot_url,
                caller=spec,
                number=number,
                presses=presses,
            )
        except ValueError as error:
            raise bad_request(str(error)) from None
        location = f"{base_url(request)}/_sim/calls/{call.id}"
        return control_json(201, call_json(call), {hdrs.LOCATION: location})

    async def _press(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        call = self._call(path)
        fields = await read_fields(request)
        tones = fields.text("tones")
        if not tones:
            raise bad_request("'tones' is required: a string such as \"12#\".")
        usual = self._simulator.settings.key_milliseconds
        milliseconds = fields.integer("durationMs", usual, SHORTEST, LONGEST)
        try:
            seconds = self._keys.press(call.id, tones, milliseconds)
        except ValueError as error:
            raise bad_request(str(error)) from None
        return control_json(202, {"tones": tones, "durationMs": milliseconds, "seconds": seconds})

    async def _say(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        call = self._call(path)
        body = await read_body(request, self._upload)
        try:
            audio = await asyncio.to_thread(self._read_audio, body)
        except ValueError as error:
            raise bad_request(str(error)) from None
        if call.engine.state is not CallState.ESTABLISHED:
            raise conflict(f"The call is {call.engine.state}: only an established one can hear.")
        self._simulator.say(call.id, audio)
        return control_json(202, {"seconds": to_seconds(len(audio))})

    async def _hang_up(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        call = self._up(path)
        self._simulator.hang_up(call.id)
        return self._snapshot(call)

    async def _mute(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        self._up(path)
        fields = await read_fields(request)
        if fields.value("muted") is None:
            raise bad_request("'muted' is required: true or false.")
        muted = fields.flag("muted", default=False)
        call = self._up(path)
        self._simulator.set_muted(call.id, muted)
        return self._snapshot(call)

    async def _hold(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        self._up(path)
        fields = await read_fields(request)
        if fields.value("held") is None:
            raise bad_request("'held' is required: true or false.")
        held = fields.flag("held", default=False)
        call = self._up(path)
        try:
            self._simulator.set_held(call.id, held)
        except GraphError as error:
            raise conflict(error.message) from None
        return self._snapshot(call)

    async def _accept(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        call = self._placed_by_bot(path)
        self._simulator.accept(call.id)
        return self._snapshot(call)

    async def _decline(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        self._placed_by_bot(path)
        fields = await read_fields(request)
        reason = fields.text("reason") or "none"
        if reason not in ("none", "busy"):
            raise bad_request(f"'{reason[:40]}' is no reason to decline: use none or busy.")
        busy = reason == "busy"
        call = self._placed_by_bot(path)
        self._simulator.decline(call.id, busy=busy)
        return self._snapshot(call)

    def _placed_by_bot(self, path: list[str]) -> Call:
        call = self._call(path)
        if not call.outgoing:
            raise conflict(
                "This call was placed by the phone: only a call that the bot places can be "
                "accepted or declined. End this one with hangUp."
            )
        return call

    def _call(self, path: list[str]) -> Call:
        return self._simulator.call(guid(path[1]))

    def _up(self, path: list[str]) -> Call:
        call = self._call(path)
        if call.engine.state is CallState.TERMINATED:
            raise conflict("The call has ended already.")
        return call

    def _snapshot(self, call: Call) -> web.Response:
        return control_json(200, call_json(self._simulator.snapshot(call.id)))


def _presses(fields: Fields) -> list[Press]:
    """Read ``presses``: [{"tone": "#", "seconds": 2.5}], counted from the first recording."""
    items = fields.items("presses")
    if len(items) > MOST_PRESSES:
        fields.refuse("presses", f"at most {MOST_PRESSES}.")
    presses: list[Press] = []
    for index, item in enumerate(items):
        if not isinstance(item, dict):
            fields.refuse("presses", 'expected objects such as {"tone": "#", "seconds": 2.5}.')
        press = Fields(item, f"presses[{index}]")
        tone, seconds = (press.text("tone") or "").upper(), press.value("seconds")
        if len(tone) != 1 or tone not in KEYS:
            press.refuse("tone", f"expected one of {' '.join(KEYS)}.")
        if isinstance(seconds, bool) or not isinstance(seconds, int | float):
            press.refuse("seconds", "expected a number.")
        if not (math.isfinite(seconds) and 0 <= seconds <= LONGEST_CALL):
            press.refuse("seconds", f"expected 0 to {LONGEST_CALL:g}.")
        presses.append(Press(tone, to_samples(seconds)))
    return presses
