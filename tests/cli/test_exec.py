"""``callsim exec`` with real programs that know nothing of the simulator."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.program import ROOT, callsim, environment
from tests.helpers.tls_server import tls_server

CALLS = "https://graph.microsoft.com/v1.0/communications/calls"
CONTEXT = "https://graph.microsoft.com/v1.0/$metadata#communications/calls"

URLLIB = f"""
import urllib.request
request = urllib.request.Request({CALLS!r}, headers={{"Authorization": "Bearer x"}})
print(urllib.request.urlopen(request).read().decode())
"""

HTTPX = f"""
import httpx
print(httpx.get({CALLS!r}, headers={{"Authorization": "Bearer x"}}).text)
"""

SIGN_IN = """
import httpx, jwt
base = "https://login.microsoftonline.com/0b1c7e4d-8f6a-4d1b-9c7d-5b3a2f1e0d9c/v2.0"
known = httpx.get(f"{base}/.well-known/openid-configuration").json()
form = {"grant_type": "client_credentials", "client_id": "a", "client_secret": "s",
        "scope": "https://graph.microsoft.com/.default"}
token = httpx.post(known["token_endpoint"], data=form).json()["access_token"]
key = jwt.PyJWKClient(known["jwks_uri"]).get_signing_key_from_jwt(token)
claims = jwt.decode(token, key, algorithms=["RS256"], audience="https://graph.microsoft.com")
print(claims["appid"], known["issuer"])
"""

CONTROL = """
import json, os, urllib.request
ready = json.load(open(os.environ["CALLSIM_READY_FILE"]))
request = urllib.request.Request(ready["controlUrl"] + "/calls", method="POST", data=b"{}",
                                 headers={"X-Callsim-Key": ready["controlKey"]})
print(json.load(urllib.request.urlopen(request))["botUrl"])
"""

DISTRUST = f"""
import certifi, httpx, json, os, ssl
try:
    httpx.get({CALLS!r}, verify=ssl.create_default_context(cafile=certifi.where()))
except httpx.ConnectError:
    pass
ready = json.load(open(os.environ["CALLSIM_READY_FILE"]))
with httpx.Client(headers={{"X-Callsim-Key": ready["controlKey"]}}) as control:
    while '"warning"' not in control.get(ready["controlUrl"] + "/records").text:
        pass
"""

FETCH = f"""
fetch({CALLS!r}, {{headers: {{authorization: "Bearer x"}}}})
    .then((response) => response.text()).then(console.log);
"""

HTTPS = f"""
import https from "node:https";
https.get({CALLS!r}, {{headers: {{authorization: "Bearer x"}}}}, (response) => {{
    response.setEncoding("utf8").on("data", (text) => console.log(text));
}});
"""

node = pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node here")
posix = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")


def python(program: str, *options: str) -> subprocess.CompletedProcess[str]:
    return callsim("exec", *options, "--", sys.executable, "-c", program)


@pytest.mark.parametrize("program", [URLLIB, HTTPX])
def test_a_python_program_finds_the_simulator(program: str) -> None:
    told = python(program)
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)["@odata.context"] == CONTEXT


@node
@pytest.mark.parametrize("how", [["-e", FETCH], ["--input-type=module", "-e", HTTPS]])
def test_a_program_of_node_finds_the_simulator(how: list[str]) -> None:
    told = callsim("exec", "--", "node", *how)
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)["@odata.context"] == CONTEXT


def test_a_token_from_the_real_address() -> None:
    told = python(SIGN_IN)
    assert told.stdout.split() == [
        "a",
        "https://login.microsoftonline.com/0b1c7e4d-8f6a-4d1b-9c7d-5b3a2f1e0d9c/v2.0",
    ], told.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="127.0.0.2 is Linux's")
def test_another_host_is_reached_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the proxy (127.0.0.2 is not excepted), trusted by the user's own authorities."""
    with tls_server("127.0.0.2") as other:
        (tmp_path / "corporate.pem").write_bytes(other.authority)
        for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
            monkeypatch.setenv(name, str(tmp_path / "corporate.pem"))
        url = f"https://127.0.0.2:{other.port}/x"
        told = python(
            f"import urllib.request; print(urllib.request.urlopen({url!r}).read().decode())\n"
            f"{URLLIB}"
        )
    first, second = told.stdout.splitlines()
    assert first == "somebody else: /x"
    assert json.loads(second)["@odata.context"] == CONTEXT


def test_calls_are_placed_by_the_control_plane(tmp_path: Path) -> None:
    bot = "http://127.0.0.1:9/bot"
    told = python(CONTROL, "--bot-url", bot)
    assert told.stdout.strip() == bot, told.stderr
    ready = tmp_path / "ready.json"
    told = python(CONTROL, "--bot-url", bot, "--ready-file", str(ready))
    assert told.stdout.strip() == bot and str(ready) in told.stderr
    assert not ready.exists()


def test_the_exit_code_and_the_output_are_the_programs_own() -> None:
    told = python("import sys; print('out'); print('err', file=sys.stderr); sys.exit(7)")
    assert (told.returncode, told.stdout) == (7, "out\n")
    assert "err" in told.stderr and "controlKey" not in told.stderr


def test_a_program_that_does_not_trust_the_certificate_is_told_of() -> None:
    told = python(DISTRUST)
    assert told.returncode == 0, told.stderr
    assert "callsim: warning: " in told.stderr and "trust" in told.stderr


def test_what_cannot_be_run(tmp_path: Path) -> None:
    told = callsim("exec", "--", "no-such-program")
    assert told.returncode == 127 and "no-such-program" in told.stderr
    told = callsim("exec")
    assert told.returncode == 2 and "COMMAND" in told.stderr
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF")
    broken.chmod(0o755)
    if os.name == "posix":
        told = callsim("exec", "--", str(broken))
        assert told.returncode == 126 and "Traceback" not in told.stderr


def test_a_proxy_of_another_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:1")
    told = python("pass")
    assert told.returncode == 2 and "socks5" in told.stderr and "Traceback" not in told.stderr


@posix
def test_a_signal_is_passed_on_and_its_number_told() -> None:
    wait = "import os, signal, sys; print(os.getpid(), flush=True); signal.pause()"
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "exec", "--", sys.executable, "-c", wait],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment(),
        start_new_session=True,
    )
    assert process.stdout is not None
    child = int(process.stdout.readline())
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)
    assert process.returncode == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_nothing_is_left_behind(user_folders: Path) -> None:
    told = python("import os; print(os.environ['NODE_EXTRA_CA_CERTS'])")
    ca_file = Path(told.stdout.strip())
    assert ca_file.is_relative_to(user_folders) and not ca_file.parent.exists()
