"""Speech detectors, kept and used again: one takes 100 ms and 45 MB to load, nothing to reset."""

from __future__ import annotations

from app.engine.voice import SpeechModel, load_model


class DetectorPool:
    """Lends one detector to each call. ``take`` may block and runs in a worker."""

    def __init__(self) -> None:
        self._free: list[tuple[str, SpeechModel]] = []

    def take(self, name: str) -> SpeechModel:
        """Return a free detector of the kind ``name``, or load one. Raises ValueError."""
        for kept in self._free:
            if kept[0] == name:
                self._free.remove(kept)
                return kept[1]
        return load_model(name)

    def give_back(self, name: str, model: SpeechModel) -> None:
        """Keep ``model``, which was taken as ``name``, for the next call."""
        self._free.append((name, model))
