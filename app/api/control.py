"""The control plane, ``/_sim``: what a person does in the window, for scripts.

It has a key of its own, knows nothing of Graph's shapes and can be switched off.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Final

from aiohttp import hdrs, web

from app.api.answers import path_segments
from app.api.certificates import CertificateAuthority
from app.api.control_answers import (
    HEADERS,
    ControlError,
    control_failure,
    control_json,
    read_json,
    record_number,
    translate,
)
from app.api.events import EventStream
from app.api.fault_control import FaultControl
from app.api.guard import KEY_HEADER, Guard, key_matches
from app.api.phone import Phone, Routes
from app.graph.errors import GraphError
from app.runtime.bridging import BridgePort
from app.runtime.describe import record_json
from app.runtime.ports import TargetRefused
from app.runtime.service import Simulator
from app.runtime.switchboard import UnknownCall
from app.settings import SettingError, Settings

log = logging.getLogger(__name__)

PREFIX: Final = "/_sim"

PEM_TYPE: Final = "application/x-pem-file"

PAGE: Final = 500
"""Most records in one answer; ``next`` leads on."""


class ControlPlane:
    """Core thread. ``key`` ``None`` switches it off; ``settings_changed`` hears of every change."""

    def __init__(
        self,
        simulator: Simulator,
        phone: Phone,
        events: EventStream,
        *,
        key: str | None,
        guard: Guard,
        settings_changed: Callable[[Settings], None],
        authority: CertificateAuthority,
        bridge: BridgePort,
    ) -> None:
        self._simulator = simulator
        self._events = events
        self._key = key
        self._guard = guard
        self._settings_changed = settings_changed
        self._authority = authority
        self._bridge = bridge
        self._routes: Routes = (
            phone.routes
            | FaultControl(simulator).routes
            | {
                "bridge": {"GET": self._show_bridge},
                "ca.pem": {"GET": self._show_authority},
                "events": {"GET": self._stream},
                "records": {"GET": self._records},
                "settings": {"GET": self._show_settings, "PATCH": self._change_settings},
            }
        )

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer ``request``; never raises."""
        try:
            return await self._handle(request)
        except ControlError as error:
            return control_failure(error)
        except GraphError as error:
            return control_failure(translate(error))
        except UnknownCall as error:
            message = f"There is no call '{str(error)[:100]}' in this run."
            return control_failure(ControlError(404, "notFound", message))
        except TargetRefused as error:
            return control_failure(ControlError(403, "targetRefused", str(error)))
        except ConnectionError:
            return web.Response()  # The client went away: there is nobody to answer.
        except Exception:
            log.exception("%s %s failed", request.method, request.rel_url.raw_path)
            message = "Internal error of the simulator: see its log."
            return control_failure(ControlError(500, "internalError", message))

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        self._guard.check(request.headers)
        if self._key is None:
            raise ControlError(404, "notFound", "The control plane is switched off (--no-control).")
        if not key_matches(request.headers.get(KEY_HEADER), self._key):
            message = f"Send the control key of this run in the header {KEY_HEADER}."
            raise ControlError(401, "unauthorized", message)
        segments = path_segments(request.rel_url.raw_path)[1:]
        pattern = "/".join("{id}" if at == 1 else name for at, name in enumerate(segments))
        methods = self._routes.get(pattern)
        if methods is None:
            known = ", ".join(f"{PREFIX}/{path}" for path in self._routes)
            raise ControlError(404, "notFound", f"There is no such resource. Known are: {known}.")
        handler = methods.get(request.method)
        if handler is None:
            allow = ", ".join(methods)
            message = f"{request.method[:20]} is not supported here: use {allow}."
            raise ControlError(405, "methodNotAllowed", message, allow)
        return await handler(request, segments)

    # -- what happened -----------------------------------------------------------------------

    async def _records(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        since = record_number("since", request.rel_url.query.get("since", "0"))
        journal = self._simulator.journal
        records = journal.since(since)[:PAGE]
        after = records[-1].seq if records else journal.last
        # Records are frozen, so a worker may read them; a page can hold megabytes of bodies.
        texts = await asyncio.to_thread(lambda: [json.dumps(record_json(r)) for r in records])
        body = f'{{"records": [{", ".join(texts)}], "next": {after}}}'
        return web.Response(body=body.encode(), headers=HEADERS)

    async def _stream(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        given = request.headers.get("Last-Event-ID")
        journal = self._simulator.journal
        after = journal.last if given is None else record_number("Last-Event-ID", given)
        return await self._events.serve(request, after)

    async def _show_bridge(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        """Say where traffic goes. It is switched in the window, or by who starts the program."""
        told = {"mode": self._bridge.mode.value, "target": self._bridge.target}
        return control_json(200, told)

    # -- certificates ------------------------------------------------------------------------

    async def _show_authority(
        self, request: web.BaseRequest, path: list[str]
    ) -> web.StreamResponse:
        if not self._authority.in_use:
            message = "This run has no certificates: start with --https-port."
            raise ControlError(404, "notFound", message)
        headers = {hdrs.CONTENT_TYPE: PEM_TYPE, hdrs.CACHE_CONTROL: "no-store"}
        return web.Response(body=self._authority.pem, headers=headers)

    # -- settings ----------------------------------------------------------------------------

    async def _show_settings(self, request: web.BaseRequest, path: list[str]) -> web.StreamResponse:
        return control_json(200, self._simulator.settings.as_dict())

    async def _change_settings(
        self, request: web.BaseRequest, path: list[str]
    ) -> web.StreamResponse:
        wanted = await read_json(request)
        settings = self._simulator.settings
        try:
            for name, value in wanted.items():
                settings = settings.set(name, value)
        except SettingError as error:
            raise ControlError(400, "badSetting", str(error)) from None
        self._simulator.settings = settings
        self._settings_changed(settings)
        return control_json(200, settings.as_dict())


def is_control(path: str) -> bool:
    """Whether an undecoded path belongs to the control plane."""
    return path == PREFIX or path.startswith(f"{PREFIX}/")
