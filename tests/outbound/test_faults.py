from __future__ import annotations

import errno
import socket
import ssl

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey

from app.outbound.faults import explain, origin

URL = "http://127.0.0.1:9/api/calls?code=secret"


def because(error: Exception, *causes: BaseException) -> Exception:
    """Return ``error`` with a chain of causes behind it."""
    before: BaseException = error
    for cause in causes:
        before.__cause__ = cause
        before = cause
    return error


UNTRUSTED = ssl.SSLCertVerificationError(1, "certificate verify failed")
UNTRUSTED.verify_message = "self-signed certificate"
NO_TLS = ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong")


KEY = ConnectionKey("127.0.0.1", 9, False, True, None, None, None)


def unconnected(behind: OSError) -> Exception:
    """Return aiohttp's error for a connection that did not come about."""
    return because(aiohttp.ClientConnectorError(KEY, behind), behind)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            unconnected(ConnectionRefusedError(errno.ECONNREFUSED, "r")),
            "connection refused: no bot listens at http://127.0.0.1:9",
        ),
        (
            because(
                unconnected(OSError("all failed")),
                ExceptionGroup("several", [ConnectionRefusedError(errno.ECONNREFUSED, "r")]),
            ),
            "connection refused: no bot listens at http://127.0.0.1:9",
        ),
        (
            unconnected(OSError(errno.EHOSTUNREACH, "No route to host")),
            "no connection to http://127.0.0.1:9: No route to host",
        ),
        (
            unconnected(socket.gaierror(-2, "Name or service not known")),
            "the host of http://127.0.0.1:9 cannot be found (Name or service not known)",
        ),
        (TimeoutError(), "timed out after 15 s: no answer from the bot at http://127.0.0.1:9"),
        (
            aiohttp.ConnectionTimeoutError(),
            "timed out after 15 s: no answer from the bot at http://127.0.0.1:9",
        ),
        (
            aiohttp.ClientPayloadError("Response payload is not completed"),
            "the bot at http://127.0.0.1:9 broke off or did not answer in HTTP: "
            "Response payload is not completed",
        ),
        (
            aiohttp.ServerDisconnectedError(),
            "the bot at http://127.0.0.1:9 closed the connection without an answer",
        ),
        (
            ConnectionResetError("Cannot write to closing transport"),
            "the bot at http://127.0.0.1:9 closed the connection without an answer",
        ),
        (
            because(aiohttp.ClientConnectorCertificateError(KEY, UNTRUSTED), UNTRUSTED),
            "the certificate of http://127.0.0.1:9 is not trusted (self-signed certificate): let "
            "the system trust it, name its authority in SSL_CERT_FILE, or use an http:// address",
        ),
        (
            because(aiohttp.ClientConnectorSSLError(KEY, NO_TLS), NO_TLS),
            "no TLS at http://127.0.0.1:9 ([SSL: WRONG_VERSION_NUMBER] wrong): "
            "is it http:// instead of https://?",
        ),
        (aiohttp.InvalidURL("http://x"), "http://x (http://127.0.0.1:9)"),
        (ValueError(), "ValueError (http://127.0.0.1:9)"),
    ],
)
def test_words_for_an_error(error: Exception, text: str) -> None:
    assert explain(error, URL, "bot", 15.0) == text


def test_windows_has_a_number_of_its_own_for_refused() -> None:
    refused = OSError(22, "The remote computer refused the network connection")
    refused.winerror = 1225  # type: ignore[attr-defined, unused-ignore]
    assert explain(refused, URL, "bot", 15.0).startswith("connection refused")


def test_causes_that_go_in_circles_end() -> None:
    first, second = ValueError("first"), ValueError("second")
    first.__cause__, second.__cause__ = second, first
    assert explain(first, URL, "bot", 15.0) == "first (http://127.0.0.1:9)"


def test_the_limit_is_rounded() -> None:
    assert explain(TimeoutError(), URL, "server", 14.9876543).startswith("timed out after 15 s")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://user:secret@bot.example/x?sig=1#f", "http://bot.example"),
        ("https://[::1]:8443/", "https://[::1]:8443"),
        ("http://[::1/", "http://[::1/"),
    ],
)
def test_an_origin_has_no_credentials(url: str, shown: str) -> None:
    assert origin(url) == shown
