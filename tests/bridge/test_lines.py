from __future__ import annotations

import asyncio

from app.bridge.lines import MOST_WAITING, Lines
from app.runtime.tasks import TaskOwner


async def test_in_order_within_a_line_and_side_by_side() -> None:
    done: asyncio.Queue[str] = asyncio.Queue()
    first = asyncio.Event()

    async def work(item: str) -> None:
        if item == "a1":
            await first.wait()
        done.put_nowait(item)

    tasks = TaskOwner()
    lines = Lines(work, tasks)
    for name, item in (("a", "a1"), ("a", "a2"), (None, "b1"), (None, "b2")):
        assert lines.add(name, item)
    async with asyncio.timeout(10):
        assert [await done.get() for _ in range(2)] == ["b1", "b2"] and lines.waiting == 1
        first.set()
        assert [await done.get() for _ in range(2)] == ["a1", "a2"] and lines.waiting == 0
        assert lines.add("a", "a3"), "a line that has ended begins anew"
        assert await done.get() == "a3"
    await tasks.stop()


async def test_there_is_room_for_so_many() -> None:
    async def never(item: int) -> None:
        await asyncio.Event().wait()

    tasks = TaskOwner()
    lines = Lines(never, tasks)
    added = [lines.add(str(number % 2), number) for number in range(MOST_WAITING + 1)]
    assert added == [True] * MOST_WAITING + [False] and lines.waiting == MOST_WAITING
    await asyncio.sleep(0)
    assert lines.waiting == MOST_WAITING - 2, "what is under way waits no longer"
    assert lines.add("c", 1)
    await tasks.stop()
