"""``callsim serve`` as scripts use it."""

from __future__ import annotations

import json
import os
import signal
import ssl
import stat
from pathlib import Path

import httpx
import pytest

from tests.helpers.program import callsim, serving


def test_it_gets_ready_serves_and_ends_cleanly(tmp_path: Path) -> None:
    with serving(tmp_path, "--json") as (process, ready):
        path = tmp_path / "ready.json"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert ready["controlUrl"] == f"{ready['baseUrl']}/_sim"
        key = {"X-Callsim-Key": ready["controlKey"]}
        assert httpx.get(f"{ready['controlUrl']}/calls", headers=key).json() == {"calls": []}
        assert httpx.get(f"{ready['controlUrl']}/calls").status_code == 401
        port = ready["baseUrl"].rsplit(":", 1)[1]
        assert httpx.get(f"http://[::1]:{port}/_sim/calls", headers=key).status_code == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert json.loads(out) == ready and err == ""
    assert not path.exists()


def test_the_key_is_told_nowhere_but_in_the_ready_json(tmp_path: Path) -> None:
    with serving(tmp_path) as (process, ready):
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
    assert ready["baseUrl"] in out and process.returncode == 0
    assert ready["controlKey"] not in out + err


def test_without_a_control_plane(tmp_path: Path) -> None:
    with serving(tmp_path, "--no-control") as (_, ready):
        assert set(ready) == {"baseUrl"}
        assert httpx.get(f"{ready['baseUrl']}/_sim/calls").status_code == 404


def test_https_with_an_authority_for_this_run_only(tmp_path: Path) -> None:
    with serving(tmp_path, "--https-port", "0") as (process, ready):
        ca = Path(ready["caFile"])
        assert stat.S_IMODE(ca.stat().st_mode) == 0o600
        trust = ssl.create_default_context(cafile=str(ca))
        key = {"X-Callsim-Key": ready["controlKey"]}
        with httpx.Client(verify=trust, trust_env=False) as client:
            base = ready["httpsBaseUrl"]
            assert client.get(f"{base}/common/discovery/keys").status_code == 200
            assert client.get(f"{base}/_sim/ca.pem", headers=key).content == ca.read_bytes()
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=20)
    assert ready["httpsBaseUrl"] in out and process.returncode == 0
    assert not ca.exists() and not ca.parent.exists()


def test_a_busy_port_is_said(tmp_path: Path) -> None:
    with serving(tmp_path) as (_, ready):
        port = ready["baseUrl"].rsplit(":", 1)[1]
        told = callsim("serve", "--port", port)
    assert told.returncode == 2
    assert told.stderr.startswith("callsim: ") and port in told.stderr
    assert "--port 0" in told.stderr and "Traceback" not in told.stderr


def test_an_address_off_this_machine_needs_lan() -> None:
    told = callsim("serve", "--host", "0.0.0.0", "--port", "0")
    assert told.returncode == 2 and "--lan" in told.stderr


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_a_ready_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    told = callsim("serve", "--port", "0", "--ready-file", str(tmp_path / "no" / "ready"))
    assert told.returncode == 2
    assert "cannot be written" in told.stderr and "Traceback" not in told.stderr


def test_a_whole_call_by_the_control_plane(tmp_path: Path) -> None:
    with serving(tmp_path, "--caller", "silence") as (_, ready):
        key = {"X-Callsim-Key": ready["controlKey"]}
        with httpx.Client(base_url=ready["controlUrl"], headers=key, timeout=30) as control:
            call = control.post("/calls", json={}).json()
            assert (call["state"], call["caller"]) == ("incoming", "silence")
            seen: list[str] = []
            with control.stream("GET", "/events") as events:
                for line in events.iter_lines():
                    if line.startswith("event: "):
                        seen.append(line.removeprefix("event: "))
                    if seen and seen[-1] == "recordingStarted":
                        break
            tones = {"tones": "#", "durationMs": 100}
            assert control.post(f"/calls/{call['id']}/tones", json=tones).status_code == 202
            with control.stream("GET", "/events", headers={"Last-Event-ID": "0"}) as events:
                for line in events.iter_lines():
                    if line.startswith("data: ") and '"terminated"' in line:
                        break
            ended = control.get(f"/calls/{call['id']}").json()
            assert ended["state"] == "terminated"
            assert ended["operations"][0]["reason"] == "stopToneDetected"
            assert ended["operations"][1]["reason"] == "completedSuccessfully"
            records = control.get("/records", params={"since": 0}).json()
            assert records["next"] == records["records"][-1]["seq"]
            assert "Bearer ey" not in json.dumps(records)


@pytest.mark.parametrize(
    ("options", "expected"),
    [([], "auto"), (["--answer", "busy"], "busy"), (["--set", "phone.answer=none"], "none")],
)
def test_what_the_phone_does_when_the_bot_phones(
    tmp_path: Path, options: list[str], expected: str
) -> None:
    with serving(tmp_path, *options) as (_, ready):
        key = {"X-Callsim-Key": ready["controlKey"]}
        settings = httpx.get(f"{ready['controlUrl']}/settings", headers=key).json()
        assert settings["phone.answer"] == expected


def test_a_file_that_it_did_not_write_is_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    told = callsim("serve", "--ready-file", str(precious), "--set", "no.such=1")
    assert told.returncode == 2
    assert precious.read_text() == "mine"


def test_a_setting_before_the_command_counts() -> None:
    told = callsim("--set", "no.such=1", "serve", "--port", "0")
    assert told.returncode == 2 and "no.such" in told.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--caller", __file__),
        ("--bot-url", "nonsense"),
        ("--bot-url", "http://169.254.169.254/x"),
        ("--set", "beep.file=/no/such.wav"),
    ],
)
def test_what_every_call_would_be_refused_for_is_refused_at_the_start(
    arguments: tuple[str, ...],
) -> None:
    told = callsim("serve", "--port", "0", *arguments)
    assert told.returncode == 2
    assert told.stderr.startswith("callsim: ") and "Traceback" not in told.stderr
