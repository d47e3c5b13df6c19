"""The main window: phone, timeline, operation, exchanges; what it says and remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.runtime.clock import SystemClock
from app.runtime.records import Record
from app.settings import Settings
from app.ui import theme
from app.ui.accessible import set_role
from app.ui.banner import Banner
from app.ui.bridge.bridge_face import BridgeFace
from app.ui.commands import WindowCommands
from app.ui.composer.composer_panel import ComposerPanel
from app.ui.consent import ConsentBanner, ConsentDesk
from app.ui.core_link import CoreLink
from app.ui.header import Header
from app.ui.history.drop import FileDrop
from app.ui.history.history_desk import HistoryDesk
from app.ui.inspector.inspector_panel import InspectorPanel
from app.ui.operation.operation_card import OperationCard
from app.ui.phone.phone_panel import PhonePanel
from app.ui.preferences import preferences
from app.ui.timeline.timeline_panel import TimelinePanel
from app.ui.timeline.what_if_panel import WhatIfPanel
from app.ui.toast import Toast

if TYPE_CHECKING:
    from app.ui.dialogs.about_dialog import AboutDialog
    from app.ui.dialogs.settings_dialog import SettingsDialog

FIRST_SIZE: Final = QSize(1440, 900)
"""Wanted at the first start; the screen may have less."""
SMALLEST: Final = QSize(980, 640)
TIMELINE_SHARE: Final = 0.45
"""Of the height beside the phone at first: the timeline's lanes need 290 pixels, a card 300."""
RIGHT_WIDTH: Final = 360
"""Narrowest right column: what is left of 1024 pixels beside the phone and the cards."""
LAYOUT: Final = 2
"""Raised when the splitters change, so that an old layout is not put on a new window."""


class MainWindow(QMainWindow):
    """GUI thread. Closing only asks: ``closing`` is the wish, the application ends things."""

    closing = Signal()

    def __init__(self, link: CoreLink, desk: ConsentDesk | None = None) -> None:
        super().__init__()
        self._link = link
        self._opened = SystemClock().now()
        self._settings: SettingsDialog | None = None
        self._about: AboutDialog | None = None
        self.setWindowTitle(self.tr("Graph Call Simulator"))
        self.setWindowIcon(theme.icon("phone-call-fill", theme.LIGHT.accent))
        self.header = Header(link)
        self.phone = PhonePanel(link)
        self.operation = OperationCard(link)
        self.timeline = TimelinePanel(link)
        self.inspector = InspectorPanel(link)
        self.composer = ComposerPanel(link)
        self.what_if = WhatIfPanel()
        self.bridge = BridgeFace(link, link.bridge, self) if link.bridge is not None else None
        self.consent = ConsentBanner(desk or ConsentDesk())
        self.notice = Banner()
        """For what the window itself lacks."""
        self.history = HistoryDesk(link, self)
        self.drop = FileDrop(self)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.centre = QSplitter(Qt.Orientation.Vertical)
        self.right = QTabWidget()
        self._body = QHBoxLayout()
        self._column = QVBoxLayout()
        page = self._lay_out()
        self.toast = Toast(page)
        self._connect()
        self.commands = WindowCommands(self, page, self._body)
        self._column.addWidget(self.commands.presentation.caption)
        self.toast.keep_clear(self.commands.presentation.caption)
        self._restore()
        self.phone.setFocus()

    @property
    def link(self) -> CoreLink:
        """The way to the core."""
        return self._link

    def started(self, news: str | None = None) -> None:
        """The core is up; ``news`` is what the user should know of it."""
        self.header.show_address()
        self.phone.start()
        if self.bridge is not None:
            self.bridge.start()
        self.statusBar().showMessage(self.tr("Ready"), 4000)
        if news:
            self.toast.say("warn", news)

    def failed(self, text: str) -> None:
        """Show what went wrong, without getting in the way."""
        self.toast.say("error", text, self.tr("Something went wrong"))

    async def stop(self) -> None:
        """End what the panels began; to be awaited before the loop ends."""
        await self.commands.stop()
        await self.phone.stop()
        await self.history.stop()
        await self.timeline.close_player()
        await self.what_if.close_panel()
        if self.bridge is not None:
            await self.bridge.stop()

    def open_settings(self, wanted: str = "") -> None:
        """Show the settings beside the window, searched for ``wanted``; it stays usable."""
        if self._settings is None:
            # Loaded when it is asked for: the window is up sooner. So are other dialogs.
            from app.ui.dialogs.settings_dialog import SettingsDialog

            self._settings = SettingsDialog(self._link, self)
        self._settings.search.setText(wanted)
        self._settings.open_beside()

    def open_page(self, index: int) -> None:
        """Show a page of the right column, ready for keys."""
        self.right.setCurrentIndex(index)
        self._first[index].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_about(self) -> None:
        """Show what this program is and whose work is in it."""
        if self._about is None:
            from app.ui.dialogs.about_dialog import AboutDialog

            self._about = AboutDialog(self)
        self._about.open_beside()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What had the focus had no use for it.
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.timeline.toggle()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember()
        event.ignore()
        self.closing.emit()

    # -- what it hears --------------------------------------------------------------------

    def _refused(self, text: str) -> None:
        self.toast.say("error", text)

    def _record_added(self, record: Record) -> None:
        # Those of before were told by the window of before; they stand in the list.
        if record.kind == "warning" and record.at >= self._opened:
            self.toast.say("warn", str(record.data.get("message", "")))

    def _settings_changed(self, settings: Settings) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply_theme(app, settings.theme)  # type: ignore[arg-type]

    def _compose(self, method: str, address: str, body: str) -> None:
        self.right.setCurrentWidget(self.composer)
        self.composer.load(method, address, body)

    def _show_recording(self, operation_id: str) -> None:
        if not self.timeline.choose(operation_id):
            self.toast.say("info", self.tr("That recording is no longer here."))

    def _show_entry(self, seq: int) -> None:
        self.right.setCurrentWidget(self.inspector)
        self.inspector.select_exchange(seq)

    def _show_case(self, _: int = 0) -> None:
        if self.right.currentWidget() is self.what_if:
            self.what_if.show_case(*self.timeline.case())

    # -- building -------------------------------------------------------------------------

    def _connect(self) -> None:
        self._link.refused.connect(self._refused)
        self._link.record_added.connect(self._record_added)
        self._link.settings_changed.connect(self._settings_changed)
        self.header.settings_wanted.connect(lambda: self.open_settings())
        self.header.about_wanted.connect(self.open_about)
        self.header.calls_wanted.connect(self.history.open)
        self.history.edit_wanted.connect(self._compose)
        self.history.failed.connect(self._refused)
        self.history.said.connect(lambda text: self.statusBar().showMessage(text, 4000))
        self.drop.case_dropped.connect(self.history.open_case)
        self.drop.sound_dropped.connect(self.phone.choose_sound)
        self.header.said.connect(lambda text: self.statusBar().showMessage(text, 4000))
        self.phone.said.connect(lambda text: self.statusBar().showMessage(text, 4000))
        self.phone.warned.connect(lambda text: self.toast.say("warn", text))
        self.inspector.edit_wanted.connect(self._compose)
        self.inspector.call_export_wanted.connect(self.history.export_call)
        self.inspector.rows_export_wanted.connect(self.history.export_records)
        self.inspector.recording_wanted.connect(self._show_recording)
        self.inspector.said.connect(lambda text: self.statusBar().showMessage(text, 4000))
        self.composer.record_wanted.connect(self._show_entry)
        self.timeline.exchange_chosen.connect(self._show_entry)
        self.inspector.exchange_selected.connect(self.timeline.show_exchange)
        self.timeline.what_if_wanted.connect(lambda: self.right.setCurrentWidget(self.what_if))
        self.timeline.front_changed.connect(self._show_case)
        self.timeline.heard_more.connect(self._show_case)
        self.right.currentChanged.connect(self._show_case)
        self.what_if.decided.connect(self.timeline.show_hypothesis)
        if self.bridge is not None:
            self._connect_bridge(self.bridge)

    def _connect_bridge(self, bridge: BridgeFace) -> None:
        self.header.badges.addWidget(bridge.badge)
        bridge.said.connect(lambda text: self.statusBar().showMessage(text, 4000))
        bridge.refused.connect(self._refused)
        bridge.record_wanted.connect(self._show_entry)
        bridge.switched.connect(self.composer.offer_once)
        bridge.switched.connect(self.inspector.deeds.offer_once)
        self.composer.once_wanted.connect(bridge.send_composed)
        self.inspector.deeds.once_wanted.connect(bridge.send_again)
        self.inspector.deeds.real_recording_wanted.connect(bridge.fetch_recording)

    def _lay_out(self) -> QWidget:
        gap = theme.SPACE
        self.columns.addWidget(self.operation)
        self.columns.addWidget(self.right)
        self.columns.setStretchFactor(0, 2)
        self.columns.setStretchFactor(1, 3)
        self.centre.addWidget(self.timeline)
        self.centre.addWidget(self.columns)
        self.centre.setStretchFactor(0, 2)
        self.centre.setStretchFactor(1, 3)
        self.right.setDocumentMode(True)
        self._first = (
            self.inspector.list,
            self.composer.target.action,
            self.what_if.limits["initial_silence"],
        )
        # Explicit: whichever page asks for more, the column may be this narrow.
        for panel in (self.inspector, self.composer, self.what_if):
            panel.setMinimumWidth(RIGHT_WIDTH)
        parts: tuple[QWidget, ...] = (self.phone, self.operation, self.timeline)
        for part in (*parts, self.composer, self.what_if):
            set_role(part, QAccessible.Role.Grouping)
        self.right.addTab(self.inspector, theme.icon("list-bullets"), self.tr("Traffic"))
        self.right.addTab(self.composer, theme.icon("paper-plane-tilt"), self.tr("Composer"))
        self.right.addTab(self.what_if, theme.icon("git-branch"), self.tr("What if"))
        for splitter in (self.columns, self.centre):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(gap)
        body = self._body
        body.setSpacing(gap)
        body.addWidget(self.phone)
        body.addWidget(self.centre, 1)
        page = QWidget()
        column = self._column
        page.setLayout(column)
        column.setContentsMargins(gap, gap, gap, 0)
        column.setSpacing(gap)
        for widget in (
            self.header,
            self.notice,
            self.phone.incoming,
            self.consent,
            self.phone.banner,
            self.phone.reminder.banner,
        ):
            column.addWidget(widget)
        if self.bridge is not None:
            column.addWidget(self.bridge.call)
        column.addLayout(body, 1)
        self.setCentralWidget(page)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(gap, 0, gap, 0)
        version = QLabel(f"callsim {__version__}")
        version.setProperty("role", "small")
        self.statusBar().addPermanentWidget(version)
        self.statusBar().showMessage(self.tr("Starting the local Graph…"))
        self.setMinimumSize(SMALLEST)
        return page

    # -- remembering ----------------------------------------------------------------------

    def _restore(self) -> None:
        kept = preferences()
        known = kept.value("window/layout", 0, int) == LAYOUT
        if not known or not self.restoreGeometry(_bytes(kept, "geometry")):
            self.reset_layout()
            return
        for name, splitter in self._splitters().items():
            splitter.restoreState(_bytes(kept, name))

    def reset_layout(self) -> None:
        """Size and panes as at the first start."""
        screen = self.screen().availableSize()
        self.resize(FIRST_SIZE.boundedTo(screen * 0.94))
        upper = int(self.height() * TIMELINE_SHARE)
        self.centre.setSizes([upper, self.height() - upper])
        self.columns.setSizes([2 * self.width(), 3 * self.width()])

    def remember(self) -> None:
        """Keep size and panes for the next window."""
        if self.commands.presentation.on:
            self.commands.presentation.toggle()
        kept = preferences()
        kept.setValue("window/layout", LAYOUT)
        kept.setValue("window/geometry", self.saveGeometry())
        for name, splitter in self._splitters().items():
            kept.setValue(f"window/{name}", splitter.saveState())

    def _splitters(self) -> dict[str, QSplitter]:
        inner = self.inspector.findChild(QSplitter, "inspector")
        found = {"columns": self.columns, "centre": self.centre}
        return found if not isinstance(inner, QSplitter) else found | {"inspector": inner}


def _bytes(kept: QSettings, name: str) -> QByteArray:
    value = kept.value(f"window/{name}")
    return value if isinstance(value, QByteArray) else QByteArray()
