"""Where the bridge to a real Graph is switched: mode, target, credentials, pairs. Never modal."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.runtime.bridge_desk import BridgeView, NoKeyring
from app.runtime.bridge_wish import BridgeWish, Secrets
from app.runtime.bridging import BridgeMode
from app.runtime.clock import SystemClock
from app.runtime.tasks import TaskOwner
from app.ui.bridge.bridge_badge import TICK_MS
from app.ui.bridge.bridge_link import BridgeLink
from app.ui.bridge.bridge_words import mode_meaning, mode_name, token_end, waiting
from app.ui.bridge.credentials_form import CredentialsForm
from app.ui.bridge.file_line import FileLine
from app.ui.bridge.pair_table import PairTable
from app.ui.bridge.questions import ask
from app.ui.theme import SPACE, icon

SIZE: Final = QSize(620, 640)


class BridgeDialog(QDialog):
    """GUI thread."""

    def __init__(self, bridge: BridgeLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._tasks = TaskOwner()
        self._clock = SystemClock()
        self.setWindowTitle(self.tr("Bridge to a real Graph"))
        self.setModal(False)
        self.mode = QComboBox(self)
        for mode in BridgeMode:
            self.mode.addItem(mode_name(mode), mode)
        self.mode.setAccessibleName(self.tr("Mode"))
        self.meaning = _small(self)
        # Two lines, always: what is below stays where it is.
        self.meaning.setMinimumHeight(2 * self.meaning.fontMetrics().lineSpacing() + 4)
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.target = QComboBox(self)
        self.target.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        written = QLineEdit(self.target)
        self.target.setLineEdit(written)
        for part in (self.target, written):
            part.setAccessibleName(self.tr("Target"))
        for address, name in bridge.clouds:
            self.target.addItem(address, name)
            self.target.setItemData(
                self.target.count() - 1, f"{address}: {name}", Qt.ItemDataRole.ToolTipRole
            )
        self.cloud = _small(self)
        self.credentials = CredentialsForm(self)
        self.ca_file = FileLine(self.tr("A further authority for TLS (PEM)"), self)
        self.callback = QLineEdit(self)
        self.callback.setPlaceholderText(self.tr("none: the bridge polls operations"))
        self.callback.setToolTip(
            self.tr(
                "Public https address whose tunnel leads to this machine's local Graph, for the "
                "notifications of the real service"
            )
        )
        self.pairs = PairTable(self)
        self.state = _small(self)
        self._view = bridge.view
        self._countdown = QTimer(self, interval=TICK_MS)
        self._countdown.timeout.connect(self._show_state)
        self.trouble = QLabel(self)
        self.trouble.setProperty("role", "error")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.report = QPushButton(icon("scales"), self.tr("Fidelity report…"), self)
        self.apply = QPushButton(self.tr("Apply"), self)
        self.apply.setProperty("kind", "primary")
        self.off = QPushButton(self.tr("Switch off"), self)
        self._lay_out()
        self.mode.currentIndexChanged.connect(self._mode_chosen)
        self.target.editTextChanged.connect(self._target_written)
        self.apply.clicked.connect(self._apply)
        self.off.clicked.connect(lambda: self._do(self._switch_off()))
        self.report.clicked.connect(self._save_report)
        self.pairs.added.connect(lambda mine, real: self._do(bridge.set_pair(mine, real)))
        self.pairs.removed.connect(lambda mine: self._do(bridge.remove_pair(mine)))
        bridge.changed.connect(self.show_view)
        self._mode_chosen()
        self._target_written()
        self.show_view(bridge.view)
        self.resize(SIZE)

    def open_beside(self) -> None:
        """Show it, in front; the window stays usable."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.mode.setFocus()
        self._do(self._open())

    async def stop(self) -> None:
        """End what is under way."""
        await self._tasks.stop()

    @property
    def chosen_mode(self) -> BridgeMode:
        """What the user chose (Qt keeps the text alone)."""
        return BridgeMode(self.mode.currentData())

    @property
    def wish(self) -> BridgeWish:
        """What the fields say. Raises ValueError."""
        return BridgeWish(
            mode=self.chosen_mode,
            target=self.target.currentText().strip(),
            credentials=self.credentials.chosen,
            secrets=self.credentials.secrets(),
            ca_file=self.ca_file.path or None,
            callback_url=self.callback.text().strip() or None,
        )

    def show_view(self, view: BridgeView) -> None:
        """Show how the bridge stands."""
        self._view = view
        self._show_state()
        self.off.setEnabled(view.mode is not BridgeMode.OFF)
        self.pairs.show_pairs(view.pairs)

    def _show_state(self) -> None:
        view, now = self._view, self._clock.now()
        parts = [self.tr("Now: {mode}").format(mode=mode_name(view.mode))]
        hold = waiting(view, now)
        if view.mode is not BridgeMode.OFF:
            parts += [view.name, hold, token_end(view, now)]
        self.state.setText(" · ".join(filter(None, parts)))
        if bool(hold) != self._countdown.isActive():
            self._countdown.start() if hold else self._countdown.stop()

    # -- what the user does ------------------------------------------------------------------

    def _mode_chosen(self) -> None:
        self.meaning.setText(mode_meaning(self.chosen_mode))

    def _target_written(self) -> None:
        names = dict(self._bridge.clouds)
        written = self.target.currentText().strip()
        self.cloud.setText(names.get(written, self.tr("An endpoint of your own")))

    def _apply(self) -> None:
        try:
            wish = self.wish
        except ValueError as error:
            self._show_trouble(str(error))
            return
        if wish.mode is BridgeMode.OFF:
            self._do(self._switch_off())
            return
        title = self.tr("Switch the bridge to {mode}?").format(mode=mode_name(wish.mode))
        text = self.tr("Target: {target}\n\n{meaning}\n\nWhat is sent there can place real calls.")
        text = text.format(target=wish.target, meaning=mode_meaning(wish.mode))
        self.question = ask(
            self, title, text, self.tr("Switch on"), lambda: self._do(self._switch_on(wish))
        )

    async def _switch_on(self, wish: BridgeWish) -> None:
        await self._bridge.switch(wish)
        if wish.credentials != "bot" and self.credentials.keep.isChecked():
            await self._keep(wish.target, wish.secrets)

    async def _keep(self, target: str, secrets: Secrets) -> None:
        try:
            await self._bridge.keep(target, secrets)
        except NoKeyring as error:
            self.credentials.keep.setChecked(False)
            self._show_trouble(str(error))

    async def _switch_off(self) -> None:
        await self._bridge.switch(None)
        self.credentials.clear()
        self.mode.setCurrentIndex(0)

    async def _open(self) -> None:
        self.show_view(await self._bridge.refresh())
        kept = await self._bridge.kept(self.target.currentText())
        if kept is not None:
            self.credentials.show_kept(kept)

    def _save_report(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the fidelity report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Markdown (*.md)"))
        dialog.setDefaultSuffix("md")
        dialog.selectFile("fidelity.md")
        dialog.fileSelected.connect(lambda path: self._do(self.write_report(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def write_report(self, path: str) -> None:
        """Write the report to ``path``. Raises ValueError."""
        text = await self._bridge.report()
        try:
            await asyncio.to_thread(Path(path).write_text, text, "utf-8")
        except OSError as error:
            words = self.tr("'{path}' cannot be written: {why}.")
            raise ValueError(words.format(path=path, why=error.strerror)) from None

    def _do(self, work: Coroutine[Any, Any, object]) -> None:
        async def _work() -> None:
            self.trouble.hide()
            try:
                await work
            except ValueError as error:
                self._show_trouble(str(error))
            self.show_view(await self._bridge.refresh())

        self._tasks.start(_work(), "switching the bridge")

    def _show_trouble(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.show()

    # -- building ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        inside = QWidget()
        form = QFormLayout()
        form.setSpacing(SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Mode"), _stack(self.mode, self.meaning))
        form.addRow(self.tr("Target"), _stack(self.target, self.cloud))
        form.addRow(self.tr("Credentials"), self.credentials)
        form.addRow(self.tr("CA file"), self.ca_file)
        form.addRow(self.tr("Callback URL"), self.callback)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.setSpacing(SPACE)
        column.addLayout(form)
        column.addWidget(self.pairs, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has it
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.report)
        buttons.addStretch(1)
        buttons.addWidget(self.off)
        buttons.addWidget(self.apply)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(16, 16, 8, 12)
        outside.setSpacing(SPACE)
        outside.addWidget(scroll, 1)
        outside.addWidget(self.trouble)
        outside.addWidget(self.state)
        outside.addLayout(buttons)
        for button in (self.report, self.off, self.apply):
            button.setAutoDefault(False)


def _small(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", "small")
    label.setWordWrap(True)
    return label


def _stack(upper: QWidget, lower: QWidget) -> QWidget:
    both = QWidget()
    upper.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    both.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(upper)
    column.addWidget(lower)
    return both
