from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.outbound.schedule import Attempt, Schedule, Verdict, Wait, back_off, judge

DELIVERED, REFUSED, RETRY, GIVEN_UP = (
    Verdict.DELIVERED,
    Verdict.REFUSED,
    Verdict.RETRY,
    Verdict.GIVEN_UP,
)


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (200, DELIVERED),
        (202, DELIVERED),
        (204, DELIVERED),
        (299, DELIVERED),
        (101, REFUSED),
        (301, REFUSED),
        (302, REFUSED),
        (307, REFUSED),
        (400, REFUSED),
        (401, REFUSED),
        (403, REFUSED),
        (404, REFUSED),
        (410, REFUSED),
        (415, REFUSED),
        (408, RETRY),
        (429, RETRY),
        (500, RETRY),
        (502, RETRY),
        (503, RETRY),
        (504, RETRY),
        (None, RETRY),  # no connection, no answer, no answer in time
    ],
)
def test_what_an_answer_means(status: int | None, verdict: Verdict) -> None:
    assert judge(status) is verdict


def test_the_pauses_double_up_to_half_a_minute() -> None:
    pauses = [back_off(failed) for failed in range(1, 10)]
    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert back_off(10_000) == 30


def test_nothing_to_do() -> None:
    assert Schedule[str]().next(0.0) is None


def test_one_after_the_other_in_order() -> None:
    schedule = Schedule[str]()
    schedule.add("incoming")
    schedule.add("establishing")
    assert schedule.next(5.0) == Attempt("incoming", 1)
    assert schedule.finish(5.1, 202, 4) is DELIVERED
    assert schedule.next(5.1) == Attempt("establishing", 1)
    assert len(schedule) == 1
    assert schedule.finish(5.2, 200, 4) is DELIVERED
    assert schedule.next(5.2) is None
    assert len(schedule) == 0


def test_the_next_one_waits_for_the_retries_of_the_one_before() -> None:
    schedule = Schedule[str]()
    schedule.add("first")
    schedule.add("second")
    now = 100.0
    for number, pause in ((1, 0.5), (2, 1.0), (3, 2.0)):
        assert schedule.next(now) == Attempt("first", number)
        assert schedule.finish(now, 503, 4) is RETRY
        assert schedule.next(now) == Wait(pause)
        assert schedule.next(now + pause / 2) == Wait(pause / 2)
        now += pause
    assert schedule.next(now) == Attempt("first", 4)
    assert schedule.finish(now, None, 4) is GIVEN_UP
    assert schedule.next(now) == Attempt("second", 1), "without a pause, and counted anew"


def test_the_pause_begins_with_the_answer() -> None:
    schedule = Schedule[str]()
    schedule.add("slow")
    schedule.next(10.0)
    schedule.finish(25.0, None, 4)
    assert schedule.next(25.2) == Wait(pytest.approx(0.3))


def test_success_after_retries_resets_the_count() -> None:
    schedule = Schedule[str]()
    schedule.add("first")
    schedule.add("second")
    schedule.next(0.0)
    assert schedule.finish(0.0, 500, 4) is RETRY
    assert schedule.next(0.5) == Attempt("first", 2)
    assert schedule.finish(0.6, 202, 4) is DELIVERED
    assert schedule.next(0.6) == Attempt("second", 1)


def test_a_refusal_is_final_at_once() -> None:
    schedule = Schedule[str]()
    schedule.add("first")
    schedule.add("second")
    schedule.next(0.0)
    assert schedule.finish(0.0, 404, 4) is REFUSED
    assert schedule.next(0.0) == Attempt("second", 1)


def test_a_target_that_must_not_be_contacted_ends_the_attempt() -> None:
    schedule = Schedule[str]()
    schedule.add("first")
    schedule.add("second")
    schedule.next(0.0)
    schedule.refuse()
    assert schedule.next(0.0) == Attempt("second", 1)


def test_a_single_attempt_is_given_up_at_its_failure() -> None:
    schedule = Schedule[str]()
    schedule.add("only")
    schedule.next(0.0)
    assert schedule.finish(0.0, None, 1) is GIVEN_UP
    assert schedule.next(0.0) is None


def test_fewer_attempts_take_effect_at_the_next_failure() -> None:
    schedule = Schedule[str]()
    schedule.add("only")
    schedule.next(0.0)
    assert schedule.finish(0.0, None, 20) is RETRY
    schedule.next(1.0)
    assert schedule.finish(1.0, None, 2) is GIVEN_UP


def test_in_a_hurry_there_are_no_pauses_and_no_repetitions() -> None:
    schedule = Schedule[str]()
    schedule.add("first")
    schedule.add("second")
    schedule.next(0.0)
    schedule.finish(0.0, None, 4)
    schedule.hurry()
    assert schedule.next(0.0) == Attempt("first", 2)
    assert schedule.finish(0.0, None, 4) is GIVEN_UP
    assert schedule.next(0.0) == Attempt("second", 1)
    assert schedule.finish(0.0, 202, 4) is DELIVERED


def test_what_is_left_can_be_taken_out() -> None:
    schedule = Schedule[str]()
    schedule.add("first")
    schedule.add("second")
    schedule.next(0.0)
    assert schedule.drain() == ["first", "second"]
    assert schedule.next(0.0) is None


def test_two_attempts_at_once_are_an_error_that_changes_nothing() -> None:
    schedule = Schedule[str]()
    schedule.add("first")
    schedule.next(0.0)
    with pytest.raises(RuntimeError, match="under way"):
        schedule.next(0.0)
    assert schedule.finish(0.0, 202, 4) is DELIVERED


def test_an_answer_without_an_attempt_is_an_error_that_changes_nothing() -> None:
    schedule = Schedule[str]()
    schedule.add("first")
    with pytest.raises(RuntimeError, match="No attempt"):
        schedule.finish(0.0, 202, 4)
    assert schedule.next(0.0) == Attempt("first", 1)


@given(
    items=st.integers(1, 6),
    attempts=st.integers(1, 5),
    answers=st.lists(st.sampled_from([None, 200, 202, 302, 404, 408, 429, 500]), max_size=40),
)
def test_every_item_ends_once_in_order_whatever_is_answered(
    items: int, attempts: int, answers: list[int | None]
) -> None:
    schedule = Schedule[int]()
    for item in range(items):
        schedule.add(item)
    ended: list[int] = []
    tried = [0] * items
    now = 0.0
    replies = iter(answers)
    while (step := schedule.next(now)) is not None:
        if isinstance(step, Wait):
            assert step.seconds > 0
            now += step.seconds
            continue
        tried[step.item] += 1
        assert step.number == tried[step.item] <= attempts
        if schedule.finish(now, next(replies, 202), attempts) is not Verdict.RETRY:
            ended.append(step.item)
    assert ended == list(range(items))


def test_an_attempt_that_does_not_count_is_made_again() -> None:
    schedule: Schedule[str] = Schedule()
    schedule.add("one")
    assert schedule.next(0.0) == Attempt("one", 1)
    schedule.again()
    assert schedule.next(0.0) == Attempt("one", 1)
    assert schedule.finish(0.0, 202, 4) is Verdict.DELIVERED
    with pytest.raises(RuntimeError):
        schedule.again()
