"""How calls are to be exported: as what, with what, and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, get_args

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.exports.export import AUDIO, ENDINGS, Format, file_name
from app.exports.left_out import left_out
from app.runtime.records import Record
from app.runtime.saved_calls import SavedCall
from app.ui import theme
from app.ui.banner import Banner
from app.ui.history.export_job import ExportJob, Wish

SIZE: Final = QSize(520, 400)

Said = Callable[[str], None]


class ExportDialog(QDialog):
    """Beside the window, never modal. GUI thread.

    ``calls`` hold secrets and audio only where they are of this run, which ``of_this_run`` says;
    ``others`` are records that belong to no call (into HAR and JSON lines).
    """

    def __init__(
        self,
        calls: Sequence[SavedCall],
        parent: QWidget | None = None,
        *,
        of_this_run: bool = False,
        others: Sequence[Record] = (),
    ) -> None:
        super().__init__(parent)
        self._calls, self._others = calls, others
        self.setModal(False)
        self.setWindowTitle(self.tr("Export"))
        self.job = ExportJob(self)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Format"))
        for kind, text in self._kinds(only_records=not calls):
            self.kind.addItem(text, kind)
        self.secrets = QCheckBox(self.tr("With secrets: tokens, phone numbers, keyed digits"))
        self.secrets.setEnabled(of_this_run)
        if not of_this_run:
            self.secrets.setToolTip(self.tr("Only of calls of this run: others were kept without."))
        self.audio = QCheckBox(self.tr("With audio: what was recorded"))
        self.notes = QLabel()
        self.notes.setWordWrap(True)
        self.notes.setProperty("role", "small")
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.question = Banner()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.bar.hide()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.save = QPushButton(theme.icon("export", "accent_text"), self.tr("Save as…"))
        self.save.setProperty("kind", "primary")
        self._lay_out(len(calls))
        self._connect()
        self._changed()
        self.resize(SIZE)

    @property
    def format(self) -> Format:
        """The chosen format."""
        kind: Format = self.kind.currentData()
        return kind

    def export_to(self, path: Path) -> None:
        """Export to ``path`` in the background."""
        self.bar.setValue(0)
        self.bar.show()
        self.save.setEnabled(False)
        audio = self.audio.isChecked() and self.audio.isEnabled()
        self.job.start(
            Wish(self._calls, self.format, path, self.secrets.isChecked(), audio, self._others)
        )

    def reject(self) -> None:
        """Cancel, Escape and the cross: what runs is ended, or the dialog closes."""
        if self.job.running:
            self.job.cancel()
        else:
            super().reject()

    # -- inside ------------------------------------------------------------------------------

    def _kinds(self, *, only_records: bool) -> list[tuple[Format, str]]:
        names = {
            "har": self.tr("HTTP archive (HAR), for browsers and tools"),
            "html": self.tr("Report: one HTML page, for people"),
            "case": self.tr("Case file, for another Graph Call Simulator"),
            "jsonl": self.tr("Lines of JSON, for scripts"),
        }
        kinds: tuple[Format, ...] = get_args(Format)
        return [(k, names[k]) for k in kinds if not only_records or k in ("har", "jsonl")]

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._changed)
        self.audio.toggled.connect(self._changed)
        self.secrets.clicked.connect(self._ask)
        self.question.acted.connect(lambda number: self._answered(yes=number == 0))
        self.question.dismissed.connect(lambda: self._answered(yes=False))
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._ask_where)
        self.job.progressed.connect(lambda share: self.bar.setValue(round(share * 1000)))
        self.job.written.connect(self._written)
        self.job.failed.connect(self._failed)

    def _changed(self) -> None:
        possible = self.format in AUDIO and any(call.audio for call in self._calls)
        self.audio.setEnabled(possible)
        self.audio.setToolTip("" if possible else self.tr("No audio is kept, or not in this form."))
        audio = possible and self.audio.isChecked()
        notes = left_out(
            self._calls,
            secrets=self.secrets.isChecked(),
            audio=audio,
            events=self.format != "har",
            others=self._others,
        )
        self.notes.setText(self.tr("Left out:") + "".join(f"\n• {note}" for note in notes))

    def _ask(self) -> None:
        """Secrets are only taken along after a question."""
        if not self.secrets.isChecked():
            self._changed()
            return
        self.secrets.setChecked(False)
        self.question.show_message(
            "warn",
            self.tr("Really export secrets?"),
            self.tr("Whoever gets the file can read the tokens, numbers and keyed digits in it."),
            (self.tr("With secrets"), self.tr("Without")),
        )

    def _answered(self, *, yes: bool) -> None:
        self.question.hide()
        self.secrets.setChecked(yes)
        self._changed()

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        ending = ENDINGS[self.format]
        dialog.setNameFilter(f"*{ending}")
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.selectFile(file_name(self._calls, self.format))
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _written(self, path: str) -> None:
        self.save.setEnabled(True)
        self.bar.hide()
        self.cancel.setText(self.tr("Close"))
        self.question.show_message("info", self.tr("Saved"), path)

    def _failed(self, why: str) -> None:
        self.save.setEnabled(True)
        self.bar.hide()
        if why:
            self.question.show_message("error", self.tr("Not saved"), why)
        else:
            self.question.show_message("info", self.tr("Cancelled"), self.tr("No file was left."))

    def _lay_out(self, count: int) -> None:
        if count:
            words = self.tr("One call") if count == 1 else self.tr("{n} calls").format(n=count)
        else:
            words = self.tr("Entries: {n}").format(n=len(self._others))
        title = QLabel(words)
        title.setProperty("role", "title")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(theme.SPACE)
        for widget in (title, self.kind, self.audio, self.secrets, self.notes, self.question):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.bar)
        column.addLayout(buttons)
