"""Commands down, how the bridge stands up, over the two threads."""

from __future__ import annotations

import pytest

from app.runtime.bridge_desk import BridgeView
from app.runtime.bridge_wish import BridgeWish, Secrets
from app.runtime.bridging import BridgedRequest, BridgeMode
from app.ui.bridge.bridge_link import BridgeLink
from tests.helpers.window import World, on_qt_loop
from tests.helpers.wire_server import wire_server


@on_qt_loop
async def test_commands_go_down_and_changes_come_up(world: World) -> None:
    desk = world.link.bridge
    assert desk is not None
    link = BridgeLink(world.link, desk)
    seen: list[BridgeView] = []
    link.changed.connect(seen.append)
    await link.start()
    async with wire_server() as real:
        wish = BridgeWish(BridgeMode.SEND_ONCE, real.url, "token", Secrets(token="t"))
        await link.switch(wish)
        await world.until(lambda: seen)
        assert link.view is seen[-1] and link.view.target == real.url
        record = await link.send_once(BridgedRequest("GET", "/v1.0/x", (), b""))
        assert record.exchange is not None and record.exchange.status == 202
        await link.set_pair("mine", "theirs")
        assert (await link.refresh()).pairs == (("mine", "theirs"),)
        await link.remove_pair("mine")
        assert (await link.refresh()).pairs == ()
        assert real.url in await link.report()
        await link.switch(None)
    await world.until(lambda: link.view.mode is BridgeMode.OFF)


@on_qt_loop
async def test_what_cannot_be_is_a_value_error(world: World) -> None:
    desk = world.link.bridge
    assert desk is not None
    link = BridgeLink(world.link, desk)
    with pytest.raises(ValueError, match="not encrypted"):
        await link.switch(BridgeWish(BridgeMode.MIRROR, "http://graph.microsoft.com"))
    with pytest.raises(ValueError, match="two ids"):
        await link.set_pair("", "")
    assert await link.kept("no target") is None
