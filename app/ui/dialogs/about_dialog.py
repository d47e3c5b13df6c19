"""What this program is, whose work is in it, and what it does not do."""

from __future__ import annotations

import platform
import re
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.resources import frozen_folder, resource
from app.ui import theme

SIZE: Final = QSize(620, 480)

NAME: Final = re.compile(r"[^\w.-]")
"""Ends the name in a requirement."""

LIST: Final = "THIRD-PARTY.txt"
"""In the frozen program: what is inside, with licences."""


class AboutDialog(QDialog):
    """Shown beside the window, never modal. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Graph Call Simulator"))
        self.setModal(False)
        self._list = licence_list()
        self.words = QLabel(
            self.tr(
                "A virtual phone and a local Microsoft Graph for developing calling bots. It is no "
                "product of Microsoft.\n\nEverything stays on this computer: there is no "
                "telemetry, and the program never looks for updates.\n\nMIT licence. It uses Qt "
                "{qt} and Qt for Python under the GNU Lesser General Public License, version 3: "
                "these are shared libraries, which you may replace by your own."
            ).format(qt=qVersion())
        )
        self.words.setWordWrap(True)
        self.parts = QPlainTextEdit(self._list.read_text("utf-8") if self._list else installed())
        self.parts.setReadOnly(True)
        self.parts.setAccessibleName(self.tr("Whose work is inside"))
        self.licences = QPushButton(theme.icon("folder-open"), self.tr("Open the licences"))
        self.licences.setVisible(self._list is not None)
        self.licences.clicked.connect(self._open_licences)
        self._lay_out()
        self.resize(SIZE)

    def open_beside(self) -> None:
        """Show it, in front."""
        self.show()
        self.raise_()
        self.activateWindow()

    def _open_licences(self) -> None:
        if self._list is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._list.parent)))

    def _lay_out(self) -> None:
        picture = QLabel()
        picture.setPixmap(QIcon(str(resource("icons/callsim.svg"))).pixmap(56, 56))
        name = QLabel(f"Graph Call Simulator {__version__}")
        name.setProperty("role", "title")
        under = QLabel(f"Python {platform.python_version()}, {platform.platform(terse=True)}")
        under.setProperty("role", "small")
        titles = QVBoxLayout()
        titles.addWidget(name)
        titles.addWidget(under)
        head = QHBoxLayout()
        head.setSpacing(2 * theme.SPACE)
        head.addWidget(picture)
        head.addLayout(titles, 1)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self.licences)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addWidget(self.parts, 1)
        column.addLayout(buttons)


def licence_list() -> Path | None:
    """Return the list that the frozen program carries, None where it is not frozen."""
    folder = frozen_folder()
    if folder is None:
        return None
    # Inside a macOS application it is beside the libraries, not among them.
    places = (folder / "licences", folder.parent / "Resources" / "licences")
    return next((place / LIST for place in places if (place / LIST).is_file()), None)


def installed() -> str:
    """Return the packages that the program uses, as they are installed here."""
    try:
        wanted = requires("graph-call-simulator") or []
    except PackageNotFoundError:
        wanted = []
    lines = []
    names = {NAME.split(one)[0] for one in wanted if "extra ==" not in one}
    for name in sorted(names, key=str.lower):
        try:
            lines.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue  # another system's
    return "\n".join(lines) + "\n\nTheir licences are with the packages."
