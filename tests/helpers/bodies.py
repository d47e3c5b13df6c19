"""Bodies of requests that are nearly right: a valid one of each action, and ways to spoil it."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from hypothesis import strategies as st

URL: Final = "http://127.0.0.1:9/bot"
MEDIA: Final = {
    "@odata.type": "#microsoft.graph.mediaInfo",
    "uri": "https://cdn.example/prompt.wav",
    "resourceId": "1D6DE2D4",
}
PROMPT: Final = {"@odata.type": "#microsoft.graph.mediaPrompt", "mediaInfo": MEDIA}
USER: Final = {"user": {"id": "550fae72", "displayName": "John"}}
TARGET: Final = {
    "@odata.type": "#microsoft.graph.invitationParticipantInfo",
    "identity": {"@odata.type": "#microsoft.graph.identitySet", **USER},
}
HOSTED: Final = {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"}
RECORD: Final[dict[str, Any]] = {
    "bargeInAllowed": True,
    "clientContext": "d45324c1",
    "prompts": [PROMPT],
    "maxRecordDurationInSeconds": 10,
    "initialSilenceTimeoutInSeconds": 5,
    "maxSilenceTimeoutInSeconds": 2,
    "playBeep": True,
    "stopTones": ["#", "1", "*"],
}

VALID: Final[dict[str, dict[str, Any]]] = {
    "answer": {"callbackUri": URL, "acceptedModalities": ["audio"], "mediaConfig": HOSTED},
    "cancelMediaProcessing": {"clientContext": "c"},
    "create": {
        "@odata.type": "#microsoft.graph.call",
        "callbackUri": URL,
        "targets": [TARGET],
        "requestedModalities": ["audio"],
        "mediaConfig": HOSTED,
    },
    "keepAlive": {},
    "mute": {"clientContext": "c"},
    "participants/invite": {"clientContext": "c", "participants": [TARGET]},
    "playPrompt": {"clientContext": "c", "prompts": [PROMPT, PROMPT]},
    "record": RECORD | {"streamWhileRecording": True, "stopTones": ["#", "11"]},
    "recordResponse": RECORD,
    "redirect": {"targets": [TARGET], "timeout": 60, "callbackUri": URL},
    "reject": {"reason": "busy", "callbackUri": URL},
    "sendDtmfTones": {"clientContext": "c", "tones": ["tone1", "pound"], "delayBetweenTonesMs": 50},
    "subscribeToTone": {"clientContext": "c"},
    "transfer": {"transferTarget": TARGET | {"replacesCallId": "57dab8b1"}},
    "unmute": {"clientContext": "c"},
    "updateRecordingStatus": {"clientContext": "c", "status": "recording"},
}
"""What each action takes, with every member that it knows."""

Path = tuple[str | int, ...]

NOWHERE: Final[Path] = ("clientContext",)
"""The place that is spoilt in a body without members."""


@dataclass(frozen=True, slots=True)
class Spoilt:
    """``body`` is what goes over the wire; ``member`` is the outermost member that was changed
    (``None`` where the change is to the body as a whole), ``how`` says what was done."""

    body: bytes
    member: str | None
    how: str


WRONG: Final = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from(
        [0, -1, 1, 121, 2**31, 2**63, -(2**63), 10**30, 0.5, 1e308, -0.0, 2.0, "", " ", "5"]
    ),
    st.sampled_from([[], {}, [[]], [None], [{}], {"": {}}, {"@odata.type": "#microsoft.graph.x"}]),
    st.sampled_from(
        ["x" * 257, "\x00", "é😀", "file:///etc/passwd", "https://", "http://[::1", "#"]
    ),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.lists(st.none() | st.integers() | st.text(max_size=3), max_size=3),
)
"""Values that are no surrogates, so that they can be written as JSON."""


def spoilt(valid: dict[str, Any]) -> st.SearchStrategy[Spoilt]:
    """Return bodies that differ from ``valid`` in one place, or are no JSON for an object."""
    places = list(_places(valid))
    return st.one_of(
        *([st.tuples(st.sampled_from(places), WRONG).map(lambda a: _replaced(valid, *a))] * 3),
        st.sampled_from(places).map(lambda path: _removed(valid, path)),
        st.sampled_from(places).map(lambda path: _doubled(valid, path)),
        st.sampled_from(places).map(lambda path: _respelt(valid, path)),
        st.tuples(st.text(min_size=1, max_size=12), WRONG).map(lambda a: _extended(valid, *a)),
        st.tuples(st.sampled_from(sorted(BROKEN)), st.integers(0, 400)).map(
            lambda a: _broken(valid, *a)
        ),
    )


BROKEN: Final[dict[str, Callable[[bytes, int], bytes]]] = {
    "cut off": lambda text, at: text[: max(1, min(at, len(text) - 1))],
    "bad UTF-8": lambda text, at: text[:at] + b"\xc3\x28" + text[at:],
    "UTF-16": lambda text, at: text.decode().encode("utf-16"),
    "deep": lambda text, at: b'{"deep":' + b"[" * (33 + at) + b"]" * (33 + at) + b"}",
    "half a pair": lambda text, at: b'{"clientContext":"\\ud83d","more":' + text + b"}",
    "digits": lambda text, at: b'{"number":' + b"9" * (5000 + at) + b"}",
    "constant": lambda text, at: b'{"number":NaN}',
    "no object": lambda text, at: [b"[]", b"null", b"1", b'"text"', b"true"][at % 5],
    "two of them": lambda text, at: text + text,
}
"""Ways to make JSON that cannot be read, from a valid body and a number."""


def _places(value: Any, path: Path = ()) -> list[Path]:
    """Return the paths of all members and elements."""
    if isinstance(value, dict):
        inner = [((*path, name), member) for name, member in value.items()]
    elif isinstance(value, list):
        inner = [((*path, index), member) for index, member in enumerate(value)]
    else:
        inner = []
    return [place for at, member in inner for place in [at, *_places(member, at)]] or (
        [NOWHERE] if not path else []
    )


def _written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _holder(body: Any, path: Path) -> Any:
    for step in path[:-1]:
        body = body[step]
    return body


def _replaced(valid: dict[str, Any], path: Path, value: Any) -> Spoilt:
    body = deepcopy(valid)
    _holder(body, path)[path[-1]] = value
    return Spoilt(_written(body), str(path[0]), f"{path} = {value!r}")


def _removed(valid: dict[str, Any], path: Path) -> Spoilt:
    body = deepcopy(valid)
    _holder(body, path).pop(path[-1], *([None] if path == NOWHERE else []))
    return Spoilt(_written(body), str(path[0]), f"without {path}")


def _extended(valid: dict[str, Any], name: str, value: Any) -> Spoilt:
    taken = {known.lower() for known in valid}
    name = f"x-{name}" if name.lower() in taken else name
    known = name.lower() in {n.lower() for body in VALID.values() for n in body}
    return Spoilt(_written(valid | {name: value}), name if known else "", f"with {name!r}")


def _doubled(valid: dict[str, Any], path: Path) -> Spoilt:
    """Give a name twice, the second time in another spelling."""
    name = str(path[0])
    comma = ", " if valid else ""
    text = f'{_written(valid).decode()[:-1]}{comma}"{name}": null, "{name.upper()}": null}}'
    return Spoilt(text.encode(), None, f"{name} twice")


def _respelt(valid: dict[str, Any], path: Path) -> Spoilt:
    """Write a name in another case, which is the same name."""
    name = str(path[0])
    body = {(known.upper() if known == name else known): v for known, v in valid.items()}
    return Spoilt(_written(body), "", f"{name} in capitals")


def _broken(valid: dict[str, Any], how: str, at: int) -> Spoilt:
    return Spoilt(BROKEN[how](_written(valid), at), None, how)
