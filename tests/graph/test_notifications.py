"""The envelope as the real wire writes it."""

from __future__ import annotations

from app.graph.notifications import call_path, notification, operation_path


def test_both_addresses_of_the_resource_are_given_resource_first() -> None:
    body = notification("deleted", operation_path("c-1", "o-1"), {"id": "o-1"})
    (only,) = body["value"]
    assert list(only) == ["@odata.type", "changeType", "resource", "resourceUrl", "resourceData"]
    assert only["changeType"] == "deleted"
    assert only["resource"] == "/app/calls/c-1/operations/o-1"
    assert only["resourceUrl"] == "/communications/calls/c-1/operations/o-1"
    assert body["@odata.type"] == "#microsoft.graph.commsNotifications"


def test_the_call_id_is_the_third_segment_as_bots_split_it() -> None:
    only = notification("updated", call_path("c-1"), {})["value"][0]
    assert only["resourceUrl"].split("/")[3] == "c-1"
