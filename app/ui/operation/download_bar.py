"""How far the download of a prompt is."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QProgressBar, QWidget

from app.runtime.calls import Download

_STEPS: Final = 1000


class DownloadBar(QProgressBar):
    """Shows a :class:`Download`; hidden without one. It runs to and fro where nobody knows the
    length."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Download of the prompt"))
        self.hide()

    def show_download(self, download: Download | None) -> None:
        """Show ``download``, or nothing."""
        if download is not None:
            known = bool(download.total)
            self.setMaximum(_STEPS if known else 0)
            if known:
                self.setValue(int(min(1.0, download.received / (download.total or 1)) * _STEPS))
        self.setVisible(download is not None)
