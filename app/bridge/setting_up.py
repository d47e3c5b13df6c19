"""Makes a configuration of the bridge out of what a person asked for, or says what is wrong."""

from __future__ import annotations

from urllib.parse import urlsplit

from app.bridge.credentials import (
    BotToken,
    ClientCredentials,
    Credentials,
    IsOurs,
    PastedToken,
)
from app.bridge.real_tokens import OPENID
from app.bridge.sending import BridgeConfig
from app.bridge.sign_in import Application
from app.bridge.target import Target, is_loopback, parse_target
from app.runtime.bridge_wish import BridgeWish
from app.runtime.bridging import INBOX
from app.runtime.ports import Clock


class BadCallback(ValueError):
    """A public address that the real service cannot reach; the message says why."""


def make_config(wish: BridgeWish, clock: Clock, is_ours: IsOurs, seconds: float) -> BridgeConfig:
    """Return the configuration for ``wish``. ``seconds``: how long the real service may take.

    Raises BadTarget, BadCallback and NoCredentials, each with a message for the user.
    """
    target = parse_target(wish.target)
    credentials = _credentials(wish, target, clock, is_ours)
    return BridgeConfig(
        mode=wish.mode,
        target=target,
        credentials=credentials,
        seconds=seconds,
        ca_file=wish.ca_file or None,
        callback_url=parse_callback(wish.callback_url) if wish.callback_url else None,
        audience=wish.secrets.client_id if wish.credentials == "client" else "",
        openid=wish.openid or OPENID,
    )


def parse_callback(text: str) -> str:
    """Return the public address for notifications; without a path it gets ours.

    Raises BadCallback.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    local = bool(host) and is_loopback(host or "")
    if not host or parts.username is not None or parts.fragment:
        raise BadCallback(f"'{text[:200]}' is no address: write it like https://name.example.")
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise BadCallback(f"'{text[:200]}' has to begin with https://: Graph calls no other.")
    if parts.path in ("", "/"):
        return parts._replace(path=INBOX).geturl()
    return text


def _credentials(wish: BridgeWish, target: Target, clock: Clock, is_ours: IsOurs) -> Credentials:
    given = wish.secrets
    if wish.credentials == "bot":
        return BotToken(is_ours)
    if wish.credentials == "token":
        return PastedToken(given.token, clock)
    application = Application(
        tenant=given.tenant.strip(),
        client_id=given.client_id.strip(),
        secret=given.secret,
        certificate=given.certificate,
        authority=(given.authority or target.authority).rstrip("/"),
    )
    return ClientCredentials(application, target.scope, clock, ca_file=wish.ca_file or None)
