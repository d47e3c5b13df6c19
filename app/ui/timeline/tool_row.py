"""The timeline's buttons: play, loop, save; which call and operation; zoom; what if."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from app.ui import fonts
from app.ui.phone.elided_combo import ElidedCombo
from app.ui.recording.save_dialog import NOTICE
from app.ui.theme import SPACE, icon

ROOMY = 800
"""Width from which on the selectors and the position have room for their words."""


class ToolRow(QWidget):
    """GUI thread. Shows what it is told and says what is wanted."""

    play_wanted = Signal()
    loop_changed = Signal(bool)
    save_wanted = Signal()
    zoom_wanted = Signal(int)
    """1: closer; -1: more time."""
    fit_wanted = Signal()
    follow_wanted = Signal()
    what_if_wanted = Signal()
    clear_wanted = Signal()
    call_chosen = Signal(str)
    operation_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self.tr("Timeline"))
        self.title.setProperty("role", "title")
        self.play = self._button("play-fill", self.tr("Play (Space)"))
        self.loop = self._button("repeat", self.tr("Loop the selection (L)"))
        self.loop.setCheckable(True)
        self.position = QLabel()
        self.position.setFont(fonts.ui(fonts.SMALL, tabular=True))
        self.calls = self._selector(self.tr("Call"))
        self.operations = self._selector(self.tr("Operation"))
        self.what_if = self._button("git-branch", self.tr("What if…"))
        self.what_if.setText(self.tr("What if…"))
        self.what_if.setToolTip(
            self.tr("See how this recording would have ended with other parameters")
        )
        self.out = self._button("magnifying-glass-minus", self.tr("Show more time (−)"))
        self.fit = self._button("arrows-out-line-horizontal", self.tr("Fit the whole call (F)"))
        self.closer = self._button("magnifying-glass-plus", self.tr("Zoom in (+)"))
        self.follow = self._button("skip-forward-fill", self.tr("Follow the live call (End)"))
        self.follow.setCheckable(True)
        self.save = self._button("floppy-disk", self.tr("Save as WAV…"))
        words = self.tr("Save as WAV…, or drag it out of the window")
        self.save.setToolTip(f"{words}\n\n{NOTICE}")
        self.clear = self._button("trash", self.tr("Clear: discard what is kept of this call"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        row.addWidget(self.title)
        row.addSpacing(SPACE // 2)
        for widget in (self.play, self.loop, self.position):
            row.addWidget(widget)
        row.addStretch(1)
        for box in (self.calls, self.operations):
            row.addWidget(box)
        for button in (
            self.what_if,
            self.out,
            self.fit,
            self.closer,
            self.follow,
            self.save,
            self.clear,
        ):
            row.addWidget(button)
        self._connect()

    def show_playing(self, *, playing: bool) -> None:
        """Show whether the button stops or plays."""
        self.play.setIcon(icon("stop-fill" if playing else "play-fill"))
        name = self.tr("Stop (Space)") if playing else self.tr("Play (Space)")
        self.play.setToolTip(name)
        self.play.setAccessibleName(name)

    def show_choices(self, box: QComboBox, choices: list[tuple[str, str]], chosen: str) -> None:
        """Fill a selector with pairs of id and words; it is seen only where there is a choice."""
        known = [(str(box.itemData(i)), box.itemText(i)) for i in range(box.count())]
        box.blockSignals(True)
        if known != choices:
            box.clear()
            for identity, words in choices:
                box.addItem(words, identity)
        box.setCurrentIndex(box.findData(chosen))
        box.blockSignals(False)
        box.setVisible(len(choices) > 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where it is narrow the title and the words of the button go first."""
        roomy = self.width() >= ROOMY
        self.title.setVisible(roomy)
        style = Qt.ToolButtonStyle
        self.what_if.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if roomy else style.ToolButtonIconOnly
        )
        self.calls.setMinimumContentsLength(9 if roomy else 7)
        self.operations.setMinimumContentsLength(22 if roomy else 14)

    def _button(self, icon_name: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(16, 16))
        button.setProperty("kind", "quiet")
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _selector(self, name: str) -> QComboBox:
        box = ElidedCombo()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(9)
        box.setMaximumWidth(230)
        box.hide()
        return box

    def _connect(self) -> None:
        self.play.clicked.connect(self.play_wanted)
        self.loop.toggled.connect(self.loop_changed)
        self.save.clicked.connect(self.save_wanted)
        self.out.clicked.connect(lambda: self.zoom_wanted.emit(-1))
        self.closer.clicked.connect(lambda: self.zoom_wanted.emit(1))
        self.fit.clicked.connect(self.fit_wanted)
        self.follow.clicked.connect(self.follow_wanted)
        self.what_if.clicked.connect(self.what_if_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        self.calls.activated.connect(lambda i: self.call_chosen.emit(self.calls.itemData(i)))
        self.operations.activated.connect(
            lambda i: self.operation_chosen.emit(self.operations.itemData(i))
        )
