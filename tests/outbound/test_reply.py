from __future__ import annotations

from datetime import UTC, datetime

from app.outbound.reply import Reply

AT = datetime(2026, 5, 17, 12, 0, tzinfo=UTC)


def test_headers_are_found_in_any_spelling() -> None:
    reply = Reply((), 302, (("LOCATION", "/there"), ("Location", "/elsewhere")))
    assert reply.header("location") == "/there"
    assert reply.header("retry-after") is None


def test_an_exchange_keeps_both_sides() -> None:
    reply = Reply((("Host", "bot"),), 202, (("Date", "now"),), "grüezi".encode())
    exchange = reply.exchange("webhook", "POST", "http://bot/", "{}", AT, 0.25, attempt=2)
    assert (exchange.kind, exchange.direction, exchange.attempt) == ("webhook", "out", 2)
    assert (exchange.method, exchange.url, exchange.started) == ("POST", "http://bot/", AT)
    assert exchange.seconds == 0.25
    assert exchange.request_headers == (("Host", "bot"),)
    assert exchange.request_body == "{}"
    assert (exchange.status, exchange.response_headers) == (202, (("Date", "now"),))
    assert exchange.response_body == "grüezi"
    assert exchange.error is None


def test_an_exchange_without_an_answer_says_why() -> None:
    exchange = Reply((), error="nobody there").exchange("prompt", "GET", "http://x/", "", AT, 0.1)
    assert (exchange.status, exchange.response_body) == (None, "")
    assert exchange.error == "nobody there"


def test_a_note_stands_in_place_of_a_sound() -> None:
    reply = Reply((), 200, (), b"RIFF")
    exchange = reply.exchange("prompt", "GET", "http://x/", "", AT, 0.1, response_body="[sound]")
    assert exchange.response_body == "[sound]"


def test_a_body_of_which_the_rest_was_not_read_says_so() -> None:
    assert Reply((), 500, (), b"x" * 100_000).text == "x" * 100_000
    assert Reply((), 500, (), b"ab", truncated=True).text == "ab\n[the first 2 bytes are kept]"


def test_bytes_that_are_no_text_do_no_harm() -> None:
    assert Reply((), 500, (), b"\xff\x00ok").text == "�\x00ok"
