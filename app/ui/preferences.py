"""What the window remembers: geometry, last bot, last caller. Not settings: nothing here changes a
call by itself.

Kept in ``callsim/window.ini`` of the user's configuration folder (``XDG_CONFIG_HOME``).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QStandardPaths

BOT_KEY: Final = "phone/bot"
"""The address in the phone's form."""

RECENT_BOTS: Final = 8
"""As many as a drop-down shows without scrolling."""


def preferences() -> QSettings:
    """Open the file; cheap, so nobody keeps it open. GUI thread."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return QSettings(str(Path(folder) / "callsim" / "window.ini"), QSettings.Format.IniFormat)


def remembered(name: str, default: str = "") -> str:
    """Return a remembered text."""
    value = preferences().value(name, default)
    return value if isinstance(value, str) else default


def remember(name: str, value: str) -> None:
    """Keep a text."""
    preferences().setValue(name, value)


def recent_bots() -> list[str]:
    """Return the addresses that were called last, the newest first."""
    return [line for line in remembered("phone/recentBots").split("\n") if line]


def remember_bot(address: str) -> None:
    """Put ``address`` in front of the recent ones."""
    rest = [known for known in recent_bots() if known != address]
    remember("phone/recentBots", "\n".join([address, *rest][:RECENT_BOTS]))
