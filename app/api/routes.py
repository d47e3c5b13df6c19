"""The Graph plane: the paths of each generation, and what stands behind them.

Names in a path match in any case and with or without their namespace, ids in any spelling (contract
section 1.1; official clients send all of these).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from aiohttp import hdrs, web

from app.api.answers import (
    Answer,
    Headers,
    Refusal,
    Seen,
    graph_json,
    path_segments,
    require_json,
)
from app.api.places import Place, PlaceMap
from app.engine.states import CallState
from app.graph import errors
from app.graph.errors import GraphError
from app.graph.ids import guid
from app.graph.instant import INSTANT, Instant, parse_instant
from app.graph.payload import read_object
from app.graph.profiles import PROFILES, Profile
from app.graph.requests import (
    parse_answer,
    parse_create_call,
    parse_play_prompt,
    parse_record_response,
    parse_redirect,
    parse_reject,
)
from app.graph.resources import Json
from app.runtime.recordings import Take, TakeNotFound, WrongToken
from app.runtime.service import Simulator
from app.runtime.switchboard import UnknownCall
from app.settings import Settings

NAMESPACE: Final = "microsoft.graph."

OLD_ACTION: Final = "The bot uses 'record' of 2018, which Graph has replaced: use recordResponse."

OCTETS: Final = "application/octet-stream"
"""Of a recording: what the documentation shows, not audio/wav (contract section 3)."""


Action = Callable[[Place, str, Json, Seen], Answer]


class GraphPlane:
    """Answers the bot's requests. Core thread."""

    def __init__(
        self, simulator: Simulator, profiles: Iterable[Profile] = PROFILES.values()
    ) -> None:
        self._simulator = simulator
        self._places = PlaceMap(profiles)
        actions: dict[str, Action] = {
            "answer": self._answer,
            "keepAlive": self._keep_alive,
            "playPrompt": self._play_prompt,
            "record": partial(self._record, "record"),
            "recordResponse": partial(self._record, "recordResponse"),
            "redirect": self._redirect,
            "reject": self._reject,
        }
        actions |= {name: partial(self._at_once, instant) for name, instant in INSTANT.items()}
        self._actions = {name.lower(): action for name, action in actions.items()}
        self.actions = tuple(sorted(actions))
        """What can be posted to a call."""
        self._below = f"a call has operations/{{id}} and, to POST, {', '.join(self.actions)}"

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
        _require_bearer(request)
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

    def answer(self, request: web.BaseRequest, seen: Seen) -> Answer:
        """Answer ``request``, whose body is in ``seen``. Raises GraphError for every refusal."""
        path = request.rel_url.raw_path
        segments = path_segments(path)
        if len(segments) == 2 and segments[0] == "recordings":
            return self._download(request, segments[1], seen)
        found = self._places.find(request)
        if found is None:
            raise self._unknown(segments)
        return self._call(request, *found, seen)

    # -- calls and what is below them --------------------------------------------------------

    def _call(self, request: web.BaseRequest, place: Place, rest: list[str], seen: Seen) -> Answer:
        call_id = guid(rest[0]) if rest else ""
        self._note_call(call_id, seen)
        method = request.method
        match rest:
            case []:
                _require(method, "GET", "POST")
                _require_bearer(request)
                return self._list(place)
            case [_]:
                _require(method, "GET", "DELETE")
                _require_bearer(request)
                if method == "DELETE":
                    self._simulator.bot.delete(call_id)
                    return Answer(204)
                context = place.context("communications/calls/$entity")
                call = self._simulator.bot.call_json(call_id)
                return graph_json(200, {"@odata.context": context, **call})
            case [_, "operations", operation]:
                _require(method, "GET")
                _require_bearer(request)
                operation_id = guid(operation)
                found = self._simulator.bot.operation(call_id, operation_id)
                seen.operation_id = operation_id
                return graph_json(200, found)
            case [_, name] if action := self._actions.get(name.removeprefix(NAMESPACE)):
                _require(method, "POST")
                _require_bearer(request)
                require_json(request)
                answer = action(place, call_id, read_object(seen.body), seen)
                if place.deprecated:
                    self._note_deprecated(place, seen)
                return answer
        raise _not_found(rest[-1], self._below)

    def _note_call(self, call_id: str, seen: Seen) -> None:
        try:
            call = self._simulator.call(call_id)
        except UnknownCall:
            return
        seen.call_id = call.id
        seen.scenario_id = call.facts.chain_id

    def _note_deprecated(self, place: Place, seen: Seen) -> None:
        if seen.call_id is not None:
            self._simulator.bot.note_deprecated(
                seen.call_id,
                f"The bot uses {place.deprecated}, which is deprecated: "
                "use /beta/communications/calls.",
            )

    def _list(self, place: Place) -> Answer:
        """The calls that are up: bots probe their permission with this."""
        live = [
            self._simulator.bot.call_json(call.id)
            for call in self._simulator.snapshots()
            if call.engine.state is not CallState.TERMINATED
        ]
        context = place.context("communications/calls")
        return graph_json(200, {"@odata.context": context, "value": live})

    # -- actions -----------------------------------------------------------------------------

    def _answer(self, place: Place, call_id: str, body: Json, seen: Seen) -> Answer:
        wanted = parse_answer(body)
        if self.settings.callback_scheme == "https" and not wanted.callback_uri.lower().startswith(
            "https:"
        ):
            raise errors.invalid_argument("callbackUri", "expected an absolute https URL.")
        self._simulator.bot.answer(call_id, wanted, place.base)
        return Answer(202)

    def _record(self, name: str, place: Place, call_id: str, body: Json, seen: Seen) -> Answer:
        profile = place.recording_profile(name)
        if profile is None:
            raise _not_found(name, f"{place.profile.generation} of Graph does not have it")
        empty = self.settings.empty_prompts == "accept"
        wanted = parse_record_response(body, profile, empty_prompts=empty)
        operation = self._simulator.bot.record_response(call_id, wanted, profile)
        if not profile.answers_body:
            self._simulator.bot.note_deprecated(call_id, OLD_ACTION)
        return self._running(
            place, call_id, operation, seen, status=200 if profile.answers_body else 202
        )

    def _play_prompt(self, place: Place, call_id: str, body: Json, seen: Seen) -> Answer:
        wanted = parse_play_prompt(body, place.profile)
        return self._running(place, call_id, self._simulator.bot.play_prompt(call_id, wanted), seen)

    def _at_once(
        self, instant: Instant, place: Place, call_id: str, body: Json, seen: Seen
    ) -> Answer:
        wanted = parse_instant(instant, body, place.profile)
        operation = self._simulator.bot.at_once(call_id, wanted)
        if instant.shows_context:
            operation = {"@odata.context": place.context(instant.resource)} | operation
        return self._running(place, call_id, operation, seen)

    def _keep_alive(self, place: Place, call_id: str, body: Json, seen: Seen) -> Answer:
        self._simulator.bot.keep_alive(call_id)
        return Answer(200)

    def _reject(self, place: Place, call_id: str, body: Json, seen: Seen) -> Answer:
        self._simulator.bot.reject(call_id, parse_reject(body))
        return Answer(202)

    def _redirect(self, place: Place, call_id: str, body: Json, seen: Seen) -> Answer:
        self._simulator.bot.redirect(call_id, parse_redirect(body))
        return Answer(202)

    def _running(
        self, place: Place, call_id: str, operation: Json, seen: Seen, *, status: int = 200
    ) -> Answer:
        seen.operation_id = operation["id"]
        location = (hdrs.LOCATION, place.url(f"/{call_id}/operations/{operation['id']}"))
        if status == 202:
            return Answer(202, headers=(location,))
        return graph_json(status, operation, (location,))

    # -- recordings --------------------------------------------------------------------------

    def _download(self, request: web.BaseRequest, take_id: str, seen: Seen) -> Answer:
        seen.download = True
        _require(request.method, "GET", "HEAD")
        take = self._take(guid(take_id), bearer(request))
        seen.call_id, seen.operation_id = take.call_id, take.operation_id
        return Answer(200, headers=((hdrs.CONTENT_TYPE, OCTETS),), recording=take.wav)

    def _take(self, take_id: str, token: str | None) -> Take:
        try:
            return self._simulator.recordings.fetch(take_id, token)
        except TakeNotFound:
            raise GraphError(
                404,
                "ResourceNotFound",
                "There is no such recording. It is discarded shortly after the end of its call "
                "(setting recording.discardAfterSeconds).",
            ) from None
        except WrongToken:
            problem = "is missing" if token is None else "is not the one of this recording"
            raise _unauthorized(
                f"The token {problem}: send 'Authorization: Bearer {{recordingAccessToken}}' "
                "with the token of the notification."
            ) from None

    def _unknown(self, segments: list[str]) -> GraphError:
        """Name the first segment that leads nowhere, as Graph does."""
        if segments[:1] == ["recordings"]:
            raise _not_found("/".join(segments), "a recording is /recordings/{id}")
        roots = " or ".join(f"{root}/{{id}}" for root in [*self._places.roots, "/recordings"])
        return _not_found(self._places.lost_at(segments), f"this server has {roots}")


def bearer(request: web.BaseRequest) -> str | None:
    """Return the bearer token, ``None`` where there is none (tokens are printable ASCII)."""
    scheme, _, token = request.headers.get(hdrs.AUTHORIZATION, "").partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token or not token.isascii():
        return None
    return token


def _require_bearer(request: web.BaseRequest) -> None:
    """Any token will do: who the bot is, is not checked here."""
    if bearer(request) is None:
        raise _unauthorized("Access token is empty: send 'Authorization: Bearer {any token}'.")


def _require(method: str, *allowed: str) -> None:
    if method not in allowed:
        headers: Headers = ((hdrs.ALLOW, ", ".join(allowed)),)
        raise Refusal(
            405,
            "MethodNotAllowed",
            f"{method[:20]} is not supported here: use {' or '.join(allowed)}.",
            headers,
        )


def _unauthorized(message: str) -> Refusal:
    headers: Headers = ((hdrs.WWW_AUTHENTICATE, 'Bearer realm=""'),)
    return Refusal(401, "InvalidAuthenticationToken", message, headers)


def _not_found(segment: str, hint: str) -> GraphError:
    return errors.GraphError(
        404, "ResourceNotFound", f"Resource not found for the segment '{segment[:100]}': {hint}."
    )
