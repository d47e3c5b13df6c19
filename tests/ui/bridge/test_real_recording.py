"""A real recording is found in a record, heard, and gone with its window."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.runtime.records import Record
from app.ui.bridge.real_recording import RealRecording, real_recording
from tests.helpers.window import World, exchange, on_qt_loop

AUDIO = np.ones(16_000, np.int16)


def record(body: Any, *, bridge: bool = True, answer: Any = None) -> Record:
    made = exchange(
        kind="webhook", direction="in", body=json.dumps(body), answer=json.dumps(answer)
    )
    data = {"bridge": {}} if bridge else {}
    return Record(1, datetime.now(UTC), "exchange", None, None, None, data, made)


OFFER = {"recordingLocation": "https://f/1", "recordingAccessToken": "t"}


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (record({"value": [{"resourceData": OFFER}]}), ("https://f/1", "t")),
        (record(None, answer=OFFER), ("https://f/1", "t")),
        (record({"recordResourceLocation": "l", "recordResourceAccessToken": "t"}), ("l", "t")),
        (record(OFFER, bridge=False), None),
        (record({"recordingLocation": "", "recordingAccessToken": ""}), None),
        (record({}), None),
        (None, None),
    ],
)
def test_where_a_recording_is_offered(shown: Record | None, found: tuple[str, str] | None) -> None:
    assert real_recording(shown) == found


@on_qt_loop
async def test_it_is_heard_and_stopped(world: World, qtbot: QtBot) -> None:
    window = RealRecording(world.link, AUDIO)
    qtbot.addWidget(window)
    window.show()
    assert not window.isModal() and "may NOT" in window.notice.text()
    window.toggle.click()
    await world.until(lambda: world.core.audio.clips.playing)
    assert window.toggle.text() == "Stop"
    world.core.audio.clips.position = 8000
    await world.until(lambda: window.progress.value() == 8000)
    window.close()
    await world.until(lambda: not world.core.audio.clips.playing)
