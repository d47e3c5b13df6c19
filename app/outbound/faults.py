"""Why a request got no answer, in words for a user. Importing this loads aiohttp."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

import aiohttp

WINDOWS_REFUSED = 1225
"""ERROR_CONNECTION_REFUSED, which asyncio's Windows loop reports in place of ECONNREFUSED."""


def explain(error: Exception, url: str, listener: str, seconds: float) -> str:
    """Return what ``error`` means for a request to ``url``.

    ``listener`` is who should have answered ("bot", "server"), ``seconds`` the limit that a
    timeout ran into.
    """
    place = origin(url)
    # aiohttp's own errors are also errors of ssl, but do not say what was wrong.
    causes = [cause for cause in _causes(error) if not isinstance(cause, aiohttp.ClientError)]
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return (
                f"the certificate of {place} is not trusted ({cause.verify_message}): let the "
                "system trust it, name its authority in SSL_CERT_FILE, or use an http:// address"
            )
        if isinstance(cause, ssl.SSLError):
            what = getattr(cause, "reason", None) or cause
            return f"no TLS at {place} ({what}): is it http:// instead of https://?"
        if isinstance(cause, socket.gaierror):
            return f"the host of {place} cannot be found ({cause.strerror})"
        if _refused(cause):
            return f"connection refused: no {listener} listens at {place}"
    if isinstance(error, TimeoutError):
        return f"timed out after {round(seconds, 1):g} s: no answer from the {listener} at {place}"
    if isinstance(error, aiohttp.ClientConnectorError):
        return f"no connection to {place}: {_last_words(causes)}"
    if isinstance(error, (aiohttp.ClientResponseError, aiohttp.ClientPayloadError)):
        return f"the {listener} at {place} broke off or did not answer in HTTP: {_words(error)}"
    if isinstance(error, (aiohttp.ClientConnectionError, ConnectionError)):
        return f"the {listener} at {place} closed the connection without an answer"
    return f"{str(error) or type(error).__name__} ({place})"


def origin(url: str) -> str:
    """Return scheme, host and port of ``url``, without what may be in it of credentials."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url[:100]
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _words(error: Exception) -> str:
    """Return the first line of what a parser complained of; the rest quotes the bytes."""
    said = error.message if isinstance(error, aiohttp.ClientResponseError) else str(error)
    return said.strip().partition("\n")[0] or type(error).__name__


def _refused(error: BaseException) -> bool:
    if not isinstance(error, OSError):
        return False
    number = getattr(error, "winerror", None)
    return error.errno == errno.ECONNREFUSED or number == WINDOWS_REFUSED


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield ``error`` and what lies behind it, members of groups included."""
    waiting, seen = [error], set[int]()
    while waiting:
        found = waiting.pop(0)
        if id(found) in seen:
            continue
        seen.add(id(found))
        yield found
        behind = found.__cause__ or found.__context__
        if behind is not None:
            waiting.append(behind)
        if isinstance(found, BaseExceptionGroup):
            waiting += found.exceptions


def _last_words(causes: list[BaseException]) -> str:
    """Return what the system said: the deepest error that has something to say."""
    for cause in reversed(causes):
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror
    return str(causes[0]) if causes else "for no reason that is known"
