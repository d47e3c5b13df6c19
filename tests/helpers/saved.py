"""A saved call in which secrets of every kind are planted, for whatever lets calls out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from app.runtime.ports import Audio
from app.runtime.records import Record
from app.runtime.saved_calls import SavedCall, saved_call
from app.settings import Settings
from tests.helpers.inspected import OPERATION, event, request, webhook, wire

JWT: Final = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqd3QtcGxhbnRlZCJ9.c2lnbmF0dXJlLXBsYW50ZWQ"

SECRETS: Final[Mapping[str, str]] = {
    "authorization": "planted-authorization-1",
    "cookie": "planted-cookie-2",
    "set-cookie": "planted-set-cookie-3",
    "api key": "planted-api-key-4",
    "recording token": "planted-recording-token-5",
    "client secret": "planted-client-secret-6",
    "password": "planted-password-7",
    "shared access signature": "planted-sig-8",
    "function key": "planted-code-9",
    "query token": "planted-query-token-10",
    "user of an address": "planted-user-11",
    "assertion": "planted-assertion-12",
    "web token": JWT,
    "number": "+4915112345678",
    "number without its plus": "12065550123",
    "bearer in an error": "planted-bearer-13",
    "secret in a setting": "planted-setting-14",
    "secret in a warning": "planted-warning-15",
    "keyed in a notification": "tone7",
    "control key": "planted-control-key-16",
}
"""What none of the exports may hold, by its kind."""

KEYED: Final = "8"
"""A key that the caller pressed; no configured stop tone."""


def planted_records() -> list[Record]:
    """Return the records of a call that is full of secrets."""
    s = SECRETS
    bot = f"http://{s['user of an address']}:pw@127.0.0.1:3978/api?code={s['function key']}"
    body = {
        "clientContext": "kept-context",
        "stopTones": ["#"],
        "client_secret": s["client secret"],
        "nested": [{"password": s["password"], "client_assertion": s["assertion"]}],
        "source": {"identity": {"phone": {"id": s["number without its plus"]}}},
    }
    asked = request(
        f"/recordResponse?code={s['function key']}&access_token={s['query token']}",
        body,
        answer={"id": OPERATION, "status": "running", "note": f"see {s['web token']}"},
        request_headers=(
            ("Authorization", f"Bearer {s['authorization']}"),
            ("Cookie", f"a={s['cookie']}"),
            ("X-Api-Key", s["api key"]),
            ("X-Callsim-Key", s["control key"]),
            ("Content-Type", "application/json"),
        ),
        response_headers=(
            ("Content-Type", "application/json"),
            ("Set-Cookie", f"b={s['set-cookie']}"),
        ),
    )
    told = webhook(
        {
            "@odata.type": "#microsoft.graph.recordOperation",
            "recordingAccessToken": s["recording token"],
            "recordingLocation": f"https://h/r.wav?sig={s['shared access signature']}",
            "toneInfo": {"tone": s["keyed in a notification"]},
        },
        status=None,
        error=f"http://{s['user of an address']}:x@h refused Bearer {s['bearer in an error']}",
    )
    tokens = request(
        kind="api",
        url="http://127.0.0.1:8899/common/oauth2/v2.0/token",
        body=f"grant_type=client_credentials&client_secret={s['client secret']}",
        answer={"access_token": s["query token"]},
    )
    return [
        event(
            1,
            "callCreated",
            0.0,
            number=s["number"],
            caller="live",
            botUrl=bot,
        ),
        event(2, "callStateChanged", 0.5, state="established"),
        wire(3, asked),
        event(4, "recordingStarted", 1.5),
        event(5, "speechStarted", 1.8, knownAt=2.0),
        event(6, "toneReceived", 2.5, tone=KEYED, source="pad"),
        event(7, "speechEnded", 2.4, knownAt=3.0),
        event(
            8,
            "ended",
            3.5,
            status="completed",
            reason="maxSilenceTimeout",
            code=200,
            subcode=8509,
            message="Action completed.",
        ),
        wire(9, told),
        wire(10, tokens),
        event(
            11,
            "warning",
            4.0,
            message=f"No prompt at https://h/p.wav?sig={s['secret in a warning']}.",
        ),
        event(12, "callStateChanged", 5.0, state="terminated"),
    ]


def planted_settings() -> dict[str, Any]:
    """Return settings with a secret in them."""
    url = f"http://127.0.0.1/bot?code={SECRETS['secret in a setting']}"
    return Settings().set("bot.url", url).as_dict()


def planted_call(audio: Mapping[str, Audio] | None = None) -> SavedCall:
    """Return the call full of secrets."""
    return saved_call(planted_records(), planted_settings(), {"callsim": "0.0"}, audio)


def found_in(text: str) -> list[str]:
    """Return the kinds of secrets that ``text`` holds, as they are or escaped for JSON."""
    return [
        kind
        for kind, secret in SECRETS.items()
        if secret in text or json.dumps(secret)[1:-1] in text or secret.lstrip("+") in text
    ]


def keys_in(lines: Iterable[Record]) -> list[object]:
    """Return the keys that records tell of."""
    return [record.data["tone"] for record in lines if record.kind == "toneReceived"]
