"""What is said below the timeline: why the operation in front ended, or what goes on in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.engine.timebase import SAMPLE_RATE
from app.ui.presenters.outcome_text import Ending, sentence
from app.ui.presenters.phase_text import going_on, status_name
from app.ui.timeline.lanes import WINNERS, Run

translate = QCoreApplication.translate


def run_sentence(run: Run | None) -> str:
    """Return e.g. ``Ended after 4.2 s: the caller pressed #. Completed, 200/8514.``"""
    if run is None:
        return translate("Timeline", "When the bot plays or records, it is seen here over time.")
    if run.ended is None:
        stages = run.stages
        pause = run.request.max_silence / SAMPLE_RATE if run.request is not None else 0.0
        return going_on(stages[-1].phase, pause) if stages else ""
    limit = None
    for name, cause in WINNERS.items():
        if cause is run.ended.cause and run.request is not None:
            limit = getattr(run.request, name) / SAMPLE_RATE
    return sentence(
        Ending(
            run.ended.outcome,
            seconds_of(run),
            run.key.tone if run.key is not None else None,
            run.key.source if run.key is not None else None,
            limit,
        )
    )


def seconds_of(run: Run) -> float:
    """Return how long an ended operation recorded (or, without a recording, ran)."""
    start = run.recording if run.recording is not None else run.began
    if run.end is None or start is None:
        return 0.0
    return max(0, run.end - start) / SAMPLE_RATE


def run_names(runs: Sequence[Run]) -> list[tuple[str, str]]:
    """Return id and words of each operation, for a selector."""
    found = []
    for number, run in enumerate(runs, 1):
        how = translate("Timeline", "running")
        if run.ended is not None:
            outcome = run.ended.outcome
            how = status_name(outcome.status)
            if outcome.subcode:
                how = f"{how} {outcome.subcode}"
        found.append((run.id, f"{number} · {run.facts.kind} · {how}"))
    return found
