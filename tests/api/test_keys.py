"""Keys are pressed one after the other, with a pause between them, or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from app.api.keys import GAP_SECONDS, MOST_WAITING, KeyPresser
from app.graph.errors import GraphError
from app.runtime.switchboard import UnknownCall
from app.runtime.tasks import TaskOwner
from tests.helpers.local_graph import Line


class Pace:
    """Stands in for sleep: notes what was asked for, and lets go one step at a time."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self._turn = asyncio.Semaphore(0)
        self._waiting = asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        self._waiting.set()
        await self._turn.acquire()

    async def step(self) -> None:
        """Let the present pause end, and wait for the next."""
        await self._waiting.wait()
        self._waiting.clear()
        self._turn.release()
        await self._waiting.wait()


@pytest.fixture
async def pace() -> Pace:
    return Pace()


@pytest.fixture
async def tasks() -> AsyncIterator[TaskOwner]:
    owner = TaskOwner()
    yield owner
    await owner.stop()


def pressed(line: Line) -> str:
    return "".join(r.data["tone"] for r in line.journal.since(0) if r.kind == "toneReceived")


async def established(line: Line) -> str:
    return (await line.established()).rpartition("/")[2]


async def test_keys_follow_each_other(line: Line, pace: Pace, tasks: TaskOwner) -> None:
    call_id = await established(line)
    keys = KeyPresser(line.simulator, tasks, pace)
    assert keys.press(call_id, "1a#", 200) == pytest.approx(0.6 + 2 * GAP_SECONDS)
    assert pressed(line) == "1"
    await pace.step()
    assert pressed(line) == "1A"
    await pace.step()
    assert pressed(line) == "1A#"
    assert pace.asked == pytest.approx([0.2 + GAP_SECONDS] * 3)


async def test_later_keys_wait_for_earlier_ones(line: Line, pace: Pace, tasks: TaskOwner) -> None:
    call_id = await established(line)
    keys = KeyPresser(line.simulator, tasks, pace)
    keys.press(call_id, "12", 40)
    assert keys.press(call_id, "3", 400) == pytest.approx(0.44 + GAP_SECONDS)
    assert pressed(line) == "1"
    await pace.step()
    await pace.step()
    assert pressed(line) == "123"
    assert pace.asked == pytest.approx([0.14, 0.14, 0.5])


async def test_calls_do_not_wait_for_each_other(line: Line, pace: Pace, tasks: TaskOwner) -> None:
    keys = KeyPresser(line.simulator, tasks, pace)
    keys.press(await established(line), "12", 100)
    line.notifications.sent.clear()
    keys.press(await established(line), "34", 100)
    assert pressed(line) == "13"


@pytest.mark.parametrize("tones", ["1x", "1 2", "ß", "1\n", "1" * (MOST_WAITING + 1)])
async def test_nothing_is_pressed_where_one_key_is_wrong(
    line: Line, pace: Pace, tasks: TaskOwner, tones: str
) -> None:
    call_id = await established(line)
    with pytest.raises(ValueError):
        KeyPresser(line.simulator, tasks, pace).press(call_id, tones, 100)
    assert pressed(line) == ""


async def test_call_has_to_be_established(line: Line, pace: Pace, tasks: TaskOwner) -> None:
    keys = KeyPresser(line.simulator, tasks, pace)
    call_id = (await line.call()).rpartition("/")[2]
    with pytest.raises(GraphError, match="not established"):
        keys.press(call_id, "1", 100)
    with pytest.raises(UnknownCall):
        keys.press("none", "1", 100)


async def test_call_that_ends_leaves_a_warning(line: Line, pace: Pace, tasks: TaskOwner) -> None:
    call_id = await established(line)
    keys = KeyPresser(line.simulator, tasks, pace)
    keys.press(call_id, "123", 100)
    line.simulator.hang_up(call_id)
    with pytest.raises(GraphError, match="not established"):
        keys.press(call_id, "4", 100)
    told = asyncio.Event()
    stop = line.journal.listen(lambda record: told.set() if record.kind == "warning" else None)
    pace._turn.release()
    async with asyncio.timeout(10):
        await told.wait()
    stop()
    assert line.journal.since(0)[-1].data["message"].startswith("2 keys were not pressed.")
    assert pressed(line) == "1"


async def test_keys_are_pressed_in_real_time(line: Line) -> None:
    call_id = await established(line)
    told = asyncio.Event()
    stop = line.journal.listen(lambda _: told.set() if pressed(line) == "1*D" else None)
    body = {"tones": "1*d", "durationMs": 40}
    assert (await line.control.post(f"/calls/{call_id}/tones", json=body)).status_code == 202
    async with asyncio.timeout(10):
        await told.wait()
    stop()
