"""Participants as Graph prints them; what requests may name is tried over HTTP."""

from __future__ import annotations

from app.engine.outcome import Status
from app.graph.participants import (
    invite_operation,
    parse_invite,
    parse_transfer,
    participant,
    roster,
)
from app.graph.profiles import V1
from app.graph.resources import CallFacts

FACTS = CallFacts("call", "chain", "tenant", "app", "Bot", "user", "Phone", "source", "mine")
HEIDI = {"identity": {"user": {"id": "550fae72", "displayName": "Heidi Steen"}}}


def test_phone_and_bot_are_in_every_call() -> None:
    phone, bot = (participant(who) for who in roster(FACTS))
    assert phone["id"] == "source" and phone["info"]["identity"]["user"]["id"] == "user"
    assert bot["id"] == "mine" and bot["info"]["identity"]["application"]["id"] == "app"
    assert list(phone) == [
        "@odata.type",
        "info",
        "mediaStreams",
        "isMuted",
        "isInLobby",
        "id",
        "metadata",
    ]
    assert [phone["mediaStreams"][0]["sourceId"], bot["mediaStreams"][0]["sourceId"]] == ["1", "2"]


def test_the_printed_targets_are_understood() -> None:
    person = parse_transfer({"transferTarget": HEIDI | {"endpointType": "default"}})
    assert (person.kind, person.identity["displayName"]) == ("user", "Heidi Steen")
    phone = {"phone": {"@odata.type": "#microsoft.graph.identity", "id": "+12345678901"}}
    assert parse_transfer({"transferTarget": {"identity": phone}}).kind == "phone"
    replacing = {"transferTarget": HEIDI | {"replacesCallId": "other"}}
    assert parse_transfer(replacing).replaces_call == "other"


def test_an_invitation_shows_whom_it_asks() -> None:
    request = parse_invite({"participants": [HEIDI] * 5, "clientContext": "c"}, V1)
    running = invite_operation("op", request, Status.RUNNING, None)
    assert (running["status"], running["resultInfo"], len(running["participants"])) == (
        "running",
        None,
        5,
    )
    failed = invite_operation("op", request, Status.FAILED, (410, 301004, "m"))
    assert failed["resultInfo"]["subcode"] == 301004
