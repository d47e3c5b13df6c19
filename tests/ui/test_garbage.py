"""Garbage is collected on the GUI thread only."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.garbage import GarbageCollector


class Knot:
    """Something that only the collector can free."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qapp: object) -> Iterator[GarbageCollector]:
    made = GarbageCollector()
    yield made
    made.stop()


def test_a_busy_thread_collects_nothing_and_the_gui_thread_does(
    qtbot: QtBot, collector: GarbageCollector
) -> None:
    freed_on: list[str] = []
    knot = Knot()
    weakref.finalize(knot, lambda: freed_on.append(threading.current_thread().name))
    del knot

    def allocate() -> None:
        for _ in range(50_000):
            Knot()

    worker = threading.Thread(target=allocate, name="worker")
    worker.start()
    worker.join()
    assert freed_on == [], "the automatic collection is off"
    qtbot.waitUntil(lambda: freed_on == [threading.main_thread().name], timeout=10_000)


def test_nothing_is_collected_where_nothing_is_due(collector: GarbageCollector) -> None:
    gc.collect()
    before = gc.get_stats()[0]["collections"]
    collector.collect_due()
    assert gc.get_stats()[0]["collections"] == before


def test_python_takes_over_again(qapp: object) -> None:
    was = gc.isenabled()
    gc.enable()
    collector = GarbageCollector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    if not was:
        gc.disable()
