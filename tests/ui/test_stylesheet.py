"""The style sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.ui.stylesheet import stylesheet
from app.ui.theme import DARK, LIGHT, Tokens


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=lambda t: t.name)
def test_every_name_is_filled_in(t: Tokens) -> None:
    text = stylesheet(t)
    assert "@" not in text
    assert t.accent_soft.name() in text and t.card.name() in text


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=lambda t: t.name)
def test_every_picture_is_there(t: Tokens) -> None:
    pictures = re.findall(r'url\("([^"]+)"\)', stylesheet(t))
    assert len(set(pictures)) == 3
    assert all(Path(picture).is_file() and t.name in picture for picture in pictures)
