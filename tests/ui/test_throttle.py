"""The throttle."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.throttle import Throttle


def test_the_first_passes_at_once_and_the_last_always_arrives(qtbot: QtBot) -> None:
    throttle, passed = Throttle(), []
    throttle.passed.connect(passed.append)
    for number in range(10):
        throttle.put(number)
    assert passed == [0]
    qtbot.waitUntil(lambda: passed == [0, 9])
    throttle.put(None)
    qtbot.waitUntil(lambda: passed == [0, 9, None])
