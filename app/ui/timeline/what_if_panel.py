"""What if: other parameters for a finished recording, and how it would have ended with them."""

from __future__ import annotations

import asyncio
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.runtime.tasks import TaskOwner
from app.ui import fonts, theme
from app.ui.presenters.outcome_text import Ending, sentence
from app.ui.theme import SPACE
from app.ui.timeline.case import Answer, Case, Choice, answer, read_stop_tones

MOST: Final = 120.0
"""Seconds: what Graph allows for each limit (a request of 2018 may have had more)."""
STEPS: Final = 100
"""Of the sensitivity's slider."""


class WhatIfPanel(QFrame):
    """Shows a :class:`Case`; the rules run in a worker, the newest question wins. GUI thread."""

    decided = Signal(object)
    """The :class:`Hypothesis` to be shown, ``None`` while the panel is not seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = TaskOwner()
        self._case: Case | None = None
        self._answer: Answer | None = None
        self._busy = False
        self._again = False
        self._setting = False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._ask)
        self.limits = {
            "initial_silence": self._seconds(self.tr("Initial silence")),
            "max_silence": self._seconds(self.tr("Pause")),
            "max_duration": self._seconds(self.tr("Duration")),
        }
        self.stop_tones = QLineEdit()
        self.stop_tones.setAccessibleName(self.tr("Stop tones"))
        self.stop_tones.setPlaceholderText(self.tr("none"))
        self.stop_tones.setMinimumWidth(60)
        self.stop_tones.setToolTip(self.tr("Keys between spaces, such as # 1 *"))
        self.sensitivity = QSlider(Qt.Orientation.Horizontal)
        self.sensitivity.setRange(0, STEPS)
        self.sensitivity.setAccessibleName(self.tr("Sensitivity of the speech detector"))
        self.sensitivity.setMinimumWidth(60)
        self.level = QLabel()
        self.level.setFont(fonts.ui(tabular=True))
        self.tones_in_audio = QCheckBox(self.tr("Keys heard in the audio count"))
        self.silence = QCheckBox(self.tr("Assume silence where the audio is over"))
        self.reset = QToolButton()
        self.reset.setIcon(theme.icon("arrow-counter-clockwise"))
        self.reset.setProperty("kind", "quiet")
        self.reset.setToolTip(self.tr("As it was: the parameters that the recording had"))
        self.reset.setAccessibleName(self.tr("As it was"))
        self.real = QLabel()
        self.verdict = QLabel()
        self.hint = QLabel()
        self._lay_out()
        self._connect()
        self.show_case(None, "")

    @property
    def answer(self) -> Answer | None:
        """The last answer to what is chosen now."""
        return self._answer

    def show_case(self, case: Case | None, real: str) -> None:
        """Show another recording (``None``: there is none), or more of its audio; ``real`` says how
        it ended. What is chosen stays while it is the same recording."""
        before, self._case = self._case, case
        if case is None and before is None and self.verdict.text():
            return
        self.form.setEnabled(case is not None)
        if case is None:
            self._answer = None
            self.verdict.setText(self.tr("No finished recording is in front."))
            self.hint.setText(
                self.tr("When a recordResponse has ended, its limits can be changed here.")
            )
            self.real.clear()
            self.decided.emit(None)
            return
        self.real.setText(real)
        if before is None or before.operation != case.operation:
            self.as_it_was()
        elif before.length != case.length or before.keys != case.keys:
            self._soon.start()

    def as_it_was(self) -> None:
        """Choose the parameters that the recording had."""
        if self._case is None:
            return
        real = self._case.real
        self._setting = True
        for name, box in self.limits.items():
            value = getattr(real, name)
            box.setMaximum(max(MOST, value))
            box.setValue(value)
        self.stop_tones.setText(" ".join(real.stop_tones))
        self.sensitivity.setValue(round(real.sensitivity * STEPS))
        self.tones_in_audio.setChecked(real.tones_in_audio)
        self.tones_in_audio.setEnabled(real.tones_in_audio)
        self.silence.setChecked(False)
        self._setting = False
        self._changed()

    async def close_panel(self) -> None:
        """End what runs in the background; to be awaited before the window's loop ends."""
        self._soon.stop()
        await self._tasks.stop()

    # -- asking ------------------------------------------------------------------------------

    def _changed(self) -> None:
        if self._setting:
            return
        self.level.setText(f"{self.sensitivity.value() / STEPS:.2f}")
        self._soon.start()

    def _choice(self) -> Choice | None:
        try:
            tones = read_stop_tones(self.stop_tones.text())
        except ValueError as error:
            words = self.tr("“{key}” is no key: use 0 to 9, *, # and A to D.")
            self.hint.setText(words.format(key=error))
            return None
        real = self._case.real if self._case is not None else None
        level = self.sensitivity.value() / STEPS
        if real is not None and self.sensitivity.value() == round(real.sensitivity * STEPS):
            level = real.sensitivity
        return Choice(
            **{name: box.value() for name, box in self.limits.items()},
            stop_tones=tones,
            sensitivity=level,
            tones_in_audio=self.tones_in_audio.isChecked(),
            silence=self.silence.isChecked(),
        )

    def _ask(self) -> None:
        if self._case is None or not self.isVisible():
            return
        if self._busy:
            self._again = True
            return
        choice = self._choice()
        if choice is not None:
            self._busy, self._again = True, False
            self._tasks.start(self._run(self._case, choice), "what if")

    async def _run(self, case: Case, choice: Choice) -> None:
        try:
            found = await asyncio.to_thread(answer, case, choice)
        finally:
            self._busy = False
        if self._again:
            self._soon.start()
        elif self._case is not None and case.operation == self._case.operation:
            self._show(case, choice, found)

    def _show(self, case: Case, choice: Choice, found: Answer) -> None:
        self._answer = found
        self.reset.setEnabled(choice != case.real)
        if found.outcome is None:
            words = self.tr("Undecided: the audio ends at {n} s of the recording.")
            self.verdict.setText(words.format(n=f"{found.seconds:.1f}"))
            self.hint.setText(self.tr("The call went on otherwise from there, or has ended."))
        else:
            self.verdict.setText(
                sentence(
                    Ending(found.outcome, found.seconds, found.tone, found.source, found.limit)
                )
            )
            self.hint.setText(self._difference(case, choice, found))
        self.verdict.setAccessibleDescription(self.hint.text())
        self.decided.emit(found.shown if self.isVisible() else None)

    def _difference(self, case: Case, choice: Choice, found: Answer) -> str:
        if choice == case.real:
            return self.tr("These are the parameters that it had.")
        if found.shown.end > found.shown.audio_end:
            return self.tr("Silence was assumed after the audio that was kept.")
        return self.tr("Decided on the same audio, by the same rules.")

    # -- Qt's calls --------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self.decided.emit(None)
        super().hideEvent(event)

    # -- building ----------------------------------------------------------------------------

    def _seconds(self, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setAccessibleName(name)
        box.setDecimals(1)
        box.setRange(0.1, MOST)
        box.setSingleStep(1.0)
        box.setSuffix(self.tr(" s"))
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        box.setMinimumWidth(76)  # explicit: three of them fit into the narrowest column
        return box

    def _lay_out(self) -> None:
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("What if"))
        self.verdict.setWordWrap(True)
        self.verdict.setFont(fonts.ui(fonts.TITLE, bold=True))
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self.real, self.hint):
            label.setWordWrap(True)
            label.setProperty("role", "muted")
        for label in (self.real, self.hint, self.verdict):
            label.setMinimumWidth(1)
        self.form = QWidget()
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(SPACE)
        limits = QHBoxLayout()
        limits.setSpacing(SPACE)
        for box in self.limits.values():
            limits.addWidget(_named(box, box.accessibleName()), 1)
        form.addLayout(limits)
        level = QWidget()
        line = QHBoxLayout(level)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.sensitivity, 1)
        line.addWidget(self.level)
        hearing = QHBoxLayout()
        hearing.setSpacing(2 * SPACE)
        hearing.addWidget(_named(self.stop_tones, self.tr("Stop tones")), 1)
        hearing.addWidget(_named(level, self.tr("Sensitivity")), 2)
        form.addLayout(hearing)
        for check in (self.tones_in_audio, self.silence):
            form.addWidget(check)
        head = QHBoxLayout()
        head.addWidget(self.verdict, 1)
        head.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(SPACE // 2)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self._was())
        column.addSpacing(SPACE)
        column.addWidget(self.form)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has it
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        page.setAutoFillBackground(False)  # the card's ground is behind it
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _was(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        name = QLabel(self.tr("It was:"))
        name.setProperty("role", "muted")
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.real, 1)
        return line

    def _connect(self) -> None:
        for box in self.limits.values():
            box.valueChanged.connect(self._changed)
        self.stop_tones.textChanged.connect(self._changed)
        self.sensitivity.valueChanged.connect(self._changed)
        self.tones_in_audio.toggled.connect(self._changed)
        self.silence.toggled.connect(self._changed)
        self.reset.clicked.connect(self.as_it_was)


def _named(widget: QWidget, name: str) -> QWidget:
    """Return ``widget`` below its name."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    label = QLabel(name)
    label.setProperty("role", "small")
    label.setMinimumWidth(1)
    label.setBuddy(widget)
    column.addWidget(label)
    column.addWidget(widget)
    return both
