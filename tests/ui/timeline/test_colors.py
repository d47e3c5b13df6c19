"""The timeline can be read, in every scheme (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from app.engine.states import Phase
from app.ui.theme import CONTRAST, DARK, LIGHT, Tokens, blend
from app.ui.timeline import colors
from tests.helpers.pictures import contrast

everywhere = pytest.mark.parametrize("t", [LIGHT, DARK, CONTRAST], ids=lambda t: t.name)
PHASES = [phase for phase in Phase if phase is not Phase.ENDED]


def over(upper: QColor, ground: QColor) -> QColor:
    """What a colour that lets others through looks like on ``ground``."""
    return blend(QColor(upper.name()), ground, upper.alphaF())


@everywhere
@pytest.mark.parametrize("phase", PHASES)
def test_a_phase_tells_its_name_its_icon_and_its_edge(t: Tokens, phase: Phase) -> None:
    ground = colors.phase_ground(phase, t)
    assert contrast(t.text, ground) >= 4.5
    for ink in (t.accent, t.muted):  # of the operation in front, and of others
        assert contrast(ink, ground) >= 3


@everywhere
def test_what_the_speaker_plays(t: Tokens) -> None:
    for color in (t.prompt, t.tone):
        ground = colors.sound_ground(color, t)
        assert contrast(t.text, ground) >= 4.5
        assert contrast(color, ground) >= 3


@everywhere
def test_words_and_marks_in_the_lanes(t: Tokens) -> None:
    for ink in (t.text, t.muted, t.ok, t.error, t.accent):
        assert contrast(ink, t.raised) >= 4.5
    for mark in (t.tone, t.outline, t.alert, t.prompt, t.speech, t.error):
        assert contrast(mark, t.raised) >= 3
    for arrow in (t.prompt, t.speech, t.error):
        assert contrast(colors.duration(arrow, t), t.raised) >= 3


@everywhere
def test_audio_and_cursors_on_whatever_is_behind_them(t: Tokens) -> None:
    plain = (t.raised, colors.speech_shade(t))
    for ground in (*plain, *(over(colors.selected(t), each) for each in plain)):
        for mark in (t.wave, t.speech, t.text, t.accent, t.error):
            assert contrast(mark, ground) >= 3
    assert contrast(t.error, t.card) >= 3  # the rim of what shows where a clip is heard


@everywhere
def test_the_detector_its_curve_and_its_threshold(t: Tokens) -> None:
    assert contrast(t.speech, t.raised) >= 3
    for ground in (t.raised, colors.probability(t)):
        assert contrast(t.text, ground) >= 3
