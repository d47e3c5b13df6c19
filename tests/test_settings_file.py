"""Settings between runs."""

from __future__ import annotations

import json
import logging

import pytest

from app.settings import Settings
from app.settings_file import load, save, settings_path


def test_what_was_changed_is_there_the_next_time() -> None:
    assert load() == Settings()
    changed = Settings().set("hearing.sensitivity", 0.8).set("bot.url", "http://127.0.0.1:5000/")
    save(changed)
    assert load() == changed
    assert json.loads(settings_path().read_text("utf-8")) == {
        "hearing.sensitivity": 0.8,
        "bot.url": "http://127.0.0.1:5000/",
    }


@pytest.mark.parametrize(
    ("text", "warnings"),
    [("{", 1), ("[]", 1), ('{"no.such": 1, "hearing.sensitivity": 7}', 2)],
)
def test_what_cannot_be_read_is_left_out_and_said(
    text: str, warnings: int, caplog: pytest.LogCaptureFixture
) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(text, "utf-8")
    with caplog.at_level(logging.WARNING):
        assert load() == Settings()
    assert len(caplog.records) == warnings
