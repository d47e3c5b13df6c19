"""Which call the window shows."""

from __future__ import annotations

from datetime import timedelta

from app.ui.current_call import CurrentCall
from tests.helpers.snapshots import START, call


def test_it_is_the_newest_one() -> None:
    current = CurrentCall()
    assert current.snapshot is None and current.id is None
    older = call(id="a", created=START)
    newer = call(id="b", created=START + timedelta(seconds=1))
    assert current.take(older) and current.id == "a"
    assert current.take(newer) and current.id == "b"
    assert not current.take(older) and current.snapshot is newer
    again = call(id="b", created=newer.created, seconds=9.0)
    assert current.take(again) and current.snapshot is again
