"""A "real Graph" that misbehaves: it signs in and answers, and quotes all that it was sent."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import trustme

from tests.helpers.wire_server import Seen, WireServer, answer, wire_server

CALL: Final = "5d1d1c71-40cf-4ba6-86d0-3ee8d0a50a6f"
OPERATION: Final = "0b6e0a4c-6f1e-4f4b-9d8e-95b1d5c7a7e2"
ISSUED: Final = "planted-token-of-the-sign-in"
RECORDING: Final = "planted-token-of-the-real-recording"
COOKIE: Final = "planted-cookie-of-the-service"


@dataclass
class EchoingGraph:
    """``server`` saw everything; ``ca_file`` vouches for it."""

    server: WireServer
    ca_file: Path

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.server.port}"

    def reply(self, seen: Seen) -> bytes:
        """Answer as Graph, or as the sign-in service, and echo token, headers and body."""
        told: dict[str, object]
        status, path = 200, seen.path.partition("?")[0].lower()
        if "openid-configuration" in path:
            names = ("issuer", "token_endpoint", "authorization_endpoint")
            told = {name: f"{self.url}/tenant/{name}" for name in names}
            return answer(200, json.dumps(told).encode())
        if path.endswith("/token_endpoint"):
            told = {"token_type": "Bearer", "expires_in": 3599, "access_token": ISSUED}
            return answer(200, json.dumps(told).encode())
        echo = {"headers": seen.headers, "body": seen.body.decode("utf-8", "replace")}
        told = {"note": "what you sent", "echo": echo}
        if path.endswith("/calls"):
            status, told = 201, told | {"id": CALL, "state": "establishing"}
        elif seen.method == "POST":
            told |= {"id": OPERATION, "status": "running"}
        elif "/operations/" in path:
            told |= {
                "id": OPERATION,
                "status": "completed",
                "recordingLocation": f"{self.url}/recording",
                "recordingAccessToken": RECORDING,
            }
        elif seen.method == "DELETE":
            status = 202
        token = seen.headers.get("authorization", "")
        body = json.dumps(told, indent=1).encode()
        return answer(status, body, X_Echo=token, Set_Cookie=f"session={COOKIE}")


@asynccontextmanager
async def echoing_graph(folder: Path) -> AsyncIterator[EchoingGraph]:
    """Serve it on a loopback port, over https; its authority's file is in ``folder``."""
    authority = trustme.CA()
    certificate, ca_file = folder / "leaf.pem", folder / "authority.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    leaf = authority.issue_cert("127.0.0.1")
    leaf.private_key_and_cert_chain_pem.write_to_path(str(certificate))
    async with wire_server(certificate=certificate) as server:
        made = EchoingGraph(server, ca_file)
        server.script = made.reply
        yield made
