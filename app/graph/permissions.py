"""Application permissions: which of them an action needs, as their reference pages say it.

One of those listed is enough; an action without an entry needs none. Role-based pages have changed
over the years (contract section 8, trap 28): these are the pages of 2025.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

ACCESS_MEDIA: Final = "Calls.AccessMedia.All"
INITIATE: Final = "Calls.Initiate.All"
INITIATE_GROUP: Final = "Calls.InitiateGroupCall.All"
JOIN_GROUP: Final = "Calls.JoinGroupCall.All"

ROLES: Final = (
    ACCESS_MEDIA,
    INITIATE,
    INITIATE_GROUP,
    JOIN_GROUP,
    "Calls.JoinGroupCallAsGuest.All",
)
"""All application permissions of the calls API."""

NEEDED: Final[dict[str, tuple[str, ...]]] = {
    # A call to one person; group calls and meetings are not placed here.
    "create": (INITIATE,),
    "redirect": (INITIATE,),
    "transfer": (INITIATE,),
    "invite": (INITIATE_GROUP,),
    "mute": (INITIATE, ACCESS_MEDIA),
    "unmute": (INITIATE, ACCESS_MEDIA),
    "playPrompt": (INITIATE, ACCESS_MEDIA),
    "cancelMediaProcessing": (INITIATE, ACCESS_MEDIA),
    "sendDtmfTones": (INITIATE, ACCESS_MEDIA),
    "updateRecordingStatus": (ACCESS_MEDIA, JOIN_GROUP),
    "recordResponse": (ACCESS_MEDIA,),
    "record": (ACCESS_MEDIA,),
    "subscribeToTone": (ACCESS_MEDIA,),
}
"""By the name of the action, or ``create`` for placing a call."""

_BY_LOWER: Final = {action.lower(): roles for action, roles in NEEDED.items()}


def is_permitted(action: str, roles: Collection[str]) -> bool:
    """Whether ``roles`` suffice for ``action`` (its name in any case)."""
    needed = _BY_LOWER.get(action.lower())
    return needed is None or any(role in roles for role in needed)
