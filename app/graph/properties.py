"""Which members a request body may have: the others are ignored, and the user is told.

The members themselves are in :mod:`app.graph.catalogue`; here is what is added to them by the types
that Graph publishes and does nothing in the simulator.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final

from app.graph.catalogue import find
from app.graph.profiles import Profile

ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "answer": ("participantCapacity", "callOptions"),
    "transfer": ("transferee", "clientContext"),
}
"""Members that are known in every generation, and of no consequence for one phone."""

IDLE: Final[Mapping[str, tuple[str, ...]]] = {
    "recordResponse": ("streamWhileRecording",),
    "cancelMediaProcessing": ("all",),
    "redirect": ("maskCallee", "maskCaller", "targetDisposition"),
}
"""Members that beta once had, or still has, and that do nothing here."""

PROMPT: Final = ("mediaInfo", "loop")
MEDIA: Final = ("uri", "resourceId")


def remarks(action: str, body: Mapping[str, Any], profile: Profile) -> Iterator[str]:
    """Yield a sentence for each member of ``body`` that does nothing in ``action``.

    Null and false members, and annotations, are passed over: official clients send them untouched.
    """
    operation = find(action, profile)
    named = tuple(p.name for p in operation.parameters) if operation is not None else ()
    idle = IDLE.get(action, ()) if profile.generation != "v1.0" else ()
    yield from _strangers(action, "", body, (*named, *ALSO.get(action, ()), *idle))
    lower = {name.lower() for name in idle}
    for name, value in body.items():
        if name.lower() in lower and value not in (None, False):
            yield f"{action}: '{name[:64]}' is accepted and has no effect."
    prompts = next((v for n, v in body.items() if n.lower() == "prompts"), None)
    for prompt in prompts if isinstance(prompts, list) else ():
        if isinstance(prompt, dict):
            yield from _strangers(action, "prompts.", prompt, PROMPT)
            for name, media in prompt.items():
                if name.lower() == "mediainfo" and isinstance(media, dict):
                    yield from _strangers(action, "prompts.mediaInfo.", media, MEDIA)


def _strangers(
    action: str, path: str, members: Mapping[str, Any], known: tuple[str, ...]
) -> Iterator[str]:
    lower = {name.lower(): name for name in known}
    for name, value in members.items():
        if value is None or "@odata" in name or name.lower() in lower:
            continue
        close = get_close_matches(name.lower()[:64], list(lower), n=1)
        hint = f" Is '{lower[close[0]]}' meant?" if close else ""
        yield f"{action}: Graph does not know '{path}{name[:64]}' and ignores it.{hint}"
