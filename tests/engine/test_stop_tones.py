"""Stop tones of one key and of several, with and without a limit between them."""

from __future__ import annotations

import pytest

from app.engine.stop_tones import StopTones


@pytest.mark.parametrize(
    ("tones", "keys", "stops"),
    [
        (["#", "1"], "21", [False, True]),
        (["11"], "111", [False, True, True]),
        (["12#"], "112#", [False, False, False, True]),
        ([], "#", [False]),
    ],
)
def test_the_last_key_of_a_stop_tone_stops(tones: list[str], keys: str, stops: list[bool]) -> None:
    heard = StopTones(tones)
    assert [heard.hear(key, 100 * at) for at, key in enumerate(keys)] == stops


def test_keys_may_be_any_time_apart_without_a_limit() -> None:
    heard = StopTones(["11"])
    assert not heard.hear("1", 0)
    assert heard.hear("1", 10**9)


def test_a_late_key_begins_anew() -> None:
    heard = StopTones(["11", "123"], limit=1_000)
    assert not heard.hear("1", 0)
    assert not heard.hear("1", 1_001)
    assert heard.hear("1", 2_001), "the late one counts as the first"
    assert [heard.hear(key, at) for key, at in (("2", 2_500), ("3", 3_501))] == [False, False]
