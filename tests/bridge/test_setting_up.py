from __future__ import annotations

import pytest

from app.bridge.credentials import BotToken, ClientCredentials, PastedToken
from app.bridge.setting_up import BadCallback, make_config, parse_callback
from app.bridge.sign_in import NoCredentials
from app.bridge.target import BadTarget
from app.runtime.bridge_wish import BridgeWish, Secrets
from app.runtime.bridging import INBOX, BridgeMode
from app.runtime.clock import SystemClock

GRAPH = "https://graph.microsoft.com"
APP = Secrets(tenant="t", client_id="the-client", secret="s")


def made(wish: BridgeWish) -> object:
    return make_config(wish, SystemClock(), lambda token: False, 7.0)


def test_a_wish_becomes_a_configuration() -> None:
    wish = BridgeWish(
        BridgeMode.MIRROR, GRAPH, "client", APP, "ca.pem", "https://name.example", "https://o/x"
    )
    config = make_config(wish, SystemClock(), lambda token: False, 7.0)
    assert (config.mode, config.target.base, config.seconds) == (BridgeMode.MIRROR, GRAPH, 7.0)
    assert isinstance(config.credentials, ClientCredentials)
    assert config.callback_url == f"https://name.example{INBOX}"
    assert (config.audience, config.openid, config.ca_file) == (
        "the-client",
        "https://o/x",
        "ca.pem",
    )


@pytest.mark.parametrize(("kind", "made"), [("bot", BotToken), ("token", PastedToken)])
def test_the_other_credentials(kind: str, made: type) -> None:
    wish = BridgeWish(BridgeMode.MIRROR, GRAPH, kind, Secrets(token="x"))  # type: ignore[arg-type]
    config = make_config(wish, SystemClock(), lambda token: False, 7.0)
    assert isinstance(config.credentials, made) and config.audience == ""


def test_each_part_is_refused_in_words() -> None:
    with pytest.raises(BadTarget):
        made(BridgeWish(BridgeMode.MIRROR, "http://graph.microsoft.com"))
    with pytest.raises(NoCredentials):
        made(BridgeWish(BridgeMode.MIRROR, GRAPH, "client"))
    with pytest.raises(BadCallback):
        made(BridgeWish(BridgeMode.MIRROR, GRAPH, callback_url="http://name.example"))


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://name.example/", f"https://name.example{INBOX}"),
        ("https://name.example/own", "https://name.example/own"),
        ("http://127.0.0.1:8899", f"http://127.0.0.1:8899{INBOX}"),
    ],
)
def test_a_callback(text: str, url: str) -> None:
    assert parse_callback(text) == url


@pytest.mark.parametrize("text", ["", "name.example", "https://", "https://u:p@x/", "https://x:y"])
def test_what_is_no_callback(text: str) -> None:
    with pytest.raises(BadCallback):
        parse_callback(text)
