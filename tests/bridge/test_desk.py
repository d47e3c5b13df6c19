"""The bridge as a person switches it."""

from __future__ import annotations

import numpy as np
import pytest

from app.audio.wavfile import read_caller
from app.bridge.bridge import Bridge
from app.bridge.desk import Desk
from app.runtime.bridge_wish import BridgeWish, Secrets
from app.runtime.bridging import BridgeMode
from app.runtime.clock import SystemClock, new_id
from app.runtime.journal import Journal
from tests.helpers.bridged import asked
from tests.helpers.fakes import Notifications
from tests.helpers.wave_bytes import wav
from tests.helpers.wire_server import answer, wire_server

SOUND = np.arange(1600, dtype=np.int16)


class Office:
    def __init__(self) -> None:
        clock = SystemClock()
        self.journal = Journal(clock)
        self.bridge = Bridge(self.journal, clock, new_id, notifications=Notifications())
        self.hidden: list[str] = []
        self.changes = 0
        self.desk = Desk(
            self.bridge,
            self.journal,
            clock,
            is_ours=lambda token: False,
            seconds=lambda: 5.0,
            read_audio=read_caller,
            hide=self.hidden.extend,
        )
        self.desk.listen(self._changed)

    def _changed(self) -> None:
        self.changes += 1


def wish(target: str, mode: BridgeMode = BridgeMode.MIRROR) -> BridgeWish:
    return BridgeWish(mode, target, "token", Secrets(token="the-token"))


async def test_it_is_switched_on_and_off() -> None:
    office = Office()
    assert office.desk.view().mode is BridgeMode.OFF
    async with wire_server() as real:
        await office.desk.switch(wish(real.url))
        view = office.desk.view()
        assert (view.mode, view.target, view.credentials) == (
            BridgeMode.MIRROR,
            real.url,
            "token",
        )
        assert office.hidden == ["the-token"] and office.changes == 1
        record = await office.desk.send_once(asked("GET", "/v1.0/communications/calls"))
        assert record.exchange is not None and record.exchange.status == 202
        await office.desk.switch(None)
    assert office.desk.view().mode is BridgeMode.OFF and office.changes == 2
    assert real.url in office.desk.report(), "the last target, also after it"
    await office.bridge.close()


async def test_a_wish_that_is_refused_changes_nothing() -> None:
    office = Office()
    with pytest.raises(ValueError, match="not encrypted"):
        await office.desk.switch(wish("http://graph.microsoft.com"))
    assert office.desk.view().mode is BridgeMode.OFF and office.changes == 0


async def test_pairs_are_set_and_removed() -> None:
    desk = Office().desk
    desk.set_pair("mine", "theirs")
    assert desk.view().pairs == (("mine", "theirs"),)
    with pytest.raises(ValueError, match="two ids"):
        desk.set_pair("", "theirs")
    desk.remove_pair("mine")
    assert desk.view().pairs == ()


async def test_a_real_recording_comes_into_memory() -> None:
    office = Office()
    async with wire_server(lambda seen: answer(200, wav(SOUND))) as real:
        await office.desk.switch(wish(real.url))
        audio = await office.desk.recording(f"{real.url}/take", "of-the-recording")
        assert np.array_equal(audio, SOUND)
        assert real.seen[0].headers["authorization"] == "Bearer of-the-recording"
    assert "of-the-recording" not in str(office.journal.since(0))
    await office.bridge.close()
