from __future__ import annotations

import ssl
from pathlib import Path

import pytest
import trustme

from app.cli.child import all_authorities, child_environment

HOSTS = ("graph.microsoft.com", "login.microsoftonline.com")


def made(**given: str) -> dict[str, str]:
    return child_environment(
        given,
        proxy="http://127.0.0.1:1",
        hosts=HOSTS,
        ca_file=Path("/r/ca.pem"),
        bundle=Path("/r/all.pem"),
        ready_file=Path("/r/ready.json"),
        preload=Path("/a b/x.cjs"),
    )


def test_everything_that_leads_to_the_simulator() -> None:
    assert made(PATH="/bin", HTTPS_PROXY="http://old", NODE_OPTIONS="--trace-warnings") == {
        "PATH": "/bin",
        "HTTPS_PROXY": "http://127.0.0.1:1",
        "https_proxy": "http://127.0.0.1:1",
        "NO_PROXY": "localhost,127.0.0.1,::1",
        "no_proxy": "localhost,127.0.0.1,::1",
        "SSL_CERT_FILE": str(Path("/r/all.pem")),
        "REQUESTS_CA_BUNDLE": str(Path("/r/all.pem")),
        "CURL_CA_BUNDLE": str(Path("/r/all.pem")),
        "NODE_EXTRA_CA_CERTS": str(Path("/r/ca.pem")),
        "NODE_USE_ENV_PROXY": "1",
        "NODE_OPTIONS": '--trace-warnings --require "/a b/x.cjs"',
        "CALLSIM_HOSTS": "graph.microsoft.com,login.microsoftonline.com",
        "CALLSIM_READY_FILE": str(Path("/r/ready.json")),
    }


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("intranet.example, .corp", ["intranet.example", ".corp"]),
        ("*", []),
        (".microsoft.com,Graph.Microsoft.com:443,microsoft.com,*.microsoftonline.com", []),
        ("localhost,soft.com", ["soft.com"]),
    ],
)
def test_the_users_exceptions_stay_but_for_our_hosts(said: str, kept: list[str]) -> None:
    direct = made(NO_PROXY=said)["no_proxy"].split(",")
    assert direct == ["localhost", "127.0.0.1", "::1", *kept]


def trusted(pem: bytes) -> int:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=pem.decode())
    return context.cert_store_stats()["x509_ca"]


def test_the_systems_authorities_and_ours() -> None:
    own = trustme.CA().cert_pem.bytes()
    found = all_authorities({}, own)
    assert own.strip() in found
    assert trusted(found) > 20


def test_the_users_own_files_take_the_place_of_the_systems(tmp_path: Path) -> None:
    own, corporate, node = (trustme.CA().cert_pem.bytes() for _ in range(3))
    (tmp_path / "corporate.pem").write_bytes(b"# corporate\n" + corporate)
    (tmp_path / "node.pem").write_bytes(node)
    given = {
        "SSL_CERT_FILE": str(tmp_path / "corporate.pem"),
        "REQUESTS_CA_BUNDLE": str(tmp_path / "corporate.pem"),
        "CURL_CA_BUNDLE": str(tmp_path / "missing.pem"),
        "NODE_EXTRA_CA_CERTS": str(tmp_path / "node.pem"),
    }
    assert trusted(all_authorities(given, own)) == 3
