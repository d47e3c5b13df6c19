"""Sends one request to the real service, and says in words what went wrong.

Proxies come from the environment, as for any program of this machine. TLS is always verified, with
the system's authorities and those of ``ca_file``. No redirect is followed, nothing is sent twice.
Importing this loads aiohttp (0.25 s): do it in a worker.
"""

from __future__ import annotations

import asyncio
import ssl
from typing import Final
from urllib.request import getproxies, proxy_bypass

import aiohttp
from yarl import URL

from app.bridge.answered import Answered, BadTrust, Unanswered
from app.bridge.headers import Headers

GRACE: Final = 1.0
"""Seconds that an answer which trickles in has beyond its limit: each part of it has one too."""

KEEP_SECONDS: Final = 4.0
"""How long an idle connection is kept: many servers close theirs after 5 s, and a request that
crosses the close is lost."""

LONGEST_HEADER: Final = 64 << 10
"""Bytes of a header; gateways' own go beyond the 8 kB that aiohttp takes."""

MOST_BYTES: Final = 4 << 20
"""Longest answer that is read; Graph's own answers about calls stay below 100 kB."""

NOT_OURS: Final = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
"""Headers that aiohttp would add of itself."""


class RealClient:
    """Belongs to the event loop in which it sends first."""

    def __init__(self, ca_file: str | None = None) -> None:
        """Raises BadTrust. Blocks for 0.1 s: in a worker."""
        try:
            self._context = ssl.create_default_context()
            if ca_file:
                self._context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError) as error:
            raise BadTrust(f"The authorities in '{ca_file}' cannot be read: {error}.") from None
        self._proxies = getproxies()
        self._session: aiohttp.ClientSession | None = None
        self._closed = False

    async def send(
        self,
        method: str,
        url: str,
        headers: Headers,
        body: bytes,
        *,
        seconds: float,
        most: int = MOST_BYTES,
    ) -> Answered:
        """Send a request once; ``most`` bytes have ``seconds`` to come. Raises Unanswered.

        A connection that does not come about is tried a second time: nothing can have arrived.
        """
        if self._closed:
            raise Unanswered("network", "the bridge was switched meanwhile", sent=False)
        try:
            async with asyncio.timeout(seconds + GRACE):
                try:
                    return await self._once(method, url, headers, body, seconds, most)
                except aiohttp.ClientConnectorError as error:
                    if isinstance(error, aiohttp.ClientSSLError):
                        raise  # A second attempt would end the same way.
                    return await self._once(method, url, headers, body, seconds, most)
        except TimeoutError as error:
            sent = not isinstance(error, aiohttp.ConnectionTimeoutError)
            raise Unanswered("timeout", f"no answer within {seconds:g} s", sent=sent) from None
        except aiohttp.ClientError as error:
            if self._closed:
                message = "the bridge was switched meanwhile"
                raise Unanswered("network", message, sent=True) from None
            raise _unanswered(error) from None
        except ValueError as error:
            raise Unanswered("broken", f"it cannot be sent ({error})", sent=False) from None

    async def close(self) -> None:
        """Close all connections."""
        self._closed = True
        if self._session is not None:
            await self._session.close()

    async def _once(
        self, method: str, url: str, headers: Headers, body: bytes, seconds: float, most: int
    ) -> Answered:
        if self._session is None:
            self._session = self._connect()
        # A bot's own escapes stay.
        address = URL(url, encoded=url.isascii() and url.isprintable() and " " not in url)
        async with self._session.request(
            method,
            address,
            headers=[(name, _sendable(name, value)) for name, value in headers],
            data=body or None,
            allow_redirects=False,
            proxy=self._proxy(address),
            timeout=aiohttp.ClientTimeout(total=None, connect=seconds, sock_read=seconds),
        ) as response:
            if not 200 <= response.status <= 599:
                response.close()
                message = f"it answered with {response.status}, which is no answer in HTTP"
                raise Unanswered("broken", message, sent=True)
            received = bytearray()
            while part := await response.content.readany():
                received += part
                if len(received) > most:
                    response.close()
                    raise Unanswered(
                        "tooLarge", f"its answer is larger than {most:,} bytes", sent=True
                    )
            raw = response.raw_headers
            pairs = tuple((n.decode("latin-1"), v.decode("latin-1")) for n, v in raw)
            return Answered(response.status, pairs, bytes(received))

    def _connect(self) -> aiohttp.ClientSession:
        session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                ssl=self._context, limit=0, keepalive_timeout=KEEP_SECONDS
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=NOT_OURS,
            auto_decompress=False,
            max_field_size=LONGEST_HEADER,
        )
        # aiohttp would send a GET or a DELETE again where a kept connection breaks under it.
        session._retry_connection = False
        return session

    def _proxy(self, address: URL) -> str | None:
        """Return the proxy for ``address``. None of a netrc is read: tokens are the bridge's."""
        found = self._proxies.get(address.scheme) or self._proxies.get("all")
        if not found or proxy_bypass(address.host_port_subcomponent or ""):
            return None
        return found if "://" in found else f"http://{found}"


def _sendable(name: str, value: str) -> str:
    """Return a header's ``value``. Raises ValueError for bytes that are no UTF-8, which arrive as
    surrogates: aiohttp would leave them out without a word."""
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError(f"the header {name} is not in UTF-8")
    return value


def _unanswered(error: aiohttp.ClientError) -> Unanswered:
    match error:
        case aiohttp.ClientConnectorCertificateError():
            reason = getattr(error.certificate_error, "verify_message", error.certificate_error)
            why = f"its certificate is not trusted ({reason})"
            return Unanswered("tls", f"{why}: name its authority with a CA file", sent=False)
        case aiohttp.ClientSSLError():
            return Unanswered("tls", f"no TLS with it ({error.os_error})", sent=False)
        case aiohttp.ClientProxyConnectionError():
            why = f"no connection to the proxy {_host(error)} ({_system(error)})"
            return Unanswered("network", why, sent=False)
        case aiohttp.ClientConnectorDNSError():
            return Unanswered("dns", "its host cannot be found", sent=False)
        case aiohttp.ClientConnectorError():
            return Unanswered("network", f"no connection to it ({_system(error)})", sent=False)
        case aiohttp.ClientHttpProxyError():
            why = f"the proxy refused to connect to it ({error.status} {error.message})"
            return Unanswered("network", why, sent=False)
        case aiohttp.InvalidURL():
            return Unanswered("broken", f"it cannot be sent ({error})", sent=False)
        case aiohttp.ClientResponseError():
            # Its text would quote the whole address, and what follows a colon the answer.
            text = error.message.partition("\n")[0].partition(":")[0] or type(error).__name__
        case _:
            text = str(error) or type(error).__name__
    return Unanswered("broken", f"it broke off or did not answer in HTTP ({text})", sent=True)


def _host(error: aiohttp.ClientConnectorError) -> str:
    return f"{error.host}:{error.port}"


def _system(error: aiohttp.ClientConnectorError) -> str:
    return error.os_error.strerror or str(error.os_error) or type(error.os_error).__name__
