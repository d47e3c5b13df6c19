"""A recording as it would have gone with other parameters, for the timeline to show."""

from __future__ import annotations

from dataclasses import dataclass

from app.engine.recording import Ending, Turn
from app.engine.states import Phase
from app.ui.timeline.lanes import Stage


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Samples of the call: the recording began at ``start``, its audio goes to ``audio_end``.

    ``ending`` (samples of the recording) is ``None`` where that does not decide it.
    """

    operation: str
    start: int
    audio_end: int
    turns: tuple[Turn, ...]
    ending: Ending | None

    @property
    def end(self) -> int:
        """Where it would end, or where it is not known any more."""
        return self.audio_end if self.ending is None else self.start + self.ending.sample

    @property
    def stages(self) -> list[Stage]:
        """Its phases as far as they are known."""
        marks = [(Phase.LISTENING, self.start)]
        for turn in self.turns:
            phase = Phase.SPEAKING if turn.started else Phase.PAUSING
            marks.append((phase, min(self.start + turn.sample, self.end)))
        stops = [*(start for _, start in marks[1:]), self.end]
        return [
            Stage(phase, start, stop)
            for (phase, start), stop in zip(marks, stops, strict=True)
            if stop > start
        ]
