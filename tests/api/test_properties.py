"""Whatever is sent, the bot gets a documented success or a refusal that says what is wrong.

Never a 500, and nothing at ERROR in the log (which fails every test). The environment variable
CALLSIM_EXAMPLES multiplies the number of examples, as in `CALLSIM_EXAMPLES=50 pytest …`.
"""

from __future__ import annotations

import json
import os
import re
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.api.routes import GraphPlane
from tests.helpers.bodies import VALID, Spoilt, spoilt
from tests.helpers.local_graph import SETTINGS, Line, local_graph
from tests.helpers.raw_http import RawAnswer, exchange
from tests.helpers.simulator import bench

MORE = int(os.environ.get("CALLSIM_EXAMPLES", "1"))

ACTIONS = [*GraphPlane(bench().simulator).actions, "create"]

CALLS = "/v1.0/communications/calls"
OLD = "/beta/app/calls"

DONE = {
    "answer": 202,
    "create": 201,
    "record": 202,
    "redirect": 202,
    "reject": 202,
    "transfer": 202,
}
"""Documented successes; of all others 200."""

WANT_INCOMING = ("answer", "redirect", "reject")

LONG = SETTINGS.set("call.answerTimeoutSeconds", 600).set("phone.answer", "none")


def examples(count: int) -> Any:
    """Return the settings of a property that is to be tried so often on one server."""
    return settings(
        max_examples=count * MORE,
        deadline=None,
        # CI tries the same bodies each time, a developer's machine new ones.
        derandomize="CI" in os.environ,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


@pytest.fixture
async def line() -> Any:
    """One server for all examples of a test."""
    async with local_graph(LONG) as started:
        yield started


def check_refusal(response: httpx.Response | RawAnswer, status: int) -> dict[str, Any]:
    """Check Graph's whole error shape; return the error."""
    assert 400 <= status < 500
    assert response.headers["content-type"] == "application/json"
    error: dict[str, Any] = response.json()["error"]
    assert error["code"] and error["message"]
    assert error["innerError"]["request-id"] == response.headers["request-id"]
    return error


async def place(line: Line, action: str) -> str:
    """Return the path of the action in a call that is in the right state for it."""
    if action == "create":
        return CALLS
    state = "incoming" if action in WANT_INCOMING else "established"
    for call in line.simulator.snapshots():
        if call.engine.state.value == state and call.direction == "incoming":
            return f"{OLD if action == 'record' else CALLS}/{call.id}/{action}"
    await (line.call() if state == "incoming" else line.established())
    return await place(line, action)


async def tidy(line: Line, action: str) -> None:
    """End what a success began, so that the server does not fill up."""
    if action == "create":
        for call in line.simulator.snapshots():
            if call.direction == "outgoing" and call.engine.state.value == "establishing":
                line.simulator.decline(call.id)
    elif action in (*WANT_INCOMING, "transfer"):
        for call in line.simulator.snapshots():
            if call.engine.state.value in ("establishing", "established", "transferring"):
                line.simulator.bot.delete(call.id)
    else:
        path = await place(line, "cancelMediaProcessing")
        assert (await line.bot.post(path)).status_code == 200


@examples(1500)
@given(case=st.one_of([st.tuples(st.just(action), spoilt(VALID[action])) for action in ACTIONS]))
async def test_a_spoilt_body_is_done_or_refused_by_name(
    line: Line, case: tuple[str, Spoilt]
) -> None:
    action, sent = case
    response = await line.bot.post(await place(line, action), content=sent.body)
    status = response.status_code
    if status < 400:
        assert status == DONE.get(action, 200)
        assert sent.member is not None, f"{sent.how} is not JSON for an object"
        echo(sent, response)
        await tidy(line, action)
        return
    error = check_refusal(response, status)
    if error["code"] == "BadRequest":
        assert sent.member is None
        return
    assert status == 400 and error["code"] == "8523", error
    named = re.match(r"Invalid argument '(@odata\.type|[^'.\[]+)", error["message"])
    assert named is not None and sent.member, error
    assert named[1].lower() == sent.member.lower()


def echo(sent: Spoilt, response: httpx.Response) -> None:
    """Check that a context comes back as it went."""
    body = {name.lower(): value for name, value in json.loads(sent.body).items()}
    if response.content and response.json().get("clientContext") is not None:
        assert response.json()["clientContext"] == body["clientcontext"]


@pytest.mark.parametrize("action", ACTIONS)
async def test_a_valid_body_is_done(line: Line, action: str) -> None:
    response = await line.bot.post(await place(line, action), json=VALID[action])
    assert response.status_code == DONE.get(action, 200), response.text


def test_every_action_is_tried() -> None:
    assert set(ACTIONS) <= set(VALID)


# -- everything around the body -----------------------------------------------------------------

METHODS = st.sampled_from(
    ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW", "post"]
) | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ-!'$", min_size=1, max_size=12)

SEGMENT_TEXT = st.text(
    st.characters(codec="ascii", exclude_characters=" ?#", exclude_categories=["Cc"])
)
SEGMENTS = SEGMENT_TEXT | st.sampled_from(
    [
        "v1.0", "beta", "communications", "app", "applications", "calls", "operations",
        "recordResponse", "microsoft.graph.answer", "recordings", "..", ".", "", "%2e%2e", "%00",
        "%ff", "%", "{id}", "(id)", "calls('x')", "$metadata", "_sim", "oauth2", "v2.0", "token",
        "participants", ".well-known", "openid-configuration", "57dab8b1894c409ab240bd8beae78896",
    ]
)  # fmt: skip

VALUES = st.text(
    st.characters(codec="latin-1", exclude_characters="\r\n\x00"), max_size=40
) | st.sampled_from(["", "Bearer", "Bearer x", "0", "-1", "1e9", "chunked", "gzip", ",", "\t"])

NAMES = st.sampled_from(
    [
        "Accept", "Accept-Encoding", "Authorization", "Content-Encoding", "Content-Type", "Cookie",
        "Origin", "Prefer", "Range", "Sec-Fetch-Site", "Upgrade", "X-HTTP-Method-Override",
        "client-request-id", "If-Match", "X-Callsim-Key",
    ]
)  # fmt: skip


@examples(400)
@given(
    method=METHODS,
    segments=st.lists(SEGMENTS, max_size=6),
    headers=st.dictionaries(NAMES, VALUES, max_size=4),
    authorized=st.booleans(),
)
async def test_no_method_path_or_header_makes_the_server_fail(
    line: Line, method: str, segments: list[str], headers: dict[str, str], authorized: bool
) -> None:
    assume(method != "HEAD")  # its answer has no body, which a raw reader cannot know
    assume(not (segments and segments[0].lower() == "_sim"))  # the control plane has its own tests
    if authorized:
        headers = {"Authorization": "Bearer x"} | headers
    lines = [f"{method} /{'/'.join(segments)} HTTP/1.1", f"Host: 127.0.0.1:{line.graph.port}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    body = b"" if method == "GET" else b"{}"
    lines += [f"Content-Length: {len(body)}", "Connection: close", "", ""]
    answer = await exchange(line.graph.port, "\r\n".join(lines).encode("latin-1") + body)
    if answer.status >= 300:
        check_refusal(answer, answer.status)
    assert not 300 <= answer.status < 400, "never redirect"


@examples(200)
@given(garbage=st.binary(min_size=1, max_size=120))
async def test_bytes_that_are_no_http_get_an_answer(line: Line, garbage: bytes) -> None:
    # Blank lines before a request are passed over (RFC 9112, section 2.2).
    assume(b"\r\n" not in garbage and garbage.strip(b"\r\n"))
    answer = await exchange(line.graph.port, garbage + b"\r\n\r\n")
    check_refusal(answer, answer.status)
