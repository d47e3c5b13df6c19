"""The histories of a run, through the real runtime."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from app.engine.states import CallState
from app.runtime.call_history import CallHistory
from app.runtime.clock import SystemClock
from app.runtime.histories import Histories
from app.runtime.journal import Journal
from app.runtime.timeline_tail import Since
from app.runtime.traced_model import TracedModel
from app.settings import Settings
from tests.helpers.inspected import request as exchange
from tests.helpers.playbook import ScriptedModel
from tests.helpers.simulator import Bench, bench, request
from tests.helpers.speech_sounds import say, silence
from tests.helpers.wave_bytes import wav

QUICK = Settings().set("hearing.detector", "energy")


@pytest.fixture
async def made() -> AsyncIterator[Bench]:
    made = bench(QUICK, keep_history=True)
    yield made
    await made.simulator.close()


async def recorded(made: Bench, tmp_path: Path) -> tuple[str, str]:
    """Make a call with one recording; return the ids of both. It goes on."""
    file = tmp_path / "caller.wav"
    file.write_bytes(wav(np.concatenate([say(1.0), silence(30)])))
    call = await made.established(str(file))
    asked = request(stopTones=["#"], playBeep=False)
    operation = made.simulator.bot.record_response(call.id, asked)["id"]
    began = made.simulator.call(call.id).engine.now
    await made.until(lambda: made.simulator.call(call.id).engine.now > began + 24_000)
    made.simulator.press(call.id, "#")
    await made.notifications.until("deleted", status="completed")
    return call.id, str(operation)


async def test_the_audio_of_a_recording_is_its_take_bit_for_bit(
    made: Bench, tmp_path: Path
) -> None:
    call_id, operation = await recorded(made, tmp_path)
    histories = made.simulator.histories
    assert histories is not None
    tail = histories.tail(call_id, Since())
    assert tail is not None
    samples = {type(e).__name__: e.sample for e in tail.events}
    heard = histories.audio(call_id, samples["RecordingStarted"], samples["OperationEnded"])
    take = made.simulator.recordings.of_operation(operation)
    assert take is not None and heard is not None and np.array_equal(heard, take.audio)
    assert len(heard) >= 24_000 and np.abs(heard).max() > 3_000


async def test_a_server_keeps_none() -> None:
    made = bench(QUICK)
    call = await made.established()
    assert made.simulator.histories is None
    assert made.simulator.call(call.id).history is None
    await made.simulator.close()


async def test_a_timeline_is_cleared_after_the_call_only(made: Bench, tmp_path: Path) -> None:
    call_id, _ = await recorded(made, tmp_path)
    histories = made.simulator.histories
    assert histories is not None
    with pytest.raises(ValueError, match="hang up before"):
        made.simulator.discard_history(call_id)
    made.simulator.hang_up(call_id)
    made.simulator.discard_history(call_id)
    tail = histories.tail(call_id, Since())
    assert tail is not None and tail.events == () and tail.kept == ()


async def test_with_the_privacy_setting_it_goes_with_the_recording(tmp_path: Path) -> None:
    made = bench(
        QUICK.set("timeline.discardWithRecording", True).set("recording.discardAfterSeconds", 0),
        keep_history=True,
    )
    call = await made.established()
    made.simulator.hang_up(call.id)
    histories = made.simulator.histories
    assert histories is not None
    ended = lambda: made.simulator.snapshot(call.id).engine.state is CallState.TERMINATED  # noqa: E731
    await made.until(lambda: ended() and histories.audio(call.id, 0, 1_000) is None)
    await made.simulator.close()


async def test_all_calls_together_stay_within_the_bound() -> None:
    made = bench(QUICK.set("timeline.keepMostSeconds", 60), keep_history=True)
    histories = made.simulator.histories
    assert histories is not None
    first = await made.established()
    await made.until(lambda: made.simulator.call(first.id).engine.now > 40 * 16_000)
    made.simulator.hang_up(first.id)
    second = await made.established()
    await made.until(lambda: made.simulator.call(second.id).engine.now > 50 * 16_000)
    tails = [histories.tail(call.id, Since()) for call in (first, second)]
    kept = [sum(end - start for start, end in tail.kept) / 16_000 for tail in tails if tail]
    assert 55 <= sum(kept) <= 60 and kept[1] >= 50
    await made.simulator.close()


def test_exchanges_go_with_the_journal() -> None:
    journal = Journal(SystemClock(), 100)
    histories = Histories(journal, Settings)
    for name in ("old", "new"):
        histories.add(CallHistory(name, {}, TracedModel(ScriptedModel())))
    early = journal.append("exchange", call_id="old", exchange=exchange())
    seqs = [journal.append("exchange", call_id="new", exchange=exchange()).seq for _ in range(150)]
    found = [histories.tail(name, Since()) for name in ("old", "new")]
    assert early.seq < journal.first
    assert [[s.record.seq for s in tail.exchanges] for tail in found if tail] == [[], seqs[-100:]]
    assert histories.tail("unknown", Since()) is None
