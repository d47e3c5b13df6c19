"""Only programs that address the server by its own name, and no web page, get past the guard."""

from __future__ import annotations

import pytest

from app.api.guard import Guard, bracketed, is_address, key_matches
from app.graph.errors import GraphError
from tests.helpers.local_graph import Line, local_graph

OURS = {"Host": "127.0.0.1:8899"}


def refusal(guard: Guard, **headers: str) -> str | None:
    """The message with which a request is refused, None when it passes."""
    given = OURS | {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        guard.check(given)
    except GraphError as error:
        return error.message
    return None


def test_refusals_are_403() -> None:
    with pytest.raises(GraphError) as caught:
        Guard(8899).check({})
    assert (caught.value.status, caught.value.code) == (403, "Forbidden")


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8899", "localhost:8899", "LOCALHOST:8899", "[::1]:8899"]
)
def test_own_names_pass(host: str) -> None:
    assert refusal(Guard(8899), Host=host) is None


@pytest.mark.parametrize(
    "host",
    [
        "",
        "127.0.0.1",
        "127.0.0.1:8898",
        "localhost",
        "attacker.example:8899",
        "localhost.attacker.example:8899",
        "127.0.0.1.attacker.example:8899",
        "127.0.0.1:8899@attacker.example",
        "192.168.1.5:8899",
        "0.0.0.0:8899",
        "::1:8899",
        "caf\udce9:8899",
    ],
)
def test_other_names_are_refused(host: str) -> None:
    """A name that an attacker makes resolve to 127.0.0.1 arrives in Host (DNS rebinding)."""
    message = refusal(Guard(8899), Host=host)
    assert message is not None and "127.0.0.1:8899" in message


def test_the_scheme_is_part_of_an_origin() -> None:
    secure = Guard(8443, scheme="https")
    assert refusal(secure, Host="localhost:8443", Origin="https://localhost:8443") is None
    assert refusal(secure, Host="localhost:8443", Origin="http://localhost:8443") is not None
    assert refusal(Guard(8899), Origin="https://127.0.0.1:8899") is not None


def test_other_names_in_place_of_loopback() -> None:
    guard = Guard(443, scheme="https", names=("graph.microsoft.com",))
    for host in ("graph.microsoft.com", "Graph.Microsoft.com:443"):
        assert refusal(guard, Host=host) is None
    for host in ("graph.microsoft.com:80", "127.0.0.1:443", "localhost", "microsoft.com"):
        assert refusal(guard, Host=host) is not None


def test_port_80_needs_no_number() -> None:
    assert refusal(Guard(80), Host="localhost") is None


@pytest.mark.parametrize(
    "origin", ["http://127.0.0.1:8899", "http://localhost:8899", "http://[::1]:8899"]
)
def test_own_pages_pass(origin: str) -> None:
    assert refusal(Guard(8899), Origin=origin) is None


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "",
        "https://attacker.example",
        "http://localhost:3000",
        "http://localhost",
        "https://localhost:8899",
        "http://127.0.0.1:8899.attacker.example",
        "file://",
    ],
)
def test_foreign_pages_are_refused(origin: str) -> None:
    assert refusal(Guard(8899), Origin=origin) is not None


@pytest.mark.parametrize(
    ("site", "passes"),
    [("none", True), ("same-origin", True), ("same-site", False), ("cross-site", False)],
)
def test_a_browser_says_where_a_request_comes_from(site: str, passes: bool) -> None:
    """An image or a form of another page sends no Origin, but this."""
    assert (refusal(Guard(8899), Sec_Fetch_Site=site) is None) is passes


def test_lan_address_is_answered_to() -> None:
    guard = Guard(8899, "192.168.1.5")
    assert refusal(guard, Host="192.168.1.5:8899") is None
    assert refusal(guard, Host="localhost:8899") is None
    assert refusal(guard, Host="192.168.1.6:8899") is not None
    assert refusal(Guard(8899, "fd00::5"), Host="[fd00::5]:8899") is None


@pytest.mark.parametrize(
    ("host", "passes"),
    [
        ("192.168.1.5:8899", True),
        ("[fd00::5]:8899", True),
        ("host.docker.internal:8899", True),
        ("192.168.1.5:8898", False),
        ("attacker.example:8899", False),
        ("192.168.1.5", False),
    ],
)
def test_wildcard_takes_addresses_but_no_names(host: str, passes: bool) -> None:
    """An IP address cannot be rebound."""
    assert (refusal(Guard(8899, "0.0.0.0"), Host=host) is None) is passes
    assert (refusal(Guard(8899, "0.0.0.0"), Origin=f"http://{host}") is None) is passes


def test_addresses_are_told_from_names() -> None:
    assert is_address("::1") and is_address("10.0.0.1")
    assert not is_address("localhost") and not is_address("")
    assert bracketed("::1") == "[::1]"
    assert bracketed("10.0.0.1") == "10.0.0.1"


@pytest.mark.parametrize("given", [None, "", "ke", "keys", "KEY", "k\udce9y"])
def test_wrong_keys_do_not_match(given: str | None) -> None:
    assert not key_matches(given, "key")
    assert key_matches("key", "key")


@pytest.mark.parametrize(
    "headers", [{"Host": "attacker.example"}, {"Origin": "https://attacker.example"}]
)
async def test_both_planes_are_guarded(line: Line, headers: dict[str, str]) -> None:
    path = await line.call()
    for client, method, url in (
        (line.bot, "GET", path),
        (line.bot, "DELETE", path),
        (line.bot, "OPTIONS", path),
        (line.bot, "GET", "/recordings/x"),
        (line.control, "GET", "/calls"),
        (line.control, "POST", f"/calls/{path.rpartition('/')[2]}/hangUp"),
        (line.control, "OPTIONS", "/calls"),
        (line.control, "GET", "/events"),
    ):
        response = await client.request(method, url, headers=headers)
        assert response.status_code == 403, url
        assert response.json()["error"]["code"].lower() == "forbidden"
        assert not [name for name in response.headers if name.startswith("access-control")]
    assert (await line.bot.get(path)).json()["state"] == "incoming"


async def test_refused_requests_to_the_graph_plane_are_in_the_journal(line: Line) -> None:
    await line.bot.get("/v1.0/communications/calls", headers={"Host": "attacker.example"})
    exchange = line.journal.since(0)[-1].exchange
    assert exchange is not None
    assert (exchange.status, exchange.url) == (
        403,
        "http://attacker.example/v1.0/communications/calls",
    )


async def test_lan_server_answers_on_loopback_and_to_addresses() -> None:
    async with local_graph(host="0.0.0.0", lan=True) as line:
        port = line.graph.port
        url = "/v1.0/communications/calls"
        assert (await line.bot.get(url)).status_code == 200
        for host, status in ((f"192.168.1.5:{port}", 200), (f"attacker.example:{port}", 403)):
            assert (await line.bot.get(url, headers={"Host": host})).status_code == status
