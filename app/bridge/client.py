"""Sends one request to the real service, and says in words what went wrong.

Proxies come from the environment, as for any program of this machine. TLS is always verified, with
the system's authorities and those of ``ca_file``. No redirect is followed. Importing this loads
httpx (0.1 s): do it in a worker.
"""

from __future__ import annotations

import asyncio
import ssl
from typing import Final

import httpx

from app.bridge.answered import Answered, BadTrust, Unanswered
from app.bridge.headers import Headers

GRACE: Final = 1.0
"""Seconds that an answer which trickles in has beyond its limit. The client has limits of its own:
a connection that is cancelled from outside while TLS begins is left open by httpcore."""

MOST_BYTES: Final = 4 << 20
"""Longest answer that is read; Graph's own answers about calls stay below 100 kB."""


class RealClient:
    """Belongs to one event loop."""

    def __init__(self, ca_file: str | None = None) -> None:
        """Raises BadTrust. Blocks for 0.1 s: in a worker."""
        try:
            context = ssl.create_default_context()
            if ca_file:
                context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError) as error:
            raise BadTrust(f"The authorities in '{ca_file}' cannot be read: {error}.") from None
        self._client = httpx.AsyncClient(
            verify=context,
            timeout=None,
            follow_redirects=False,
            limits=httpx.Limits(max_connections=None, keepalive_expiry=4.0),
        )

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
        try:
            async with asyncio.timeout(seconds + GRACE):
                try:
                    return await self._once(method, url, headers, body, seconds, most)
                except httpx.ConnectError as error:
                    if _is_final(error):
                        raise
                    return await self._once(method, url, headers, body, seconds, most)
        except (TimeoutError, httpx.TimeoutException) as error:
            sent = not isinstance(error, httpx.ConnectTimeout)
            raise Unanswered("timeout", f"no answer within {seconds:g} s", sent=sent) from None
        except httpx.HTTPError as error:
            raise _unanswered(error) from None
        except (httpx.InvalidURL, ValueError) as error:
            raise Unanswered("broken", f"it cannot be sent ({error})", sent=False) from None
        except RuntimeError:
            # What httpx says of a client that was closed under the request.
            raise Unanswered("network", "the bridge was switched meanwhile", sent=True) from None

    async def close(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def _once(
        self, method: str, url: str, headers: Headers, body: bytes, seconds: float, most: int
    ) -> Answered:
        limits = httpx.Timeout(seconds).as_dict()
        request = httpx.Request(
            method,
            url,
            headers=[(_bytes(name), _bytes(value)) for name, value in headers],
            content=body or None,
            extensions={"timeout": limits},
        )
        response = await self._client.send(request, stream=True)
        received = bytearray()
        try:
            async for part in response.aiter_raw():
                received += part
                if len(received) > most:
                    raise Unanswered(
                        "tooLarge", f"its answer is larger than {most:,} bytes", sent=True
                    )
        finally:
            await response.aclose()
        pairs = tuple((n.decode("latin-1"), v.decode("latin-1")) for n, v in response.headers.raw)
        return Answered(response.status_code, pairs, bytes(received))


def _bytes(text: str) -> bytes:
    """Return a header as it arrived: bytes that are no UTF-8 were kept as surrogates."""
    return text.encode("utf-8", "surrogateescape")


def _is_final(error: httpx.ConnectError) -> bool:
    """Whether a second attempt would end the same way."""
    return _cause(error, ssl.SSLError) is not None


def _unanswered(error: httpx.HTTPError) -> Unanswered:
    if isinstance(error, httpx.ConnectError | httpx.ProxyError):
        tls = _cause(error, ssl.SSLError)
        if isinstance(tls, ssl.SSLCertVerificationError):
            why = f"its certificate is not trusted ({tls.verify_message})"
            return Unanswered("tls", f"{why}: name its authority with a CA file", sent=False)
        if tls is not None:
            return Unanswered("tls", f"no TLS with it ({tls})", sent=False)
        text = str(error) or type(error).__name__
        if "getaddrinfo" in text or "Name or service" in text or "nodename" in text:
            return Unanswered("dns", "its host cannot be found", sent=False)
        return Unanswered("network", f"no connection to it ({text})", sent=False)
    text = str(error) or type(error).__name__
    return Unanswered("broken", f"it broke off or did not answer in HTTP ({text})", sent=True)


def _cause(error: BaseException, kind: type[BaseException]) -> BaseException | None:
    """Return the first error of ``kind`` behind ``error``."""
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        if isinstance(found, kind):
            return found
        seen.add(id(found))
        found = found.__cause__ or found.__context__
    return None
