"""What is recorded of a request that went out, and what is not."""

from __future__ import annotations

from tests.helpers.bridged import TOKEN, answered, asked, bridged
from tests.helpers.wire_server import Seen, answer, free_port, wire_server

CALLS = "/v1.0/communications/calls"


async def test_the_record_has_everything_but_the_token() -> None:
    async with (
        wire_server(lambda seen: answer(200, b"{}", X_Own="1")) as real,
        bridged(real.url) as line,
    ):
        record = await line.bridge.send_once(asked("POST", CALLS, b'{"a": 1}'))
    exchange = record.exchange
    assert exchange is not None
    assert (exchange.kind, exchange.direction, exchange.method) == ("bridge", "out", "POST")
    assert (exchange.url, exchange.status) == (f"{real.url}{CALLS}", 200)
    assert exchange.request_headers[-1] == ("Authorization", "[redacted]")
    assert ("X-Own", "1") in exchange.response_headers
    assert exchange.request_body == '{"a": 1}' and TOKEN not in str(record)
    assert record.data["bridge"] == {
        "mode": "mirror",
        "target": real.url,
        "origin": "real Graph",
    }


async def test_a_recording_is_noted_and_not_kept() -> None:
    body = b"RIFF" * 100
    async with (
        wire_server(lambda seen: answer(200, body, Content_Type="audio/wav")) as real,
        bridged(real.url) as line,
    ):
        record = await line.bridge.send_once(asked("GET", CALLS))
    assert record.exchange is not None
    assert record.exchange.response_body.startswith("[audio: 400 bytes, audio/wav, SHA-256 ")


async def test_what_the_other_side_echoes_of_the_token_is_recorded_nowhere() -> None:
    def echo(seen: Seen) -> bytes:
        token = seen.headers["authorization"]
        return answer(401, f'{{"error": "{token} is bad"}}'.encode(), X_Echo=token)

    async with wire_server(echo) as real, bridged(real.url) as line:
        line.bridge.mirror(asked("GET", CALLS), answered(200))
        (record,) = await line.until("exchange")
        assert record.exchange is not None
        assert record.exchange.response_body == '{"error": "Bearer [redacted] is bad"}'
        assert record.data["bridge"]["differences"], "they are compared all the same"
        assert TOKEN not in str(line.journal.since(0))


async def test_a_failure_is_a_record_with_its_reason() -> None:
    async with bridged(f"http://127.0.0.1:{await free_port()}") as line:
        line.bridge.mirror(asked("GET", CALLS), answered(200))
        (record,) = await line.until("exchange")
    assert record.exchange is not None and record.exchange.status is None
    assert "no connection" in str(record.exchange.error)
    assert "differences" not in record.data["bridge"]
