"""One notification on its way to the bot: its bytes, its headers, and how it is called."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from app.graph.ids import guid
from app.runtime.ports import NewId

USER_AGENT: Final = "Microsoft-Skype/3.0,(Calling/1.0)"
"""As on the real wire (contract section 4.1)."""


@dataclass(frozen=True, slots=True)
class Notification:
    """``message_id`` is that of the first attempt; ``last`` marks the one that ends the call.

    ``first``: it announces a call, and the bot may send it elsewhere. ``legacy``: it is of the old
    format, which the bot answers with 204.
    """

    call_id: str
    operation_id: str | None
    chain_id: str
    url: str
    name: str
    content: bytes
    message_id: str
    request_id: str
    last: bool
    first: bool = False
    legacy: bool = False

    def headers(
        self, attempt: int, new_id: NewId, authorization: str | None = None
    ) -> dict[str, str]:
        """Return the headers of the ``attempt``-th POST (from 1), those of contract section 4.1.

        A repetition has a message id of its own and names the first one's. Assumed: that the
        scenario id is the call chain's (Microsoft's samples take it for that), and that
        ``Client-Request-Id`` stays the same.
        """
        headers = {} if authorization is None else {"Authorization": authorization}
        headers |= {
            "Accept": "application/json",
            "Content-Type": "application/json",
            "User-Agent": USER_AGENT,
            "X-Microsoft-Skype-Chain-ID": self.chain_id,
            "X-Microsoft-Skype-Message-ID": self.message_id,
        }
        if attempt > 1:
            headers["X-Microsoft-Skype-Message-ID"] = new_id()
            headers["X-Microsoft-Skype-Original-Message-ID"] = self.message_id
        return headers | {"Scenario-Id": self.chain_id, "Client-Request-Id": self.request_id}


def chain_of(body: dict[str, Any]) -> str | None:
    """Return the callChainId, which notifications about a call (not an operation) carry."""
    chain = _about(body)[2].get("callChainId")
    return chain if isinstance(chain, str) else None


def prepare(
    call_id: str, url: str, body: dict[str, Any], chain_id: str, new_id: NewId
) -> Notification:
    """Make the notification ``body`` (commsNotifications) ready for ``url``.

    The JSON is compact UTF-8. Content-Length is the client's part: a bot that gets a chunked
    notification takes it for an empty one (contract section 4.1).
    """
    change, path, data = _about(body)
    operation_id = path[path.index("operations") + 1] if "operations" in path[:-1] else None
    kind = str(data.get("@odata.type", "")).rpartition(".")[2] or "resource"
    legacy = "value" not in body
    state = data.get("state") or data.get("status")
    if path[-1:] == ["participants"]:
        kind = "participants"
    return Notification(
        call_id=call_id,
        operation_id=operation_id,
        chain_id=chain_id,
        url=url,
        name=f"'{change}' ({kind} {state})" if state else f"'{change}' ({kind})",
        content=json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode(),
        message_id=new_id(),
        request_id=new_id(),
        last=data.get("state") == "terminated",
        first=legacy or data.get("state") == "incoming",
        legacy=legacy,
    )


def _about(body: dict[str, Any]) -> tuple[str, list[str], dict[str, Any]]:
    """Return change type, path segments and resource of the first notification in ``body``."""
    if "value" not in body:
        return "created", [], {"@odata.type": "legacy", "state": body.get("callState")}
    first = body["value"][0]
    data = first.get("resourceData")
    address = first.get("resourceUrl") or first.get("resource") or ""
    path = [guid(segment) for segment in str(address).split("/")]
    return str(first.get("changeType")), path, data if isinstance(data, dict) else {}
