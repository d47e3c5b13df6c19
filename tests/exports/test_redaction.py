"""Secrets of every kind are planted, and none is found."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exports.redaction import (
    REDACTED,
    redact_body,
    redact_exchange,
    redact_headers,
    redact_record,
    redact_text,
    redact_url,
)
from app.runtime.describe import record_json
from tests.helpers.inspected import CALL, event, request, webhook, wire

TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.planted-signature"


@pytest.mark.parametrize(
    "name",
    [
        "Authorization",
        "PROXY-AUTHORIZATION",
        "Cookie",
        "Set-Cookie",
        "X-Callsim-Key",
        "x-api-key",
        "x-functions-key",
        "Ocp-Apim-Subscription-Key",
        "X-Access-Token",
        "X-Hub-Signature-256",
    ],
)
def test_headers_that_give_access(name: str) -> None:
    assert redact_headers([(name, "planted"), ("request-id", "1")]) == (
        (name, REDACTED),
        ("request-id", "1"),
    )


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://b/a?sv=1&sig=pla%2Fnted&se=2", f"https://b/a?sv=1&sig={REDACTED}&se=2"),
        ("https://b/api/calls?code=planted", f"https://b/api/calls?code={REDACTED}"),
        ("http://h/?access_token=planted#x", f"http://h/?access_token={REDACTED}#x"),
        ("http://h/cb#id_token=planted&state=1", f"http://h/cb#id_token={REDACTED}&state=1"),
        ("http://me:planted@h:80/x", f"http://{REDACTED}@h:80/x"),
        ("http://h/users/%2B4915112345678/x", f"http://h/users/{REDACTED}/x"),
        (
            f"http://127.0.0.1:80/callsim-practice-bot.{'a_-B' * 10}/api/calls",
            f"http://127.0.0.1:80/{REDACTED}/api/calls",
        ),
        ("http://[broken?sig=1", "http://[broken?sig=1"),
    ],
)
def test_addresses(url: str, clean: str) -> None:
    assert redact_url(url) == clean
    assert clean in redact_text(f"Fetching {url} failed")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8899/v1.0/communications/calls/x?$top=5&b=", "", "/a?b", "x y"]
)
def test_addresses_without_secrets_stay_as_they_are(url: str) -> None:
    assert redact_url(url) == url


MEMBERS: list[dict[str, Any]] = [
    {"recordingAccessToken": "planted"},
    {"recordResourceAccessToken": "planted"},
    {"access_token": "planted", "token_type": "Bearer"},
    {"clientSecret": {"value": "planted"}},
    {"client_secret": "planted"},
    {"password": 1234567},
    {"a": [{"b": {"client_assertion": "planted"}}]},
    {"toneInfo": {"sequenceId": 1, "tone": "tone5"}},
    {"tones": ["tone4", "pound"]},
    {"source": {"phone": {"@odata.type": "x", "id": "12065551234"}}},
    {"phoneNumber": "12065551234"},
    {"text": "call +1 (206) 555-1234 or tel:5551234 now"},
    {"message": "Authorization: Bearer planted"},
    {"location": "https://b/a.wav?sig=planted"},
    {"jwt": TOKEN},
]
PLANTED = ("planted", "1234567", "tone5", "tone4", "pound", "2065551234", "555-1234", "5551234")


@pytest.mark.parametrize("members", MEMBERS, ids=lambda members: next(iter(members)))
@pytest.mark.parametrize("spaces", [None, 2])
def test_members_of_bodies(members: dict[str, Any], spaces: int | None) -> None:
    clean = redact_body(json.dumps(members, indent=spaces))
    assert REDACTED in clean and list(json.loads(clean)) == list(members)
    assert not [secret for secret in PLANTED if secret in clean]
    cut = json.dumps({"x": 1} | members)[:-1]
    broken = redact_body(f"{cut}\n[70,000 bytes in all, the first 65,536 are kept]")
    assert not [secret for secret in PLANTED if secret in broken]


def test_of_two_with_one_name_none_is_left() -> None:
    clean = redact_body('{"client_secret": "planted", "client_secret": null, "a": "planted2"}')
    assert "planted" not in clean.replace("planted2", "")


def test_forms() -> None:
    form = "grant_type=client_credentials&client_id=1&client_secret=planted&scope=x%2F.default"
    clean = redact_body(form)
    assert "planted" not in clean
    assert clean.startswith("grant_type=client_credentials&client_id=1&client_secret=[redacted]")


@pytest.mark.parametrize(
    "body",
    [
        '{"stopTones": ["#", "1", "11"],  "clientContext": "d45324c1-fcb5-430a-902c-f20af696537c"}',
        '{"resultInfo": {"code": 200, "subcode": 8514}, "recordingAccessToken": null}',
        '{"recordingAccessToken": "", "tones": []}',
        f'{{"id": "{CALL}", "at": "2026-01-02T03:04:05.123+00:00", "n": 4915112345678}}',
        "[recording: 12,345 bytes, application/octet-stream, SHA-256 " + "0" * 64 + "]",
        '{"@odata.nextLink": "http://h/?$top=5"}',
        "",
        "plain text, 1 + 1 = 2",
        "[" * 50_000,
    ],
)
def test_what_is_no_secret_stays_as_it_is(body: str) -> None:
    assert redact_body(body) == body


def test_half_a_surrogate_pair_can_still_be_written() -> None:
    clean = redact_body('{"a": "\\ud800", "password": "planted"}')
    assert "planted" not in clean and clean.encode()


def test_a_whole_exchange() -> None:
    exchange = request(
        url=f"http://h/x?sig=planted&t={TOKEN}",
        body=MEMBERS[0],
        answer=MEMBERS[4],
        request_headers=(("Authorization", "Bearer planted"),),
        response_headers=(("Location", "http://h/?code=planted"), ("Set-Cookie", "planted")),
        error="http://me:planted@h refused",
    )
    shown = json.dumps(record_json(redact_record(wire(1, exchange))))
    assert "planted" not in shown and TOKEN not in shown
    assert redact_exchange(exchange).status == exchange.status


def test_records_of_keys_and_numbers() -> None:
    pressed = redact_record(event(1, "toneReceived", tone="5", source="pad"))
    assert pressed.data == {"tone": REDACTED, "source": "pad"}
    called = redact_record(event(2, "callCreated", number="+49151123456", botUrl="http://h/"))
    assert called.data == {"number": REDACTED, "botUrl": "http://h/"}
    told = webhook({"@odata.type": "#microsoft.graph.call", "toneInfo": {"tone": "tone7"}})
    assert "tone7" not in redact_exchange(told).request_body


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=10,
)


@given(_JSON)
def test_json_stays_json_and_twice_is_once(value: Any) -> None:
    secret = "Zk3planted-9"
    body = json.dumps({"outer": [value, {"accessToken": secret}]})
    clean = redact_body(body)
    assert secret not in clean
    assert redact_body(clean) == clean
    assert json.loads(clean)["outer"][1] == {"accessToken": REDACTED}


@given(st.text())
def test_any_text_can_come(text: str) -> None:
    redact_body(text)
    redact_url(text)


@pytest.mark.parametrize("text", ["BeArEr planted-1", "x BASIC cGxhbnRlZA==", "TEL:5551234", TOKEN])
def test_no_spelling_gets_past_the_quick_look(text: str) -> None:
    assert REDACTED in redact_text(text) and REDACTED in redact_body(f'{{"a": ["{text}"]}}')


@pytest.mark.parametrize(
    "text",
    ["eyJa.b.c", "x-eyJa.b.c-d e", "a.b.eyJa.b.", "eyJa.eyJb.eyJc.eyJd.eyJe", "eyJa..c", "eyJ.b.c"],
)
def test_web_tokens_are_found_wherever_they_stand(text: str) -> None:
    pattern = re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*")
    assert redact_text(text) == pattern.sub("[redacted]", text)


@pytest.mark.parametrize(
    "part", ["-eyJ", "eyJa.", '"token":"', "Bearer ", "https://a@", "+1 (", "a=b&", '"tones":{']
)
def test_a_hostile_megabyte_does_not_take_hours(part: str) -> None:
    text = part * (1_000_000 // len(part))
    clean = redact_body(text)
    assert clean == text or "[redacted]" in clean
