"""One-shot faults: what is to go wrong next, armed and disarmed by hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from app.runtime.faults import FAULTS, Fault
from app.ui.theme import SPACE, icon

SHOWN: Final = 3
"""Armed faults that have a button of their own; of more only the number is told."""


translate = QCoreApplication.translate


class FaultsButton(QPushButton):
    """Offers all faults. GUI thread."""

    wanted = Signal(str)
    """The name of a fault that is to be armed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(icon("bug"), "", parent)
        self.setText(self.tr("Faults"))
        self.setProperty("kind", "quiet")
        self.setToolTip(self.tr("Let something go wrong once, to try the bot against it"))
        menu = QMenu(self)
        titles = {
            "operation": self.tr("Next operation"),
            "request": self.tr("Next request"),
            "notification": self.tr("Next notification"),
            "target": self.tr("Next transfer or invitation"),
        }
        groups: dict[str, QMenu] = {}
        for name, words in FAULTS.items():
            group = name.partition(".")[0]
            if group not in groups:
                groups[group] = menu.addMenu(titles.get(group, group))
            entry = groups[group].addAction(
                f"{name.partition('.')[2]} – {translate('FaultText', words)}"
            )
            entry.triggered.connect(lambda _=False, name=name: self.wanted.emit(name))
        self.setMenu(menu)


class ArmedFaults(QWidget):
    """Shows what is armed; hidden while nothing is. GUI thread."""

    disarmed = Signal(object)
    """The id of a fault that is not to fire, ``None`` for all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.faults: tuple[Fault, ...] = ()
        title = QLabel(self.tr("Armed:"), self)
        title.setProperty("role", "small")
        self._buttons = [QPushButton(icon("x"), "", self) for _ in range(SHOWN)]
        self._all = QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE // 2)
        row.addWidget(title)
        for number, button in enumerate(self._buttons):
            button.setProperty("kind", "chip")
            button.clicked.connect(lambda _=False, number=number: self._disarm(number))
            row.addWidget(button)
        self._all.setProperty("kind", "quiet")
        self._all.clicked.connect(lambda: self.disarmed.emit(None))
        row.addWidget(self._all)
        row.addStretch(1)
        self.show_faults(())

    def show_faults(self, faults: tuple[Fault, ...]) -> None:
        """Show what is armed now."""
        self.faults = faults
        self.setVisible(bool(faults))
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(faults))
            if number < len(faults):
                name = faults[number].name
                button.setText(name.partition(".")[2])
                words = translate("FaultText", FAULTS[name])
                button.setToolTip(self.tr("{fault} Click to disarm it.").format(fault=words))
                button.setAccessibleName(self.tr("Disarm {fault}").format(fault=name))
        self._all.setVisible(len(faults) > 1)
        self._all.setText(self.tr("Disarm all {n}").format(n=len(faults)))

    def _disarm(self, number: int) -> None:
        if number < len(self.faults):
            self.disarmed.emit(self.faults[number].id)
