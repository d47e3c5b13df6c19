from __future__ import annotations

import asyncio
import subprocess
import sys

import jwt
import pytest

from app.api.signing import BadToken, KeyRing, unverified


async def test_a_signature_verifies_with_the_published_key_alone() -> None:
    keys = KeyRing()
    token = await keys.sign({"a": 1})
    [published] = (await keys.key_set())["keys"]
    assert set(published) == {"kty", "use", "alg", "kid", "n", "e"}
    assert jwt.get_unverified_header(token) == {
        "alg": "RS256",
        "typ": "JWT",
        "kid": published["kid"],
    }
    assert jwt.decode(token, jwt.PyJWK(published), algorithms=["RS256"]) == {"a": 1}
    assert keys.read(token) == {"a": 1}


async def test_one_key_however_many_ask_at_once() -> None:
    keys = KeyRing()
    tokens = await asyncio.gather(*(keys.sign({"n": n}) for n in range(5)))
    assert len({jwt.get_unverified_header(token)["kid"] for token in tokens}) == 1
    assert len((await keys.key_set())["keys"]) == 1


async def test_a_forgery_names_the_key_and_does_not_verify() -> None:
    keys = KeyRing()
    token = await keys.forge({"a": 1})
    [published] = (await keys.key_set())["keys"]
    assert jwt.get_unverified_header(token)["kid"] == published["kid"]
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(token, jwt.PyJWK(published), algorithms=["RS256"])
    with pytest.raises(BadToken, match="signature"):
        keys.read(token)


async def test_tokens_of_others_are_told_from_ours() -> None:
    keys, other = KeyRing(), KeyRing()
    foreign = await other.sign({"a": 1})
    with pytest.raises(BadToken, match="not of this run"):
        keys.read(foreign)
    own = await keys.sign({"a": 1})
    with pytest.raises(BadToken, match="not of this run"):
        keys.read(foreign)
    header, claims, _ = own.split(".")
    for bad in ("", "a-secret", "a.b", "...", "a.b.c", f"{header}.{claims}.", f"x{own}"):
        with pytest.raises(BadToken):
            keys.read(bad)
    unsigned = jwt.encode({"a": 1}, None, algorithm="none")
    with pytest.raises(BadToken):
        keys.read(unsigned)


async def test_what_a_token_of_somebody_else_claims() -> None:
    assert unverified(await KeyRing().sign({"sub": "x"})) == {"sub": "x"}
    assert unverified("a.b.c") is None and unverified("") is None


PROGRAM = """
import asyncio, sys
from app.main import Program
from app.settings import Settings

async def run():
    program = Program(Settings())
    await program.start("127.0.0.1", 0)
    await program.close()

asyncio.run(run())
print(*sorted({"jwt", "cryptography", "trustme"} & set(sys.modules)))
"""


def test_nothing_is_loaded_before_something_is_signed() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
