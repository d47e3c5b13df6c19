"""The inspector: filter bar and list over the detail of the chosen entry."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QVBoxLayout, QWidget

from app.runtime.records import Record
from app.settings import Settings
from app.ui.accessible import set_role
from app.ui.core_link import CoreLink
from app.ui.inspector.exchange_actions import ExchangeActions
from app.ui.inspector.exchange_detail import ExchangeDetail
from app.ui.inspector.exchange_filter import Choice, ExchangeFilter
from app.ui.inspector.exchange_list import ExchangeList
from app.ui.inspector.exchange_model import ExchangeModel
from app.ui.inspector.export_menu import ExportMenu
from app.ui.inspector.filter_bar import FilterBar
from app.ui.short_room import ShortRoom
from app.ui.snapshot_feed import FRAME_MS
from app.ui.theme import SPACE, icon

ROWS: Final = 60
"""Pixels for the head and one row."""
DETAIL: Final = 104
"""Its tabs, and the line that says most."""


class InspectorPanel(QWidget):
    """Follows the journal by itself. GUI thread."""

    edit_wanted = Signal(str, str, str)
    """Method, address and body of a request that the user wants in the composer."""
    recording_wanted = Signal(str)
    """The id of the operation whose recording the user wants to hear."""
    said = Signal(str)
    """A message for the user, such as that something was copied."""
    call_export_wanted = Signal(str)
    """The id of a call that is to be exported."""
    rows_export_wanted = Signal(object)
    """The records that are to be exported, oldest first."""
    exchange_selected = Signal(int)
    """The number of the record that is in front now, whoever chose it."""

    def __init__(self, link: CoreLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Record] = []
        # Records of one frame (a busy call, or the journal at the start) go in at once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FRAME_MS)
        self._soon.timeout.connect(self._take_in)
        self.model = ExchangeModel(parent=self)
        self._settings_changed(link.settings)
        self.shown = ExchangeFilter(self.model, self)
        self.bar = FilterBar(self)
        self.list = ExchangeList(self.shown, self)
        self.deeds = ExchangeActions(link, self)
        self.exports = ExportMenu(self.list, self)
        self.detail = ExchangeDetail(self.deeds, self)
        self._lay_out()
        self.bar.choice_changed.connect(self._choose)
        self.bar.text_changed.connect(self._seek)
        self.bar.left.connect(self.list.setFocus)
        self.list.chosen.connect(self._choose_record)
        self.list.pair_chosen.connect(self.detail.show_pair)
        self.list.key_pressed.connect(self._key_pressed)
        self.list.menu_wanted.connect(self._open_menu)
        self.deeds.edit_wanted.connect(self.edit_wanted)
        self.deeds.pin_wanted.connect(self._pin)
        self.deeds.said.connect(self.said)
        self.bar.export_wanted.connect(self._open_exports)
        self.exports.call_wanted.connect(self.call_export_wanted)
        self.exports.rows_wanted.connect(self.rows_export_wanted)
        self.detail.recording_wanted.connect(self.recording_wanted)
        link.record_added.connect(self._record_added)
        link.settings_changed.connect(self._settings_changed)

    def select_exchange(self, seq: int) -> None:
        """Select the record with this number, showing everything if the filter hides it; one that
        is no longer kept changes nothing."""
        self._take_in()
        if not self.list.choose(seq) and self.model.number_of(seq) is not None:
            self.bar.clear()
            self.list.choose(seq)

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Inspector"))
        set_role(self, QAccessible.Role.Grouping)
        upper = _card(self)
        above = QVBoxLayout(upper)
        above.setContentsMargins(1, SPACE, 1, 1)
        above.setSpacing(SPACE)
        bar = QVBoxLayout()
        bar.setContentsMargins(SPACE + SPACE // 2, SPACE // 2, SPACE + SPACE // 2, 0)
        bar.addWidget(self.bar)
        above.addLayout(bar)
        above.addWidget(self.list, 1)
        lower = _card(self)
        below = QVBoxLayout(lower)
        below.setContentsMargins(SPACE + SPACE // 2, SPACE // 2, SPACE + SPACE // 2, SPACE)
        below.addWidget(self.detail)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setObjectName("inspector")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(SPACE)
        splitter.addWidget(upper)
        splitter.addWidget(lower)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([600, 400])
        self.list.setMinimumHeight(ROWS)
        lower.setMinimumHeight(DETAIL)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ShortRoom(splitter))

    # -- what the signals bring --------------------------------------------------------------

    def _record_added(self, record: Record) -> None:
        self._waiting.append(record)
        if not self._soon.isActive():
            self._soon.start()

    def _take_in(self) -> None:
        records, self._waiting = self._waiting, []
        self.model.append(records)
        self.bar.set_errors(self.model.errors)
        self.bar.set_pinned(len(self.model.pinned))

    def _settings_changed(self, settings: Settings) -> None:
        self.model.set_limit(
            settings.journal_records,
            settings.journal_megabytes * 1_000_000,
            settings.journal_disk * 1_000_000,
        )

    def _choose(self, choice: Choice) -> None:
        self.shown.choose(choice)
        self.list.refresh_empty()

    def _seek(self, text: str) -> None:
        self.shown.seek(text)
        self.list.refresh_empty()

    def _key_pressed(self, letter: str, record: Record) -> None:
        match letter:
            case "r":
                self.deeds.replay(record)
            case "d":
                self.deeds.edit(record)
            case "c":
                self.deeds.copy(record)
            case "p":
                self._pin(record.seq)

    def _open_menu(self, record: Record, place: QPoint) -> None:
        menu = self.deeds.menu(record, self, pinned=record.seq in self.model.pinned)
        menu.addSeparator()
        inner = menu.addMenu(icon("export"), self.tr("Export"))
        self.exports.fill(inner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _open_exports(self, place: QPoint) -> None:
        menu = QMenu(self)
        self.exports.fill(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _pin(self, seq: int) -> None:
        self.model.pin(seq)
        self.bar.set_pinned(len(self.model.pinned))

    def _choose_record(self, record: Record | None) -> None:
        if record is None:
            self.detail.show_record(None)
            return
        self.detail.show_record(record, self.model.call_created(record), self.model.trigger(record))
        self.exchange_selected.emit(record.seq)


def _card(parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("card", True)
    return card
