"""The envelope of every notification, as the real wire writes it (contract sections 1.3 and 4.1),
or as the documentation prints it.

On the wire both ``resource`` (under ``/app``) and ``resourceUrl`` (under ``/communications``) are
sent, ids are lower case with dashes, and no ``@odata.id`` or ``@odata.etag``: so all captured
notifications are, though the documentation prints them otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final, Literal

from app.graph.profiles import V1, Profile

ChangeType = Literal["created", "updated", "deleted"]

GUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def call_path(call_id: str) -> str:
    """Return the call's path below the version segment's resource root."""
    return f"/calls/{call_id}"


def participants_path(call_id: str) -> str:
    """Return the path of the call's roster below the resource root."""
    return f"/calls/{call_id}/participants"


def operation_path(call_id: str, operation_id: str) -> str:
    """Return the operation's path below the resource root."""
    return f"/calls/{call_id}/operations/{operation_id}"


@dataclass(frozen=True, slots=True)
class WireForm:
    """How notifications are written: as on the real wire, or literally as the documentation prints
    them, which some bots do not survive (contract section 8, traps 4 to 6 and 16 to 18)."""

    printed_ids: bool = False
    """Ids in paths upper case and without dashes."""
    printed_shape: bool = False
    """One address, ``@odata.id`` and ``@odata.etag``, and not what the print leaves out."""
    plain_established: bool = True
    """Whether an ``established`` without ``mediaState`` comes before the one with it."""
    string_codes: bool = False
    """``code`` and ``subcode`` of a resultInfo as text, as some pages print them."""
    capital_status: bool = False
    """``Completed`` in place of ``completed``, as the wire had it in 2018."""


REAL_WIRE: Final = WireForm()

NOT_PRINTED: Final = {
    "#microsoft.graph.call": ("id", "mediaState"),
    "#microsoft.graph.playPromptOperation": ("id", "prompts"),
}
"""Members that the documentation's notifications lack; a recording's are in its profile."""


def notification(
    change: ChangeType,
    path: str,
    data: dict[str, Any] | list[dict[str, Any]],
    profile: Profile = V1,
    form: WireForm = REAL_WIRE,
    *,
    version: int = 1,
) -> dict[str, Any]:
    """Return a ``commsNotifications`` body with one notification about the resource at ``path``.

    ``version`` is what the etag of the printed shape counts.
    """
    if form.printed_ids:
        path = GUID.sub(lambda found: found[0].replace("-", "").upper(), path)
    old, new = f"/app{path}", f"/communications{path}"
    if isinstance(data, dict):
        data = _spelled(data, profile, form)
    if form.printed_shape and isinstance(data, dict):
        data = _printed(data, new if profile.typed_envelope else old, profile, version)
    if not profile.typed_envelope:
        return {"value": [{"changeType": change, "resource": old, "resourceData": data}]}
    addresses = {"resourceUrl": new}
    if not form.printed_shape:
        addresses = {"resource": old} | addresses
    return {
        "@odata.type": "#microsoft.graph.commsNotifications",
        "value": [
            {
                "@odata.type": "#microsoft.graph.commsNotification",
                "changeType": change,
                **addresses,
                "resourceData": data,
            }
        ],
    }


def _spelled(data: dict[str, Any], profile: Profile, form: WireForm) -> dict[str, Any]:
    """Return ``data`` with the codes and status that ``form`` wants."""
    result, status = data.get("resultInfo"), data.get("status")
    if form.string_codes and result is not None:
        subcode = "subcode" if profile.typed_envelope else "subCode"
        texts = {"code": str(result["code"]), subcode: str(result["subcode"])}
        others = {n: v for n, v in result.items() if n not in ("code", "subcode", "message")}
        data = data | {"resultInfo": {**others, **texts, "message": result["message"]}}
    if form.capital_status and status is not None:
        data = data | {"status": status[:1].upper() + status[1:]}
    return data


def _printed(data: dict[str, Any], path: str, profile: Profile, version: int) -> dict[str, Any]:
    kind = data["@odata.type"]
    left_out = NOT_PRINTED.get(kind, profile.not_printed)
    return {
        "@odata.type": kind,
        "@odata.id": path,
        "@odata.etag": f'W/"{version}"',
    } | {name: value for name, value in data.items() if name not in left_out}
