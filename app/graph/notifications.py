"""The envelope of every notification, as the real wire writes it (contract sections 1.3 and 4.1).

Both ``resource`` (under ``/app``) and ``resourceUrl`` (under ``/communications``) are sent, ids are
lower case with dashes, and no ``@odata.id`` or ``@odata.etag``: so all captured notifications are,
though the documentation prints them otherwise.
"""

from __future__ import annotations

from typing import Any, Literal

from app.graph.profiles import V1, Profile

ChangeType = Literal["created", "updated", "deleted"]


def call_path(call_id: str) -> str:
    """Return the call's path below the version segment's resource root."""
    return f"/calls/{call_id}"


def operation_path(call_id: str, operation_id: str) -> str:
    """Return the operation's path below the resource root."""
    return f"/calls/{call_id}/operations/{operation_id}"


def notification(
    change: ChangeType, path: str, data: dict[str, Any], profile: Profile = V1
) -> dict[str, Any]:
    """Return a ``commsNotifications`` body with one notification about the resource at ``path``."""
    if not profile.typed_envelope:
        only = {"changeType": change, "resource": f"/app{path}", "resourceData": data}
        return {"value": [only]}
    return {
        "@odata.type": "#microsoft.graph.commsNotifications",
        "value": [
            {
                "@odata.type": "#microsoft.graph.commsNotification",
                "changeType": change,
                "resource": f"/app{path}",
                "resourceUrl": f"/communications{path}",
                "resourceData": data,
            }
        ],
    }
