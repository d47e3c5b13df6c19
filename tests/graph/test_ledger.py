"""The ledger has an entry for everything that is emulated, and for nothing else."""

from __future__ import annotations

import inspect
from collections import Counter
from typing import get_args

from app.api.identity import PATHS
from app.api.routes import GraphPlane
from app.bridge.answered import Trouble, Unanswered
from app.bridge.failure import status_of
from app.bridge.polling import INTERVAL, PATIENCE
from app.bridge.real_tokens import ISSUERS
from app.bridge.retry_after import LONGEST, USUAL
from app.engine.outcome import OUTCOMES
from app.graph import errors, ledger
from app.graph.differences import GROUPS
from app.graph.errors import GraphError
from app.graph.evidence import BRIDGE_CODES
from app.graph.ledger import LEDGER
from app.graph.permissions import NEEDED
from app.graph.profiles import PROFILES
from app.runtime import calls
from app.settings import ABOUT
from tests.helpers.golden import GENERATIONS, OTHERS, exchange, golden, members
from tests.helpers.simulator import bench

SWITCHES = (
    "notifications.",
    "errors.",
    "prompts.empty",
    "prompts.several",
    "call.",
    "recording.",
    "record.",
    "media.",
    "webhooks.signature",
    "auth.",
)
"""Settings that are about the service and not about the phone or this program."""


def named(group: str) -> set[str]:
    prefix = f"{group}."
    return {subject.removeprefix(prefix) for subject in LEDGER if subject.startswith(prefix)}


def test_every_way_to_end_has_its_entry() -> None:
    assert named("outcome") == {cause.value for cause in OUTCOMES}


def test_every_action_has_its_entry() -> None:
    actions = {name.lower() for name in GraphPlane(bench().simulator).actions}
    assert {name.lower() for name in named("action")} == actions | {
        "create",
        "operations",
        "participants",
        "invite",
        "hold",
    }


def test_every_refusal_has_its_entry() -> None:
    codes = set()
    for function in vars(errors).values():
        if inspect.isfunction(function) and function.__annotations__["return"] == "GraphError":
            made = function(*["x"] * len(inspect.signature(function).parameters))
            assert isinstance(made, GraphError)
            codes.add(made.code)
    assert named("error") == codes


def test_every_end_of_a_call_has_its_entry() -> None:
    ends = [value for value in vars(calls).values() if isinstance(value, tuple)]
    ends += list(calls.REJECTED.values())
    assert named("end") == {str(subcode) for _, subcode, _ in ends}


def test_every_difference_from_the_print_has_its_entry() -> None:
    assert named("generation") == set(PROFILES)
    printed = {path for name in GENERATIONS for path in golden(name)["differences"]}
    for name in OTHERS:
        for parts in exchange(name)["differences"].values():
            printed |= {path for paths in parts.values() for path in paths}
    assert named("member") == set(members(printed)) | {"mediaState"}


def test_every_permission_has_its_entry() -> None:
    assert named("permission") == {role for roles in NEEDED.values() for role in roles}


def test_every_document_of_the_sign_in_has_its_entry() -> None:
    assert named("identity") == {*PATHS, "accessToken", "webhookToken"}


def test_every_switch_of_the_service_has_its_entry() -> None:
    names = {about.name for about in ABOUT.values() if about.name.startswith(SWITCHES)}
    assert named("setting") == names


def test_what_the_bridge_does_has_its_entry() -> None:
    claims = {subject: LEDGER[f"bridge.{subject}"].claim for subject in named("bridge")}
    token = claims.pop("notificationToken")
    assert all(issuer in token for issuer in ISSUERS)
    assert f"{USUAL:g} s without one" in claims.pop("throttling") and LONGEST == 3600
    assert "every second, five minutes" in claims.pop("polling")
    assert (INTERVAL, PATIENCE) == (1, 300)
    troubles = get_args(Trouble)
    answered = {status_of(Unanswered(trouble, "", sent=True)) for trouble in troubles}
    assert {code for _, code in answered} == set(BRIDGE_CODES)
    claim = claims.pop("noAnswer")
    assert all(f"{status} {code}" in claim for status, code in answered)
    assert set(claims) == {"callbackUri", "expected", "handedOn", "realCall", "simulatedCalls"}


def test_the_entries_are_unique_and_say_something() -> None:
    counted = Counter(entry.subject for entry in ledger._ENTRIES)
    assert max(counted.values()) == 1
    assert all(len(entry.claim) > 4 and entry.source for entry in LEDGER.values())
    groups = {subject.partition(".")[0] for subject in LEDGER}
    assert groups == set(GROUPS)
