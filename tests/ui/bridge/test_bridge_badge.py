from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pytestqt.qtbot import QtBot

from app.runtime.bridge_desk import BridgeView
from app.runtime.bridging import BridgeMode
from app.runtime.clock import SystemClock
from app.ui.bridge.bridge_badge import EXPIRY_MS, TICK_MS, BridgeBadge

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)


class Clock(SystemClock):
    at = NOW

    def now(self) -> datetime:
        return self.at


def test_off_it_is_quiet_and_can_be_pressed(qtbot: QtBot) -> None:
    badge = BridgeBadge()
    qtbot.addWidget(badge)
    assert badge.text() == "" and badge.accessibleName() == "Bridge to a real Graph: off"
    assert badge.property("kind") == "quiet" and not badge._timer.isActive()
    with qtbot.waitSignal(badge.wanted):
        badge.click()


def test_on_it_names_mode_and_target_and_counts_a_hold_down(qtbot: QtBot) -> None:
    clock = Clock()
    badge = BridgeBadge(clock=clock)
    qtbot.addWidget(badge)
    view = BridgeView(
        BridgeMode.MIRROR,
        "https://g",
        "graph.microsoft.com",
        held_until=NOW + timedelta(seconds=7),
        expires=NOW - timedelta(seconds=1),
    )
    badge.show_view(view)
    assert badge.text() == "Mirror → graph.microsoft.com · 429: waits 7 s"
    assert badge.property("kind") == "bridge" and not badge.icon().isNull()
    assert "token expired" in badge.toolTip() and badge._timer.interval() == TICK_MS
    clock.at = NOW + timedelta(seconds=8)
    badge._timer.timeout.emit()
    assert badge.text() == "Mirror → graph.microsoft.com"
    assert badge._timer.interval() == EXPIRY_MS
    badge.show_view(BridgeView())
    assert badge.text() == "" and not badge._timer.isActive()
