"""Nothing is lost, doubled or torn between the two threads of a ring."""

from __future__ import annotations

import threading
import time

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.audio.ring import Ring


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=60))
def test_what_went_in_comes_out_in_order(steps: list[tuple[int, int]]) -> None:
    ring = Ring(32)
    sent: list[int] = []
    got: list[int] = []
    for size, wanted in steps:
        block = np.arange(len(sent), len(sent) + size, dtype=np.int16)
        stored = ring.write(block)
        assert stored == min(size, 32 - (len(sent) - len(got)))
        sent += block[:stored].tolist()
        out = np.empty(wanted, np.int16)
        got += out[: ring.read_into(out)].tolist()
        assert ring.available == len(sent) - len(got)
    got += ring.read().tolist()
    assert got == sent


def test_reading_an_empty_ring_gives_nothing() -> None:
    ring = Ring(8)
    assert len(ring.read()) == 0
    assert ring.read_into(np.empty(4, np.int16)) == 0


def test_skip_forgets_the_oldest() -> None:
    ring = Ring(8)
    ring.write(np.arange(6, dtype=np.int16))
    ring.skip(keep=2)
    assert ring.read().tolist() == [4, 5]
    ring.write(np.arange(3, dtype=np.int16))
    ring.skip(keep=5)
    assert ring.available == 3
    ring.skip()
    assert ring.available == 0
    assert ring.taken == ring.written == 9


def test_two_threads_need_no_lock() -> None:
    ring = Ring(1000)
    sent = np.random.default_rng(1).integers(-32768, 32768, 100_000).astype(np.int16)

    def write() -> None:
        place = 0
        while place < len(sent):
            place += ring.write(sent[place : place + 160])
            time.sleep(0)  # the other one's turn

    thread = threading.Thread(target=write)
    thread.start()
    pieces = []
    while ring.taken < len(sent):
        pieces.append(ring.read())
        time.sleep(0)
    thread.join()
    np.testing.assert_array_equal(np.concatenate(pieces), sent)
