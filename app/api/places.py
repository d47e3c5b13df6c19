"""Where a request landed: which generations have that path, and what the rest of it is.

Two generations share the paths of the deprecated roots; the action tells which one is meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aiohttp import web

from app.api.answers import base_url, path_segments
from app.graph.profiles import Profile


@dataclass(slots=True)
class Place:
    """``profiles``: those with this path, newest first. ``root`` leads up to the calls, ``base`` is
    scheme, host and port, ``deprecated`` the root where it is one to be left (else empty)."""

    profiles: tuple[Profile, ...]
    root: str
    base: str
    deprecated: str = ""

    @property
    def profile(self) -> Profile:
        """The generation of all actions but the one that tells generations apart."""
        return self.profiles[0]

    def recording_profile(self, action: str) -> Profile | None:
        """Return the generation in which ``action`` (any case) is the one that records."""
        for profile in self.profiles:
            if profile.record_action.lower() == action.lower():
                return profile
        return None

    def url(self, path: str) -> str:
        """Return the absolute URL of ``path`` below the calls."""
        return f"{self.base}{self.root}{path}"

    def context(self, path: str) -> str:
        """Return the ``@odata.context`` of an answer."""
        return f"{self.base}{self.profile.path}/$metadata#{path}"


class PlaceMap:
    """All roots of ``profiles``; ``{app}`` in one stands for any application's id."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._roots: dict[str, list[Profile]] = {}
        for profile in profiles:
            for root in profile.call_roots:
                self._roots.setdefault(f"{profile.path}{root}", []).append(profile)

    def find(self, request: web.BaseRequest) -> tuple[Place, list[str]] | None:
        """Return the place, and the lower-case segments below its root."""
        path = request.rel_url.raw_path
        segments = path_segments(path)
        for root, profiles in self._roots.items():
            pattern = root.split("/")[1:]
            size = len(pattern)
            if _match(pattern, segments[:size]) == size:
                sent = path.split("/")[1 : size + 1]
                own = [s if p == "{app}" else p for p, s in zip(pattern, sent, strict=True)]
                first = profiles[0]
                old = root if root.removeprefix(first.path) in first.deprecated_roots else ""
                place = Place(tuple(profiles), "/" + "/".join(own), base_url(request), old)
                return place, segments[size:]
        return None

    def lost_at(self, segments: list[str]) -> str:
        """Return the first segment that leads nowhere."""
        most = max(_match(root.split("/")[1:], segments) for root in self._roots)
        return segments[most] if most < len(segments) else "".join(segments[-1:])

    @property
    def roots(self) -> list[str]:
        """All roots, as a hint to people."""
        return list(self._roots)


def _match(pattern: list[str], segments: list[str]) -> int:
    """Return how many segments match from the start."""
    count = 0
    for want, have in zip(pattern, segments, strict=False):
        if want != have and not (want == "{app}" and have):
            break
        count += 1
    return count
