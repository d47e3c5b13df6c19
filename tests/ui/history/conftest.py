"""What the tests of this folder share."""

from __future__ import annotations

from tests.helpers.keeping import collect_on_this_thread, keep

__all__ = ["collect_on_this_thread", "keep"]
