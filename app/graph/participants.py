"""Who is in a call, and who is asked in: participants, ``invite`` and ``transfer``.

Shapes: reference pages 'List participants', 'participant: invite', 'participant: mute' and
'call: transfer'.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from app.engine.outcome import Status
from app.graph.payload import Fields, kind_matches
from app.graph.profiles import Profile
from app.graph.requests import client_context
from app.graph.resources import CallFacts, Json, result_info

MOST_INVITED: Final = 5
"""People in one invitation (reference page 'participant: invite')."""

IDENTITIES: Final = ("user", "application", "phone", "device", "applicationInstance")
"""Of an identitySet, those that can be asked into a call."""


@dataclass(slots=True)
class Participant:
    """``kind`` and ``identity`` say who: a member of an identitySet, and what is in it."""

    id: str
    kind: str
    identity: Json
    source_id: int
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a bot names in a request: ``kind`` and ``identity`` as for a participant."""

    kind: str
    identity: Json
    replaces_call: str | None


@dataclass(frozen=True, slots=True)
class InviteRequest:
    people: tuple[Person, ...]
    client_context: str | None


def roster(facts: CallFacts) -> list[Participant]:
    """Return the two that every call has: the phone and the bot."""
    tenant = {"tenantId": facts.tenant_id}
    user = {"id": facts.user_id, "displayName": facts.user_name, "identityProvider": "AAD"}
    bot = {"id": facts.app_id, "displayName": facts.app_name}
    return [
        Participant(facts.source_participant_id, "user", user | tenant, 1),
        Participant(facts.my_participant_id, "application", bot | tenant, 2),
    ]


def participant(who: Participant) -> Json:
    """Return the ``participant``."""
    return {
        "@odata.type": "#microsoft.graph.participant",
        "info": {
            "@odata.type": "#microsoft.graph.participantInfo",
            "identity": _identity_set(who.kind, who.identity),
            "endpointType": "default",
        },
        "mediaStreams": [
            {
                "@odata.type": "#microsoft.graph.mediaStream",
                "mediaType": "audio",
                "sourceId": str(who.source_id),
                "direction": "sendReceive",
                "serverMuted": who.muted,
                "label": "main-audio",
            }
        ],
        "isMuted": who.muted,
        "isInLobby": False,
        "id": who.id,
        "metadata": None,
    }


def parse_transfer(body: dict[str, Any]) -> Person:
    """Check the body of ``transfer``; returns the target."""
    fields = Fields(body)
    target = fields.child("transferTarget")
    if target is None:
        raise fields.missing("transferTarget")
    return _person(target)


def parse_invite(body: dict[str, Any], profile: Profile) -> InviteRequest:
    """Check the body of ``participants/invite``."""
    fields = Fields(body)
    people = fields.items("participants")
    if not people:
        raise fields.missing("participants")
    if len(people) > MOST_INVITED:
        fields.refuse("participants", f"at most {MOST_INVITED}, got {len(people)}.")
    for index, item in enumerate(people):
        if not isinstance(item, dict):
            fields.refuse(f"participants[{index}]", "expected an invitationParticipantInfo.")
    named = [Fields(item, f"participants[{index}]") for index, item in enumerate(people)]
    return InviteRequest(tuple(map(_person, named)), client_context(fields, profile))


def invite_operation(
    operation_id: str, request: InviteRequest, status: Status, result: tuple[int, int, str] | None
) -> Json:
    """Return the ``inviteParticipantsOperation``; ``result`` is (code, subcode, message)."""
    return {
        "@odata.type": "#microsoft.graph.inviteParticipantsOperation",
        "id": operation_id,
        "status": status.value,
        "clientContext": request.client_context,
        "resultInfo": None if result is None else result_info(*result),
        "participants": [
            {
                "@odata.type": "#microsoft.graph.invitationParticipantInfo",
                "identity": _identity_set(person.kind, person.identity),
                "replacesCallId": person.replaces_call,
            }
            for person in request.people
        ],
    }


def _person(fields: Fields) -> Person:
    if not kind_matches(fields.text("@odata.type"), "invitationParticipantInfo"):
        fields.refuse("@odata.type", "expected #microsoft.graph.invitationParticipantInfo.")
    identities = fields.child("identity")
    if identities is None:
        raise fields.missing("identity")
    for kind in IDENTITIES:
        identity = identities.child(kind)
        if identity is not None:
            if identity.text("id") is None:
                raise identity.missing("id")
            shown = {"id": identity.text("id"), "displayName": identity.text("displayName")}
            return Person(kind, shown, fields.text("replacesCallId"))
    raise identities.missing(IDENTITIES[0])


def _identity_set(kind: str, identity: Json) -> Json:
    return {
        "@odata.type": "#microsoft.graph.identitySet",
        kind: {"@odata.type": "#microsoft.graph.identity", **identity},
    }
