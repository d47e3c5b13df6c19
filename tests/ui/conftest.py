"""What the tests of the window share."""

from __future__ import annotations

from tests.helpers.window import world

__all__ = ["world"]
