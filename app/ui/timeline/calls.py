"""The calls that the timeline can show, and which one it shows: the newest, or a chosen one."""

from __future__ import annotations

from app.runtime.calls import CallSnapshot


class KnownCalls:
    """Keeps the last snapshot of every call of this run."""

    def __init__(self) -> None:
        self._known: dict[str, CallSnapshot] = {}
        self.shown_id: str | None = None

    @property
    def shown(self) -> CallSnapshot | None:
        """The last snapshot of the call that is shown."""
        return None if self.shown_id is None else self._known[self.shown_id]

    def take(self, snapshot: CallSnapshot) -> bool:
        """Take what is now; says whether another call is shown from now on (a new one is)."""
        new = snapshot.id not in self._known
        self._known[snapshot.id] = snapshot
        shown = self.shown
        if new and (shown is None or snapshot.created >= shown.created):
            self.shown_id = snapshot.id
            return True
        return False

    def choose(self, call_id: str) -> None:
        """Show another call."""
        if call_id in self._known:
            self.shown_id = call_id

    def of_operation(self, operation_id: str) -> str | None:
        """Return the call in which there is such an operation."""
        for call in self._known.values():
            if any(operation.id == operation_id for operation in call.engine.operations):
                return call.id
        return None

    def names(self) -> list[tuple[str, str]]:
        """Return id and words of each call, the newest first."""
        ordered = sorted(self._known.values(), key=lambda call: call.created, reverse=True)
        return [
            (call.id, f"{call.created.astimezone():%H:%M:%S} {call.number}") for call in ordered
        ]
