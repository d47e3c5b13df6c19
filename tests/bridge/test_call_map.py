from __future__ import annotations

import pytest

from app.bridge.call_map import MOST, CallMap, NotMapped, Pair

MINE = "57dab8b1-894c-409a-b240-bd8beae78896"
THEIRS = "471f0200-1117-4429-a9be-4b6b7b7a9e7a"
OPERATION = "0fe0623f-d628-42ed-b4bd-8ac290072cc5"


def paired() -> CallMap:
    pairs = CallMap()
    pairs.set(MINE, THEIRS)
    return pairs


@pytest.mark.parametrize("spelt", [MINE, MINE.upper(), MINE.replace("-", "")])
def test_an_id_is_found_in_any_spelling(spelt: str) -> None:
    assert paired().real(spelt) == THEIRS
    path = paired().path(f"/v1.0/communications/calls/{spelt}/recordResponse?x={MINE}")
    assert path == f"/v1.0/communications/calls/{THEIRS}/recordResponse?x={MINE}"


def test_the_way_back() -> None:
    assert paired().simulated(THEIRS.upper()) == MINE
    assert paired().back(f"/communications/calls/{THEIRS}/x") == f"/communications/calls/{MINE}/x"
    assert paired().back(OPERATION) == OPERATION


def test_every_id_below_a_collection_is_replaced() -> None:
    pairs = paired()
    pairs.set(OPERATION, "real-operation")
    path = pairs.path(f"/beta/app/calls/{MINE}/operations/{OPERATION}")
    assert path == f"/beta/app/calls/{THEIRS}/operations/real-operation"


@pytest.mark.parametrize(
    "path", [f"/v1.0/communications/calls/{OPERATION}", f"/beta/app/Calls/{OPERATION}/answer"]
)
def test_an_id_without_counterpart_goes_nowhere(path: str) -> None:
    with pytest.raises(NotMapped, match=OPERATION):
        paired().path(path)


def test_what_is_real_stays() -> None:
    path = f"/v1.0/communications/calls/{THEIRS}/operations/{OPERATION}"
    with pytest.raises(NotMapped, match=THEIRS):
        paired().path(path)
    assert paired().path(path, lambda here: True) == path
    assert paired().path(path.replace(THEIRS, MINE), lambda here: here != MINE) == path


def test_an_application_is_no_call() -> None:
    path = f"/beta/applications/{OPERATION}/calls"
    assert paired().path(path) == path


def test_a_new_pair_takes_the_place_of_both_old_ones() -> None:
    pairs = paired()
    pairs.set(OPERATION, "other")
    pairs.set(OPERATION, THEIRS)
    assert list(pairs) == [Pair(OPERATION, THEIRS)]
    pairs.remove(OPERATION)
    pairs.remove(OPERATION)
    assert list(pairs) == [] and pairs.simulated(THEIRS) is None


@pytest.mark.parametrize("real", ["", "a/b", "a b", "a\n"])
def test_what_is_no_id(real: str) -> None:
    pairs = paired()
    with pytest.raises(ValueError, match="two ids"):
        pairs.set(MINE, real if real != "a\n" else "a\nb")
    assert list(pairs) == [Pair(MINE, THEIRS)]


def test_the_oldest_go_first() -> None:
    pairs = paired()
    for number in range(MOST):
        pairs.set(f"mine-{number}", f"real-{number}")
    assert pairs.real(MINE) is None and pairs.real("mine-0") == "real-0"
