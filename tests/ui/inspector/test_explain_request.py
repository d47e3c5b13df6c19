"""What the bot asked, in plain words."""

from __future__ import annotations

from typing import Any

import pytest

from app.graph.catalogue import operations
from app.graph.profiles import V1
from app.ui.inspector.explain_request import explain_prompt, explain_request
from tests.helpers.inspected import CALL, OPERATION, request

ANSWER = {
    "callbackUri": "http://bot.example/calls",
    "acceptedModalities": ["audio"],
    "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
}
NOTE = f"[recording: 207,404 bytes, application/octet-stream, SHA-256 {'ab' * 32}]"


@pytest.mark.parametrize(
    ("path", "more", "headline"),
    [
        ("/answer", {"body": ANSWER, "status": 202}, "The bot answered the call."),
        ("/recordResponse", {"body": {}}, "The bot asked to record the caller."),
        ("/playPrompt", {"body": {}}, "The bot asked to play to the caller."),
        ("/cancelMediaProcessing", {}, "The bot cancelled all media."),
        ("/keepAlive", {}, "The bot kept the call alive."),
        ("", {"method": "GET"}, "The bot asked how the call stands."),
        ("", {"method": "DELETE", "status": 204}, "The bot hung up."),
        (f"/operations/{OPERATION}", {"method": "GET"}, "The bot asked how an operation stands."),
        (
            "/unheardOf",
            {},
            "The bot sent POST /v1.0/communications/calls/57dab8b1…/unheardOf to the local Graph.",
        ),
    ],
)
def test_who_asked_for_what(path: str, more: dict[str, Any], headline: str) -> None:
    assert explain_request(request(path, **more)).headline == headline


def test_what_follows_an_answer() -> None:
    said = explain_request(request("/answer", ANSWER, status=202))
    assert said.sentences[0] == "Notifications about this call go to http://bot.example/calls."
    assert said.sentences[-1] == "Graph answered 202 Accepted after 4.20 ms."


def test_what_a_recording_will_do() -> None:
    said = explain_request(request(body={"stopTones": ["#"]}))
    assert any("on the key #" in sentence for sentence in said.sentences)


def test_a_refusal_comes_with_a_remedy() -> None:
    answer = {"error": {"code": "8523", "message": "Invalid argument 'playBeep'."}}
    said = explain_request(request(body={"playBeep": 1}, status=400, answer=answer))
    assert said.sentences[0] == "Graph refused it: Invalid argument 'playBeep'. (code 8523)"
    assert "composer" in said.remedy


def test_a_missing_token_says_which() -> None:
    answer = {"error": {"code": "InvalidAuthenticationToken", "message": "No token."}}
    said = explain_request(request(status=401, answer=answer))
    assert "recordingAccessToken" in said.remedy


def test_a_fetched_recording_has_its_size() -> None:
    url = "http://127.0.0.1/recordings/1"
    said = explain_request(request(url=url, method="GET", kind="download", answer=NOTE))
    assert said.headline == "The bot fetched a recording."
    assert said.sentences[0] == "It got the whole WAV file: 207 kB (207,404 bytes)."


def test_a_bot_that_left() -> None:
    said = explain_request(request(status=None, error="The client left."))
    assert said.sentences == ("The client left.",)


def test_the_composer_is_not_the_bot() -> None:
    composed = request(request_headers=(("User-Agent", "callsim-composer"),))
    assert explain_request(composed).headline == "The composer asked to record the caller."


def test_prompts() -> None:
    fetched = request(kind="prompt", direction="out", method="GET", url="http://h/a.wav")
    assert explain_prompt(fetched).sentences[0] == "It comes from http://h/a.wav."
    assert explain_prompt(fetched).sentences[1] == "It took 4.20 ms."
    wav = request(kind="prompt", direction="out", method="GET", url="http://h/a.wav", answer=NOTE)
    assert explain_prompt(wav).sentences[1] == "207 kB (207,404 bytes) in 4.20 ms."
    missing = request(
        kind="prompt", direction="out", method="GET", url="http://h/a.wav", status=404
    )
    said = explain_prompt(missing)
    assert said.sentences[1] == "It could not be had: 404 Not Found" and said.remedy


ASKED = [(o.method, o.below.replace("{id}", CALL)) for o in operations(V1)] + [
    ("GET", f"/{CALL}/participants"),
    ("GET", f"/{CALL}/participants/1"),
    ("DELETE", f"/{CALL}/participants/1"),
    ("POST", f"/{CALL}/participants/1/mute"),
    ("GET", f"/{CALL}/operations"),
]


@pytest.mark.parametrize(("method", "below"), ASKED)
def test_every_operation_is_named(method: str, below: str) -> None:
    url = f"http://127.0.0.1:8899/v1.0/communications/calls{below}"
    said = explain_request(request(url=url, method=method, body={}))
    assert "to the local Graph" not in said.headline and said.headline.startswith("The bot ")


def test_a_placed_call_and_the_record_of_2018() -> None:
    body = {
        "callbackUri": "http://127.0.0.1:9/bot",
        "targets": [{"identity": {"user": {"id": "u"}}}],
        "mediaConfig": {"@odata.type": "#microsoft.graph.serviceHostedMediaConfig"},
    }
    url = "http://127.0.0.1:8899/v1.0/communications/calls"
    said = explain_request(request(url=url, body=body, status=201))
    assert said.headline == "The bot placed a call to this phone."
    assert "http://127.0.0.1:9/bot" in said.sentences[0]
    old = f"http://127.0.0.1:8899/beta/app/calls/{CALL}/record"
    said = explain_request(request(url=old, body={"stopTones": ["11"]}, status=202))
    assert "as in 2018" in said.headline and "on the key 11" in " ".join(said.sentences)
