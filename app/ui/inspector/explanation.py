"""What the Summary tab says about an entry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """``headline`` says what happened, ``sentences`` what it means, ``remedy`` what to do."""

    headline: str
    sentences: tuple[str, ...] = ()
    remedy: str = ""
