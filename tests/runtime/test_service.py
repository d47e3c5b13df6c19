"""The simulator as its users see it: a person with a phone on one side, a bot on the other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from app.engine.timebase import to_samples
from app.graph.errors import GraphError
from app.graph.requests import AnswerRequest, MediaInfo, PlayPromptRequest
from app.runtime.callers import CallerSpec
from app.runtime.feeder import Press
from app.runtime.ports import TargetRefused
from app.runtime.recordings import encode_wav
from app.runtime.switchboard import UnknownCall
from app.settings import Settings
from tests.helpers.simulator import ANSWER, BOT, Bench, bench, request

BASE = "http://127.0.0.1:8899"
FAST = Settings().set("hearing.detector", "energy")


@pytest.fixture
async def sim() -> AsyncIterator[Bench]:
    made = bench(FAST)
    yield made
    await made.simulator.close()


async def test_a_call_is_announced_answered_and_becomes_active(sim: Bench) -> None:
    call = await sim.established()
    sent = [(s.change, s.data["state"], "mediaState" in s.data) for s in sim.notifications.sent]
    assert sent == [
        ("created", "incoming", False),
        ("updated", "establishing", False),
        ("updated", "established", False),
        ("updated", "established", True),
    ]
    urls = [s.url for s in sim.notifications.sent]
    assert urls == [BOT, *[ANSWER.callback_uri] * 3]
    assert all(s.data["id"] == call.id for s in sim.notifications.sent)


async def test_a_recording_is_completed_announced_and_kept(sim: Bench) -> None:
    call = await sim.established()
    sim.simulator.say(call.id, np.full(to_samples(4), 3_000, np.int16))
    running = sim.simulator.bot.record_response(
        call.id, request(maxRecordDurationInSeconds=1, clientContext="abc", playBeep=False)
    )
    assert (running["status"], running["clientContext"]) == ("running", "abc")
    done = await sim.notifications.until("deleted", id=running["id"])
    assert done.data["status"] == "completed"
    assert done.data["resultInfo"]["subcode"] == 8515
    location = done.data["recordingLocation"]
    assert location.startswith(f"{BASE}/recordings/")
    take = sim.simulator.recordings.fetch(
        location.rsplit("/", 1)[1], done.data["recordingAccessToken"]
    )
    assert take.seconds == 1.0
    assert sim.simulator.bot.operation(call.id, running["id"]) == done.data


async def test_silence_fails_it_without_a_recording(sim: Bench) -> None:
    call = await sim.established()
    running = sim.simulator.bot.record_response(call.id, request(initialSilenceTimeoutInSeconds=1))
    done = await sim.notifications.until("deleted", id=running["id"])
    assert done.data["status"] == "failed" and done.data["resultInfo"]["subcode"] == 8510
    assert done.data["recordingLocation"] == "" == done.data["recordingAccessToken"]


async def test_prompts_are_fetched_and_played_before_the_recording(sim: Bench) -> None:
    call = await sim.established()
    prompt = [{"mediaInfo": {"uri": "http://127.0.0.1:9/a.wav", "resourceId": "a"}}]
    running = sim.simulator.bot.record_response(
        call.id, request(prompts=prompt, initialSilenceTimeoutInSeconds=1)
    )
    await sim.notifications.until("deleted", id=running["id"])
    assert sim.prompts.asked == [MediaInfo("http://127.0.0.1:9/a.wav", "a")]
    kinds = [kind for kind in sim.kinds() if kind.startswith(("prompt", "beep", "recording"))]
    assert kinds == ["promptStarted", "promptEnded", "beepStarted", "recordingStarted"]


async def test_a_prompt_that_cannot_be_had_fails_the_operation_and_says_why(sim: Bench) -> None:
    call = await sim.established()
    prompt = MediaInfo("http://127.0.0.1:9/missing.wav", None)
    running = sim.simulator.bot.play_prompt(call.id, PlayPromptRequest((prompt,), "c"))
    done = await sim.notifications.until("deleted", id=running["id"])
    assert done.data["resultInfo"]["subcode"] == 8536
    assert "cannot be had" in sim.of_kind("warning")[-1].data["message"]


async def test_keys_reach_the_recording(sim: Bench) -> None:
    call = await sim.established()
    running = sim.simulator.bot.record_response(call.id, request(stopTones=["#"], playBeep=False))
    sim.simulator.press(call.id, "#")
    done = await sim.notifications.until("deleted", id=running["id"])
    assert done.data["resultInfo"]["subcode"] == 8514
    assert [r.data for r in sim.of_kind("toneReceived")] == [{"tone": "#", "source": "pad"}]


async def test_keys_can_be_timed_from_the_first_recording(sim: Bench) -> None:
    call = await sim.simulator.dial(
        bot_url=BOT, caller=CallerSpec("silence"), presses=[Press("1", to_samples(0.75))]
    )
    sim.simulator.bot.answer(call.id, ANSWER, BASE)
    await sim.until(lambda: sim.simulator.snapshot(call.id).engine.media_active)
    running = sim.simulator.bot.record_response(call.id, request(stopTones=["1"]))
    await sim.notifications.until("deleted", id=running["id"])
    assert sim.simulator.snapshot(call.id).engine.operations[0].seconds == 0.75


async def test_a_file_is_heard_from_the_first_sample_of_the_recording(
    sim: Bench, tmp_path: Path
) -> None:
    said = np.random.default_rng(3).integers(-9_000, 9_000, 8_000).astype(np.int16)
    path = tmp_path / "said.wav"
    path.write_bytes(encode_wav(said))
    call = await sim.established(str(path))
    running = sim.simulator.bot.record_response(call.id, request(maxRecordDurationInSeconds=1))
    done = await sim.notifications.until("deleted", id=running["id"])
    take = sim.simulator.recordings.of_operation(done.data["id"])
    assert take is not None
    assert np.array_equal(take.audio[:8_000], said) and not take.audio[8_000:].any()


async def test_an_unreadable_caller_is_refused_and_no_call_is_made(
    sim: Bench, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF")
    with pytest.raises(ValueError, match=r"broken\.wav"):
        await sim.simulator.dial(bot_url=BOT, caller=CallerSpec("file", broken))
    assert sim.simulator.snapshots() == []


async def test_hanging_up_while_recording_tells_nobody_of_the_operation(sim: Bench) -> None:
    call = await sim.established()
    running = sim.simulator.bot.record_response(call.id, request())
    sim.simulator.hang_up(call.id)
    done = await sim.notifications.until("deleted", id=call.id)
    assert done.data["state"] == "terminated"
    assert (done.data["resultInfo"]["code"], done.data["resultInfo"]["subcode"]) == (200, 4521)
    assert [s for s in sim.notifications.sent if s.data.get("id") == running["id"]] == []
    assert sim.of_kind("ended")[0].data["status"] == "lost"


async def test_the_setting_delivers_8528_instead() -> None:
    sim = bench(FAST.set("call.hangUpWhileRecording", "failed"))
    call = await sim.established()
    running = sim.simulator.bot.record_response(call.id, request())
    sim.simulator.hang_up(call.id)
    done = await sim.notifications.until("deleted", id=running["id"])
    assert done.data["status"] == "failed" and done.data["resultInfo"]["subcode"] == 8528
    await sim.simulator.close()


async def test_the_bot_deletes_the_call(sim: Bench) -> None:
    call = await sim.established()
    sim.simulator.bot.delete(call.id)
    states = [s.data["state"] for s in sim.notifications.sent[-2:]]
    assert states == ["terminating", "terminated"]
    assert sim.notifications.sent[-1].data["resultInfo"]["subcode"] == 7000
    for refused in (sim.simulator.bot.delete, sim.simulator.bot.call_json):
        with pytest.raises(GraphError) as error:
            refused(call.id)
        assert (error.value.status, error.value.code) == (404, "8522")


async def test_hanging_up_twice_and_answering_twice_are_refused_in_words(sim: Bench) -> None:
    call = await sim.established()
    with pytest.raises(GraphError, match=r"'answer' is not valid .* 'established'"):
        sim.simulator.bot.answer(call.id, AnswerRequest("http://127.0.0.1:9/x", True), BASE)
    assert sim.simulator.call(call.id).callback_uri == ANSWER.callback_uri
    sim.simulator.hang_up(call.id)
    with pytest.raises(GraphError, match=r"'hangUp' is not valid .* 'terminated'"):
        sim.simulator.hang_up(call.id)
    result = sim.simulator.snapshot(call.id).result
    assert result is not None and result[:2] == (200, 4521)


async def test_recording_before_the_answer_is_refused(sim: Bench) -> None:
    call = await sim.simulator.dial(bot_url=BOT, caller=CallerSpec("silence"))
    with pytest.raises(GraphError) as error:
        sim.simulator.bot.record_response(call.id, request())
    assert (error.value.status, error.value.code) == (400, "8501")
    assert sim.simulator.call(call.id).operations == {}


async def test_a_call_with_media_in_the_app_cannot_record(sim: Bench) -> None:
    call = await sim.simulator.dial(bot_url=BOT, caller=CallerSpec("silence"))
    sim.simulator.bot.answer(call.id, AnswerRequest("http://127.0.0.1:9/x", False), BASE)
    with pytest.raises(GraphError) as error:
        sim.simulator.bot.record_response(call.id, request())
    assert (error.value.status, error.value.code) == (400, "8500")


async def test_a_call_that_nobody_answers_ends() -> None:
    sim = bench(FAST.set("call.answerTimeoutSeconds", 1))
    call = await sim.simulator.dial(bot_url=BOT, caller=CallerSpec("silence"))
    done = await sim.notifications.until("deleted", id=call.id)
    assert done.data["resultInfo"]["subcode"] == 8587
    await sim.simulator.close()


async def test_a_call_that_is_not_kept_alive_ends() -> None:
    sim = bench(FAST.set("call.keepAliveTimeoutSeconds", 60))
    call = await sim.established()
    await sim.until(lambda: sim.simulator.snapshot(call.id).engine.seconds > 40)
    sim.simulator.bot.keep_alive(call.id)
    alive = sim.simulator.snapshot(call.id).engine.seconds
    done = await sim.notifications.until("deleted", id=call.id)
    assert (done.data["resultInfo"]["code"], done.data["resultInfo"]["subcode"]) == (408, 8537)
    assert 60 <= sim.simulator.snapshot(call.id).engine.seconds - alive < 61.5
    with pytest.raises(GraphError):
        sim.simulator.bot.keep_alive(call.id)
    await sim.simulator.close()


async def test_without_a_microphone_the_call_goes_on_and_says_so(sim: Bench) -> None:
    call = await sim.established("live")
    assert sim.of_kind("warning")[0].data["message"] == "There is no microphone here."
    running = sim.simulator.bot.record_response(call.id, request(initialSilenceTimeoutInSeconds=1))
    done = await sim.notifications.until("deleted", id=running["id"])
    assert done.data["resultInfo"]["subcode"] == 8510


async def test_a_bot_that_must_not_be_contacted_is_refused() -> None:
    async def never(url: str, purpose: str) -> None:
        raise TargetRefused(f"{url} must not be contacted.")

    sim = bench(FAST)
    sim.simulator._check_target = never
    with pytest.raises(TargetRefused):
        await sim.simulator.dial(bot_url="http://169.254.169.254/")
    assert sim.simulator.snapshots() == [] and sim.notifications.sent == []


async def test_mute_is_seen_in_the_snapshot_and_the_journal(sim: Bench) -> None:
    call = await sim.established()
    sim.simulator.set_muted(call.id, True)
    assert sim.simulator.snapshot(call.id).engine.muted
    sim.simulator.set_muted(call.id, False)
    assert not sim.simulator.snapshot(call.id).engine.muted
    assert [k for k in sim.kinds() if "muted" in k] == ["muted", "unmuted"]


async def test_takes_are_discarded_after_the_call() -> None:
    sim = bench(FAST.set("recording.discardAfterSeconds", 0))
    call = await sim.established()
    running = sim.simulator.bot.record_response(call.id, request(stopTones=["#"], playBeep=False))
    sim.simulator.press(call.id, "#")
    await sim.notifications.until("deleted", id=running["id"])
    assert sim.simulator.recordings.of_operation(running["id"]) is not None
    sim.simulator.hang_up(call.id)
    await sim.until(lambda: bool(sim.of_kind("recordingDiscarded")))
    assert sim.simulator.recordings.of_operation(running["id"]) is None
    await sim.simulator.close()


async def test_unknown_calls_are_refused(sim: Bench) -> None:
    with pytest.raises(UnknownCall):
        sim.simulator.press("nobody", "1")
    with pytest.raises(GraphError) as error:
        sim.simulator.bot.record_response("nobody", request())
    assert error.value.status == 404


async def test_closing_ends_what_runs(sim: Bench) -> None:
    call = await sim.established()
    await sim.simulator.close()
    assert sim.simulator.snapshot(call.id).engine.state.value == "terminated"


async def test_listeners_get_snapshots_and_records_in_step(sim: Bench) -> None:
    await sim.established()
    snapshots = [u.call for u in sim.updates if u.call is not None]
    records = [u.record for u in sim.updates if u.record is not None]
    assert [r.seq for r in records] == list(range(1, len(records) + 1))
    assert snapshots[-1].engine.media_active


async def test_the_beep_is_a_setting(tmp_path: Path) -> None:
    beep = tmp_path / "beep.wav"
    beep.write_bytes(encode_wav(np.full(1_600, 500, np.int16)))
    sim = bench(FAST.set("beep.file", str(beep)))
    call = await sim.established()
    running = sim.simulator.bot.record_response(call.id, request(initialSilenceTimeoutInSeconds=1))
    await sim.notifications.until("deleted", id=running["id"])
    (began,), (recording,) = sim.of_kind("beepStarted"), sim.of_kind("recordingStarted")
    assert began.seconds is not None and recording.seconds is not None
    assert recording.seconds - began.seconds == pytest.approx(0.1)
    assert sim.simulator.snapshot(call.id).detector == "energy"
    await sim.simulator.close()


async def test_echo_cancellation_that_is_missing_is_said_and_the_call_goes_on() -> None:
    sim = bench(FAST.set("audio.echoCancellation", True))
    await sim.established()
    assert "no echo cancellation" in sim.of_kind("warning")[0].data["message"]
    await sim.simulator.close()


async def test_timed_keys_are_pressed_also_in_a_recording_that_starts_at_once() -> None:
    sim = bench(FAST)
    presses = [Press("*", to_samples(1.25))]
    call = await sim.simulator.dial(bot_url=BOT, caller=CallerSpec("silence"), presses=presses)
    sim.simulator.bot.answer(call.id, ANSWER, BASE)
    await sim.until(lambda: sim.simulator.snapshot(call.id).engine.media_active)
    running = sim.simulator.bot.record_response(call.id, request(stopTones=["*"], playBeep=False))
    done = await sim.notifications.until("deleted", id=running["id"])
    assert done.data["resultInfo"]["subcode"] == 8514
    assert sim.simulator.snapshot(call.id).engine.operations[0].seconds == 1.25
    await sim.simulator.close()


async def test_hold_tells_the_bot_and_refuses_its_media(sim: Bench) -> None:
    call = await sim.established()
    before = len(sim.notifications.sent)
    sim.simulator.set_held(call.id, True)
    held = sim.notifications.sent[before]
    assert (held.change, held.data["state"]) == ("updated", "hold")
    assert held.data["mediaState"]["audio"] == "inactive"
    with pytest.raises(GraphError) as refused:
        sim.simulator.bot.record_response(call.id, request())
    assert refused.value.code == "8501"
    assert sim.simulator.bot.call_json(call.id)["state"] == "hold"
    with pytest.raises(GraphError):
        sim.simulator.set_held(call.id, True)
    sim.simulator.set_held(call.id, False)
    await sim.until(lambda: len(sim.notifications.sent) == before + 3)
    again = [s.data for s in sim.notifications.sent[before + 1 :]]
    assert [(d["state"], "mediaState" in d) for d in again] == [
        ("established", False),
        ("established", True),
    ]


async def test_what_is_said_waits_while_the_call_is_held(sim: Bench) -> None:
    call = await sim.established()
    sim.simulator.set_held(call.id, True)
    sim.simulator.say(call.id, np.full(to_samples(1), 3_000, np.int16))
    now = sim.simulator.snapshot(call.id).engine.seconds
    await sim.until(lambda: sim.simulator.snapshot(call.id).engine.seconds > now + 3)
    assert sim.simulator.snapshot(call.id).saying == 1.0
    sim.simulator.hush(call.id)
    assert sim.simulator.snapshot(call.id).saying == 0.0


async def test_keys_behind_a_number_are_sent_when_the_bot_has_answered(sim: Bench) -> None:
    call = await sim.simulator.dial(bot_url=BOT, caller=CallerSpec("silence"), number="555,1w2")
    assert (call.number, call.keys_waiting) == ("555", ",1W2")
    sim.simulator.bot.answer(call.id, ANSWER, BASE)
    await sim.until(lambda: len(sim.of_kind("toneReceived")) == 2)
    first, second = sim.of_kind("toneReceived")
    assert (first.data["tone"], second.data["tone"]) == ("1", "2")
    assert first.seconds is not None and second.seconds is not None
    assert first.seconds >= 2.0
    assert second.seconds - first.seconds == pytest.approx(0.67, abs=1e-4)


async def test_keys_that_wait_can_be_dropped(sim: Bench) -> None:
    call = await sim.established()
    sim.simulator.send_keys(call.id, "1,,2")
    await sim.until(lambda: sim.simulator.snapshot(call.id).keys_waiting != "1,,2")
    sim.simulator.drop_keys(call.id)
    sim.simulator.send_keys(call.id, "9")
    await sim.until(lambda: len(sim.of_kind("toneReceived")) == 2)
    assert [r.data["tone"] for r in sim.of_kind("toneReceived")] == ["1", "9"]


async def test_a_number_with_bad_keys_makes_no_call(sim: Bench) -> None:
    with pytest.raises(ValueError, match="is no key"):
        await sim.simulator.dial(bot_url=BOT, caller=CallerSpec("silence"), number="5,x")
    assert sim.simulator.all() == []


async def test_an_ended_call_takes_no_keys(sim: Bench) -> None:
    call = await sim.established()
    sim.simulator.hang_up(call.id)
    with pytest.raises(GraphError):
        sim.simulator.send_keys(call.id, "1")
