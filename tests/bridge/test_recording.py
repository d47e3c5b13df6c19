"""A real recording is fetched with its own token, and with nobody else's."""

from __future__ import annotations

import pytest

from tests.helpers.bridged import TOKEN, bridged
from tests.helpers.wire_server import Seen, answer, free_port, wire_server

OWN = "the-token-of-the-recording"


async def test_it_comes_with_its_own_token_and_is_not_recorded() -> None:
    def take(seen: Seen) -> bytes:
        return answer(200, b"RIFF audio", X_Echo=seen.headers["authorization"])

    async with wire_server(take) as real, bridged(real.url) as line:
        assert await line.bridge.download(f"{real.url}/take?x=1", OWN) == b"RIFF audio"
        (record,) = await line.until("exchange")
    assert real.seen[0].headers["authorization"] == f"Bearer {OWN}"
    assert record.exchange is not None
    assert record.exchange.response_body == "[recording: 10 bytes]"
    assert ("X-Echo", "Bearer [redacted]") in record.exchange.response_headers
    told = str(line.journal.since(0))
    assert OWN not in told and TOKEN not in told and "RIFF" not in told


async def test_what_cannot_be_fetched_is_said_and_recorded() -> None:
    async with wire_server(lambda seen: answer(404)) as real, bridged(real.url) as line:
        with pytest.raises(ValueError, match="the answer was 404"):
            await line.bridge.download(f"{real.url}/take", OWN)
        with pytest.raises(ValueError, match="cannot be fetched: no connection"):
            await line.bridge.download(f"http://127.0.0.1:{await free_port()}/take", OWN)
        assert len(await line.until("exchange", 2)) == 2
        with pytest.raises(ValueError, match="not encrypted"):
            await line.bridge.download("http://graph.example/take", OWN)
        await line.bridge.set_up(None)
        with pytest.raises(ValueError, match="bridge is off"):
            await line.bridge.download(f"{real.url}/take", OWN)
    assert len(real.seen) == 1
