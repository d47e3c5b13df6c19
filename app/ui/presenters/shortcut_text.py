"""All keys of the window, in one table: the sheet shows it, and a test holds the sources to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

PALETTE: Final = "Ctrl+K"
SHEET: Final = ("F1", "?")
SETTINGS: Final = "Ctrl+,"
CALLS: Final = "Ctrl+H"
QUIT: Final = "Ctrl+Q"
PRESENT: Final = "F11"
DEMO: Final = "F9"
RESET: Final = "F5"
FLOAT: Final = "Ctrl+Shift+P"


@dataclass(frozen=True, slots=True)
class Group:
    """Keys of one part of the window; each row is keys and what they do."""

    title: str
    rows: tuple[tuple[str, str], ...]


def groups() -> list[Group]:
    """Return the table in the language that holds now."""
    return [
        Group(
            translate("ShortcutText", "Everywhere"),
            (
                (PALETTE, translate("ShortcutText", "All commands")),
                (" ".join(SHEET), translate("ShortcutText", "This sheet")),
                (SETTINGS, translate("ShortcutText", "Settings")),
                (CALLS, translate("ShortcutText", "Calls that were kept")),
                (PRESENT, translate("ShortcutText", "Presentation, and back")),
                (DEMO, translate("ShortcutText", "A demo that runs by itself")),
                (RESET, translate("ShortcutText", "In the presentation: back to the start")),
                (FLOAT, translate("ShortcutText", "Phone in front of all windows, and back")),
                (QUIT, translate("ShortcutText", "Quit")),
            ),
        ),
        Group(
            translate("ShortcutText", "Phone"),
            (
                ("0–9 * # +", translate("ShortcutText", "Number; in a call, tones")),
                ("Enter", translate("ShortcutText", "Call, or accept")),
                ("Backspace", translate("ShortcutText", "Erase the last digit")),
                ("Ctrl+Shift+A", translate("ShortcutText", "Accept")),
                ("Ctrl+Shift+H", translate("ShortcutText", "Hang up, or decline")),
                ("Ctrl+Shift+M", translate("ShortcutText", "Mute, and unmute")),
                ("Ctrl+Space", translate("ShortcutText", "Held down while muted: talk")),
                ("Ctrl+Shift+L", translate("ShortcutText", "Hold, and take back")),
                ("Ctrl+Shift+R", translate("ShortcutText", "Call the last one again")),
            ),
        ),
        Group(
            translate("ShortcutText", "Timeline"),
            (
                ("Space", translate("ShortcutText", "Play, and stop")),
                ("L", translate("ShortcutText", "Loop the selection")),
                ("F", translate("ShortcutText", "Fit the whole call")),
                ("+ −", translate("ShortcutText", "Less time, more time")),
                ("End", translate("ShortcutText", "Follow the live call")),
            ),
        ),
        Group(
            translate("ShortcutText", "Traffic"),
            (
                ("/", translate("ShortcutText", "Filter")),
                ("J K", translate("ShortcutText", "Next entry, previous entry")),
                ("R", translate("ShortcutText", "Replay")),
                ("D", translate("ShortcutText", "Edit and resend")),
                ("C", translate("ShortcutText", "Copy as cURL")),
                ("P", translate("ShortcutText", "Pin")),
                ("Shift+↓", translate("ShortcutText", "Compare with the next one")),
                ("Ctrl+F", translate("ShortcutText", "Find in the body")),
                ("Esc", translate("ShortcutText", "Choose nothing")),
            ),
        ),
        Group(
            translate("ShortcutText", "Composer"),
            (
                ("Ctrl+Enter", translate("ShortcutText", "Send")),
                ("Ctrl+Shift+F", translate("ShortcutText", "Indent the JSON")),
            ),
        ),
    ]
