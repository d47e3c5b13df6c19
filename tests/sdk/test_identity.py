"""azure-identity and MSAL, which speak https alone, and what their tokens open."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import msal
import pytest
from azure.core.exceptions import ClientAuthenticationError
from azure.identity import ClientSecretCredential
from azure.identity.aio import ClientSecretCredential as AsyncClientSecretCredential
from msgraph.generated.communications.calls.item.record_response import (
    record_response_post_request_body as recording,
)
from msgraph.generated.models.o_data_errors.o_data_error import ODataError

from app.main import Program
from app.runtime.callers import CallerSpec
from tests.helpers.local_graph import ANSWER, BOT
from tests.sdk.clients import MARKS, Connect, base_url_of

pytestmark = MARKS

TENANT = "0d9bf3a5-2a6b-4d1f-9b1c-0f2a7c6f1e11"
APP = "6f5d3a51-7c0e-4c1e-8f2b-1d2f3a4b5c6d"
SCOPE = "https://graph.microsoft.com/.default"
SECRET = "a-secret"


def credential(program: Program, kind: Any, app: str = APP) -> Any:
    # What a bot has to change: the authority, and that nobody vouches for it in the cloud. (aiohttp
    # looked at SSL_CERT_FILE when this process began, before there was a certificate.)
    return kind(
        TENANT,
        app,
        SECRET,
        authority=base_url_of(program),
        disable_instance_discovery=True,
        connection_verify=str(program.ca_file),
    )


def confidential(program: Program, secret: str = SECRET) -> Any:
    return msal.ConfidentialClientApplication(
        APP,
        client_credential=secret,
        authority=f"{base_url_of(program)}/{TENANT}",
        instance_discovery=False,
    )


async def in_call(program: Program, graph: Any) -> Any:
    """Return the client's builder for an established call."""
    call = await program.simulator.dial(bot_url=BOT, caller=CallerSpec("silence"))
    active = asyncio.Event()
    stop = program.simulator.listen(
        lambda update: (
            active.set()
            if update.record is not None and update.record.kind == "mediaActivated"
            else None
        )
    )
    assert program.client is not None
    path = f"/v1.0/communications/calls/{call.id}/answer"
    status, text = await program.client.request("POST", path, json.dumps(ANSWER))
    assert status == 202, text
    async with asyncio.timeout(10):
        await active.wait()
    stop()
    return graph.communications.calls.by_call_id(call.id)


async def test_a_bot_with_a_secret_gets_in(program: Program, connect: Connect) -> None:
    async with credential(program, AsyncClientSecretCredential) as secret:
        graph = connect(base_url_of(program), credential=secret)
        assert (await graph.communications.calls.get()).value == []
        call = await in_call(program, graph)
        operation = await call.record_response.post(recording.RecordResponsePostRequestBody())
        assert operation.id
    urls = [r.exchange.url for r in program.journal.since(0) if r.exchange is not None]
    assert any(url.endswith(f"/{TENANT}/oauth2/v2.0/token") for url in urls)
    assert SECRET not in str([r.exchange for r in program.journal.since(0)])


async def test_a_token_that_nobody_issued_does_not(program: Program, connect: Connect) -> None:
    with pytest.raises(ODataError) as refused:
        await connect(base_url_of(program)).communications.calls.get()
    problem = refused.value
    assert problem.response_status_code == 401
    assert problem.error.code == "InvalidAuthenticationToken"


async def test_roles_decide_what_is_permitted(program: Program, connect: Connect) -> None:
    settings = program.simulator.settings
    program.simulator.settings = settings.set("auth.roles", "Calls.Initiate.All")
    async with credential(program, AsyncClientSecretCredential) as secret:
        call = await in_call(program, connect(base_url_of(program), credential=secret))
        with pytest.raises(ODataError) as refused:
            await call.record_response.post(recording.RecordResponsePostRequestBody())
    problem = refused.value
    assert (problem.response_status_code, problem.error.code) == (403, "7504")


async def test_the_blocking_clients_get_a_token_too(program: Program) -> None:
    secret = credential(program, ClientSecretCredential)
    token = await asyncio.to_thread(secret.get_token, SCOPE)
    assert token.token.count(".") == 2
    secret.close()
    made = await asyncio.to_thread(confidential, program)
    result = await asyncio.to_thread(made.acquire_token_for_client, [SCOPE])
    assert result["token_type"] == "Bearer" and result["expires_in"] > 3000
    again = await asyncio.to_thread(made.acquire_token_for_client, [SCOPE])
    assert again["access_token"] == result["access_token"], "from its cache"


async def test_a_refusal_is_the_clients_own_exception(program: Program) -> None:
    async with credential(program, AsyncClientSecretCredential, app="x" * 300) as unknown:
        with pytest.raises(ClientAuthenticationError, match="AADSTS700016"):
            await unknown.get_token(SCOPE)
    made = await asyncio.to_thread(confidential, program, "")
    result = await asyncio.to_thread(made.acquire_token_for_client, [SCOPE])
    assert result["error"] == "invalid_client"
    assert result["error_codes"] == [7000215]


async def test_without_https_they_do_not_even_try(program: Program) -> None:
    """That is what the https listener is for."""
    with pytest.raises(ValueError, match="https"):
        ClientSecretCredential(TENANT, APP, SECRET, authority=program.simulator.base_url)
