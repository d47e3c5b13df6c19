"""The calls that were made from this window, the newest first; kept for the next run."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from app.ui.preferences import remember, remembered

KEPT: Final = 20
"""As many as a menu shows without scrolling."""

_KEY: Final = "phone/recentCalls"


@dataclass(frozen=True, slots=True)
class RecentCall:
    """``bot`` is the address as typed, empty for the practice bot or the setting's; ``direction``
    is the bot's view; ``ending`` says why it ended, empty while it is not known."""

    id: str
    number: str
    bot: str
    direction: str
    at: datetime
    ending: str = ""


class RecentCalls:
    """GUI thread. What cannot be read of an earlier run is left out."""

    def __init__(self) -> None:
        self.calls: tuple[RecentCall, ...] = tuple(_read(remembered(_KEY)))

    @property
    def last_dialled(self) -> RecentCall | None:
        """The call that redialling repeats."""
        return next((call for call in self.calls if call.direction == "incoming"), None)

    def put(self, call: RecentCall) -> None:
        """Put ``call`` in front, or in the place of what is known of it."""
        if any(known.id == call.id for known in self.calls):
            self._keep(tuple(call if known.id == call.id else known for known in self.calls))
        else:
            self._keep((call, *self.calls)[:KEPT])

    def clear(self) -> None:
        """Forget all."""
        self._keep(())

    def _keep(self, calls: tuple[RecentCall, ...]) -> None:
        if calls == self.calls:
            return
        self.calls = calls
        kept = [dataclasses.asdict(call) | {"at": call.at.isoformat()} for call in calls]
        remember(_KEY, json.dumps(kept))


def _read(text: str) -> list[RecentCall]:
    try:
        found = json.loads(text or "[]")
        calls = [
            RecentCall(**entry | {"at": datetime.fromisoformat(entry["at"])}) for entry in found
        ]
    except (ValueError, TypeError, KeyError):
        return []
    right = all(
        isinstance(getattr(call, field), str)
        for call in calls
        for field in ("id", "number", "bot", "direction", "ending")
    )
    return (
        [c if c.at.tzinfo else dataclasses.replace(c, at=c.at.replace(tzinfo=UTC)) for c in calls][
            :KEPT
        ]
        if right
        else []
    )
