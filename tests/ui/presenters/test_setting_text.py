"""Names of settings become words."""

from __future__ import annotations

import pytest

from app.settings import ABOUT
from app.ui.presenters.setting_text import group_title, label, matches, unit


@pytest.mark.parametrize(
    ("name", "text", "suffix"),
    [
        ("call.answerTimeoutSeconds", "Answer timeout", " s"),
        ("phone.keyMilliseconds", "Length of a key's tone", " ms"),
        ("prompts.maxBytes", "Largest prompt", " bytes"),
        ("hearing.tonesInAudio", "Tones in audio", ""),
        ("new.someThing", "Some thing", ""),
    ],
)
def test_label_and_unit(name: str, text: str, suffix: str) -> None:
    assert (label(name), unit(name)) == (text, suffix)


def test_every_setting_has_a_label_of_its_own_in_its_group() -> None:
    names = [about.name for about in ABOUT.values()]
    assert len({(name.partition(".")[0], label(name)) for name in names}) == len(names)
    assert all(len(label(name)) > 3 for name in names)


def test_every_group_has_a_title_of_its_own() -> None:
    groups = {about.name.partition(".")[0] for about in ABOUT.values()}
    titles = {group_title(group) for group in groups}
    assert len(titles) == len(groups) and all(titles)
    assert group_title("brandNew") == "BrandNew"


def test_the_search_wants_every_word_somewhere() -> None:
    about = ABOUT["answer_timeout"]
    for wanted in ("", "TIMEOUT", "answer graph", "call.answer", "neither rejects"):
        assert matches(about, wanted)
    assert not matches(about, "timeout microphone")
