"""The keys that sign tokens: made for this run when first needed, in memory only.

PyJWT and cryptography (0.1 s to import) are loaded in the worker that makes a key, so that a
program that signs nothing never loads them.
"""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

Claims = dict[str, Any]

BITS: Final = 2048
"""Microsoft's own signing keys have that size."""


class BadToken(Exception):
    """A token that this run did not sign; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class _Key:
    private: RSAPrivateKey
    id: str
    public: Claims
    """The JSON Web Key."""


class KeyRing:
    """Core thread. ``key`` signs, and is published; ``stray`` is a key that nobody can know."""

    def __init__(self) -> None:
        self._key: _Key | None = None
        self._stray: _Key | None = None
        self._making = asyncio.Lock()

    async def key_set(self) -> Claims:
        """Return the JSON Web Key Set that verifies what :meth:`sign` signs."""
        return {"keys": [(await self._own()).public]}

    async def sign(self, claims: Claims) -> str:
        """Return ``claims`` as a JWT (RS256)."""
        key = await self._own()
        return _encode(claims, key, key.id)

    async def forge(self, claims: Claims) -> str:
        """Return a JWT that names the published key, and is signed by another."""
        key = await self._own()
        async with self._making:
            if self._stray is None:
                self._stray = await asyncio.to_thread(_make)
        return _encode(claims, self._stray, key.id)

    def read(self, token: str) -> Claims:
        """Return the claims of a token that this run signed; its times are not looked at.

        Raises BadToken.
        """
        if token.count(".") != 2:
            raise BadToken("it is no JWT (header.claims.signature)")
        if self._key is None:
            raise BadToken("its signature is not of this run")
        import jwt

        # Times are judged by the caller, whose clock is the program's.
        checks: Any = {"verify_aud": False, "verify_exp": False, "verify_iat": False}
        checks |= {"verify_nbf": False, "verify_iss": False}
        public = self._key.private.public_key()
        try:
            claims: Claims = jwt.decode(token, public, algorithms=["RS256"], options=checks)
        except jwt.InvalidSignatureError:
            raise BadToken("its signature is not of this run") from None
        except jwt.InvalidTokenError as error:
            raise BadToken(f"it cannot be read: {error}") from None
        return claims

    async def _own(self) -> _Key:
        async with self._making:
            if self._key is None:
                self._key = await asyncio.to_thread(_make)
            return self._key


def unverified(token: str) -> Claims | None:
    """Return what a JWT of somebody else claims, ``None`` for what is none. Loads PyJWT."""
    import jwt

    try:
        claims: Claims = jwt.decode(token, options={"verify_signature": False})
    except jwt.InvalidTokenError:
        return None
    return claims


def _encode(claims: Claims, key: _Key, key_id: str) -> str:
    import jwt

    return jwt.encode(claims, key.private, algorithm="RS256", headers={"kid": key_id})


def _make() -> _Key:
    """Make a key: 20 to 50 ms, during which other threads run."""
    from cryptography.hazmat.primitives.asymmetric import rsa
    from jwt.algorithms import RSAAlgorithm

    private = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    public = RSAAlgorithm.to_jwk(private.public_key(), as_dict=True)
    key_id = hashlib.sha256(str(public["n"]).encode()).hexdigest()[:40]
    shown = {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": key_id}
    return _Key(private, key_id, shown | {name: public[name] for name in ("n", "e")})
