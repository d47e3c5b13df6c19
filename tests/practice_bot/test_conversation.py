from __future__ import annotations

import itertools
from typing import Any

import pytest

from app.practice_bot.conversation import (
    Action,
    Answer,
    Conversation,
    HangUp,
    PlayBack,
    Record,
    SayNothingHeard,
)

LOCATION, TOKEN = "http://127.0.0.1:8899/recordings/1", "secret"

Notification = tuple[str, Any]


def call(state: str, *, active: bool = False, change: str = "updated") -> Notification:
    data: dict[str, Any] = {"@odata.type": "#microsoft.graph.call", "state": state}
    if active:
        data["mediaState"] = {"audio": "active"}
    return change, data


def ended(kind: str, context: str, status: str = "completed", **more: Any) -> Notification:
    data = {"@odata.type": f"#microsoft.graph.{kind}", "clientContext": context, "status": status}
    return "deleted", data | more


def recorded(context: str = "c-1", **more: Any) -> Notification:
    data = {"recordingLocation": LOCATION, "recordingAccessToken": TOKEN} | more
    return ended("recordOperation", context, **data)


INCOMING = call("incoming", change="created")
ESTABLISHING, ESTABLISHED = call("establishing"), call("established")
ACTIVE = call("established", active=True)
TERMINATING, TERMINATED = call("terminating"), call("terminated", change="deleted")
PLAYED = ended("playPromptOperation", "c-2")


def conversation() -> Conversation:
    numbers = itertools.count(1)
    return Conversation(lambda: f"c-{next(numbers)}")


def hear(*notifications: Notification) -> list[Action | None]:
    talk = conversation()
    return [talk.hear(*notification) for notification in notifications]


def test_a_whole_call() -> None:
    talk = conversation()
    script: list[tuple[Notification, Action | None]] = [
        (INCOMING, Answer()),
        (ESTABLISHING, None),
        (ESTABLISHED, None),
        (ACTIVE, Record("c-1")),
        (recorded(), PlayBack(LOCATION, TOKEN, "c-2")),
        (PLAYED, HangUp()),
        (TERMINATING, None),
        (TERMINATED, None),
    ]
    for notification, action in script:
        assert not talk.over
        assert talk.hear(*notification) == action
    assert talk.over


def test_established_without_active_audio_is_not_enough() -> None:
    inactive = call("established")
    inactive[1]["mediaState"] = {"audio": "inactive"}
    odd = call("established")
    odd[1]["mediaState"] = "active"
    assert hear(INCOMING, ESTABLISHED, inactive, odd)[1:] == [None, None, None]


@pytest.mark.parametrize(
    "more",
    [
        {"status": "failed", "recordingLocation": "", "recordingAccessToken": ""},
        {"status": "failed"},
        {"recordingLocation": ""},
        {"recordingAccessToken": None},
    ],
)
def test_a_recording_that_cannot_be_had(more: dict[str, Any]) -> None:
    assert hear(INCOMING, ACTIVE, recorded(**more), PLAYED)[2:] == [
        SayNothingHeard("c-2"),
        HangUp(),
    ]


def test_it_leaves_when_the_play_back_failed() -> None:
    failed = ended("playPromptOperation", "c-2", "failed")
    assert hear(INCOMING, ACTIVE, recorded(), failed)[3] == HangUp()


def test_every_notification_twice_makes_no_difference() -> None:
    once = [
        INCOMING,
        ESTABLISHING,
        ESTABLISHED,
        ACTIVE,
        recorded(),
        PLAYED,
        TERMINATING,
        TERMINATED,
    ]
    twice = [notification for notification in once for _ in range(2)]
    assert [a for a in hear(*twice) if a] == [a for a in hear(*once) if a]
    assert [a for a in hear(*once, *once) if a] == [a for a in hear(*once) if a]


def test_notifications_out_of_order() -> None:
    assert hear(INCOMING, ACTIVE, ESTABLISHING, ESTABLISHED) == [
        Answer(),
        Record("c-1"),
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("before", "early"),
    [
        ([], ACTIVE),
        ([], recorded()),
        ([INCOMING], recorded()),
        ([INCOMING], ended("playPromptOperation", "")),
        ([INCOMING, ACTIVE], ended("playPromptOperation", "c-1")),
        ([INCOMING, ACTIVE, recorded()], recorded("c-2")),
        ([INCOMING, ACTIVE], recorded("somebody else's")),
        ([INCOMING, ACTIVE, recorded()], ended("playPromptOperation", "c-1")),
        ([INCOMING, ACTIVE], ("updated", recorded()[1])),
        ([INCOMING, ACTIVE], ended("subscribeToToneOperation", "c-1")),
    ],
)
def test_what_does_not_follow_from_the_step_before_is_passed_over(
    before: list[Notification], early: Notification
) -> None:
    assert hear(*before, early)[-1] is None


def test_nothing_is_done_after_the_end() -> None:
    for before in ([INCOMING], [INCOMING, ACTIVE], [INCOMING, ACTIVE, recorded()]):
        after = [INCOMING, ACTIVE, recorded(), PLAYED]
        assert hear(*before, TERMINATED, *after)[len(before) :] == [None] * 5


@pytest.mark.parametrize("resource", [[{"id": "participant"}], None, "text", {}])
def test_other_resources_are_passed_over(resource: Any) -> None:
    assert hear(INCOMING, ("updated", resource)) == [Answer(), None]
