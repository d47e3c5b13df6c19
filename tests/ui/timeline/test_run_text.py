"""Why it stopped, in one sentence."""

from __future__ import annotations

from app.engine.commands import PressTone
from app.ui.timeline.lanes import Run, build
from app.ui.timeline.run_text import run_names, run_sentence, seconds_of
from tests.helpers.playbook import concatenate
from tests.helpers.told_call import SECOND, TALK, Told


def runs_of(call: Told) -> tuple[Run, ...]:
    trace = call.trace()
    return build(trace.events, trace.operations).runs


def test_a_stop_tone() -> None:
    call = Told()
    call.records(stopTones=["#"])
    call.hears(TALK[:32_000])
    assert run_sentence(runs_of(call)[-1]) == "Recording. The caller is speaking."
    call.hears(TALK[:35_200])
    call.does(PressTone("#"))
    (run,) = runs_of(call)
    assert run_sentence(run) == "Ended after 4.2 s: the caller pressed #. Completed, 200/8514."
    assert run_names([run]) == [("op", "1 · recordResponse · Completed 8514")]
    assert seconds_of(run) == 67_200 / SECOND


def test_limits_are_named() -> None:
    call = Told()
    call.records("a", initialSilenceTimeoutInSeconds=1)
    call.hears(concatenate([("silence", 1.5)]))
    call.records("b", maxSilenceTimeoutInSeconds=2)
    call.hears(TALK[:48_000])
    assert "2 s of it end it" in run_sentence(runs_of(call)[-1])
    call.hears(TALK)
    first, second = runs_of(call)
    assert "nobody spoke in the first 1 s. Failed, 400/8510." in run_sentence(first)
    assert "the caller paused for 2 s. Completed, 200/8509." in run_sentence(second)


def test_nothing_yet() -> None:
    assert "over time" in run_sentence(None)
