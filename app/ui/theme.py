"""The look: design tokens, palettes and the one call that puts a colour scheme on.

Qt's own ``setColorScheme`` does nothing on X11 without a desktop portal, therefore the style is
always Fusion with a palette of ours. Colours are design tokens; nothing else in ``app.ui`` names
one. Contrast is checked by a test: text 4.5:1, outlines and marks 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).

A widget that paints itself reads :func:`tokens` in its ``paintEvent``; one that copies colours
reads them again in ``changeEvent`` on ``PaletteChange``. Icons follow by themselves.
GUI thread only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import fonts
from app.ui.icons import icon, set_icon_colors
from app.ui.stylesheet import stylesheet

Scheme = Literal["system", "light", "dark", "contrast"]

SPACE: Final = 8
"""Pixels between things that belong together; everything is a multiple of half of it."""
RADIUS: Final = 10
"""Corner of a card; of controls 6."""
CONTROL_RADIUS: Final = 6


def _c(value: str) -> QColor:
    return QColor(value)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by what they mean. ``*_soft`` are backgrounds for text of the same family."""

    name: Literal["light", "dark", "contrast"]
    surface: QColor
    """Behind the cards."""
    card: QColor
    raised: QColor
    """Fields and wells on a card; headers of lists."""
    hover: QColor
    border: QColor
    """Hairlines that only decorate."""
    outline: QColor
    """Edges that tell a control from its ground (3:1)."""
    text: QColor
    muted: QColor
    """Secondary text, still 4.5:1."""
    accent: QColor
    accent_text: QColor
    """Text on ``accent``."""
    accent_soft: QColor
    ok: QColor
    ok_soft: QColor
    warn: QColor
    warn_soft: QColor
    error: QColor
    error_soft: QColor
    call: QColor
    """Ground of the Call button; its text is ``on_action``."""
    hang_up: QColor
    on_action: QColor
    wave: QColor
    """The caller's audio."""
    speech: QColor
    """What the detector takes for speech."""
    prompt: QColor
    """What the bot plays."""
    tone: QColor
    """Keys, pressed or heard."""
    alert: QColor
    """Bars that run out; a mark (3:1), not for text."""
    track: QColor
    """The empty part of meters and bars."""
    syntax_key: QColor
    syntax_string: QColor
    syntax_number: QColor
    syntax_literal: QColor
    space: int = field(default=SPACE)
    radius: int = field(default=RADIUS)
    control_radius: int = field(default=CONTROL_RADIUS)


LIGHT: Final = Tokens(
    name="light",
    surface=_c("#f3f4f7"),
    card=_c("#ffffff"),
    raised=_c("#f7f8fa"),
    hover=_c("#eceef3"),
    border=_c("#dfe2e9"),
    outline=_c("#7b8191"),
    text=_c("#191c24"),
    muted=_c("#5b6272"),
    accent=_c("#4a50c8"),
    accent_text=_c("#ffffff"),
    accent_soft=_c("#ebecfb"),
    ok=_c("#14713f"),
    ok_soft=_c("#e3f4ea"),
    warn=_c("#8a5200"),
    warn_soft=_c("#fdf1dc"),
    error=_c("#b4232f"),
    error_soft=_c("#fce8e9"),
    call=_c("#15743f"),
    hang_up=_c("#c02b38"),
    on_action=_c("#ffffff"),
    wave=_c("#5a60d6"),
    speech=_c("#0f7a70"),
    prompt=_c("#8a3fb0"),
    tone=_c("#b0500c"),
    alert=_c("#c26100"),
    track=_c("#e4e6ec"),
    syntax_key=_c("#3b41b5"),
    syntax_string=_c("#14713f"),
    syntax_number=_c("#a3460a"),
    syntax_literal=_c("#8a3fb0"),
)

DARK: Final = Tokens(
    name="dark",
    surface=_c("#14161b"),
    card=_c("#1c1f26"),
    raised=_c("#242832"),
    hover=_c("#2c313c"),
    border=_c("#313642"),
    outline=_c("#7b8394"),
    text=_c("#eceef3"),
    muted=_c("#a2a9b8"),
    accent=_c("#9a9ff5"),
    accent_text=_c("#14152b"),
    accent_soft=_c("#2a2d4d"),
    ok=_c("#5fcb90"),
    ok_soft=_c("#16301f"),
    warn=_c("#e8b255"),
    warn_soft=_c("#352914"),
    error=_c("#ff8288"),
    error_soft=_c("#3d1d21"),
    call=_c("#1e7d4a"),
    hang_up=_c("#c83a46"),
    on_action=_c("#ffffff"),
    wave=_c("#8a90f0"),
    speech=_c("#43c0b2"),
    prompt=_c("#cb92ea"),
    tone=_c("#f0a35e"),
    alert=_c("#e8b255"),
    track=_c("#2f3440"),
    syntax_key=_c("#a9adfa"),
    syntax_string=_c("#7fd3a4"),
    syntax_number=_c("#f0a97a"),
    syntax_literal=_c("#cb92ea"),
)

CONTRAST: Final = Tokens(
    name="contrast",
    surface=_c("#000000"),
    card=_c("#000000"),
    raised=_c("#101010"),
    hover=_c("#2b2b2b"),
    border=_c("#a8a8a8"),
    outline=_c("#ffffff"),
    text=_c("#ffffff"),
    muted=_c("#e4e4e4"),
    accent=_c("#ffe24a"),
    accent_text=_c("#000000"),
    accent_soft=_c("#2e2900"),
    ok=_c("#6dffa5"),
    ok_soft=_c("#002b12"),
    warn=_c("#ffcb5c"),
    warn_soft=_c("#2e2000"),
    error=_c("#ffa3a8"),
    error_soft=_c("#380408"),
    call=_c("#6dffa5"),
    hang_up=_c("#ffa3a8"),
    on_action=_c("#000000"),
    wave=_c("#8fd4ff"),
    speech=_c("#5cf2e1"),
    prompt=_c("#eab8ff"),
    tone=_c("#ffb873"),
    alert=_c("#ffcb5c"),
    track=_c("#3a3a3a"),
    syntax_key=_c("#b9bdff"),
    syntax_string=_c("#8dffc0"),
    syntax_number=_c("#ffc08f"),
    syntax_literal=_c("#eab8ff"),
)
"""For those who need more than the others have: text 7:1 everywhere (WCAG 1.4.6)."""

_current: Tokens = LIGHT
_scheme: Scheme = "system"
_follows_system = False


def tokens() -> Tokens:
    """Return the colours that hold now."""
    return _current


def apply_theme(app: QApplication, scheme: Scheme) -> None:
    """Put on ``scheme``; ``system`` follows the desktop, now and when it changes."""
    global _current, _scheme, _follows_system
    _scheme = scheme
    if not _follows_system:
        fonts.load(app)
        app.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(_system_changed)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(_system_changed)
        _follows_system = True
    chosen = _tokens_of(scheme)
    if chosen is _current and app.styleSheet():
        return
    _current = chosen
    set_icon_colors(chosen)
    app.setPalette(palette(chosen))
    app.setStyleSheet(stylesheet(chosen))


def palette(t: Tokens) -> QPalette:
    """Return the palette of ``t``, with its Disabled group."""
    p = QPalette()
    role = QPalette.ColorRole
    for which, color in (
        (role.Window, t.surface),
        (role.WindowText, t.text),
        (role.Base, t.card),
        (role.AlternateBase, t.raised),
        (role.ToolTipBase, t.raised),
        (role.ToolTipText, t.text),
        (role.PlaceholderText, t.muted),
        (role.Text, t.text),
        (role.Button, t.card),
        (role.ButtonText, t.text),
        (role.BrightText, t.error),
        (role.Light, t.hover),
        (role.Midlight, t.border),
        (role.Mid, t.outline),
        (role.Dark, t.outline),
        (role.Shadow, t.outline),
        (role.Highlight, t.accent),
        (role.HighlightedText, t.accent_text),
        (role.Link, t.accent),
        (role.LinkVisited, t.accent),
        (role.Accent, t.accent),
    ):
        p.setColor(which, color)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        p.setColor(QPalette.ColorGroup.Disabled, which, t.muted)
    p.setColor(QPalette.ColorGroup.Disabled, role.Highlight, t.border)
    return p


def blend(one: QColor, other: QColor, share: float) -> QColor:
    """Return ``share`` (0..1) of ``one`` over ``other``, opaque."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * rest,
        one.greenF() * share + other.greenF() * rest,
        one.blueF() * share + other.blueF() * rest,
    )


def set_variant(widget: QWidget, name: str, value: str | bool) -> None:
    """Change a dynamic property that ``app.ui.stylesheet`` knows, also while it is shown."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _tokens_of(scheme: Scheme) -> Tokens:
    if scheme == "system":
        hints = QGuiApplication.styleHints()
        if _wants_contrast(hints):
            return CONTRAST
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}[scheme]


def _wants_contrast(hints: QStyleHints) -> bool:
    """Whether the desktop asks for high contrast; Qt tells since 6.10."""
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def _system_changed() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and _scheme == "system":
        apply_theme(app, "system")


__all__ = [
    "CONTRAST",
    "DARK",
    "LIGHT",
    "SPACE",
    "Tokens",
    "apply_theme",
    "blend",
    "icon",
    "palette",
    "set_variant",
    "tokens",
]
