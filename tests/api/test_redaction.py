from __future__ import annotations

import pytest

from app.api.redaction import redact_body, redact_form, redact_tokens, redact_url

FORM = "application/x-www-form-urlencoded; charset=utf-8"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("client_id=a&client_secret=b%26c&scope=s", "client_id=a&client_secret=[redacted]&scope=s"),
        ("Client%5FSecret=b", "Client%5FSecret=[redacted]"),
        ("client_assertion=b&x", "client_assertion=[redacted]&x"),
        ("", ""),
    ],
)
def test_secret_fields_of_a_form(text: str, kept: str) -> None:
    assert redact_form(text) == kept
    assert redact_body(text, FORM) == redact_body(text, "") == kept


def test_a_body_of_another_kind_is_not_kept() -> None:
    assert redact_body('{"client_secret": "b"}', "application/json") == "[redacted]"
    assert redact_body("", "application/json") == ""


def test_a_secret_in_the_query() -> None:
    assert redact_url("http://h/t?client_secret=b&a=1") == (
        "http://h/t?client_secret=[redacted]&a=1"
    )
    assert redact_url("http://h/t") == "http://h/t"


def test_tokens_in_an_answer() -> None:
    assert redact_tokens('{"access_token":"ey.J.x","expires_in":1}') == (
        '{"access_token":"[redacted]","expires_in":1}'
    )
