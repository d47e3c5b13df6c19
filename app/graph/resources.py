"""Graph's resources as JSON: call, recordOperation, playPromptOperation (contract sections 1 to 4).

Pure functions from frozen facts to dictionaries in the order in which Graph writes the members.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from app.engine.outcome import OUTCOMES, Cause, Outcome, Status
from app.engine.states import CallState
from app.graph.profiles import V1, Profile
from app.graph.requests import MediaInfo

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CallFacts:
    """What identifies a call and its two ends; ids are lower-case GUIDs with dashes."""

    id: str
    chain_id: str
    tenant_id: str
    app_id: str
    app_name: str
    user_id: str
    user_name: str
    source_participant_id: str
    my_participant_id: str


@dataclass(frozen=True, slots=True)
class Recording:
    """Where and with which token a completed recording is fetched."""

    location: str
    access_token: str


def call_resource(
    facts: CallFacts,
    state: CallState,
    *,
    callback_uri: str,
    audio: str | None = None,
    result: tuple[int, int, str] | None = None,
    outgoing: bool = False,
) -> Json:
    """Return the ``call``.

    ``audio`` is that of its mediaState, which it lacks otherwise; ``result`` is (code, subcode,
    message) of a call that has ended, or of a transfer that failed.
    """
    call: Json = {
        "@odata.type": "#microsoft.graph.call",
        "state": state.value,
        "direction": "outgoing" if outgoing else "incoming",
        "callbackUri": callback_uri,
    }
    if audio is not None:
        call["mediaState"] = {"@odata.type": "#microsoft.graph.callMediaState", "audio": audio}
    if result is not None:
        call["resultInfo"] = result_info(*result)
    if result is not None and state is CallState.TERMINATED:
        transferred = result[1] == 7015
        call["terminationReason"] = "AppTransferred" if transferred else "CallTerminated"
    if outgoing:
        return call | _outgoing_members(facts)
    return call | {
        "source": {
            "@odata.type": "#microsoft.graph.participantInfo",
            "id": facts.source_participant_id,
            "identity": {
                "@odata.type": "#microsoft.graph.identitySet",
                "user": {
                    "@odata.type": "#microsoft.graph.identity",
                    "id": facts.user_id,
                    "displayName": facts.user_name,
                    "tenantId": facts.tenant_id,
                    "identityProvider": "AAD",
                },
            },
            "endpointType": "default",
            "region": "amer",
            "languageId": "en-us",
        },
        "targets": [
            {
                "@odata.type": "#microsoft.graph.invitationParticipantInfo",
                "id": facts.my_participant_id,
                "identity": {
                    "@odata.type": "#microsoft.graph.identitySet",
                    "application": {
                        "@odata.type": "#microsoft.graph.identity",
                        "id": facts.app_id,
                        "displayName": facts.app_name,
                        "tenantId": facts.tenant_id,
                    },
                },
                "endpointType": "default",
                "region": None,
                "languageId": None,
            }
        ],
        "requestedModalities": ["audio"],
        "tenantId": facts.tenant_id,
        "myParticipantId": facts.my_participant_id,
        "incomingContext": {
            "@odata.type": "#microsoft.graph.incomingContext",
            "sourceParticipantId": facts.source_participant_id,
        },
        "id": facts.id,
        "callChainId": facts.chain_id,
    }


def _outgoing_members(facts: CallFacts) -> Json:
    """Return the two ends, and the members that the page spells out as null (section 4.8)."""
    bot = {"id": facts.app_id, "displayName": facts.app_name, "tenantId": facts.tenant_id}
    user = {"id": facts.user_id, "displayName": facts.user_name, "tenantId": facts.tenant_id}
    ends: Json = {}
    for end, kind, who, whoami in (
        ("source", "participantInfo", "application", bot),
        ("targets", "invitationParticipantInfo", "user", user),
    ):
        ends[end] = {
            "@odata.type": f"#microsoft.graph.{kind}",
            "identity": {
                "@odata.type": "#microsoft.graph.identitySet",
                who: {"@odata.type": "#microsoft.graph.identity", **whoami},
            },
        }
    return {
        "subject": None,
        "source": ends["source"],
        "targets": [ends["targets"]],
        "requestedModalities": ["audio"],
        "chatInfo": None,
        "meetingInfo": None,
        "toneInfo": None,
        "tenantId": facts.tenant_id,
        "myParticipantId": facts.my_participant_id,
        "id": facts.id,
        "callChainId": facts.chain_id,
    }


TONES: Final = {str(digit): f"tone{digit}" for digit in range(10)} | {
    "*": "star",
    "#": "pound",
    "A": "a",
    "B": "b",
    "C": "c",
    "D": "d",
}
"""Keys by Graph's names (enum ``tone``)."""


def tone_notice(call_id: str, key: str, sequence_id: int) -> Json:
    """Return the ``call`` that tells of a key; ``sequence_id`` counts from 1 (section 4.6)."""
    return {
        "@odata.type": "#microsoft.graph.call",
        "state": CallState.ESTABLISHED.value,
        "toneInfo": {
            "@odata.type": "#microsoft.graph.toneInfo",
            "sequenceId": sequence_id,
            "tone": TONES[key],
        },
        "id": call_id,
    }


def record_operation(
    operation_id: str,
    client_context: str | None,
    outcome: Outcome | None,
    recording: Recording | None = None,
    profile: Profile = V1,
) -> Json:
    """Return the ``recordOperation``: running while ``outcome`` is ``None``; it has a ``recording``
    then only where the bot wants to have it while it grows.

    Location and token of a failed one are empty strings (contract section 2.2). A cancelled one has
    a ``completionReason`` in v1.0 too, as cancelMediaProcessing documents it.
    """
    operation: Json = {"@odata.type": "#microsoft.graph.recordOperation", "id": operation_id}
    if outcome is None:
        reason: Json = {"completionReason": None} if profile.tells_reason else {}
        return (
            operation
            | {"status": Status.RUNNING.value}
            | reason
            | {
                "resultInfo": None,
                profile.location_name: recording.location if recording else None,
                **({profile.token_name: recording.access_token} if recording else {}),
                "clientContext": client_context,
            }
        )
    operation |= {
        "clientContext": client_context,
        "status": outcome.status.value,
        "resultInfo": outcome_info(outcome),
        profile.location_name: recording.location if recording else "",
        profile.token_name: recording.access_token if recording else "",
    }
    if profile.tells_reason or outcome is OUTCOMES[Cause.CANCELLED]:
        operation["completionReason"] = outcome.reason
    return operation


def play_prompt_operation(
    operation_id: str,
    client_context: str | None,
    outcome: Outcome | None,
    prompts: tuple[MediaInfo, ...],
    reason: str | None = None,
) -> Json:
    """Return the ``playPromptOperation``; a finished one carries its prompts, as the real wire,
    and in beta the ``reason`` of its end."""
    operation: Json = {
        "@odata.type": "#microsoft.graph.playPromptOperation",
        "id": operation_id,
        "status": (outcome.status if outcome else Status.RUNNING).value,
        "clientContext": client_context,
    }
    if outcome is None:
        return operation
    return operation | {
        **({} if reason is None else {"completionReason": reason}),
        "resultInfo": outcome_info(outcome),
        "prompts": [_media_prompt(prompt) for prompt in prompts],
    }


def result_info(code: int, subcode: int, message: str) -> Json:
    """Return a ``resultInfo``; code and subcode are integers (contract section 2.2)."""
    return {
        "@odata.type": "#microsoft.graph.resultInfo",
        "code": code,
        "subcode": subcode,
        "message": message,
    }


def outcome_info(outcome: Outcome) -> Json | None:
    """Return the ``resultInfo`` of an outcome; ``None`` where the bot is told nothing."""
    if outcome.code is None or outcome.subcode is None:
        return None
    return result_info(outcome.code, outcome.subcode, outcome.message or "")


def _media_prompt(prompt: MediaInfo) -> Json:
    return {
        "@odata.type": "#microsoft.graph.mediaPrompt",
        "mediaInfo": {
            "@odata.type": "#microsoft.graph.mediaInfo",
            "uri": prompt.uri,
            "resourceId": prompt.resource_id,
        },
    }
