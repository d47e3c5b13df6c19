"""Keeps the window's settings between runs: a JSON file in the user's configuration folder.

Only what differs from the defaults is written, so that a default can get better. Secrets have no
place in it.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path

from platformdirs import user_config_path

from app.settings import SettingError, Settings, default_of
from app.whole_file import write_whole

log = logging.getLogger(__name__)


def settings_path() -> Path:
    """Return where the settings are kept."""
    return user_config_path("callsim", appauthor=False) / "settings.json"


def load() -> Settings:
    """Return the kept settings; what cannot be read is left out with a warning in the log."""
    settings = Settings()
    path = settings_path()
    try:
        kept = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return settings
    except (OSError, ValueError) as error:
        log.warning("%s cannot be read (%s): using the defaults", path, error)
        return settings
    if not isinstance(kept, dict):
        log.warning("%s holds no settings: using the defaults", path)
        return settings
    for name, value in kept.items():
        try:
            settings = settings.set(name, value)
        except SettingError as error:
            log.warning("%s: %s", path, error)
    return settings


def save(settings: Settings) -> None:
    """Write what differs from the defaults, whole or not at all. Raises OSError."""
    changed = {n: v for n, v in settings.as_dict().items() if v != default_of(n)}
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, f"{json.dumps(changed, indent=2)}\n".encode())
