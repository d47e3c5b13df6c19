"""The bar at the top: the name, where the local Graph is, colours, settings."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from app.graph.profiles import V1
from app.settings import Settings
from app.ui import theme
from app.ui.core_link import CoreLink
from app.ui.icon_label import IconLabel

THEME_ICONS: Final = {
    "system": "desktop",
    "light": "sun",
    "dark": "moon",
    "contrast": "circle-half",
}


class Header(QWidget):
    """Says what was asked for; shows what it is told."""

    settings_wanted = Signal()
    about_wanted = Signal()
    calls_wanted = Signal()
    said = Signal(str)
    """A message for the user, such as that something was copied."""

    def __init__(self, link: CoreLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        logo = IconLabel("phone-call-fill", "accent", 22)
        name = QLabel(self.tr("Graph Call Simulator"))
        name.setProperty("role", "title")
        self.address = QLabel()
        self.address.setTextInteractionFlags(
            self.address.textInteractionFlags().TextSelectableByMouse
        )
        self.copy = _tool("copy", self.tr("Copy the address of the local Graph"))
        self.copy.clicked.connect(self._copy)
        self.theme = _tool("desktop", self.tr("Colours"))
        self.theme.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.theme.setMenu(self._theme_menu())
        self.calls = _tool("clock-counter-clockwise", self.tr("Calls (Ctrl+H)"))
        self.calls.clicked.connect(self.calls_wanted)
        self.settings = _tool("gear-six", self.tr("Settings (Ctrl+,)"))
        self.settings.clicked.connect(self.settings_wanted)
        self.about = _tool("info", self.tr("About this program"))
        self.about.clicked.connect(self.about_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(logo)
        row.addWidget(name)
        row.addSpacing(2 * theme.SPACE)
        row.addWidget(self._address_well())
        row.addStretch(1)
        self.badges = QHBoxLayout()
        """For what others have to show here."""
        row.addLayout(self.badges)
        row.addWidget(self.calls)
        row.addWidget(self.theme)
        row.addWidget(self.settings)
        row.addWidget(self.about)
        link.settings_changed.connect(self._show_theme)
        self._show_theme(link.settings)
        self.show_address()

    def show_address(self) -> None:
        """Show where the local Graph is, if it is up by now."""
        url = self._link.base_url
        self.address.setText(url + V1.path if url else self.tr("starting…"))
        self.copy.setEnabled(bool(url))

    def _address_well(self) -> QFrame:
        well = QFrame()
        well.setProperty("well", True)
        label = QLabel(self.tr("Local Graph"))
        label.setProperty("role", "small")
        self.address.setAccessibleDescription(self.tr("Address of the local Graph, for your bot"))
        row = QHBoxLayout(well)
        row.setContentsMargins(10, 1, 2, 1)
        row.setSpacing(theme.SPACE)
        for widget in (label, self.address, self.copy):
            row.addWidget(widget)
        return well

    def _theme_menu(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        texts = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        self._themes: dict[str, QAction] = {}
        for scheme, text in texts.items():
            action = menu.addAction(theme.icon(THEME_ICONS[scheme]), text)
            action.setCheckable(True)
            action.triggered.connect(
                lambda _, scheme=scheme: self._link.change_setting("window.theme", scheme)
            )
            group.addAction(action)
            self._themes[scheme] = action
        return menu

    def _show_theme(self, settings: Settings) -> None:
        self._themes[settings.theme].setChecked(True)
        self.theme.setIcon(theme.icon(THEME_ICONS[settings.theme]))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.text())
        self.said.emit(self.tr("Copied: {address}").format(address=self.address.text()))


def _tool(icon: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "quiet")
    button.setIcon(theme.icon(icon))
    button.setIconSize(QSize(18, 18))
    button.setAccessibleName(text)
    button.setToolTip(text)
    return button
