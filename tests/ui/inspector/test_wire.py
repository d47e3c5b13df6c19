"""Addresses, notifications and errors off the wire: read where possible, never raising."""

from __future__ import annotations

import json

import pytest

from app.graph.notifications import notification
from app.ui.inspector.wire import (
    bearer_of,
    is_composed,
    read_audio_note,
    read_failure,
    read_json,
    read_notification,
    short_ids,
)
from tests.helpers.inspected import CALL, request


def test_ids_are_shortened_with_and_without_dashes() -> None:
    text = f"/calls/{CALL}/x and {CALL.replace('-', '').upper()}"
    assert short_ids(text) == "/calls/57dab8b1…/x and 57DAB8B1…"


def test_a_completed_recording() -> None:
    told = read_notification(
        json.dumps(
            notification(
                "deleted",
                "/calls/c/operations/o",
                {
                    "@odata.type": "#microsoft.graph.recordOperation",
                    "id": "o",
                    "status": "completed",
                    "resultInfo": {"code": 200, "subcode": 8514, "message": "Stop tone."},
                    "recordingLocation": "http://127.0.0.1/recordings/1",
                    "clientContext": "abc",
                },
            )
        )
    )
    assert told is not None
    assert (told.resource, told.state, told.change) == ("recordOperation", "completed", "deleted")
    assert (told.code, told.subcode, told.message) == (200, 8514, "Stop tone.")
    assert told.recording_location and told.client_context == "abc"


def test_a_call_whose_audio_is_active() -> None:
    data = {
        "@odata.type": "#microsoft.graph.call",
        "state": "established",
        "mediaState": {"audio": "active"},
    }
    told = read_notification(json.dumps(notification("updated", "/calls/c", data)))
    assert told is not None and told.resource == "call" and told.media_active


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"value": []}', '{"value": ["x"]}'])
def test_no_notification(text: str) -> None:
    assert read_notification(text) is None


def test_a_notification_of_odd_types_is_still_shown() -> None:
    told = read_notification('{"value": [{"changeType": 1, "resourceData": [], "x": {}}]}')
    assert told is not None and (told.change, told.resource, told.code) == ("", "other", None)


def test_an_error_body() -> None:
    failure = read_failure('{"error": {"code": "8523", "message": "No."}}')
    assert failure is not None and (failure.code, failure.message) == ("8523", "No.")
    assert read_failure('{"error": "x"}') is None
    assert read_failure("") is None


def test_deep_nesting_is_no_json() -> None:
    assert read_json("[" * 100_000) is None


def test_audio_notes_of_recordings_and_prompts() -> None:
    note = read_audio_note(
        f"[recording: 207,404 bytes, application/octet-stream, SHA-256 {'ab' * 32}]"
    )
    assert note is not None and (note.label, note.size) == ("recording", 207_404)
    assert note.content_type == "application/octet-stream" and note.sha256 == "ab" * 32
    prompt = read_audio_note(f"[audio: 1,000 bytes, audio/wav, SHA-256 {'0' * 64}]")
    assert prompt is not None and prompt.content_type == "audio/wav"
    assert read_audio_note('{"a": "[audio: 1 bytes]"}') is None


def test_a_composed_request_is_told_from_the_bots() -> None:
    assert not is_composed(request())
    assert is_composed(request(request_headers=(("user-agent", "callsim-composer"),)))


def test_the_bearer_of_a_request() -> None:
    assert bearer_of(request()) == "secret-of-the-bot-1234"
    assert bearer_of(request(request_headers=(("authorization", "BEARER  x"),))) == "x"
    assert bearer_of(request(request_headers=(("Authorization", "Basic x"),))) is None
    assert bearer_of(request(request_headers=())) is None
