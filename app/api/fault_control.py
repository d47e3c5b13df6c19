"""The control plane's faults: what is to go wrong once, armed and looked at by scripts."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from app.api.control_answers import ControlError, bad_request, control_json, read_fields
from app.api.phone import Routes
from app.graph.ids import guid
from app.runtime.faults import FAULTS, SECONDS, Fault
from app.runtime.service import Simulator


class FaultControl:
    """Core thread."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    @property
    def routes(self) -> Routes:
        return {
            "faults": {"GET": self._list, "POST": self._arm, "DELETE": self._clear},
            "faults/{id}": {"DELETE": self._disarm},
        }

    async def _list(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        armed = [_json(fault) for fault in self._simulator.faults.armed]
        return control_json(200, {"faults": armed, "known": FAULTS})

    async def _arm(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        fields = await read_fields(request)
        name, call_id = fields.text("fault"), fields.text("callId")
        seconds = fields.value("seconds")
        if name is None:
            raise bad_request(f"'fault' is required: one of {', '.join(FAULTS)}.")
        if seconds is None:
            seconds = SECONDS
        if isinstance(seconds, bool) or not isinstance(seconds, int | float):
            raise bad_request("'seconds' is a number.")
        if call_id is not None:
            call_id = self._simulator.call(guid(call_id)).id
        try:
            fault = self._simulator.faults.arm(name, call_id, seconds)
        except ValueError as error:
            raise bad_request(str(error)) from None
        return control_json(201, _json(fault))

    async def _clear(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        self._simulator.faults.disarm()
        return web.Response(status=204)

    async def _disarm(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        known = path[1].isascii() and path[1].isdigit() and len(path[1]) < 18
        if not known or not self._simulator.faults.disarm(int(path[1])):
            raise ControlError(404, "notFound", f"There is no fault '{path[1][:40]}' armed.")
        return web.Response(status=204)


def _json(fault: Fault) -> dict[str, Any]:
    return {
        "id": fault.id,
        "fault": fault.name,
        "callId": fault.call_id,
        "seconds": fault.seconds,
    }
