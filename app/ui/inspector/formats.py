"""Figures as the inspector, the recording card and the composer print them; widths stay steady."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def clock_time(at: datetime) -> str:
    """Return the local time of day to the millisecond: ``14:03:22.071``."""
    local = at.astimezone()
    return f"{local:%H:%M:%S}.{local.microsecond // 1000:03d}"


def call_time(seconds: float) -> str:
    """Return time in a call to the millisecond: ``0:07.412``, ``1:02:03.000``, ``−0:00.010``."""
    sign = "−" if round(seconds, 3) < 0 else ""
    milliseconds = round(abs(seconds) * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    tail = f"{rest // 1000:02d}.{rest % 1000:03d}"
    return f"{sign}{hours}:{minutes:02d}:{tail}" if hours else f"{sign}{minutes}:{tail}"


def length(seconds: float) -> str:
    """Return the length of a recording to a tenth of a second: ``0:04.2``."""
    tenths = round(seconds * 10)
    minutes, rest = divmod(tenths, 600)
    return f"{minutes}:{rest // 10:02d}.{rest % 10}"


def duration(seconds: float) -> str:
    """Return how long something took, in three figures: ``0.42 ms``, ``12.4 ms``, ``1.24 s``."""
    milliseconds = seconds * 1000
    if milliseconds < 10:
        return f"{milliseconds:.2f} ms"
    if milliseconds < 100:
        return f"{milliseconds:.1f} ms"
    if milliseconds < 999.5:
        return f"{milliseconds:.0f} ms"
    return f"{seconds:.2f} s" if seconds < 100 else f"{seconds:.0f} s"


def short_size(count: int) -> str:
    """Return a size for a column: ``412 B``, ``1.2 kB``, ``48 kB``, ``3.1 MB``."""
    if count < 1000:
        return f"{count} B"
    if count < 9_950:
        return f"{count / 1000:.1f} kB"
    return f"{count / 1000:.0f} kB" if count < 999_500 else f"{count / 1e6:.1f} MB"


def size(count: int) -> str:
    """Return a size in bytes, with kB or MB beside it where that is easier to grasp."""
    if count < 10_000:
        return translate("Formats", "{n} bytes").format(n=f"{count:,}")
    short = f"{count / 1000:,.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:,.1f} MB"
    return translate("Formats", "{short} ({n} bytes)").format(short=short, n=f"{count:,}")
