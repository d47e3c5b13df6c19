"""The first contact of old: a Skype-format notification, which the bot has to answer with 204.

Only then the one in Graph's format follows (contract section 4.2).
"""

from __future__ import annotations

from app.graph.resources import CallFacts, Json


def legacy_incoming(facts: CallFacts) -> Json:
    """Return the Skype-format notification of an incoming call."""
    return {
        "id": facts.id,
        "participants": [
            {
                "identity": f"8:orgid:{facts.user_id}",
                "participantId": facts.source_participant_id,
                "displayName": facts.user_name,
                "languageId": "en-us",
                "originator": True,
            },
            {
                "identity": f"28:{facts.app_id}",
                "participantId": facts.my_participant_id,
                "displayName": facts.app_name,
                "languageId": None,
                "originator": False,
            },
        ],
        "isMultiparty": False,
        "presentedModalityTypes": ["audio"],
        "callState": "incoming",
        "tenantId": facts.tenant_id,
    }
