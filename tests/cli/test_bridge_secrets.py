"""A whole run over the bridge with planted secrets, to a service that echoes them: none is found in
any file, log, record or export."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import zipfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.crash_report import KEEPER
from app.runtime.bridge_wish import Secrets
from app.runtime.bridging import BridgeMode
from tests.helpers.echoing_graph import COOKIE, ISSUED, RECORDING, EchoingGraph, echoing_graph
from tests.helpers.program import callsim, serving
from tests.helpers.two_simulators import two_simulators
from tests.helpers.wire_server import WireServer, wire_server

CALLS = "/v1.0/communications/calls"
TENANT = "11111111-2222-4333-8444-555555555555"
BOT = "planted-bearer-of-the-bot"
BOT_COOKIE = "planted-cookie-of-the-bot"
PASTED = "planted-pasted-token"
SECRET = 'planted-client-secret~"with/signs'

FORMATS = ("har", "html", "jsonl", "case")


@dataclass
class Searched:
    """All that a run left behind or told, by where it was."""

    places: dict[str, str] = field(default_factory=dict)

    def add_files(self, *folders: Path) -> None:
        """Read every file in ``folders``, and what is packed into one."""
        for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
            self.places[str(path)] = path.read_bytes().decode("utf-8", "replace")
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as packed:
                    for name in packed.namelist():
                        self.places[f"{path}!{name}"] = packed.read(name).decode("utf-8", "replace")

    def found(self, secrets: set[str]) -> list[tuple[str, str]]:
        """Return which of ``secrets`` is where."""
        spelt = {text: {text, json.dumps(text)[1:-1]} for text in secrets}
        return [
            (secret, place)
            for place, text in self.places.items()
            for secret, spellings in spelt.items()
            if any(spelling in text for spelling in spellings)
        ]


async def until(read: Callable[[], Awaitable[Any]]) -> Any:
    """Return what ``read`` returns, as soon as that is something."""
    async with asyncio.timeout(30):
        while not (found := await read()):  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.02)
    return found


def command_line(pid: int) -> str:
    """Return what every user of the machine can read of a process (Linux)."""
    return Path(f"/proc/{pid}/cmdline").read_text("utf-8")


def new_call(callback: str) -> dict[str, Any]:
    """Return the body of a call that the bot places."""
    user = {"@odata.type": "#microsoft.graph.identity", "id": TENANT}
    return {
        "callbackUri": callback,
        "requestedModalities": ["audio"],
        "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
        "targets": [{"identity": {"user": user}}],
    }


async def talk(
    bot: httpx.AsyncClient, control: httpx.AsyncClient, took: WireServer, secrets: set[str]
) -> None:
    """Place a call, record in it until a key, fetch the recording, hang up."""
    call = (await bot.post(CALLS, json=new_call(f"{took.url}/bot"))).json()["id"]
    path = f"{CALLS}/{call}"

    async def accepted() -> bool:
        return (await bot.post(f"{path}/recordResponse", json={"stopTones": ["#"]})).is_success

    async def listening() -> bool:
        operations = (await control.get(f"/calls/{call}")).json()["operations"]
        return bool(operations) and operations[-1]["phase"] == "listening"

    await until(accepted)
    await until(listening)
    assert (await control.post(f"/calls/{call}/tones", json={"tones": "#"})).is_success

    async def told() -> Any:
        for seen in took.seen:
            data = json.loads(seen.body)["value"][0].get("resourceData", {})
            if isinstance(data, dict) and data.get("recordingAccessToken"):
                return data
        return None

    done = await until(told)
    secrets.add(done["recordingAccessToken"])
    bearer = {"Authorization": f"Bearer {done['recordingAccessToken']}"}
    assert (await bot.get(done["recordingLocation"], headers=bearer)).status_code == 200
    assert (await bot.delete(path)).status_code == 204


async def watch(bot: httpx.AsyncClient, real: EchoingGraph) -> None:
    """Do the same where the real service answers."""
    created = await bot.post(CALLS, json=new_call("https://bot.example/calls"))
    path = f"{CALLS}/{created.json()['id']}"
    assert created.status_code == 201 and created.headers["set-cookie"].endswith(COOKIE)
    operation = (await bot.post(f"{path}/recordResponse", json={})).json()["id"]
    done = (await bot.get(f"{path}/operations/{operation}")).json()
    assert done["recordingAccessToken"] == RECORDING
    assert (await bot.delete(path)).status_code == 202
    assert len(real.server.seen) >= 4


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "credentials", "way"),
    [
        ("mirror", "bot", "stdin"),
        ("mirror", "token", "variables"),
        ("mirror", "client", "stdin"),
        ("pass-through", "bot", "variables"),
        ("pass-through", "token", "stdin"),
        ("pass-through", "client", "variables"),
    ],
)
async def test_no_secret_is_found_after_a_run(
    tmp_path: Path, user_folders: Path, mode: str, credentials: str, way: str
) -> None:
    kept, secrets = tmp_path / "kept", {BOT, BOT_COOKIE, PASTED, SECRET, ISSUED, RECORDING, COOKIE}
    (tmp_path / "tls").mkdir()
    kept.mkdir()
    searched = Searched()
    async with echoing_graph(tmp_path / "tls") as real, wire_server() as took:
        given = {
            "tenant": TENANT,
            "clientId": TENANT,
            "clientSecret": SECRET,
            "token": PASTED,
            "authority": real.url,
        }
        names = ("TENANT", "CLIENT_ID", "CLIENT_SECRET", "TOKEN", "AUTHORITY")
        variables = {
            f"CALLSIM_BRIDGE_{name}": value
            for name, value in zip(names, given.values(), strict=True)
        }
        options = ["--bridge", mode, "--target", real.url, "--bridge-ca", str(real.ca_file)]
        options += ["--bridge-credentials", credentials, "--bridge-report", str(kept / "report.md")]
        options += ["--credentials-stdin"] * (way == "stdin")
        options += ["--set", "phone.answer=auto", "--set", "phone.answerAfterSeconds=0"]
        with serving(
            kept,
            *options,
            stdin=json.dumps(given) if way == "stdin" else None,
            variables=variables if way == "variables" else {},
        ) as (process, ready):
            bearer = {"Authorization": f"Bearer {BOT}", "Cookie": BOT_COOKIE}
            key = {"X-Callsim-Key": ready["controlKey"]}
            (kept / "ready.json").unlink()  # The control key is there for its user.
            async with (
                httpx.AsyncClient(base_url=ready["baseUrl"], headers=bearer, timeout=20) as bot,
                httpx.AsyncClient(base_url=ready["controlUrl"], headers=key, timeout=20) as control,
            ):
                if mode == "mirror":
                    await talk(bot, control, took, secrets)
                else:
                    # A call of the simulator's own, so that the history has one.
                    dialled = await control.post("/calls", json={"botUrl": f"{took.url}/bot"})
                    await watch(bot, real)
                    await control.post(f"/calls/{dialled.json()['id']}/hangUp")

                async def bridged() -> str:
                    text = (await control.get("/records")).text
                    return text if '"DELETE"' in text and '"kind": "bridge"' in text else ""

                await until(lambda: _seen(real, "DELETE"))
                searched.places["records"] = await until(bridged)
                for plane in ("bridge", "settings", "calls"):
                    searched.places[plane] = (await control.get(f"/{plane}")).text
            sent = [seen.headers.get("authorization") for seen in real.server.seen]
            expected = {"bot": BOT, "token": PASTED, "client": ISSUED}[credentials]
            assert f"Bearer {expected}" in sent, "they were used"
            if sys.platform == "linux":
                searched.places["command line"] = command_line(process.pid)
            process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
            out, err = await asyncio.to_thread(process.communicate, timeout=30)
            searched.places |= {"standard output": out, "standard error": err}
    assert process.returncode == 0, err
    for kind in FORMATS:
        told = await asyncio.to_thread(
            callsim, "export", "last", "--format", kind, "--output", str(kept / f"call.{kind}")
        )
        assert told.returncode == 0, told.stderr
        searched.places[f"export {kind}"] = told.stdout + told.stderr
    searched.add_files(user_folders, kept)
    for wanted in ("history.sqlite3", "call.case!", "call.har", "report.md"):
        assert any(wanted in place for place in searched.places), wanted
    if mode == "mirror":
        assert "what you sent" in "".join(
            text for place, text in searched.places.items() if "history.sqlite3" in place
        ), "the echo is kept, without what it echoes"
    assert searched.found(secrets) == []


async def _seen(real: EchoingGraph, method: str) -> bool:
    return any(seen.method == method for seen in real.server.seen)


async def test_no_secret_is_found_in_a_crash_report(tmp_path: Path, user_folders: Path) -> None:
    async with echoing_graph(tmp_path) as real, two_simulators(tmp_path) as two:
        secrets = Secrets(
            tenant=TENANT, client_id=TENANT, secret=SECRET, authority=real.url, token=PASTED
        )
        wish = two.wish(
            BridgeMode.PASS_THROUGH, target=real.url, secrets=secrets, ca_file=str(real.ca_file)
        )
        await two.near.switch_bridge(wish)
        await watch(two.bot, real)
        crash = KEEPER.keep(ValueError(f"{SECRET} and {PASTED}"), "a test")
        assert crash.report is not None
        text = crash.report.read_text("utf-8")
    assert "what you sent" in text and "[redacted] and [redacted]" in text
    searched = Searched({"dialog": f"{crash.summary} {crash.details}"})
    searched.add_files(user_folders)
    assert searched.found({SECRET, PASTED, ISSUED, RECORDING, COOKIE, "the-bots-own-token"}) == []
