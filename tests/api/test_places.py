"""Which generation a path belongs to."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import make_mocked_request

from app.api.places import PlaceMap
from app.graph.profiles import PROFILES

MAP = PlaceMap(PROFILES.values())


@pytest.mark.parametrize(
    ("path", "generation", "rest", "deprecated"),
    [
        ("/v1.0/communications/calls", "v1.0", [], ""),
        ("/BETA/Communications/calls/X/answer", "beta", ["x", "answer"], ""),
        ("/beta/app/calls/x", "beta", ["x"], "/beta/app/calls"),
        ("/beta/applications/A1/calls/x", "beta", ["x"], "/beta/applications/{app}/calls"),
    ],
)
def test_a_path_has_its_place(path: str, generation: str, rest: list[str], deprecated: str) -> None:
    found = MAP.find(make_mocked_request("GET", path))
    assert found is not None
    place, below = found
    assert (place.profile.generation, below, place.deprecated) == (generation, rest, deprecated)


def test_the_action_tells_generations_apart() -> None:
    found = MAP.find(make_mocked_request("POST", "/beta/app/calls/x/record"))
    assert found is not None
    for action, generation in (("RECORD", "2018"), ("recordresponse", "beta")):
        profile = found[0].recording_profile(action)
        assert profile is not None and profile.generation == generation
    assert found[0].recording_profile("answer") is None


def test_the_applications_id_stays_as_it_was_sent() -> None:
    found = MAP.find(make_mocked_request("POST", "/beta/applications/A%201/calls/x"))
    assert found is not None and found[0].root == "/beta/applications/A%201/calls"


@pytest.mark.parametrize(
    ("segments", "lost"),
    [(["v1.0", "users"], "users"), (["x"], "x"), (["beta", "applications", "a"], "a"), ([], "")],
)
def test_the_segment_that_leads_nowhere_is_found(segments: list[str], lost: str) -> None:
    assert MAP.lost_at(segments) == lost
