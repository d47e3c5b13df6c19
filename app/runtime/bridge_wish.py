"""What a person asks of the bridge, in words, before anything of it is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from app.runtime.bridging import BridgeMode

CredentialsKind = Literal["bot", "token", "client"]


@dataclass(frozen=True, slots=True)
class Secrets:
    """Whose token is sent: a pasted ``token``, or an application with a secret or a certificate
    (PEM: private key and certificate). ``authority`` is the sign-in service; empty: the target's.
    What is secret is not shown by ``repr``."""

    token: str = field(default="", repr=False)
    tenant: str = ""
    client_id: str = ""
    secret: str = field(default="", repr=False)
    certificate: str = field(default="", repr=False)
    authority: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """What must not be found anywhere."""
        return tuple(filter(None, (self.token, self.secret, self.certificate)))


@dataclass(frozen=True, slots=True)
class BridgeWish:
    """``openid`` leads to the keys of real notifications; empty: Microsoft's."""

    mode: BridgeMode
    target: str
    credentials: CredentialsKind = "bot"
    secrets: Secrets = field(default_factory=Secrets)
    ca_file: str | None = None
    callback_url: str | None = None
    openid: str = ""
