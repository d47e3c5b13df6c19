from __future__ import annotations

import pytest

from app.graph.permissions import ACCESS_MEDIA, INITIATE, JOIN_GROUP, NEEDED, ROLES, is_permitted


@pytest.mark.parametrize(
    ("action", "roles", "permitted"),
    [
        ("recordResponse", {ACCESS_MEDIA}, True),
        ("recordresponse", {ACCESS_MEDIA}, True),
        ("recordResponse", {INITIATE, JOIN_GROUP}, False),
        ("record", set(), False),
        ("playPrompt", {INITIATE}, True),
        ("playPrompt", {JOIN_GROUP}, False),
        ("subscribeToTone", {INITIATE}, False),
        ("updateRecordingStatus", {JOIN_GROUP}, True),
        ("create", {ACCESS_MEDIA}, False),
        ("create", {INITIATE}, True),
        ("transfer", set(), False),
        ("answer", set(), True),
        ("keepAlive", set(), True),
        ("call", set(), True),
    ],
)
def test_one_of_the_roles_is_enough(action: str, roles: set[str], permitted: bool) -> None:
    assert is_permitted(action, roles) is permitted


def test_all_roles_permit_everything() -> None:
    assert all(is_permitted(action, ROLES) for action in NEEDED)
    assert all(role in ROLES for roles in NEEDED.values() for role in roles)
