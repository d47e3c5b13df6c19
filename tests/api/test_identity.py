"""What bots ask login.microsoftonline.com and api.aps.skype.com, over real HTTP."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import jwt
import pytest

from app.runtime.describe import record_json
from tests.helpers.local_graph import Line, local_graph

TENANT = "0b1c7e4d-8f6a-4d1b-9c7d-5b3a2f1e0d9c"
FORM = {
    "grant_type": "client_credentials",
    "client_id": "the-app",
    "client_secret": "hush-hush",
    "scope": "https://graph.microsoft.com//.default",
}


async def fetch(line: Line, path: str = f"/{TENANT}/oauth2/v2.0/token", **form: Any) -> Any:
    return await line.bot.post(path, data=FORM | form)


def kept(line: Line) -> str:
    """Everything that the journal holds, as objects and as the control plane shows it."""
    records = line.journal.since(0)
    return f"{records!r}{json.dumps([record_json(record) for record in records])}"


@pytest.mark.parametrize("version", ["/v2.0", ""])
async def test_a_token_verifies_by_the_documents(line: Line, version: str) -> None:
    configuration = (
        await line.bot.get(f"/{TENANT}{version}/.well-known/openid-configuration")
    ).json()
    assert configuration["token_endpoint"] == (
        f"{line.graph.base_url}/{TENANT}/oauth2{version}/token"
    )
    resource = {} if version else {"resource": "https://graph.microsoft.com"}
    answer = await line.bot.post(configuration["token_endpoint"], data=FORM | resource)
    told = answer.json()
    assert (told["token_type"], int(told["expires_in"])) == ("Bearer", 3599)
    assert answer.headers["cache-control"] == "no-store, no-cache"
    client = jwt.PyJWKClient(configuration["jwks_uri"])
    key = await asyncio.to_thread(client.get_signing_key_from_jwt, told["access_token"])
    claims = jwt.decode(
        told["access_token"],
        key,
        algorithms=["RS256"],
        audience=["https://graph.microsoft.com", "https://graph.microsoft.com/"],
    )
    assert (claims["appid"], claims["tid"]) == ("the-app", TENANT)
    assert "Calls.AccessMedia.All" in claims["roles"]


async def test_the_query_and_the_case_of_the_path_do_not_matter(line: Line) -> None:
    answer = await fetch(line, f"/{TENANT.upper()}/OAuth2/V2.0/Token?api-version=1&x=%zz")
    assert answer.status_code == 200
    assert (await line.bot.get("/common/v2.0/.WELL-KNOWN/OpenId-Configuration")).status_code == 200


async def test_a_call_names_who_fetched_the_last_token(line: Line) -> None:
    await fetch(line)
    await line.call()
    incoming = await line.notifications.until("created")
    application = incoming.data["targets"][0]["identity"]["application"]
    assert (application["id"], incoming.data["tenantId"]) == ("the-app", TENANT)


async def test_what_msal_asks_first(line: Line) -> None:
    asked = f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/authorize"
    answer = await line.bot.get(
        "/common/discovery/instance",
        params={"api-version": "1.1", "authorization_endpoint": asked},
    )
    told = answer.json()
    assert told["tenant_discovery_endpoint"] == (
        f"{line.graph.base_url}/{TENANT}/v2.0/.well-known/openid-configuration"
    )
    assert "login.microsoftonline.com" in told["metadata"][0]["aliases"]
    bare = await line.bot.get("/common/discovery/instance")
    assert "/common/v2.0/" in bare.json()["tenant_discovery_endpoint"]


async def test_the_document_of_notifications(line: Line) -> None:
    told = (await line.bot.get("/v1/.well-known/OpenIdConfiguration")).json()
    assert told["issuer"] == "https://api.botframework.com"
    assert told["id_token_signing_alg_values_supported"] == ["RS256"]
    assert len((await line.bot.get(told["jwks_uri"])).json()["keys"]) == 1


async def test_refusals_are_entras(line: Line) -> None:
    answer = await fetch(line, client_secret="")
    told = answer.json()
    assert (answer.status_code, told["error"]) == (401, "invalid_client")
    assert told["error_description"].startswith("AADSTS7000215: ")
    assert told["error_codes"] == [7000215] and told["trace_id"] == answer.headers["request-id"]
    assert (await line.bot.get("/t/oauth2/v2.0/token")).json()["error_codes"] == [900561]
    assert (await line.bot.post("/t/v2.0/.well-known/openid-configuration")).status_code == 405
    unread = await line.bot.post("/t/oauth2/v2.0/token", json=FORM)
    assert unread.json()["error_codes"] == [900144]


async def test_neither_secret_nor_token_is_kept(line: Line) -> None:
    token = (await fetch(line)).json()["access_token"]
    await line.bot.post("/t/oauth2/v2.0/token?client_secret=hush-hush", json=FORM)
    await line.bot.post("/t/oauth2/v2.0/token", data=FORM, auth=httpx.BasicAuth("a", "hush-hush"))
    everything = kept(line)
    assert len(line.journal.since(0)) == 3
    assert "hush-hush" not in everything and token.split(".")[2] not in everything
    assert "YTpodXNoLWh1c2g" not in everything  # a:hush-hush in base64
    assert "client_secret=[redacted]" in everything and "client_id=the-app" in everything
    assert '"access_token":"[redacted]"' in line.journal.since(0)[0].exchange.response_body


async def test_the_guard_stands_before_it_too(line: Line) -> None:
    answer = await line.bot.post(
        f"/{TENANT}/oauth2/v2.0/token", data=FORM, headers={"Host": "login.microsoftonline.com"}
    )
    assert answer.status_code == 403
    assert "hush-hush" not in kept(line)


async def test_over_the_limit(line: Line) -> None:
    answer = await line.bot.post("/t/oauth2/v2.0/token", content=b"a=" + b"x" * (1 << 20))
    assert answer.status_code == 413


async def test_two_runs_have_two_keys() -> None:
    async with local_graph() as one, local_graph() as two:
        keys = [(await line.bot.get("/common/discovery/keys")).json() for line in (one, two)]
    assert keys[0] != keys[1]
