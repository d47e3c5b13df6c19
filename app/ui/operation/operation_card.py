"""The operation card: what the bot's recordResponse does now, its timers, and why it ended."""

from __future__ import annotations

from collections import deque
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from app.engine.states import RECORDING, Phase
from app.runtime.calls import CallSnapshot
from app.runtime.records import Record
from app.ui import fonts
from app.ui.core_link import CoreLink
from app.ui.current_call import CurrentCall
from app.ui.operation.download_bar import DownloadBar
from app.ui.operation.empty_operation import EmptyOperation
from app.ui.operation.operation_head import OperationHead
from app.ui.operation.operation_row import OperationRow
from app.ui.operation.speech_meter import SpeechMeter
from app.ui.operation.stepper import Stepper
from app.ui.operation.timer_bar import TimerBar
from app.ui.presenters.operation_story import Stories, Story, TimerName
from app.ui.presenters.phase_text import telling
from app.ui.short_room import ShortRoom

OTHERS: Final = 3
"""Operations shown in a line each below the one in front, the newest, if there is room."""
WAITING: Final = 1000
"""Records kept of calls that were not seen yet: at the start all records come before all calls."""

NEEDED: Final = 220
"""Pixels of height; below 278 it scrolls."""


class OperationCard(QFrame):
    """Follows the newest call; the newest recordResponse is in front. GUI thread."""

    def __init__(self, link: CoreLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Operation"))
        self._current = CurrentCall()
        self._stories = Stories()
        self._waiting: deque[Record] = deque(maxlen=WAITING)
        self._announced = ""
        self._phase: tuple[str, Phase] | None = None
        """Operation and phase as shown."""
        self._idle = False
        self.head = OperationHead()
        self.stepper = Stepper()
        self.timers: dict[TimerName, TimerBar] = {
            "initial_silence": TimerBar(self.tr("Initial silence")),
            "max_silence": TimerBar(self.tr("Pause")),
            "max_duration": TimerBar(self.tr("Maximum duration")),
        }
        self.speech = SpeechMeter()
        self.download = DownloadBar()
        self.rows = [OperationRow() for _ in range(OTHERS)]
        self._sentence = QLabel()
        self._lay_out()
        link.call_changed.connect(self._call_changed)
        link.record_added.connect(self._record_added)

    @property
    def story(self) -> Story | None:
        """The operation in front."""
        return self._stories.front

    @property
    def sentence(self) -> str:
        """What goes on, or why it ended, as shown."""
        return self._sentence.text()

    def go_on_from(self, card: OperationCard) -> None:
        """Know what ``card`` knew, whose place this one takes: snapshots do not tell it again."""
        self._current, self._stories = card._current, card._stories
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()  # there may be room for more lines now

    # -- following ------------------------------------------------------------------------

    def _call_changed(self, snapshot: CallSnapshot) -> None:
        before = self._current.id
        if not self._current.take(snapshot):
            return
        if snapshot.id != before:
            self._stories = Stories()
            for record in self._waiting:
                if record.call_id == snapshot.id:
                    self._stories.hear(record)
        self._stories.take(snapshot)
        self.speech.show_detector(snapshot.detector)
        self._frame()

    def _record_added(self, record: Record) -> None:
        if record.exchange is not None or record.call_id is None:
            return
        if record.call_id == self._current.id:
            self._stories.hear(record)
        else:  # perhaps of a call whose first snapshot is still to come
            self._waiting.append(record)

    # -- showing --------------------------------------------------------------------------

    def _frame(self) -> None:
        """Within a phase every other frame will do: the card shows tenths of seconds."""
        story = self._stories.front
        same = story is not None and not story.ended and (story.id, story.phase) == self._phase
        self._idle = same and not self._idle
        if not self._idle:
            self._show()

    def _show(self) -> None:
        story = self._stories.front
        if story is None:
            self._pages.setCurrentIndex(0)
            return
        self._phase = (story.id, story.phase)
        self.head.show_story(story)
        self.stepper.show_story(story)
        recording = story.kind == "recordResponse"
        for name, bar in self.timers.items():
            bar.setVisible(recording)
            bar.show_timer(story.timer(name))
        self.speech.setVisible(recording)
        probability = story.operation.speech_probability if story.phase in RECORDING else None
        self.speech.show_probability(probability)
        self.download.show_download(None if story.ended else story.download)
        self._sentence.setText(telling(story))
        if self._sentence.font().bold() is not story.ended:
            self._sentence.setFont(fonts.ui(bold=story.ended))
        self._show_others(story)
        self._pages.setCurrentIndex(1)
        self._announce(story)

    def _show_others(self, front: Story) -> None:
        others = [story for story in self._stories.all if story.id != front.id]
        room = self._others.height() // self.rows[0].sizeHint().height()
        shown = others[::-1][: min(room, OTHERS)]
        self._line.setVisible(bool(shown))
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(shown))
            if index < len(shown):
                row.show_story(shown[index])

    def _announce(self, story: Story) -> None:
        if story.ended and self._announced != story.id:
            self._announced = story.id
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, story.ending))

    # -- building -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # Two lines always: the card does not jump when the sentence grows.
        self._sentence.setMinimumHeight(2 * self._sentence.fontMetrics().lineSpacing())
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._others = QWidget()
        # Explicit, so that the rows in it ask for no more: they show as far as there is room.
        self._others.setMinimumHeight(1)
        self._others.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        lines = QVBoxLayout(self._others)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for row in self.rows:
            row.hide()
            lines.addWidget(row)
        lines.addStretch(1)
        self._line = QFrame()
        self._line.hide()
        self._line.setFrameShape(QFrame.Shape.HLine)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        for widget in (
            self.head,
            self.stepper,
            self._sentence,
            self.download,
            *self.timers.values(),
            self.speech,
        ):
            column.addWidget(widget)
        column.addWidget(self._line)
        column.addWidget(self._others, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(EmptyOperation())
        self._pages.addWidget(ShortRoom(page, NEEDED))
