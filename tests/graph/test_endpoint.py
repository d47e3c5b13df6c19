"""What an address is about."""

from __future__ import annotations

import pytest

from app.graph.endpoint import ACTIONS, read_endpoint
from tests.helpers.inspected import CALL


@pytest.mark.parametrize(
    ("path", "resource", "name"),
    [
        ("/v1.0/communications/calls", "calls", "calls"),
        (f"/v1.0/communications/calls/{CALL}", "call", "call"),
        (f"/v1.0/communications/calls/{CALL}/answer", "action", "answer"),
        (f"/V1.0/Communications/CALLS/{CALL}/RECORDRESPONSE", "action", "recordResponse"),
        (f"/v1.0/communications/calls/{CALL}/microsoft.graph.playPrompt", "action", "playPrompt"),
        (f"/v1.0/communications/calls/{CALL}/transfer", "action", "transfer"),
        (f"/v1.0/communications/calls/{CALL}/operations/9", "operation", "operation"),
        ("/recordings/17e3b46c", "recording", "recording"),
        ("/v1.0/me", "other", "/v1.0/me"),
        ("/", "other", "/"),
    ],
)
def test_what_an_address_is_about(path: str, resource: str, name: str) -> None:
    endpoint = read_endpoint(f"http://127.0.0.1:8899{path}")
    assert (endpoint.resource, endpoint.name) == (resource, name)


def test_an_operation_has_both_ids() -> None:
    endpoint = read_endpoint(f"/v1.0/communications/calls/{CALL}/operations/9")
    assert (endpoint.call_id, endpoint.operation_id) == (CALL, "9")


def test_an_address_that_is_none() -> None:
    assert read_endpoint("http://[broken").resource == "other"


@pytest.mark.parametrize(
    ("path", "generation"),
    [
        (f"/v1.0/communications/calls/{CALL}/recordResponse", "v1.0"),
        (f"/beta/communications/calls/{CALL}/recordResponse", "beta"),
        (f"/BETA/app/calls/{CALL}/microsoft.graph.Record", "2018"),
        (f"/beta/applications/{CALL}/calls/{CALL}/record", "2018"),
        ("/beta/app/calls", "beta"),
        ("/recordings/17e3b46c", ""),
    ],
)
def test_the_generation_is_in_the_path(path: str, generation: str) -> None:
    assert read_endpoint(path).generation == generation


def test_the_actions_are_those_of_the_ledger() -> None:
    assert ACTIONS["subscribetotone"] == "subscribeToTone"
    assert "create" not in ACTIONS and "operations" not in ACTIONS
