from __future__ import annotations

import base64
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.api.sign_in import JWT_BEARER, SignInRefused, TokenRequest, parse_token_request

NOW = datetime(2026, 11, 25, 3, 4, 5, tzinfo=UTC)
FORM = {
    "grant_type": "client_credentials",
    "client_id": "the-app",
    "client_secret": "s",
    "scope": "https://graph.microsoft.com//.default",
}
LATER = int(NOW.timestamp()) + 60


def parse(form: dict[str, Any], header: str = "", *, first: bool = False) -> TokenRequest:
    body = urlencode({name: value for name, value in form.items() if value is not None})
    return parse_token_request(body.encode(), header, first_version=first, now=NOW)


def assertion(**claims: Any) -> dict[str, Any]:
    good = {"sub": "the-app", "iss": "the-app", "exp": LATER}
    token = jwt.encode(good | claims, "k" * 32, algorithm="HS256")
    return FORM | {
        "client_secret": None,
        "client_assertion_type": JWT_BEARER,
        "client_assertion": token,
    }


@pytest.mark.parametrize(
    ("scope", "audience"),
    [
        ("https://graph.microsoft.com//.default", "https://graph.microsoft.com/"),
        ("https://graph.microsoft.com/.default", "https://graph.microsoft.com"),
        ("https://127.0.0.1/.default openid", "https://127.0.0.1"),
        ("anything", "anything"),
    ],
)
def test_any_scope_and_secret_will_do(scope: str, audience: str) -> None:
    assert parse(FORM | {"scope": scope}) == TokenRequest("the-app", audience, False)


def test_the_first_version_has_a_resource() -> None:
    wanted = FORM | {"scope": None, "resource": "https://graph.microsoft.com"}
    assert parse(wanted, first=True).audience == "https://graph.microsoft.com"


def test_the_secret_may_come_by_basic_authentication() -> None:
    header = "Basic " + base64.b64encode(b"the%2Dapp:s%3A").decode()
    assert parse(FORM | {"client_id": None, "client_secret": None}, header).client_id == "the-app"


def test_a_certificate_does_in_place_of_a_secret() -> None:
    assert parse(assertion()).by_certificate


@pytest.mark.parametrize(
    ("form", "status", "error", "code"),
    [
        ({}, 400, "invalid_request", 900144),
        (FORM | {"grant_type": "password"}, 400, "unsupported_grant_type", 70003),
        (FORM | {"client_id": None}, 400, "invalid_request", 900144),
        (FORM | {"client_id": "x" * 300}, 400, "unauthorized_client", 700016),
        (FORM | {"scope": " "}, 400, "invalid_request", 900144),
        (FORM | {"client_secret": None}, 401, "invalid_client", 7000215),
        (FORM | {"client_secret": ""}, 401, "invalid_client", 7000215),
        (assertion() | {"client_assertion": "x"}, 401, "invalid_client", 50027),
        (assertion() | {"client_assertion_type": "x"}, 401, "invalid_client", 50027),
        (assertion(exp=LATER - 60), 401, "invalid_client", 700024),
        (assertion(sub="other"), 401, "invalid_client", 700021),
    ],
)
def test_refusals(form: dict[str, Any], status: int, error: str, code: int) -> None:
    with pytest.raises(SignInRefused) as caught:
        parse(form)
    assert (caught.value.status, caught.value.error, caught.value.code) == (status, error, code)


@pytest.mark.parametrize("header", ["Basic", "Basic !!", "Basic /w==", "Bearer x"])
def test_a_header_that_is_of_no_use(header: str) -> None:
    assert parse(FORM, header).client_id == "the-app"


def test_bytes_that_are_no_form() -> None:
    with pytest.raises(SignInRefused, match="grant_type"):
        parse_token_request(b"\xff{%zz", "", first_version=False, now=NOW)


@given(st.binary(max_size=300), st.text(max_size=60))
def test_whatever_is_sent_is_taken_or_refused(body: bytes, header: str) -> None:
    for form in (body, urlencode(FORM).encode() + b"&client_assertion=" + body):
        with suppress(SignInRefused):
            parse_token_request(form, header, first_version=False, now=NOW)


def test_a_refusal_has_the_members_that_clients_read() -> None:
    body = SignInRefused(401, "invalid_client", 7000215, "No.").body("t", "c", NOW)
    assert body["error_description"] == (
        "AADSTS7000215: No. Trace ID: t Correlation ID: c Timestamp: 2026-11-25 03:04:05Z"
    )
    assert body["error"] == "invalid_client" and body["error_codes"] == [7000215]
