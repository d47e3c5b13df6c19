"""The Graph plane: the paths of each generation, and what stands behind them.

Names in a path match in any case and with or without their namespace, ids in any spelling (contract
section 1.1; official clients send all of these).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aiohttp import hdrs, web

from app.api.access import Access
from app.api.actions import NAMESPACE, Actions, Asked, Handler
from app.api.answers import Answer, Refusal, Seen, graph_json, path_segments, require_json
from app.api.downloads import Downloads
from app.api.places import Place, PlaceMap
from app.api.refusals import not_found, require_method
from app.api.roster import RosterPaths
from app.engine.states import CallState
from app.graph import errors
from app.graph.errors import GraphError
from app.graph.ids import guid
from app.graph.payload import read_object
from app.graph.profiles import PROFILES, Profile
from app.graph.requests import parse_create_call
from app.runtime.faults import REFUSALS
from app.runtime.service import Simulator
from app.runtime.switchboard import UnknownCall
from app.settings import Settings

Methods = Mapping[str, Handler]
"""What answers a path, by method."""


class GraphPlane:
    """Answers the bot's requests. Core thread."""

    def __init__(
        self,
        simulator: Simulator,
        profiles: Iterable[Profile] = PROFILES.values(),
        *,
        access: Access | None = None,
    ) -> None:
        self._simulator = simulator
        self._access = access or Access(lambda: simulator.settings)
        self._places = PlaceMap(profiles)
        self._downloads = Downloads(simulator.recordings)
        self._actions = Actions(simulator)
        self._roster = RosterPaths(simulator.people)
        self.actions = self._actions.names
        """What can be posted to a call."""
        self._below = (
            f"a call has operations/{{id}}, participants/{{id}} and, to POST, "
            f"{', '.join(self.actions)}"
        )

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._simulator.settings

    async def create(self, request: web.BaseRequest, seen: Seen) -> Answer | None:
        """Place the call that ``request`` asks for; ``None`` where it asks for something else."""
        found = self._places.find(request)
        if found is None or found[1] or request.method != "POST":
            return None
        place, _ = found
        self._meet_fault(seen)
        self._access.check(request, "create")
        require_json(request)
        wanted = parse_create_call(read_object(seen.body))
        try:
            call = await self._simulator.ring(wanted, place.base)
        except ValueError as error:
            # The phone's own caller cannot speak: not the bot's fault, but nothing was created.
            raise GraphError(500, "9999", f"The phone cannot ring: {error}") from None
        self._note_call(call.id, seen)
        shown = self._simulator.effects.call_json(self._simulator.call(call.id))
        location = (hdrs.LOCATION, place.url(f"/{call.id}"))
        context = place.context("app/calls/$entity")
        return graph_json(201, {"@odata.context": context, **shown}, (location,))

    def has_call(self, request: web.BaseRequest) -> bool:
        """Whether ``request`` is about a call of this simulator."""
        found = self._places.find(request)
        if found is None or not found[1]:
            return False
        try:
            self._simulator.call(guid(found[1][0]))
        except UnknownCall:
            return False
        return True

    def answer(self, request: web.BaseRequest, seen: Seen) -> Answer:
        """Answer ``request``, whose body is in ``seen``. Raises GraphError for every refusal."""
        segments = path_segments(request.rel_url.raw_path)
        if len(segments) == 2 and segments[0] == "recordings":
            return self._downloads.answer(request, segments[1], seen)
        found = self._places.find(request)
        if found is None:
            raise self._unknown(segments)
        place, rest = found
        call_id = guid(rest[0]) if rest else ""
        asked = Asked(place, rest, call_id, seen, self._simulator.bot.remark)
        self._note_call(call_id, seen)
        self._meet_fault(seen)
        self._require_call_id(request, place, rest)
        methods = self._methods(rest)
        require_method(request.method, *methods)
        posted = request.method == "POST" and rest
        self._access.check(request, rest[-1].removeprefix(NAMESPACE) if posted else "")
        if request.method == "POST":
            require_json(request)
            asked.body = read_object(seen.body)
        answer = methods[request.method](asked)
        if request.method == "POST" and place.deprecated:
            self._note_deprecated(asked)
        return answer

    def _methods(self, rest: list[str]) -> Methods:
        """Return what answers the path ``rest`` below the calls. Raises GraphError (404)."""
        match rest:
            case []:
                # A POST here is a call that the bot places: see create.
                return {"GET": self._list, "POST": self._list}
            case [_]:
                return {"GET": self._show, "DELETE": self._delete}
            case [_, "operations"]:
                return {"GET": self._operations}
            case [_, "operations", _]:
                return {"GET": self._operation}
            case [_, name] if action := self._actions.find(name):
                return {"POST": action}
            case [_, "participants", *_] if methods := self._roster.methods(rest):
                return methods
        raise not_found(rest[-1], self._below)

    def _meet_fault(self, seen: Seen) -> None:
        """Refuse the request where a fault is armed for it; nothing has been done yet."""
        fault = self._simulator.faults.take("request", seen.call_id)
        if fault is None:
            return
        status, code, message = REFUSALS[fault.name]
        retry = ((hdrs.RETRY_AFTER, f"{fault.seconds:.0f}"),) if status in (429, 503) else ()
        raise Refusal(status, code, message, retry)

    def _require_call_id(self, request: web.BaseRequest, place: Place, rest: list[str]) -> None:
        """Refuse an action without a call's id, as bots post it that never got one, in the words
        of the real service (contract section 6)."""
        name = "".join(rest)
        nameless = rest[:1] == [""] or (len(rest) == 1 and name.startswith(NAMESPACE))
        if request.method == "POST" and nameless and self._actions.find(name):
            raise errors.no_call_id(f"{place.url('')}('{name}')")

    def _note_call(self, call_id: str, seen: Seen) -> None:
        try:
            call = self._simulator.call(call_id)
        except UnknownCall:
            return
        seen.call_id = call.id
        seen.scenario_id = call.facts.chain_id

    def _note_deprecated(self, asked: Asked) -> None:
        if asked.seen.call_id is not None:
            self._simulator.bot.remark(
                asked.seen.call_id,
                f"The bot uses {asked.place.deprecated}, which is deprecated: "
                "use /beta/communications/calls.",
            )

    # -- calls and what is below them --------------------------------------------------------

    def _list(self, asked: Asked) -> Answer:
        """The calls that are up: bots probe their permission with this."""
        live = [
            self._simulator.bot.call_json(call.id)
            for call in self._simulator.snapshots()
            if call.engine.state is not CallState.TERMINATED
        ]
        context = asked.place.context("communications/calls")
        return graph_json(200, {"@odata.context": context, "value": live})

    def _show(self, asked: Asked) -> Answer:
        context = asked.place.context("communications/calls/$entity")
        call = self._simulator.bot.call_json(asked.call_id)
        return graph_json(200, {"@odata.context": context, **call})

    def _delete(self, asked: Asked) -> Answer:
        self._simulator.bot.delete(asked.call_id)
        return Answer(204)

    def _operations(self, asked: Asked) -> Answer:
        path = f"communications/calls('{asked.call_id}')/operations"
        found = self._simulator.bot.operations(asked.call_id)
        return graph_json(200, {"@odata.context": asked.place.context(path), "value": found})

    def _operation(self, asked: Asked) -> Answer:
        operation_id = guid(asked.rest[2])
        found = self._simulator.bot.operation(asked.call_id, operation_id)
        asked.seen.operation_id = operation_id
        return graph_json(200, found)

    def _unknown(self, segments: list[str]) -> GraphError:
        """Name the first segment that leads nowhere, as Graph does."""
        if segments[:1] == ["recordings"]:
            return not_found("/".join(segments), "a recording is /recordings/{id}")
        roots = " or ".join(f"{root}/{{id}}" for root in [*self._places.roots, "/recordings"])
        return not_found(self._places.lost_at(segments), f"this server has {roots}")
