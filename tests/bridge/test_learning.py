from __future__ import annotations

import json

from app.bridge.call_map import CallMap
from app.bridge.learning import learn, read_object

MINE = "57dab8b1-894c-409a-b240-bd8beae78896"
THEIRS = "471f0200-1117-4429-a9be-4b6b7b7a9e7a"


def test_ids_of_bodies_pair_up() -> None:
    pairs = CallMap()
    sides = [((), json.dumps({"id": id}).encode()) for id in (MINE, THEIRS)]
    assert learn(pairs, *sides, method="POST") == (MINE, THEIRS)
    assert pairs.real(MINE) == THEIRS


def test_without_a_body_the_location_does() -> None:
    pairs = CallMap()
    mine = ((("Location", f"http://x/operations/{MINE}"),), b"")
    real = ((("location", f"https://y/operations/{THEIRS}/"),), b"")
    assert learn(pairs, mine, real, method="POST") == (MINE, THEIRS)


def test_one_side_alone_teaches_nothing() -> None:
    pairs = CallMap()
    mine = ((), json.dumps({"id": MINE}).encode())
    assert learn(pairs, mine, ((), b'{"error": {}}'), method="POST") is None
    assert learn(pairs, mine, mine, method="GET") is None
    assert list(pairs) == []


def test_what_is_no_object_is_an_empty_one() -> None:
    assert (
        read_object(b"[1]")
        == read_object(b"<")
        == read_object(b"")
        == read_object(b"[" * 200_000)
        == {}
    )
