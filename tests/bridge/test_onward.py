from __future__ import annotations

import json

import pytest

from app.bridge.call_map import CallMap, NotMapped
from app.bridge.credentials import PastedToken
from app.bridge.onward import real_request
from app.bridge.sign_in import NoCredentials
from app.bridge.target import parse_target
from app.runtime.bridging import BridgedRequest
from app.runtime.clock import SystemClock
from tests.helpers.bridged import TOKEN, asked

MINE = "57dab8b1-894c-409a-b240-bd8beae78896"
THEIRS = "471f0200-1117-4429-a9be-4b6b7b7a9e7a"
TARGET = parse_target("https://graph.microsoft.com")
PUBLIC = "https://name.example/_bridge/notifications"


async def made(
    request: BridgedRequest, pairs: CallMap | None = None, callback: str | None = None
) -> object:
    return await real_request(request, TARGET, PastedToken(TOKEN, SystemClock()), pairs, callback)


async def test_ids_are_translated_and_the_token_is_kept_apart() -> None:
    pairs = CallMap()
    pairs.set(MINE, THEIRS)
    sent = await real_request(
        asked("POST", f"/v1.0/communications/calls/{MINE}/answer?x=1", b"{}"),
        TARGET,
        PastedToken(TOKEN, SystemClock()),
        pairs,
        None,
    )
    assert sent.url == f"{TARGET.base}/v1.0/communications/calls/{THEIRS}/answer?x=1"
    assert sent.sent_headers[-1] == ("Authorization", f"Bearer {TOKEN}")
    assert TOKEN not in str(sent.shown_headers) and "bot-token" not in str(sent.sent_headers)


async def test_without_a_pair_or_a_token_there_is_no_request() -> None:
    with pytest.raises(NotMapped):
        await made(asked("GET", f"/v1.0/communications/calls/{MINE}"), CallMap())
    with pytest.raises(NoCredentials):
        PastedToken("two words", SystemClock())


@pytest.mark.parametrize("name", ["callbackUri", "CallbackURI"])
async def test_the_public_address_takes_the_place_of_the_bots(name: str) -> None:
    body = json.dumps({name: "http://127.0.0.1:9/bot", "x": "ä"}).encode()
    sent = await real_request(
        asked("POST", "/v1.0/communications/calls", body),
        TARGET,
        PastedToken(TOKEN, SystemClock()),
        None,
        PUBLIC,
    )
    assert json.loads(sent.body) == {name: PUBLIC, "x": "ä"}
    assert sent.bot_callback == "http://127.0.0.1:9/bot"


@pytest.mark.parametrize("body", [b"{}", b'{"callbackUri": null}', b"no json", b"[]"])
async def test_a_body_without_one_stays_as_it_is(body: bytes) -> None:
    sent = await real_request(
        asked("POST", "/v1.0/communications/calls", body),
        TARGET,
        PastedToken(TOKEN, SystemClock()),
        None,
        PUBLIC,
    )
    assert (sent.body, sent.bot_callback) == (body, None)
