"""The list itself: follows the newest entry until the user scrolls up, and says what came below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.runtime.records import Record
from app.ui.inspector.exchange_delegate import ROW_HEIGHT, ExchangeDelegate
from app.ui.inspector.exchange_filter import ExchangeFilter
from app.ui.inspector.exchange_model import Column, ExchangeModel
from app.ui.theme import SPACE, icon

WIDTHS: Final = {
    Column.TIME: 84,
    Column.DIRECTION: 56,
    Column.NAME: 176,
    Column.STATUS: 92,
    Column.SIZE: 68,
    Column.DURATION: 78,
    Column.CALL: 84,
    Column.OPERATION: 84,
}
"""Pixels that the columns want; What takes the rest."""

NARROW: Final = 720
"""Below this width What has no column of its own: the delegate writes it behind the name."""
WIDE: Final = 1000
"""From this width on there is room for the ids of call and operation."""
MIDDLE: Final = 580
"""Below this one the size is left out."""
SLIM: Final = 460
"""Below this one the duration is left out too, and the way is an arrow without its word."""
SLIM_WIDTHS: Final = {Column.TIME: 74, Column.DIRECTION: 44, Column.STATUS: 86}

ACTION_KEYS: Final = "rdcp"
"""Letters as in mitmweb, and two of our own: replay, duplicate, copy, pin."""


class ExchangeList(QTableView):
    """GUI thread."""

    chosen = Signal(object)
    """The :class:`Record` of the current row, ``None`` where there is none."""
    pair_chosen = Signal(object, object)
    """Two rows are selected: the :class:`Record` further up, and the other one."""
    key_pressed = Signal(str, object)
    """A letter that does something with the current :class:`Record`: r, d, c, p."""
    menu_wanted = Signal(object, object)
    """The :class:`Record` under the pointer, and where that is on the screen."""

    def __init__(self, shown: ExchangeFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._following = True
        self._unseen = 0
        self._paired = False
        self._stretched: Column | None = None
        self.setModel(shown)
        self.setItemDelegate(ExchangeDelegate(self))
        self._set_up_view()
        self._pill = self._make_pill()
        self._empty = QLabel(self.viewport())
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        fill = QVBoxLayout(self.viewport())
        fill.setContentsMargins(4 * SPACE, 0, 4 * SPACE, 0)  # a low list has room for three lines
        fill.addWidget(self._empty)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        shown.rowsInserted.connect(self._inserted)
        shown.rowsRemoved.connect(self._refresh)
        shown.modelReset.connect(self._refresh)
        self._refresh()

    @property
    def record(self) -> Record | None:
        """Of the current row."""
        index = self.currentIndex()
        return self._shown.row(index.row()).record if index.isValid() else None

    @property
    def selected(self) -> list[Record]:
        """Of all selected rows, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._shown.row(row).record for row in rows]

    @property
    def shown(self) -> list[Record]:
        """Of all rows that the filter lets through, from the top."""
        return [self._shown.row(row).record for row in range(self._shown.rowCount())]

    @property
    def following(self) -> bool:
        """Whether the newest row stays in sight."""
        return self._following

    @property
    def unseen(self) -> int:
        """Rows that came below while the user looked further up."""
        return self._unseen

    def follow(self) -> None:
        """Go to the newest row and stay there."""
        self._following = True
        self.scrollToBottom()
        self._seen()

    def choose(self, seq: int) -> bool:
        """Select the record with this number, if it is shown; says whether it is."""
        number = self._shown.number_of(seq)
        if number is None:
            return False
        # Not selectRow: with Ctrl held, somewhere else, that would add to what is selected.
        flag = QItemSelectionModel.SelectionFlag
        index = self._shown.index(number, 0)
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        return True

    def refresh_empty(self) -> None:
        """Say why the list is empty, if it is; to be called when the filter changed."""
        self._refresh()
        if self._following:
            self.scrollToBottom()

    # -- Qt's calls --------------------------------------------------------------------------

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self._shown.row(current.row()).record if current.isValid() else None)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        # Counted first: somebody may select all of ten thousand.
        paired = len(self.selectionModel().selectedRows()) == 2
        if paired:
            self.pair_chosen.emit(*self.selected)
        elif self._paired:
            self.chosen.emit(self.record)
        self._paired = paired

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().lower()
        step = {"j": 1, "k": -1}.get(letter)
        count = self._shown.rowCount()
        if step is not None and count:
            number = min(max(self.currentIndex().row() + step, 0), count - 1)
            self.selectRow(number)
        elif letter and letter in ACTION_KEYS and self.record is not None:
            self.key_pressed.emit(letter, self.record)
        elif event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            place = event.globalPos()
        if self.record is not None:
            self.menu_wanted.emit(self.record, place)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; the filter field searches."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._place_pill()
        if self._following:
            self.scrollToBottom()

    # -- inside ------------------------------------------------------------------------------

    def _set_up_view(self) -> None:
        self.setAccessibleName(self.tr("Exchanges and events"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(32)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(False)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)

    def _fit_columns(self) -> None:
        width = self.viewport().width()
        stretched = Column.NAME if width < NARROW else Column.SUMMARY
        if stretched is not self._stretched:
            self._stretch(stretched)
        self.setColumnHidden(Column.DURATION, width < SLIM)
        self.setColumnHidden(Column.SIZE, width < MIDDLE)
        for column in (Column.CALL, Column.OPERATION):
            self.setColumnHidden(column, width < WIDE)
        for column, slim in SLIM_WIDTHS.items():
            self.setColumnWidth(column, slim if width < SLIM else WIDTHS[column])

    def _stretch(self, stretched: Column) -> None:
        """Let another column take the rest; the one before goes back to the width it wants."""
        mode = QHeaderView.ResizeMode
        self._stretched = stretched
        head = self.horizontalHeader()
        for column in Column:
            head.setSectionResizeMode(column, mode.Interactive)
        self.setColumnHidden(Column.SUMMARY, stretched is Column.NAME)
        self.setColumnWidth(Column.NAME, WIDTHS[Column.NAME])
        head.setSectionResizeMode(stretched, mode.Stretch)

    def _make_pill(self) -> QPushButton:
        pill = QPushButton(self)
        pill.setIcon(icon("arrow-down-bold", "accent_text"))
        pill.setProperty("kind", "primary")
        pill.setStyleSheet("border-radius: 15px; padding: 3px 14px;")
        pill.setAccessibleName(self.tr("Go to the newest entry"))
        pill.clicked.connect(self.follow)
        pill.hide()
        return pill

    def _place_pill(self) -> None:
        self._pill.adjustSize()
        size, view = self._pill.size(), self.viewport().geometry()
        self._pill.move(
            view.center().x() - size.width() // 2, view.bottom() - size.height() - SPACE
        )

    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        self._empty.hide()
        if self._following:
            self.scrollToBottom()
            return
        self._unseen += last - first + 1
        self._pill.setText(self.tr("%n new", "", self._unseen))
        self._place_pill()
        self._pill.show()

    def _scrolled(self, value: int) -> None:
        self._following = value >= self.verticalScrollBar().maximum()
        if self._following:
            self._seen()

    def _seen(self) -> None:
        self._unseen = 0
        self._pill.hide()

    def _refresh(self) -> None:
        source = self._shown.sourceModel()
        empty = self._shown.rowCount() == 0
        self._empty.setVisible(empty)
        if not empty:
            return
        if isinstance(source, ExchangeModel) and source.rowCount():
            self._empty.setText(self.tr("Nothing matches the filter."))
        else:
            self._empty.setText(
                self.tr(
                    "No call yet. Press Call on the phone, or run callsim call: every request, "
                    "webhook and event of the call appears here."
                )
            )
