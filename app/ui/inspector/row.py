"""A line of the list, as the delegate paints it and the filters judge it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.runtime.records import Record


class Category(StrEnum):
    """What the chips choose by."""

    API = "api"
    WEBHOOK = "webhook"
    EVENT = "event"


class Level(StrEnum):
    """How an entry went; shown by colour and by the badge's words."""

    OK = "ok"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Row:
    """``verb`` is the HTTP method, empty for events; ``direction`` likewise ``in`` or ``out``.

    ``sought`` is everything the text filter looks into besides the bodies, in lower case.
    ``opens_call`` marks the first entry of a call.
    """

    record: Record
    category: Category
    time: str
    direction: str
    verb: str
    name: str
    summary: str
    badge: str
    level: Level
    duration: str
    sought: str
    opens_call: bool = False
    size: str = ""
    """Of both bodies."""

    @property
    def is_error(self) -> bool:
        return self.level in (Level.ERROR, Level.WARNING)

    def contains(self, needle: str) -> bool:
        """Whether the entry or one of its bodies has the lower-case text ``needle`` in it."""
        if needle in self.sought:
            return True
        exchange = self.record.exchange
        return exchange is not None and (
            needle in exchange.request_body.lower() or needle in exchange.response_body.lower()
        )


def sought(record: Record, *texts: str) -> str:
    """Return what the text filter looks into: ``texts``, the ids and the kind of ``record``."""
    ids = (record.call_id or "", record.operation_id or "", record.kind)
    return "\n".join((*texts, *ids)).lower()
