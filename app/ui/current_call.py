"""Which call the window shows: the newest one, but none that only rings while another goes on."""

from __future__ import annotations

from app.engine.states import CallState
from app.runtime.calls import CallSnapshot


def rings(call: CallSnapshot | None) -> bool:
    """Whether the bot placed ``call`` and the phone rings."""
    return (
        call is not None
        and call.direction == "outgoing"
        and call.engine.state is CallState.ESTABLISHING
    )


def is_live(call: CallSnapshot | None) -> bool:
    """Whether there is a call and it has not ended."""
    return call is not None and call.engine.state is not CallState.TERMINATED


class CurrentCall:
    """Keeps the last snapshot of the call in front; news of other calls is not for it."""

    def __init__(self) -> None:
        self.snapshot: CallSnapshot | None = None

    def take(self, snapshot: CallSnapshot) -> bool:
        """Take ``snapshot`` if it is of the call in front, and say whether it is."""
        now = self.snapshot
        if now is not None and snapshot.id != now.id:
            in_front = snapshot.created >= now.created and not (is_live(now) and rings(snapshot))
            if not in_front:
                return False
        self.snapshot = snapshot
        return True

    @property
    def id(self) -> str | None:
        """Of the call in front."""
        return None if self.snapshot is None else self.snapshot.id
