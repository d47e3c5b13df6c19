"""Keeps the one main window there is, and makes another one when the language changes.

Everything a window shows comes from snapshots and records, so a new window is told of the call that
goes on as a late view always is. What stands half typed in the old one is not taken over.
"""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.runtime.tasks import TaskOwner
from app.settings import Settings
from app.ui.consent import ConsentDesk
from app.ui.core_link import Core, CoreLink
from app.ui.language import apply_language, lacks_font
from app.ui.main_window import MainWindow


class WindowKeeper(QObject):
    """GUI thread, inside the Qt event loop's asyncio loop."""

    closing = Signal()
    """The wish to close."""
    replaced = Signal(object)
    """The new :class:`MainWindow`; the old one goes."""

    def __init__(self, core: Core, desk: ConsentDesk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._tasks = TaskOwner()
        self._changing = asyncio.Lock()
        self._language = core.simulator.settings.language
        self._open(core.simulator.settings)

    async def start(self, news: str | None = None) -> None:
        """The core is up: follow it. ``news`` is what the user should know of it."""
        async with self._changing:
            await self.link.start()
            self._tell_started(news)

    async def stop(self) -> None:
        """End what the window began."""
        await self._tasks.stop()
        await self.window.stop()
        await self.link.stop()

    def _open(self, settings: Settings) -> None:
        self.link = CoreLink(self._core)
        self.link.settings = settings  # the core may not have been told yet
        self.window = MainWindow(self.link, self._desk)
        self.window.closing.connect(self.closing)
        self.link.settings_changed.connect(self._settings_changed)

    def _settings_changed(self, settings: Settings) -> None:
        if settings.language != self._language:
            self._language = settings.language
            self._tasks.start(self._replace(), "change of the language")

    async def _replace(self) -> None:
        async with self._changing:
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            window, link = self.window, self.link
            apply_language(app, link.settings.language)
            window.remember()
            self._open(link.settings)
            self.window.operation.go_on_from(window.operation)
            self.window.show()
            self.replaced.emit(self.window)
            window.hide()
            await window.stop()
            await link.stop()
            await self.link.start()
            self._tell_started(None)
            window.deleteLater()
            link.deleteLater()

    def _tell_started(self, news: str | None) -> None:
        self.window.started(news)
        if lacks_font(self.link.settings.language):
            # In English: it could not be read otherwise.
            self.window.notice.show_message(
                "warn",
                "No font for Chinese",
                "This system has none. Install one, such as fonts-noto-cjk, and open the program "
                "again.",
                ("English",),
            )
            link = self.link
            self.window.notice.acted.connect(lambda _: link.change_setting("window.language", "en"))
        self.window.commands.first_run()
