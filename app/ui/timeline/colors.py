"""The timeline's mixed colours. What lies on them, and they on the lanes, is checked by a test."""

from __future__ import annotations

from PySide6.QtGui import QColor

from app.engine.states import Phase
from app.ui.theme import Tokens, blend


def phase_ground(phase: Phase, t: Tokens) -> QColor:
    """Return the ground of a phase; its icon and name tell it as well."""
    match phase:
        case Phase.PROMPT:
            return sound_ground(t.prompt, t)
        case Phase.TONES:
            return blend(t.tone, t.raised, 0.2)
        case Phase.BEEP:
            return sound_ground(t.tone, t)
        case Phase.LISTENING:
            return t.accent_soft
        case Phase.SPEAKING:
            return blend(t.speech, t.raised, 0.35)
        case Phase.PAUSING:
            return t.warn_soft
        case _:
            return t.track


def sound_ground(color: QColor, t: Tokens) -> QColor:
    """Return the ground of what the speaker plays, whose edge and icon have ``color``."""
    return blend(color, t.raised, 0.25)


def speech_shade(t: Tokens) -> QColor:
    """Return the ground of the caller's audio where it was taken for speech."""
    return blend(t.speech, t.raised, 0.15)


def probability(t: Tokens) -> QColor:
    """Return what lies below the detector's curve."""
    return blend(t.speech, t.raised, 0.35)


def duration(color: QColor, t: Tokens) -> QColor:
    """Return the bar that tells how long an exchange took, whose arrow has ``color``."""
    return blend(color, t.raised, 0.75)


def selected(t: Tokens) -> QColor:
    """Return what lies over a selected stretch; the rest shines through."""
    color = QColor(t.accent)
    color.setAlphaF(0.1)
    return color
