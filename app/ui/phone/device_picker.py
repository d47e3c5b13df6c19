"""Which microphone or speaker calls use: a setting, shown with the devices that are there."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.runtime.ports import Device, DeviceList
from app.settings import Settings
from app.ui.core_link import CoreLink
from app.ui.phone.elided_combo import ElidedCombo

Kind = Literal["input", "output", "ring"]

SETTING: Final[dict[Kind, str]] = {
    "input": "audio.inputDevice",
    "output": "audio.outputDevice",
    "ring": "audio.ringDevice",
}


class DevicePicker(ElidedCombo):
    """First the system's default, then the devices; a chosen one that is absent stays visible."""

    opened = Signal()
    """The list is about to be shown: a good moment to look for devices."""

    def __init__(self, link: CoreLink, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._kind: Kind = kind
        self._known: DeviceList | None = None
        names = {
            "input": self.tr("Microphone"),
            "output": self.tr("Speaker"),
            "ring": self.tr("Speaker that rings"),
        }
        self.setAccessibleName(names[kind])
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fill()
        self.activated.connect(self._activated)
        link.settings_changed.connect(self._settings_changed)

    def show_devices(self, devices: DeviceList) -> None:
        """Show what is there now."""
        self._known = devices
        self._fill()

    def showPopup(self) -> None:
        self.opened.emit()
        super().showPopup()

    def _settings_changed(self, settings: Settings) -> None:
        self._fill()

    def _fill(self) -> None:
        chosen = _chosen(self._link.settings, self._kind)
        devices = self._devices()
        names = list(dict.fromkeys(device.name for device in devices))
        default = next((device.name for device in devices if device.is_default), None)
        if self._kind == "ring":
            first = self.tr("As the speaker")
        elif default is not None:
            first = self.tr("System default ({name})").format(name=default)
        elif self._known is not None:
            first = self.tr("System default (none)")
        else:
            first = self.tr("System default")
        entries = [(first, "")] + [(name, name) for name in names]
        if chosen and chosen not in names:
            absent = self.tr("{name} (not connected)") if self._known is not None else "{name}"
            entries.append((absent.format(name=chosen), chosen))
        with QSignalBlocker(self):
            if entries != [(self.itemText(i), self.itemData(i)) for i in range(self.count())]:
                self.clear()
                for text, data in entries:
                    self.addItem(text, data)
            self.setCurrentIndex(self.findData(chosen))
        used = self.tr("{name}, used by the next call")
        if self._kind == "ring":
            used = self.tr("{name}, rings when the bot phones")
        self.setToolTip(used.format(name=self.currentText()))

    def _devices(self) -> tuple[Device, ...]:
        if self._known is None:
            return ()
        return self._known.inputs if self._kind == "input" else self._known.outputs

    def _activated(self, index: int) -> None:
        self._link.change_setting(SETTING[self._kind], self.itemData(index))


def _chosen(settings: Settings, kind: Kind) -> str:
    chosen = {
        "input": settings.input_device,
        "output": settings.output_device,
        "ring": settings.ring_device,
    }
    return chosen[kind]
