"""An https server of somebody else, for what is to be passed on untouched."""

from __future__ import annotations

import ssl
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import trustme


@dataclass(frozen=True, slots=True)
class TlsServer:
    """``authority`` is the PEM by which it is trusted."""

    port: int
    authority: bytes


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = f"somebody else: {self.path}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a client may keep its connection longer than this

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that does not trust it is not worth a word."""


@contextmanager
def tls_server(address: str = "127.0.0.1") -> Iterator[TlsServer]:
    """Listen on a free port of ``address``; its certificate is for that and for localhost."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    leaf = authority.issue_cert(address, "localhost")
    with leaf.private_key_and_cert_chain_pem.tempfile(dir=tempfile.gettempdir()) as path:
        context.load_cert_chain(path)
    server = _Server((address, 0), _Handler)
    # The handshake is the handler's: one that stalls must not stop the others, or the end.
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield TlsServer(server.server_address[1], authority.cert_pem.bytes())
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
