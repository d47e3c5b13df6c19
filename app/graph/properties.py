"""Which members a request body may have: the others are ignored, and the user is told.

Names: the types that Graph publishes, by generation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final

from app.graph.profiles import Profile

_RECORD: Final = (
    "prompts",
    "bargeInAllowed",
    "initialSilenceTimeoutInSeconds",
    "maxSilenceTimeoutInSeconds",
    "maxRecordDurationInSeconds",
    "playBeep",
    "stopTones",
    "clientContext",
)
_CONTEXT: Final = ("clientContext",)

KNOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "answer": (
        "callbackUri",
        "acceptedModalities",
        "mediaConfig",
        "participantCapacity",
        "callOptions",
    ),
    "cancelMediaProcessing": _CONTEXT,
    "invite": ("participants", "clientContext"),
    "keepAlive": (),
    "mute": _CONTEXT,
    "playPrompt": ("prompts", "clientContext"),
    "record": (*_RECORD, "streamWhileRecording", "recordingFormat"),
    "recordResponse": _RECORD,
    "redirect": ("targets", "timeout", "callbackUri"),
    "reject": ("reason", "callbackUri"),
    "sendDtmfTones": ("tones", "delayBetweenTonesMs", "clientContext"),
    "subscribeToTone": _CONTEXT,
    "transfer": ("transferTarget", "transferee", "clientContext"),
    "unmute": _CONTEXT,
    "updateRecordingStatus": ("status", "clientContext"),
}
"""The members of each action's body in every generation that has it."""

BETA: Final[Mapping[str, tuple[str, ...]]] = {
    "cancelMediaProcessing": ("all",),
    "playPrompt": ("loop",),
    "recordResponse": ("streamWhileRecording",),
    "redirect": ("maskCallee", "maskCaller", "targetDisposition"),
}
"""Those that only beta has."""

IGNORED: Final = {
    "recordResponse": ("streamWhileRecording",),
    "cancelMediaProcessing": ("all",),
    "redirect": ("maskCallee", "maskCaller", "targetDisposition"),
}
"""Those that are known and do nothing (any more)."""

PROMPT: Final = ("mediaInfo", "loop")
MEDIA: Final = ("uri", "resourceId")


def remarks(action: str, body: Mapping[str, Any], profile: Profile) -> Iterator[str]:
    """Yield a sentence for each member of ``body`` that does nothing.

    Null and false members, and annotations, are passed over: official clients send them untouched.
    """
    known = KNOWN[action]
    if profile.generation != "v1.0":
        known += BETA.get(action, ())
    yield from _strangers(action, "", body, known)
    ignored = {name.lower() for name in IGNORED.get(action, ()) if name in known}
    for name, value in body.items():
        if name.lower() in ignored and value not in (None, False):
            yield f"{action}: '{name[:64]}' is accepted and has no effect."
    prompts = next((v for n, v in body.items() if n.lower() == "prompts"), None)
    for prompt in prompts if isinstance(prompts, list) else ():
        if not isinstance(prompt, dict):
            continue
        yield from _strangers(action, "prompts.", prompt, PROMPT)
        for name, media in prompt.items():
            if name.lower() == "mediainfo" and isinstance(media, dict):
                yield from _strangers(action, "prompts.mediaInfo.", media, MEDIA)


def _strangers(
    action: str, path: str, members: Mapping[str, Any], known: tuple[str, ...]
) -> Iterator[str]:
    lower = {name.lower(): name for name in known}
    for name, value in members.items():
        if value is None or name.startswith("@") or "@odata" in name or name.lower() in lower:
            continue
        close = get_close_matches(name.lower()[:64], list(lower), n=1)
        hint = f" Is '{lower[close[0]]}' meant?" if close else ""
        yield f"{action}: Graph does not know '{path}{name[:64]}' and ignores it.{hint}"
