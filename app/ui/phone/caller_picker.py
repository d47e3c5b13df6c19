"""Who speaks in the next call: the microphone, a sound file, nobody."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.resources import resource
from app.runtime.callers import CallerSpec
from app.ui import theme
from app.ui.phone.elided_combo import ElidedCombo
from app.ui.preferences import remember, remembered

DEMO: Final = "sounds/demo-caller.wav"
"""A caller that comes with the program, for those without a microphone."""

_CHOOSE: Final = "choose"
_KEY: Final = "phone/caller"


class CallerPicker(ElidedCombo):
    """Remembers the choice. The file dialog is opened, never executed."""

    caller_changed = Signal(object)
    """A :class:`CallerSpec`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Caller"))
        self.setToolTip(self.tr("Who speaks in the next call"))
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._dialog: QFileDialog | None = None
        self._microphone = True
        self._stands_in = False
        self._demo: CallerSpec | None = None
        self._fill()
        self.choose(CallerSpec.parse(remembered(_KEY, "live")))
        self.activated.connect(self._activated)

    @property
    def caller(self) -> CallerSpec:
        """The choice."""
        return self._chosen

    def choose(self, caller: CallerSpec) -> None:
        """Choose ``caller``; a file gets an entry of its own."""
        self._stands_in = False
        self._show(caller)
        remember(_KEY, str(caller))

    def choose_demo(self) -> bool:
        """Choose the demo caller; returns whether there is one."""
        if self._demo is not None:
            self.choose(self._demo)
        return self._demo is not None

    @property
    def wants_microphone(self) -> bool:
        """Whether the microphone is the choice, be there one or not."""
        return self._chosen.kind == "live" or self._stands_in

    def show_microphone(self, *, there: bool) -> None:
        """Let the demo caller stand in for a microphone that is not there, until it is."""
        if there is self._microphone:
            return  # who then chooses the microphone all the same shall have it
        self._microphone = there
        if there and self._stands_in:
            self._stands_in = False
            self._show(CallerSpec("live"))
        elif not there and self._chosen.kind == "live" and self._demo is not None:
            self._stands_in = True
            self._show(self._demo)

    def choose_file(self) -> None:
        """Ask for a sound file; returns at once."""
        dialog = QFileDialog(self, self.tr("Choose the caller's sound file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Sound files (*.wav *.flac *.ogg *.opus *.mp3)"),
                self.tr("All files (*)"),
            ]
        )
        if self._chosen.path is not None:
            dialog.setDirectory(str(self._chosen.path.parent))
        dialog.fileSelected.connect(lambda name: self.choose(CallerSpec("file", Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _fill(self) -> None:
        self.addItem(theme.icon("microphone"), self.tr("Live microphone"), "live")
        self.addItem(theme.icon("speaker-slash"), self.tr("Silence"), "silence")
        with contextlib.suppress(FileNotFoundError):
            self._demo = CallerSpec("file", resource(DEMO))
            self.addItem(theme.icon("user"), self.tr("Demo caller"), str(self._demo))
        self.addItem(theme.icon("folder-open"), self.tr("WAV file…"), _CHOOSE)

    def _show(self, caller: CallerSpec) -> None:
        index = self.findData(str(caller))
        if index < 0 and caller.path is not None:
            index = self.count() - 1
            self.insertItem(index, theme.icon("music-note"), caller.path.name, str(caller))
            self.setItemData(index, str(caller.path), Qt.ItemDataRole.ToolTipRole)
        self._chosen = caller
        with QSignalBlocker(self):
            self.setCurrentIndex(index)
        self.caller_changed.emit(caller)

    def _activated(self, index: int) -> None:
        data = self.itemData(index)
        if data != _CHOOSE:
            self.choose(CallerSpec.parse(data))
            return
        with QSignalBlocker(self):  # the choice stands until a file was chosen
            self.setCurrentIndex(self.findData(str(self._chosen)))
        self.choose_file()
