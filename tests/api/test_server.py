"""Start and stop of the local Graph, and that the runtime behind it is the real one."""

from __future__ import annotations

import asyncio
import socket
import ssl
from contextlib import closing

import httpx
import pytest

from app.api.binding import CannotListen, PortBusy
from app.api.server import LocalGraph
from app.audio.wavfile import read_caller
from app.runtime.clock import SystemClock, new_id
from tests.helpers.local_graph import ACTIVE, ANSWER, KEY, Line, client, local_graph


async def test_addresses_and_urls(line: Line) -> None:
    graph = line.graph
    assert graph.base_url == f"http://127.0.0.1:{graph.port}"
    assert graph.control_url == f"{graph.base_url}/_sim"
    assert line.simulator.base_url == graph.base_url
    assert graph.addresses[0] == "127.0.0.1"


async def test_both_loopbacks_answer(line: Line) -> None:
    for address in line.graph.addresses:
        host = f"[{address}]" if ":" in address else address
        async with client(f"http://{host}:{line.graph.port}") as bot:
            response = await bot.get(
                "/v1.0/communications/calls", headers={"Authorization": "Bearer x"}
            )
        assert response.status_code == 200
        assert response.json()["@odata.context"].startswith(f"http://{host}:{line.graph.port}/")


async def test_https_beside_http_with_a_chain_that_a_client_verifies(line: Line) -> None:
    graph = another(line)
    await graph.start(port=0, https_port=0)
    try:
        assert graph.https_base_url == f"https://127.0.0.1:{graph.https_port}"
        trust = ssl.create_default_context(cadata=graph.authority.pem.decode())
        bearer = {"Authorization": "Bearer x"}
        for name in ("127.0.0.1", "localhost", "[::1]"):
            base = f"https://{name}:{graph.https_port}"
            async with httpx.AsyncClient(verify=trust, trust_env=False) as bot:
                calls = await bot.get(f"{base}/v1.0/communications/calls", headers=bearer)
                document = await bot.get(f"{base}/common/v2.0/.well-known/openid-configuration")
            assert calls.json()["@odata.context"].startswith(f"{base}/v1.0/")
            assert document.json()["token_endpoint"] == f"{base}/common/oauth2/v2.0/token"
        async with httpx.AsyncClient(trust_env=False) as stranger:
            with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
                await stranger.get(graph.https_base_url)
    finally:
        await graph.stop()


async def test_the_recording_is_where_the_bot_came_from(line: Line) -> None:
    graph = another(line)
    await graph.start(port=0, https_port=0)
    trust = ssl.create_default_context(cadata=graph.authority.pem.decode())
    base = f"https://localhost:{graph.https_port}"
    headers = {"Authorization": "Bearer x"}
    try:
        path = await line.call()
        async with httpx.AsyncClient(
            base_url=base, verify=trust, trust_env=False, headers=headers
        ) as bot:
            assert (await bot.post(f"{path}/answer", json=ANSWER)).status_code == 202
            await line.notifications.until("updated", mediaState=ACTIVE)
            running = await bot.post(
                f"{path}/recordResponse", json={"playBeep": False, "stopTones": ["1"]}
            )
            assert running.headers["location"].startswith(f"{base}{path}/operations/")
            line.simulator.press(path.rpartition("/")[2], "1")
            done = await line.notifications.until("deleted", status="completed")
            assert done.data["recordingLocation"].startswith(f"{base}/recordings/")
            token = {"Authorization": f"Bearer {done.data['recordingAccessToken']}"}
            take = await bot.get(done.data["recordingLocation"], headers=token)
            assert take.status_code == 200 and take.content.startswith(b"RIFF")
    finally:
        await graph.stop()


async def test_https_to_the_wrong_port_is_told_the_right_one(line: Line) -> None:
    graph = another(line)
    await graph.start(port=0, https_port=0)
    try:
        async with httpx.AsyncClient(verify=False, trust_env=False) as bot:
            with pytest.raises(httpx.TransportError):
                await bot.get(f"https://127.0.0.1:{graph.port}/")
        [warning] = [record for record in line.journal.since(0) if record.kind == "warning"]
        assert f"https at {graph.https_base_url}" in warning.data["message"]
    finally:
        await graph.stop()


async def test_a_busy_https_port_leaves_nothing_behind(line: Line) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        second = another(line)
        with pytest.raises(PortBusy, match="--https-port 0"):
            await second.start(port=0, https_port=other.getsockname()[1])
        await second.stop()
    assert (second.port, second.https_port) == (0, 0)


async def test_the_authority_can_be_saved_where_there_is_one(line: Line) -> None:
    assert (await line.control.get("/ca.pem")).status_code == 404
    context = await asyncio.to_thread(line.graph.authority.server_context, "localhost")
    assert context is not None
    saved = await line.control.get("/ca.pem")
    assert saved.content == line.graph.authority.pem
    assert saved.headers["content-type"] == "application/x-pem-file"
    assert (await line.bot.get("/_sim/ca.pem")).status_code == 401


async def test_direct_requests_for_the_real_hosts_are_refused(line: Line) -> None:
    for name in ("graph.microsoft.com", "login.microsoftonline.com", "api.aps.skype.com"):
        answer = await line.bot.get("/v1.0/communications/calls", headers={"Host": name})
        assert answer.status_code == 403


async def test_busy_port_leaves_the_simulator_alone(line: Line) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        second = another(line)
        with pytest.raises(PortBusy, match=f"Port {port} on 127.0.0.1"):
            await second.start(port=port)
        await second.stop()
    assert line.simulator.base_url == line.graph.base_url


async def test_lan_has_to_be_asked_for(line: Line) -> None:
    with pytest.raises(CannotListen, match="--lan"):
        await another(line).start("0.0.0.0", 0)


async def test_stop_frees_the_port_and_can_be_repeated() -> None:
    async with local_graph() as line:
        port = line.graph.port
        await line.graph.stop()
        await line.graph.stop()
        with closing(socket.create_server(("127.0.0.1", port))):
            pass


async def test_idle_connections_do_not_delay_the_stop() -> None:
    async with local_graph() as line:
        reader, writer = await asyncio.open_connection("127.0.0.1", line.graph.port)
        assert (await line.bot.get("/")).status_code == 404
        async with asyncio.timeout(10):
            await line.graph.stop()
            assert await reader.read() == b""
        writer.close()
        await writer.wait_closed()


async def test_stop_ends_keys_that_wait() -> None:
    async with local_graph() as line:
        call_id = (await line.established()).rpartition("/")[2]
        body = {"tones": "1" * 200, "durationMs": 6000}
        await line.control.post(f"/calls/{call_id}/tones", json=body)
        async with asyncio.timeout(10):
            await line.graph.stop()
        assert len([r for r in line.journal.since(0) if r.kind == "toneReceived"]) == 1


async def test_requests_at_the_same_time(line: Line) -> None:
    path = await line.established()
    answers = await asyncio.gather(
        *(
            line.bot.post(f"{path}/recordResponse", json={"clientContext": str(n)})
            for n in range(50)
        )
    )
    assert [answer.json()["clientContext"] for answer in answers] == [str(n) for n in range(50)]
    ids = {answer.json()["id"] for answer in answers}
    assert len(ids) == 50
    assert len({answer.headers["request-id"] for answer in answers}) == 50


def another(line: Line) -> LocalGraph:
    """A second server for the same simulator."""
    return LocalGraph(
        line.simulator,
        clock=SystemClock(),
        new_id=new_id,
        read_audio=read_caller,
        control_key=KEY,
    )
