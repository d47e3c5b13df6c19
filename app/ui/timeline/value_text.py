"""The timeline in words, for those who do not see it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.engine.timebase import SAMPLE_RATE
from app.ui.inspector import formats
from app.ui.presenters.phase_text import phase_name
from app.ui.timeline.lanes import Lanes, TimerName
from app.ui.timeline.trace import Trace
from app.ui.timeline.wave_painter import threshold

translate = QCoreApplication.translate


def timer_name(name: TimerName) -> str:
    """Return the name of a timer, in full."""
    return {
        "initial_silence": translate("Timeline", "Initial silence"),
        "max_silence": translate("Timeline", "Pause"),
        "max_duration": translate("Timeline", "Maximum duration"),
    }[name]


def speech_text(trace: Trace, sample: int) -> str:
    """Return how likely it was speech there, and from where on it counts; empty where the detector
    did not listen."""
    judged = trace.judged(sample)
    if judged is None:
        return ""
    value, sensitivity = judged
    words = translate("Timeline", "speech {value} (counts from {threshold})")
    return words.format(value=f"{value:.2f}", threshold=f"{threshold(sensitivity):.2f}")


def describe(
    lanes: Lanes,
    trace: Trace | None,
    cursor: int | None,
    selection: tuple[int, int] | None,
    *,
    live: bool,
) -> str:
    """Return where the cursor is and what goes on there; without a cursor, what there is in all."""
    if trace is None:
        return translate("Timeline", "No call yet")
    parts = []
    if cursor is None:
        length = formats.length(trace.now / SAMPLE_RATE)
        words = (
            translate("Timeline", "Call going on, {n} operations")
            if live
            else translate("Timeline", "Call of {length}, {n} operations")
        )
        parts.append(words.format(length=length, n=len(lanes.runs)))
    else:
        parts.append(formats.call_time(cursor / SAMPLE_RATE))
        parts += [speech] if (speech := speech_text(trace, cursor)) else []
        there = lanes.at(cursor)
        if there is not None:
            run, stage = there
            parts.append(f"{run.facts.kind}: {phase_name(stage.phase)}")
            parts += [
                translate("Timeline", "{timer}: {left} s left").format(
                    timer=timer_name(timer.name), left=f"{timer.left(cursor) / SAMPLE_RATE:.1f}"
                )
                for timer in run.timers
                if timer.start <= cursor and (timer.end is None or cursor <= timer.end)
            ]
    if selection is not None:
        seconds = (selection[1] - selection[0]) / SAMPLE_RATE
        parts.append(translate("Timeline", "{n} s selected").format(n=f"{seconds:.2f}"))
    return ", ".join(parts)
