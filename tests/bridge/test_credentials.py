"""Whose token is sent. Tokens of a real sign-in service: test_second_simulator."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import jwt
import pytest

from app.bridge.credentials import (
    BotToken,
    ClientCredentials,
    PastedToken,
    expiry,
)
from app.bridge.sign_in import Application, NoCredentials
from app.runtime.clock import SystemClock
from tests.helpers.wire_server import free_port

SECRET = "a-client-secret-of-the-test"


def lasting(seconds: float) -> str:
    return jwt.encode({"exp": datetime.now(UTC) + timedelta(seconds=seconds)}, "k" * 32)


async def test_the_bots_own_token_goes_on_unless_it_is_ours() -> None:
    own = BotToken(lambda token: token == "ours")
    assert await own.authorization("bearer  theirs ") == "Bearer theirs"
    for sent in (None, "", "Basic x", "Bearer "):
        with pytest.raises(NoCredentials, match="sent no token"):
            await own.authorization(sent)
    with pytest.raises(NoCredentials, match="own token endpoint"):
        await own.authorization("Bearer ours")


async def test_a_pasted_token_lasts_as_long_as_it_says() -> None:
    clock = SystemClock()
    token = lasting(60)
    pasted = PastedToken(f" Bearer {token}\n", clock)
    assert await pasted.authorization("Bearer of-the-bot") == f"Bearer {token}"
    assert pasted.expires is not None and token not in repr(pasted)
    with pytest.raises(NoCredentials, match="expired"):
        await PastedToken(lasting(-60), clock).authorization(None)
    for wrong in ("", "  ", "two words", "ümlaut", "Bearer "):
        with pytest.raises(NoCredentials):
            PastedToken(wrong, clock)


def test_when_a_token_expires() -> None:
    assert expiry("no.jwt") is None and expiry("a.b.c") is None
    assert expiry(jwt.encode({}, "k" * 32)) is None
    assert expiry(jwt.encode({"exp": 1_800_000_000}, "k" * 32)) == datetime.fromtimestamp(
        1_800_000_000, UTC
    )


@pytest.mark.parametrize(
    "application",
    [
        Application("", "client", secret=SECRET),
        Application("tenant", "", secret=SECRET),
        Application("tenant", "client"),
    ],
)
def test_what_is_no_application(application: Application) -> None:
    with pytest.raises(NoCredentials, match="need"):
        ClientCredentials(application, "scope/.default", SystemClock())
    assert SECRET not in repr(application)


@pytest.mark.parametrize(
    "application",
    [
        Application("tenant", "client", secret=SECRET),
        Application("tenant", "client", certificate="-----BEGIN NOTHING-----"),
    ],
)
async def test_a_sign_in_service_that_is_not_there_is_told_without_secrets(
    application: Application,
) -> None:
    from dataclasses import replace

    port = await free_port()
    there = replace(application, authority=f"https://127.0.0.1:{port}")
    asking = ClientCredentials(there, "https://graph.microsoft.com/.default", SystemClock())
    with pytest.raises(NoCredentials) as refused:
        await asking.authorization(None)
    assert SECRET not in str(refused.value) and SECRET not in repr(asking)
    assert asking.expires is None
