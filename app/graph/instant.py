"""The actions that are done at once: their answer says ``completed`` and no notification follows.

One table says what each is called on the wire (contract sections 2.1, 4.6 to 4.8).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from app.engine.outcome import Status
from app.graph.payload import Fields
from app.graph.profiles import Profile
from app.graph.requests import client_context

RECORDING_STATUS: Final = ("notRecording", "recording", "failed")
"""What a bot may say of its own recording of the call; ``unknown`` is not for requests."""


@dataclass(frozen=True, slots=True)
class Instant:
    """``resource`` is the operation's type without its namespace."""

    action: str
    resource: str
    needs_hosted_media: bool = False
    """Whether the call has to have been answered with serviceHostedMediaConfig."""
    shows_context: bool = False
    """Whether the documented answer carries ``@odata.context``."""


INSTANT: Final = {
    instant.action: instant
    for instant in (
        Instant("cancelMediaProcessing", "cancelMediaProcessingOperation"),
        Instant("mute", "muteParticipantOperation", shows_context=True),
        Instant("subscribeToTone", "subscribeToToneOperation", needs_hosted_media=True),
        Instant("unmute", "unmuteParticipantOperation", shows_context=True),
        Instant("updateRecordingStatus", "updateRecordingStatusOperation"),
    )
}


@dataclass(frozen=True, slots=True)
class InstantRequest:
    """``recording_status`` is that of updateRecordingStatus."""

    instant: Instant
    client_context: str | None
    recording_status: str | None = None


def parse_instant(instant: Instant, body: dict[str, Any], profile: Profile) -> InstantRequest:
    """Check the body of one of these actions; most take nothing but a clientContext."""
    fields = Fields(body)
    status = None
    if instant.action == "updateRecordingStatus":
        status = fields.text("status")
        if status is None:
            raise fields.missing("status")
        if status not in RECORDING_STATUS:
            fields.refuse("status", f"expected one of {', '.join(RECORDING_STATUS)}.")
    return InstantRequest(instant, client_context(fields, profile), status)


def instant_operation(operation_id: str, request: InstantRequest) -> dict[str, Any]:
    """Return the operation, which is completed."""
    return {
        "@odata.type": f"#microsoft.graph.{request.instant.resource}",
        "id": operation_id,
        "status": Status.COMPLETED.value,
        "resultInfo": None,
        "clientContext": request.client_context,
    }
