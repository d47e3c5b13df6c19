"""What the window can do, by name and by key: palette, sheet, tour, presentation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.settings import ABOUT
from app.ui.announcer import Announcer
from app.ui.dialogs.palette import Command, CommandPalette
from app.ui.dialogs.shortcut_sheet import ShortcutSheet
from app.ui.dialogs.tour import Tour
from app.ui.floating_phone import FloatingPhone
from app.ui.preferences import remember, remembered
from app.ui.presentation import Presentation
from app.ui.presenters import shortcut_text as keys
from app.ui.presenters.setting_text import group_title, label

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

_TOURED = "window/toured"


class WindowCommands(QObject):
    """GUI thread. ``page`` is what fills the window, ``body`` where the phone has its place."""

    def __init__(self, window: MainWindow, page: QWidget, body: QHBoxLayout) -> None:
        super().__init__(window)
        self._window = window
        self._sheet: ShortcutSheet | None = None
        self.palette = CommandPalette(window)
        self.presentation = Presentation(window)
        self.announcer = Announcer(window.link, window)
        self.announcer.said.connect(self.presentation.hear)
        self.floating = FloatingPhone(window.phone, body)
        self.tour = Tour(page, (window.phone, window.timeline, window.right))
        self.tour.hide()
        for key, run in (
            (keys.PALETTE, self.open_palette),
            *((sequence, self.open_sheet) for sequence in keys.SHEET),
            (keys.SETTINGS, window.open_settings),
            (keys.CALLS, window.history.open),
            (keys.QUIT, window.close),
            (keys.PRESENT, self.presentation.toggle),
            (keys.DEMO, self.presentation.start_demo),
            (keys.RESET, self.presentation.reset),
            (keys.FLOAT, self.floating.toggle),
        ):
            QShortcut(QKeySequence(key), window).activated.connect(run)

    async def stop(self) -> None:
        """End what goes on."""
        await self.presentation.stop()

    def first_run(self) -> None:
        """Begin the tour, once for each user."""
        if remembered(_TOURED) != "yes":
            remember(_TOURED, "yes")
            self.tour.begin()

    def open_sheet(self) -> None:
        """Show the keys."""
        if self._sheet is None:
            self._sheet = ShortcutSheet(self._window)
        self._sheet.open_beside()

    def open_palette(self) -> None:
        """Offer all commands."""
        self.palette.offer(self.commands())

    def commands(self) -> list[Command]:
        """Return all that can be done now."""
        return [*self._phone(), *self._views(), *self._look(), *self._settings()]

    def _phone(self) -> list[Command]:
        phone, link = self._window.phone, self._window.link
        call = phone.call
        if call is None or not phone.live:
            return [Command(self.tr("Call"), phone.dial, "Enter")]
        muted = call.engine.muted
        return [
            Command(self.tr("Accept the call"), phone.accept, "Ctrl+Shift+A"),
            Command(self.tr("Hang up"), lambda: link.hang_up(call.id), "Ctrl+Shift+H"),
            Command(
                self.tr("Unmute") if muted else self.tr("Mute"),
                lambda: link.set_muted(call.id, muted=not muted),
                "Ctrl+Shift+M",
            ),
        ]

    def _views(self) -> list[Command]:
        window = self._window
        pages = [
            Command(
                self.tr("Show {page}").format(page=window.right.tabText(index)),
                partial(window.open_page, index),
            )
            for index in range(window.right.count())
        ]
        return [
            *pages,
            Command(self.tr("Presentation"), self.presentation.toggle, keys.PRESENT),
            Command(self.tr("Run the demo"), self.presentation.start_demo, keys.DEMO),
            Command(self.tr("Phone in front of all windows"), self.floating.toggle, keys.FLOAT),
            Command(self.tr("Calls that were kept"), window.history.open, keys.CALLS),
            *self._bridge(),
            Command(self.tr("Reset the layout"), window.reset_layout),
            Command(self.tr("Keys"), self.open_sheet, keys.SHEET[0]),
            Command(self.tr("Tour"), self.tour.begin),
            Command(self.tr("Settings"), window.open_settings, keys.SETTINGS),
            Command(self.tr("About this program"), window.open_about),
            Command(self.tr("Quit"), window.close, keys.QUIT),
        ]

    def _look(self) -> list[Command]:
        def choose(name: str, value: str) -> Callable[[], None]:
            return lambda: self._window.link.change_setting(name, value)

        colours = (
            ("system", self.tr("Colours: as the system")),
            ("light", self.tr("Colours: light")),
            ("dark", self.tr("Colours: dark")),
            ("contrast", self.tr("Colours: high contrast")),
        )
        # Found in Latin letters too: whoever strayed into a language may have no others to type.
        languages = (
            ("system", self.tr("Language: as the system"), "language system"),
            ("en", "Language: English", ""),
            ("ru", "Язык: русский", "language Russian"),
            ("zh_CN", "语言: 简体中文", "language Chinese"),
        )
        return [
            *(Command(text, choose("window.theme", value)) for value, text in colours),
            *(
                Command(text, choose("window.language", value), also=also)
                for value, text, also in languages
            ),
        ]

    def _bridge(self) -> list[Command]:
        bridge = self._window.bridge
        if bridge is None:
            return []
        return [Command(self.tr("Bridge to a real Graph"), bridge.open)]

    def _settings(self) -> list[Command]:
        return [
            Command(
                self.tr("Setting: {group}, {name}").format(
                    group=group_title(about.name.partition(".")[0]), name=label(about.name)
                ),
                partial(self._window.open_settings, about.name),
            )
            for about in ABOUT.values()
        ]
