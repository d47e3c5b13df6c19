"""Which simulated call or operation stands for which real one: the table the user sees and edits.

Pairs come about by themselves where both sides answered the same request with an id each (a call
that the bot placed, an operation), and by hand for calls that came in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from app.graph.ids import guid

ANY_ID: Final = re.compile(r"[0-9A-Fa-f]{8}-?(?:[0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}")

IsReal = Callable[[str], bool]
"""Whether an id is known to be the real service's own."""

MOST: Final = 10_000
"""Pairs that are kept; the oldest go first."""


class NotMapped(Exception):
    """A request names a call, or an operation, whose real counterpart is not known."""

    def __init__(self, id: str) -> None:
        super().__init__(
            f"'{id}' has no counterpart in the real service: add the pair to the table."
        )
        self.id = id


@dataclass(frozen=True, slots=True)
class Pair:
    """``real`` is spelt as the real service spelt it: its ids need not be GUIDs."""

    simulated: str
    real: str


class CallMap:
    """Belongs to one thread."""

    def __init__(self) -> None:
        self._real: dict[str, str] = {}
        self._simulated: dict[str, str] = {}
        self.changed: Callable[[], None] = lambda: None
        """Called when a pair came, or went."""

    def set(self, simulated: str, real: str) -> None:
        """Pair two ids, in place of what either was paired with. Raises ValueError."""
        simulated, real = guid(simulated.strip()), real.strip()
        if not simulated or not real or "/" in real or not real.isprintable() or " " in real:
            raise ValueError("A pair is two ids: the simulated call's, and the real one's.")
        self._remove(simulated)
        if (other := self._simulated.get(guid(real))) is not None:
            self._remove(other)
        self._real[simulated], self._simulated[guid(real)] = real, simulated
        while len(self._real) > MOST:
            self._remove(next(iter(self._real)))
        self.changed()

    def remove(self, simulated: str) -> None:
        """Forget a pair, if there is one."""
        self._remove(simulated)
        self.changed()

    def _remove(self, simulated: str) -> None:
        real = self._real.pop(guid(simulated), None)
        if real is not None:
            self._simulated.pop(guid(real), None)

    def real(self, simulated: str) -> str | None:
        """Return the real id (spelt as it was given) of a simulated one in any spelling."""
        return self._real.get(guid(simulated))

    def simulated(self, real: str) -> str | None:
        """Return the simulated id of a real one."""
        return self._simulated.get(guid(real))

    def __iter__(self) -> Iterator[Pair]:
        return iter([Pair(simulated, real) for simulated, real in self._real.items()])

    def path(self, path: str, is_real: IsReal = lambda here: False) -> str:
        """Return ``path`` with the ids of calls, operations and participants replaced.

        Only what follows these collections is an id. Raises NotMapped for one without counterpart,
        unless it ``is_real``.
        """
        before, question, query = path.partition("?")
        segments = before.split("/")
        for index in range(1, len(segments)):
            owner, here = segments[index - 1].lower(), segments[index]
            if owner in ("calls", "operations", "participants") and ANY_ID.fullmatch(here):
                real = self.real(here)
                if real is None and not is_real(here):
                    raise NotMapped(here)
                segments[index] = real or here
        return "/".join(segments) + question + query

    def back(self, text: str) -> str:
        """Return ``text`` with the real ids that are known replaced by the simulated ones."""

        def _replace(found: re.Match[str]) -> str:
            return self.simulated(found[0]) or found[0]

        return ANY_ID.sub(_replace, text)
