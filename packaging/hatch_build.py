"""Hatch's hook: a wheel carries the translations as the program reads them (.qm)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
import translations


class TranslationsHook(BuildHookInterface):  # type: ignore[misc]
    """Compiles before anything is collected."""

    def dependencies(self) -> list[str]:
        """Qt's compiler is needed only where there is something to compile."""
        return ["PySide6-Essentials>=6.8,<6.12"] if translations.stale() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make what is stale."""
        translations.compile_stale()
