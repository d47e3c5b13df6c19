"""Makes the real request out of the bot's: address, headers, whose token, which callback."""

from __future__ import annotations

import json
from dataclasses import dataclass

from app.bridge.call_map import CallMap, IsReal
from app.bridge.credentials import Credentials
from app.bridge.headers import Headers, onward
from app.bridge.learning import read_object
from app.bridge.target import Target
from app.runtime.bridging import BridgedRequest


@dataclass(frozen=True, slots=True)
class RealRequest:
    """``headers`` lack Authorization, which is kept apart so that nothing records it."""

    method: str
    url: str
    headers: Headers
    authorization: str
    body: bytes
    bot_callback: str | None = None
    """The bot's own callbackUri, where another was put in its place."""
    callback: str | None = None
    """That other one."""

    @property
    def replaced(self) -> tuple[str, str] | None:
        """The bot's callbackUri and the other one, if there are two."""
        if self.bot_callback is None or self.callback is None:
            return None
        return self.bot_callback, self.callback

    @property
    def sent_headers(self) -> Headers:
        """The headers as they go over the wire."""
        return (*self.headers, ("Authorization", self.authorization))

    @property
    def shown_headers(self) -> Headers:
        """The headers as they may be recorded."""
        return (*self.headers, ("Authorization", "[redacted]"))


async def real_request(
    request: BridgedRequest,
    target: Target,
    credentials: Credentials,
    pairs: CallMap | None,
    callback_url: str | None,
    is_real: IsReal = lambda here: False,
) -> RealRequest:
    """Return what is to be sent. ``pairs`` translates ids, ``None`` leaves them as they are, as
    what ``is_real`` is left.

    A ``callback_url`` takes the place of the body's ``callbackUri``. Raises NotMapped,
    NoCredentials.
    """
    path = request.path if pairs is None else pairs.path(request.path, is_real)
    authorization = await credentials.authorization(request.header("authorization"))
    body, bot_callback = request.body, None
    if callback_url:
        body, bot_callback = _call_back(body, callback_url)
    return RealRequest(
        request.method,
        target.url(path),
        onward(request.headers),
        authorization,
        body,
        bot_callback,
        callback_url,
    )


def _call_back(body: bytes, url: str) -> tuple[bytes, str | None]:
    """Return ``body`` with the callbackUri replaced, and the one that was there."""
    members = read_object(body)
    name = next((name for name in members if name.lower() == "callbackuri"), None)
    if name is None or not isinstance(members[name], str):
        return body, None
    before: str = members[name]
    return json.dumps(members | {name: url}, ensure_ascii=False).encode(), before
