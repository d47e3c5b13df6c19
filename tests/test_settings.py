"""The registry of settings."""

from __future__ import annotations

import pytest

from app.settings import ABOUT, SettingError, Settings, default_of


def test_every_setting_is_public_explained_and_its_default_is_allowed() -> None:
    settings = Settings()
    names = [about.name for about in ABOUT.values()]
    assert len(set(names)) == len(names)
    for name, value in settings.as_dict().items():
        assert settings.set(name, value) == settings
        assert default_of(name) == value
    assert all(about.help.endswith(".") for about in ABOUT.values())


def test_assignments_convert_text() -> None:
    settings = Settings().assign("recording.discardAfterSeconds=30")
    settings = settings.assign("hearing.tonesInAudio = off").assign("webhooks.attempts=2")
    settings = settings.assign("CALL.hangUpWhileRecording=failed")
    assert settings.discard_after == 30.0 and settings.tones_in_audio is False
    assert settings.webhook_attempts == 2 and settings.hang_up_while_recording == "failed"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nonsense", "NAME=VALUE"),
        ("no.such=1", "There is no setting 'no.such'"),
        ("recording.discardAfterSeconds=soon", "is a number, not 'soon'"),
        ("recording.discardAfterSeconds=-1", "between 0 and 3600"),
        ("recording.discardAfterSeconds=nan", "between 0 and 3600"),
        ("webhooks.attempts=1.5", "a whole number"),
        ("webhooks.attempts=100", "between 1 and 20"),
        ("call.hangUpWhileRecording=maybe", "one of lost, failed"),
        ("hearing.tonesInAudio=perhaps", "true or false"),
    ],
)
def test_what_does_not_fit_is_refused_in_plain_words(text: str, says: str) -> None:
    with pytest.raises(SettingError, match=says):
        Settings().assign(text)


@pytest.mark.parametrize(
    ("name", "value"),
    [("webhooks.attempts", True), ("bot.url", 5), ("hearing.tonesInAudio", 1), ("bot.url", None)],
)
def test_json_values_of_the_wrong_type_are_refused(name: str, value: object) -> None:
    with pytest.raises(SettingError):
        Settings().set(name, value)
