"""Asks the sign-in service for an application's tokens, with MSAL.

MSAL takes 0.3 s to load and asks over the network: in a worker. What the service says may quote
what it was sent, so nothing of it is passed on unread.
"""

from __future__ import annotations

import functools
import logging
import ssl
from dataclasses import dataclass, field
from typing import Any, Final

from app.bridge.target import AUTHORITIES, SIGN_IN

SECONDS: Final = 30.0
"""How long the sign-in service may take for each answer."""


NO_KEY: Final = (
    "No token for these credentials: there is no RSA key in the certificate that can be used. It "
    "is PEM text with the private key and the certificate."
)


class NoCredentials(ValueError):
    """There is no token to be sent; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Application:
    """A registered application. ``secret`` or ``certificate`` (PEM: private key and certificate).

    ``authority`` is scheme and host of the sign-in service.
    """

    tenant: str
    client_id: str
    secret: str = field(default="", repr=False)
    certificate: str = field(default="", repr=False)
    authority: str = SIGN_IN


class SignIn:
    """Keeps MSAL's client, with its tokens in memory. One worker at a time."""

    def __init__(self, application: Application, scope: str, ca_file: str | None) -> None:
        self._application = application
        self._scope = scope
        self._ca_file = ca_file
        self._client: Any = None

    def __repr__(self) -> str:
        return f"SignIn({self._application.client_id})"

    def ask(self) -> tuple[str, int]:
        """Return a token, and for how many seconds it lasts. Blocks. Raises NoCredentials."""
        import jwt
        import requests

        authority = self._application.authority
        try:
            if self._client is None:
                self._client = self._connect()
            result = self._client.acquire_token_for_client([self._scope])
            if "access_token" in result:
                return str(result["access_token"]), int(result.get("expires_in", 0))
            why = result.get("error_description") or result.get("error") or "no reason given"
        except NoCredentials:
            raise
        except (OSError, requests.RequestException) as error:
            # Its text would quote the whole address.
            what = type(error).__name__
            raise NoCredentials(f"{authority} cannot be asked for a token: {what}.") from None
        except jwt.InvalidKeyError:
            raise NoCredentials(NO_KEY) from None
        except Exception as error:
            # MSAL expects to be answered as Microsoft's service does.
            what = type(error).__name__
            message = f"{authority} does not answer as a sign-in service does ({what})."
            raise NoCredentials(message) from None
        raise NoCredentials(f"{authority} refused the credentials: {self._clean(why)}")

    def _connect(self) -> Any:
        import msal

        # It logs answers that it does not understand, whole.
        logging.getLogger("msal").setLevel(logging.CRITICAL)
        app = self._application
        credential: Any = app.secret
        if app.certificate:
            credential = {"private_key": app.certificate, "public_certificate": app.certificate}
        known = app.authority in (SIGN_IN, *AUTHORITIES.values())
        session = _session(self._ca_file)
        try:
            return msal.ConfidentialClientApplication(
                app.client_id,
                authority=f"{app.authority}/{app.tenant}",
                client_credential=credential,
                # A sign-in service that Microsoft does not list is not asked for there.
                instance_discovery=None if known else False,
                http_client=session,
            )
        except ValueError as error:
            raise NoCredentials(f"No token for these credentials: {self._clean(error)}") from None

    def _clean(self, text: object) -> str:
        """Return the first line of ``text``, without secrets."""
        found = str(text)
        for secret in filter(None, (self._application.secret, self._application.certificate)):
            found = found.replace(secret, "[redacted]")
        return found.strip().partition("\n")[0][:300]


def _session(ca_file: str | None) -> Any:
    """Return what MSAL sends with: it trusts the usual authorities and those of ``ca_file``.

    Raises NoCredentials.
    """
    import requests
    from requests.adapters import HTTPAdapter

    context = ssl.create_default_context()
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:
            why = error.strerror or str(error)
            raise NoCredentials(
                f"The authorities in '{ca_file}' cannot be read ({why}): name a PEM file."
            ) from None

    class Trusting(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **kwargs: Any) -> Any:
            return super().init_poolmanager(*args, ssl_context=context, **kwargs)

        def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
            return super().proxy_manager_for(*args, ssl_context=context, **kwargs)

    session = requests.Session()
    session.mount("https://", Trusting())
    session.request = functools.partial(session.request, timeout=SECONDS)  # type: ignore[method-assign]
    return session
