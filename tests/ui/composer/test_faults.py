"""Faults by hand, on a real core."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.runtime.faults import FAULTS, Fault
from app.ui.composer.composer_panel import ComposerPanel
from app.ui.composer.faults import SHOWN, ArmedFaults, FaultsButton
from tests.helpers.keeping import Keep
from tests.helpers.window import World, on_qt_loop


def test_every_fault_is_offered(qtbot: QtBot) -> None:
    button = FaultsButton()
    qtbot.addWidget(button)
    groups = [action.menu() for action in button.menu().actions()]
    entries = [entry for group in groups for entry in group.actions()]  # type: ignore[union-attr]
    wanted: list[str] = []
    button.wanted.connect(wanted.append)
    for entry in entries:
        entry.trigger()
    assert wanted == list(FAULTS)
    assert "cannot be played" in entries[0].text()


@pytest.fixture
def armed(qtbot: QtBot) -> ArmedFaults:
    armed = ArmedFaults()
    qtbot.addWidget(armed)
    return armed


def test_nothing_armed_nothing_shown(armed: ArmedFaults) -> None:
    assert armed.isHidden()
    armed.show_faults((Fault(1, "request.503"),))
    assert not armed.isHidden() and armed._all.isHidden()
    armed.show_faults(())
    assert armed.isHidden()


def test_each_can_be_disarmed_and_all(armed: ArmedFaults) -> None:
    told: list[int | None] = []
    armed.disarmed.connect(told.append)
    armed.show_faults(tuple(Fault(number, "request.503") for number in range(5, 10)))
    assert sum(not button.isHidden() for button in armed._buttons) == SHOWN
    armed._buttons[1].click()
    armed._all.click()
    assert told == [6, None] and armed._all.text() == "Disarm all 5"


@pytest.mark.parametrize("code", [8511, 8512, 8513, 9999])
@on_qt_loop
async def test_an_operation_fails_once(world: World, keep: Keep, code: int) -> None:
    panel = keep(ComposerPanel(world.link))
    panel.show()
    call_id = await world.call()
    panel.faults.wanted.emit(f"operation.{code}")
    await world.until(panel.armed.isVisible)
    assert panel.armed.faults[0].name == f"operation.{code}"
    await world.bot.record(call_id, playBeep=False, initialSilenceTimeoutInSeconds=1)
    await world.until(panel.armed.isHidden)
    await world.until(lambda: "ended" in world.kinds())
    ended = next(record for record in world.records if record.kind == "ended")
    assert ended.data["subcode"] == code
    await world.bot.record(call_id, playBeep=False, initialSilenceTimeoutInSeconds=1)
    await world.until(lambda: world.kinds().count("ended") == 2)
    again = [record for record in world.records if record.kind == "ended"][1]
    assert again.data["subcode"] == 8510, "once is once"


@on_qt_loop
async def test_it_can_be_disarmed(world: World, keep: Keep) -> None:
    panel = keep(ComposerPanel(world.link))
    panel.show()
    for name in ("request.429", "notification.drop"):
        panel.faults.wanted.emit(name)
    await world.until(lambda: len(panel.armed.faults) == 2)
    panel.armed._buttons[0].click()
    await world.until(lambda: [f.name for f in panel.armed.faults] == ["notification.drop"])
    panel.armed.disarmed.emit(None)
    await world.until(panel.armed.isHidden)
    panel.faults.wanted.emit("no.such")
    await world.until(lambda: bool(world.refusals))
    assert "There is no fault" in world.refusals[0]
