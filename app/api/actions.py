"""What can be posted to a call: one table from the action's name to what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Final

from aiohttp import hdrs

from app.api.answers import Answer, Seen, graph_json
from app.api.places import Place
from app.api.refusals import not_found
from app.graph import errors
from app.graph.instant import INSTANT, Instant, parse_instant
from app.graph.participants import parse_transfer
from app.graph.profiles import Profile
from app.graph.properties import remarks
from app.graph.requests import (
    parse_answer,
    parse_play_prompt,
    parse_redirect,
    parse_reject,
)
from app.graph.resources import Json
from app.graph.tones import parse_send_tones
from app.runtime.call_engine import recording_request
from app.runtime.service import Simulator

NAMESPACE: Final = "microsoft.graph."

OLD_ACTION: Final = "The bot uses 'record' of 2018, which Graph has replaced: use recordResponse."


MOST_REMARKS: Final = 20
"""Of one request: a body has room for a hundred thousand strange names."""

LONGEST: Final = "maxrecorddurationinseconds"
SHORT_RECORDING: Final = (
    "recordResponse without maxRecordDurationInSeconds ends after {seconds} s, Graph's default."
)


@dataclass(slots=True)
class Asked:
    """A request below the calls: ``rest`` are its lower-case segments there, ``call_id`` the first
    of them in the spelling used inside, ``body`` what was posted."""

    place: Place
    rest: list[str]
    call_id: str
    seen: Seen
    tell: Callable[[str, str], None]
    """Tells the user, once a call (the first argument), of what the bot had better not do."""
    body: Json = field(default_factory=dict)

    def remark(self, action: str, profile: Profile | None = None) -> None:
        """Tell of the members of the body that do nothing in ``action``."""
        if self.seen.call_id is None:
            return
        found = remarks(action, self.body, profile or self.place.profile)
        for words in islice(found, MOST_REMARKS):
            self.tell(self.seen.call_id, words)


Handler = Callable[[Asked], Answer]
"""Answers a request. Raises GraphError for every refusal."""


class Actions:
    """Core thread."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._bot = simulator.bot
        table: dict[str, Handler] = {
            "answer": self._answer,
            "keepAlive": self._keep_alive,
            "playPrompt": self._play_prompt,
            "record": partial(self._record, "record"),
            "recordResponse": partial(self._record, "recordResponse"),
            "redirect": self._redirect,
            "reject": self._reject,
            "sendDtmfTones": self._send_tones,
            "transfer": self._transfer,
        }
        table |= {name: partial(self._at_once, instant) for name, instant in INSTANT.items()}
        self.names = tuple(sorted(table))
        """The names of all actions."""
        self._table = {name.lower(): handler for name, handler in table.items()}
        self._spelled = {name.lower(): name for name in table}

    def find(self, segment: str) -> Handler | None:
        """Return the action that a lower-case ``segment`` names, with or without namespace."""
        name = segment.removeprefix(NAMESPACE)
        action = self._table.get(name)
        if action is None or name in ("record", "recordresponse"):
            # Which generation's members a recording may have, its own action knows.
            return action
        return partial(_remarked, self._spelled[name], action)

    def _answer(self, asked: Asked) -> Answer:
        wanted = parse_answer(asked.body)
        if self._simulator.settings.callback_scheme == "https" and (
            not wanted.callback_uri.lower().startswith("https:")
        ):
            raise errors.invalid_argument("callbackUri", "expected an absolute https URL.")
        self._bot.answer(asked.call_id, wanted, asked.place.base)
        return Answer(202)

    def _record(self, name: str, asked: Asked) -> Answer:
        profile = asked.place.recording_profile(name)
        if profile is None:
            generation = asked.place.profile.generation
            raise not_found(name, f"{generation} of Graph does not have it")
        asked.remark(name, profile)
        wanted = recording_request(asked.body, profile, self._simulator.settings)
        operation = self._bot.record_response(asked.call_id, wanted, profile)
        if not profile.answers_body:
            self._bot.remark(asked.call_id, OLD_ACTION)
        elif not any(name.lower() == LONGEST for name in asked.body):
            seconds = profile.default_max_duration
            self._bot.remark(asked.call_id, SHORT_RECORDING.format(seconds=seconds))
        return running(asked, operation, status=200 if profile.answers_body else 202)

    def _play_prompt(self, asked: Asked) -> Answer:
        wanted = parse_play_prompt(asked.body, asked.place.profile)
        operation = self._bot.play_prompt(asked.call_id, wanted, asked.place.profile)
        return running(asked, operation)

    def _send_tones(self, asked: Asked) -> Answer:
        wanted = parse_send_tones(asked.body, asked.place.profile)
        return running(asked, self._bot.send_tones(asked.call_id, wanted, asked.place.profile))

    def _transfer(self, asked: Asked) -> Answer:
        self._simulator.people.transfer(asked.call_id, parse_transfer(asked.body))
        return Answer(202)

    def _at_once(self, instant: Instant, asked: Asked) -> Answer:
        wanted = parse_instant(instant, asked.body, asked.place.profile)
        operation = self._bot.at_once(asked.call_id, wanted)
        if instant.shows_context:
            context = asked.place.context(instant.resource)
            operation = {"@odata.context": context} | operation
        return running(asked, operation)

    def _keep_alive(self, asked: Asked) -> Answer:
        self._bot.keep_alive(asked.call_id)
        return Answer(200)

    def _reject(self, asked: Asked) -> Answer:
        self._bot.reject(asked.call_id, parse_reject(asked.body))
        return Answer(202)

    def _redirect(self, asked: Asked) -> Answer:
        self._bot.redirect(asked.call_id, parse_redirect(asked.body))
        return Answer(202)


def _remarked(name: str, action: Handler, asked: Asked) -> Answer:
    asked.remark(name)
    return action(asked)


def running(asked: Asked, operation: Json, *, status: int = 200) -> Answer:
    """Answer with ``operation`` and where it can be looked at; 202 has no body."""
    asked.seen.operation_id = operation["id"]
    path = f"/{asked.call_id}/operations/{operation['id']}"
    location = (hdrs.LOCATION, asked.place.url(path))
    if status == 202:
        return Answer(202, headers=(location,))
    return graph_json(status, operation, (location,))
