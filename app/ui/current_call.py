"""Which call the window shows: the newest one."""

from __future__ import annotations

from app.runtime.calls import CallSnapshot


class CurrentCall:
    """Keeps the last snapshot of the newest call; late news of older calls is not for it."""

    def __init__(self) -> None:
        self.snapshot: CallSnapshot | None = None

    def take(self, snapshot: CallSnapshot) -> bool:
        """Take ``snapshot`` if it is of the newest call so far, and say whether it is."""
        now = self.snapshot
        if now is not None and snapshot.id != now.id and snapshot.created < now.created:
            return False
        self.snapshot = snapshot
        return True

    @property
    def id(self) -> str | None:
        """Of the newest call."""
        return None if self.snapshot is None else self.snapshot.id
