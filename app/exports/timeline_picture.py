"""A call over time as a picture: SVG made from its records. Pure.

Events stand at the call's own clock (its samples), exchanges at the wall clock since the call
began; both begin together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from app.runtime.records import Record
from app.runtime.saved_calls import SavedCall

WIDTH: Final = 1000
LEFT: Final = 110
LANE: Final = 30
TOP: Final = 8
AXIS: Final = 26
BAR: Final = 14
SMALLEST: Final = 2.0
"""Pixels of a bar that would not be seen."""

LANES: Final = (
    ("bot", "Bot speaks"),
    ("recording", "Recording"),
    ("speech", "Caller speaks"),
    ("key", "Keys"),
    ("in", "From the bot"),
    ("out", "To the bot"),
)
_STEPS: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600)


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that lasts, in seconds of the call; ``end`` equal to ``start`` is a moment."""

    lane: str
    start: float
    end: float
    title: str
    failed: bool = False


def bars_of(call: SavedCall) -> list[Bar]:
    """Return what the picture of ``call`` shows."""
    last = max((_seconds(call, record) for record in call.records), default=0.0)
    return [
        *_spans(call.records, "bot", ("promptStarted",), ("promptEnded", "ended"), "prompt", last),
        *_spans(call.records, "bot", ("beepStarted",), ("recordingStarted", "ended"), "beep", last),
        *_spans(call.records, "recording", ("recordingStarted",), ("ended",), "recording", last),
        *_spans(
            call.records, "speech", ("speechStarted",), ("speechEnded", "ended"), "speech", last
        ),
        *_moments(call),
    ]


def timeline_svg(call: SavedCall) -> str:
    """Return the picture; its colours are the classes of :data:`LANES`, ``failed`` and ``axis``."""
    bars = bars_of(call)
    whole = max([bar.end for bar in bars] + [_seconds(call, r) for r in call.records] + [1.0])
    scale = (WIDTH - LEFT - 10) / whole
    height = TOP + LANE * len(LANES) + AXIS
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" xmlns="http://www.w3.org/2000/svg">',
        f"<title>{escape(_spoken(bars, whole))}</title>",
    ]
    parts += _grid(whole, scale, height)
    for number, (name, title) in enumerate(LANES):
        y = TOP + number * LANE
        parts.append(f'<text class="lane" x="0" y="{y + BAR + 3}">{escape(title)}</text>')
        for bar in bars:
            if bar.lane == name:
                parts.append(_draw(bar, y + (LANE - BAR) / 2 - 2, scale))
    return "\n".join([*parts, "</svg>"])


def _draw(bar: Bar, y: float, scale: float) -> str:
    x = LEFT + bar.start * scale
    width = max(SMALLEST, (bar.end - bar.start) * scale)
    kind = f"{bar.lane} failed" if bar.failed else bar.lane
    return (
        f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{BAR}" rx="2">'
        f"<title>{escape(f'{bar.start:.3f} s: {bar.title}')}</title></rect>"
    )


def _grid(whole: float, scale: float, height: int) -> Iterator[str]:
    step = next((step for step in _STEPS if whole / step <= 12), _STEPS[-1] * 2)
    count = int(whole / step)
    for number in range(count + 1):
        x = LEFT + number * step * scale
        bottom = height - AXIS
        yield f'<line class="axis" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{bottom}"/>'
        yield (
            f'<text class="tick" x="{x:.1f}" y="{height - 8}" text-anchor="middle">'
            f"{number * step:g} s</text>"
        )


def _spans(
    records: Sequence[Record],
    lane: str,
    begins: Sequence[str],
    ends: Sequence[str],
    title: str,
    last: float,
) -> Iterator[Bar]:
    """Return what lasts from one kind of event to another of the same operation."""
    running: dict[str | None, float] = {}
    for record in records:
        if record.seconds is None:
            continue
        if record.kind in begins:
            running[record.operation_id] = record.seconds
        elif record.kind in ends and record.operation_id in running:
            start = running.pop(record.operation_id)
            yield Bar(lane, start, max(start, record.seconds), title)
    for start in running.values():
        yield Bar(lane, start, max(start, last), f"{title}, to no end that was kept")


def _moments(call: SavedCall) -> Iterator[Bar]:
    for record in call.records:
        exchange = record.exchange
        if exchange is not None:
            start = max(0.0, (exchange.started - call.info.started).total_seconds())
            lane = "in" if exchange.direction == "in" else "out"
            failed = exchange.error is not None or (exchange.status or 0) >= 400
            answer = exchange.status or exchange.error or "no answer"
            path = exchange.url.partition("?")[0]
            title = f"{exchange.method} …{path[-60:]}: {answer}"
            yield Bar(lane, start, start + exchange.seconds, title, failed)
        elif record.kind == "toneReceived" and record.seconds is not None:
            title = f"key {record.data.get('tone', '')} ({record.data.get('source', '')})"
            yield Bar("key", record.seconds, record.seconds, title)
        elif record.kind == "toneSent" and record.seconds is not None:
            title = f"tone {record.data.get('tone', '')}"
            yield Bar("bot", record.seconds, record.seconds, title)


def _seconds(call: SavedCall, record: Record) -> float:
    if record.seconds is not None:
        return record.seconds
    if record.kind == "recordingDiscarded":  # a minute after everything else
        return 0.0
    return max(0.0, (record.at - call.info.started).total_seconds())


def _spoken(bars: Sequence[Bar], whole: float) -> str:
    counts = [f"{sum(bar.lane == name for bar in bars)} x {title.lower()}" for name, title in LANES]
    return f"The call over {whole:.1f} s: {', '.join(counts)}"
