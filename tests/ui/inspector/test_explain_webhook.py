"""What Graph told the bot, in plain words."""

from __future__ import annotations

import pytest

from app.ui.inspector.explain_webhook import explain_webhook
from tests.helpers.inspected import BOT, webhook

CALL_TYPE = "#microsoft.graph.call"
RECORDING = {
    "@odata.type": "#microsoft.graph.recordOperation",
    "status": "completed",
    "resultInfo": {"code": 200, "subcode": 8514, "message": "Stop tone."},
    "recordingLocation": "http://127.0.0.1/recordings/1",
}


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("incoming", "a call is coming in"),
        ("establishing", "is set up"),
        ("established", "is established"),
        ("terminating", "is ending"),
        ("terminated", "has ended"),
        ("transferring", "'transferring'"),
    ],
)
def test_states_of_the_call(state: str, words: str) -> None:
    said = explain_webhook(webhook({"@odata.type": CALL_TYPE, "state": state}))
    assert words in said.headline and said.remedy == ""
    assert said.sentences[-1] == f"The bot at {BOT} answered 202 Accepted after 4.20 ms."


def test_active_audio_allows_operations() -> None:
    data = {"@odata.type": CALL_TYPE, "state": "established", "mediaState": {"audio": "active"}}
    said = explain_webhook(webhook(data))
    assert "audio is active" in said.headline and "recordResponse" in said.sentences[0]


def test_a_completed_recording_can_be_fetched() -> None:
    said = explain_webhook(webhook(RECORDING))
    assert said.headline == "Graph told the bot that the recording completed."
    assert said.sentences[0] == "The reason: Stop tone. (200/8514)"
    assert "recordingAccessToken" in said.sentences[1]


def test_a_failed_one_cannot() -> None:
    said = explain_webhook(webhook(RECORDING | {"status": "failed", "recordingLocation": ""}))
    assert said.headline == "Graph told the bot that the recording failed."
    assert "There is no recording to fetch." in said.sentences


def test_a_bot_that_is_down() -> None:
    said = explain_webhook(webhook(RECORDING, status=None, error="nothing listens.", attempt=2))
    assert said.sentences[0] == f"The bot at {BOT} could not be reached: nothing listens."
    assert "It was delivery attempt 2." in said.sentences
    assert said.remedy.startswith("Start the bot")


def test_an_answer_that_is_no_success() -> None:
    said = explain_webhook(webhook(RECORDING, status=500))
    assert "500 Internal Server Error" in said.sentences[-1] and "2xx" in said.remedy


def test_what_cannot_be_read() -> None:
    said = explain_webhook(webhook({}, request_body="?"))
    assert said.headline == "Graph sent the bot a notification."
