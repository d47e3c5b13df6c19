"""The feed: what is new comes by itself while somebody looks."""

from __future__ import annotations

from app.ui.timeline.feed import TraceFeed
from tests.helpers.keeping import Keep
from tests.helpers.window import World, on_qt_loop


@on_qt_loop
async def test_a_trace_grows_with_its_call(world: World, keep: Keep) -> None:
    feed = keep(TraceFeed(world.link))
    world.link.call_changed.connect(feed.ask)  # a lambda would outlive it
    call_id = await world.call()
    trace = feed.watch(call_id)
    assert trace is not None
    await world.until(lambda: world.now.engine.seconds > 2)
    assert trace.now == 0, "nobody looks"
    feed.set_seen(seen=True)
    await world.until(lambda: trace.now > 3 * 16_000)
    assert trace.columns * 160 == trace.now
    assert {type(event).__name__ for event in trace.events} >= {"CallStateChanged"}
    feed.set_seen(seen=False)
    other = feed.watch("unknown")
    feed.set_seen(seen=True)
    await world.until(lambda: world.now.engine.seconds > 8)
    assert other is not None and other.now == 0
    feed.stop()
