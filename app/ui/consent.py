"""Asking the user whether a host off this machine may be contacted.

The core asks from its own thread and waits; the question stands as a banner in the window until it
is answered, and nothing else has to wait for it.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
from collections import deque
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.banner import Banner


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """May ``host`` be contacted for ``purpose`` (``webhook``, ``prompt``, …)?"""

    host: str
    purpose: str
    answer: concurrent.futures.Future[bool] = field(default_factory=concurrent.futures.Future)


class ConsentDesk(QObject):
    """Takes questions on any thread, also before there is a window."""

    asked = Signal(object)
    """A :class:`Question`."""

    def __init__(self) -> None:
        super().__init__()
        self._open: set[Question] = set()

    async def ask(self, host: str, purpose: str) -> bool:
        """Ask and wait for the answer (``app.runtime.ports.Consent``); on the core's loop."""
        question = Question(host, purpose)
        self._open.add(question)
        self.asked.emit(question)
        try:
            return await asyncio.wrap_future(question.answer)
        finally:
            self._open.discard(question)

    @property
    def waiting(self) -> tuple[Question, ...]:
        """The questions that nobody has answered."""
        return tuple(question for question in self._open if not question.answer.done())

    def refuse_all(self) -> None:
        """Answer what is still open with no: the window closes. GUI thread."""
        for question in self.waiting:
            settle(question, allowed=False)


def settle(question: Question, *, allowed: bool) -> None:
    """Answer ``question``, unless nobody waits for the answer any more."""
    if question.answer.set_running_or_notify_cancel():
        question.answer.set_result(allowed)


class ConsentBanner(Banner):
    """Shows one question after the other. Dismissing refuses."""

    def __init__(self, desk: ConsentDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: deque[Question] = deque()
        desk.asked.connect(self._add)
        for question in desk.waiting:  # asked before there was a window
            self._add(question)
        self.acted.connect(lambda index: self._answer(allowed=index == 0))
        self.dismissed.connect(lambda: self._answer(allowed=False))

    def _add(self, question: Question) -> None:
        self._questions.append(question)
        self._show()

    def _answer(self, *, allowed: bool) -> None:
        if self._questions:
            settle(self._questions.popleft(), allowed=allowed)
        self._show()

    def _show(self) -> None:
        while self._questions and self._questions[0].answer.done():
            self._questions.popleft()
        if not self._questions:
            self.hide()
            return
        question = self._questions[0]
        self.show_message(
            "warn",
            self.tr("May “{host}” be contacted?").format(host=question.host),
            self.tr(
                "It is not this computer, and a bot asked for it ({purpose}). The answer holds "
                "until the program ends."
            ).format(purpose=question.purpose),
            (self.tr("Allow"), self.tr("Refuse")),
        )
