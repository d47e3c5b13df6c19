"""The participants of a call: list, one, mute, invite, remove."""

from __future__ import annotations

from app.api.actions import NAMESPACE, Asked, Handler, running
from app.api.answers import Answer, graph_json
from app.graph.ids import guid
from app.graph.participants import parse_invite
from app.graph.payload import Fields
from app.graph.requests import client_context
from app.runtime.people import People

ROSTER = "participants"


class RosterPaths:
    """Core thread."""

    def __init__(self, people: People) -> None:
        self._people = people

    def methods(self, rest: list[str]) -> dict[str, Handler] | None:
        """Return what answers the segments below a call, by method; ``None`` for other paths."""
        match [segment.removeprefix(NAMESPACE) for segment in rest[1:]]:
            case ["participants"]:
                return {"GET": self._list}
            case ["participants", "invite"]:
                return {"POST": self._invite}
            case ["participants", _]:
                return {"GET": self._show, "DELETE": self._remove}
            case ["participants", _, "mute"]:
                return {"POST": self._mute}
        return None

    def _list(self, asked: Asked) -> Answer:
        people = self._people.participants(asked.call_id)
        path = f"communications/calls('{asked.call_id}')/{ROSTER}"
        return graph_json(200, {"@odata.context": asked.place.context(path), "value": people})

    def _show(self, asked: Asked) -> Answer:
        who = self._people.participant(asked.call_id, guid(asked.rest[2]))
        path = f"communications/calls('{asked.call_id}')/{ROSTER}/$entity"
        return graph_json(200, {"@odata.context": asked.place.context(path), **who})

    def _invite(self, asked: Asked) -> Answer:
        asked.remark("invite")
        wanted = parse_invite(asked.body, asked.place.profile)
        return running(asked, self._people.invite(asked.call_id, wanted))

    def _mute(self, asked: Asked) -> Answer:
        asked.remark("mute")
        context = client_context(Fields(asked.body), asked.place.profile)
        operation = self._people.mute(asked.call_id, guid(asked.rest[2]), context)
        shown = {"@odata.context": asked.place.context("muteParticipantOperation")}
        return running(asked, shown | operation)

    def _remove(self, asked: Asked) -> Answer:
        self._people.remove(asked.call_id, guid(asked.rest[2]))
        return Answer(204)
