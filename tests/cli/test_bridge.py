"""The bridge from the command line, as a process, to a second simulator as another."""

from __future__ import annotations

import io
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.cli import UserError
from app.cli.bridge import read_json, take_variables
from tests.helpers.program import callsim, serving

CALLS = "/v1.0/communications/calls"
TENANT = "11111111-2222-4333-8444-555555555555"
CLIENT_ID = "99999999-8888-4777-8666-555555555555"
SECRET = "s3cret~that-must-not-be-found"
BOT_TOKEN = "the-bots-token-that-must-not-be-found"


def call(base: str) -> httpx.Response:
    """Ask for a call that nobody knows."""
    url = f"{base}{CALLS}/{TENANT}"
    return httpx.get(url, headers={"Authorization": f"Bearer {BOT_TOKEN}"}, timeout=20)


def records(ready: dict[str, Any]) -> str:
    """Return everything that the control plane tells of what happened."""
    key = {"X-Callsim-Key": ready["controlKey"]}
    return httpx.get(f"{ready['controlUrl']}/records", headers=key, timeout=20).text


def until(read: Callable[[], str], text: str) -> str:
    """Read until ``text`` is in it."""
    deadline = time.monotonic() + 20
    while text not in (found := read()):
        assert time.monotonic() < deadline, found
        time.sleep(0.02)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("way", ["stdin", "variables"])
def test_mirrored_with_secrets_that_are_found_nowhere(tmp_path: Path, way: str) -> None:
    home, report = tmp_path / "home", tmp_path / "report.md"
    (tmp_path / "real").mkdir()
    home.mkdir()
    with serving(tmp_path / "real", "--https-port", "0", "--set", "auth.bearer=issued") as (
        _,
        real,
    ):
        target = real["httpsBaseUrl"]
        given = {
            "tenant": TENANT,
            "clientId": CLIENT_ID,
            "clientSecret": SECRET,
            "authority": target,
        }
        variables = {
            "CALLSIM_BRIDGE_TENANT": TENANT,
            "CALLSIM_BRIDGE_CLIENT_ID": CLIENT_ID,
            "CALLSIM_BRIDGE_CLIENT_SECRET": SECRET,
            "CALLSIM_BRIDGE_AUTHORITY": target,
        }
        options = ["--bridge", "pass-through", "--target", target, "--bridge-ca", real["caFile"]]
        options += ["--bridge-credentials", "client", "--bridge-report", str(report)]
        options += ["--credentials-stdin"] * (way == "stdin")
        with serving(
            home,
            *options,
            stdin=json.dumps(given) if way == "stdin" else None,
            variables={"HOME": str(home), "XDG_STATE_HOME": str(home)}
            | (variables if way == "variables" else {}),
        ) as (process, ready):
            assert ready["bridge"] == {"mode": "pass-through", "target": target}
            answered = call(ready["baseUrl"])
            # The real one said so: its own call is not found, and the token was taken.
            assert answered.status_code == 404, answered.text
            shown = until(lambda: records(ready), '"kind": "bridge"')
            key = {"X-Callsim-Key": ready["controlKey"]}
            bridge = httpx.get(f"{ready['controlUrl']}/bridge", headers=key)
            assert bridge.json() == {"mode": "pass-through", "target": target}
            refused = httpx.request("PATCH", f"{ready['controlUrl']}/bridge", headers=key)
            assert refused.status_code == 405
            settings = httpx.get(f"{ready['controlUrl']}/settings", headers=key).text
            command = ""
            if sys.platform == "linux":
                command = Path(f"/proc/{process.pid}/cmdline").read_text("utf-8")
            process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
            out, err = process.communicate(timeout=30)
    assert f"BRIDGE pass-through: the bot's requests are answered by {target}" in err
    assert report.read_text("utf-8").startswith("# Fidelity report")
    files = [
        path.read_bytes().decode("utf-8", "replace")
        for path in tmp_path.rglob("*.*")
        if path.is_file()
    ]
    everything = "\n".join([shown, settings, command, out, err, json.dumps(ready), *files])
    for secret in (SECRET, BOT_TOKEN, "eyJ"):
        assert secret not in everything


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--bridge", "mirror"], "needs a target"),
        (["--target", "https://graph.microsoft.com"], "says nothing without the bridge"),
        (["--bridge", "mirror", "--target", "http://graph.microsoft.com"], "is not encrypted"),
        (["--bridge", "mirror", "--target", "https://x/v1.0"], "more than a target"),
        (
            ["--bridge", "mirror", "--target", "https://x.example", "--bridge-ca", "nowhere.pem"],
            "cannot be read",
        ),
        (
            ["--bridge", "mirror", "--target", "https://x.example", "--bridge-callback", "x"],
            "is no address",
        ),
        (
            [
                "--bridge",
                "mirror",
                "--target",
                "https://x.example",
                "--bridge-credentials",
                "client",
            ],
            "need a tenant",
        ),
        (
            [
                "--bridge",
                "mirror",
                "--target",
                "https://x.example",
                "--bridge-credentials",
                "token",
            ],
            "That is no token",
        ),
    ],
)
def test_what_cannot_be_is_said(options: list[str], said: str) -> None:
    ended = callsim("serve", "--port", "0", *options)
    assert ended.returncode == 2 and said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_credentials_have_no_options() -> None:
    shown = callsim("serve", "--help").stdout
    assert "--target" in shown and "secret" not in shown.lower().replace("secrets", "")


def test_variables_are_taken_away() -> None:
    environment = {"CALLSIM_BRIDGE_CLIENT_SECRET": SECRET, "CALLSIM_BRIDGE_TOKEN": "", "PATH": "x"}
    assert take_variables(environment) == {"secret": SECRET}
    assert environment == {"PATH": "x"}


@pytest.mark.parametrize(
    "text", ["", "[]", "no json", '{"token": 1}', '{"password": "s3cret"}', "[" * 100_000]
)
def test_what_is_no_credentials_is_refused_without_a_quote(text: str) -> None:
    with pytest.raises(UserError) as caught:
        read_json(io.StringIO(text))
    assert "s3cret" not in str(caught.value) and "clientSecret" in str(caught.value)


def test_credentials_on_standard_input() -> None:
    assert read_json(io.StringIO('{"clientId": "a", "clientSecret": "b"}')) == {
        "client_id": "a",
        "secret": "b",
    }
