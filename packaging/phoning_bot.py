"""A small bot as a developer would write one: it phones the window, and records what it hears.

It needs the standard library alone, and knows the local Graph by its base URL.
"""

from __future__ import annotations

import contextlib
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from x_windows import PATIENCE

CALLS = "/v1.0/communications/calls"


class PhoningBot:
    """Answers notifications on loopback, on a thread of its own; :func:`listening` makes one."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self.callback = ""
        self.heard: list[dict[str, Any]] = []
        """The notifications so far."""
        self.recorded = threading.Event()
        """Set when a recording has ended."""
        self.failures: list[str] = []
        """Refusals by the local Graph."""

    def phone(self) -> str:
        """Place a call to the window's phone and return its id."""
        person = {"@odata.type": "#microsoft.graph.identity", "id": "demo", "displayName": "Demo"}
        target = {
            "@odata.type": "#microsoft.graph.invitationParticipantInfo",
            "identity": {"@odata.type": "#microsoft.graph.identitySet", "user": person},
        }
        body = {
            "@odata.type": "#microsoft.graph.call",
            "callbackUri": self.callback,
            "targets": [target],
            "requestedModalities": ["audio"],
            "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
        }
        return str(self._post(CALLS, body)["id"])

    def notified(self, body: dict[str, Any]) -> None:
        """Take notifications: as soon as there is audio, record until #."""
        for notification in body["value"]:
            self.heard.append(notification)
            resource = notification["resourceData"]
            if resource["@odata.type"].endswith("recordOperation"):
                self.recorded.set()
            state = resource.get("state"), resource.get("mediaState", {}).get("audio")
            if state == ("established", "active"):
                request = {"clientContext": "demo", "playBeep": True, "stopTones": ["#"]}
                with contextlib.suppress(urllib.error.HTTPError):  # kept as a failure
                    self._post(f"{CALLS}/{resource['id']}/recordResponse", request)

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        headers = {"Authorization": "Bearer demo", "Content-Type": "application/json"}
        data = json.dumps(body).encode()
        request = urllib.request.Request(f"{self._base_url}{path}", data, headers)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=PATIENCE) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            self.failures.append(refused.read().decode())
            raise


@contextlib.contextmanager
def listening(base_url: str) -> Iterator[PhoningBot]:
    """Run a bot that speaks with the local Graph at ``base_url``, and end it afterwards."""
    bot = PhoningBot(base_url)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(202)
            self.end_headers()
            threading.Thread(target=bot.notified, args=(body,), daemon=True).start()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    bot.callback = f"http://127.0.0.1:{server.server_port}/calls"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield bot
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
