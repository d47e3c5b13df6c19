"""What came of the last request that was sent."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.ui import fonts
from app.ui.composer.sent import Result
from app.ui.theme import SPACE, icon


class ResultLine(QWidget):
    """GUI thread."""

    record_wanted = Signal(int)
    """The user wants to see the record with this number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seq = 0
        self._look = ("hourglass-medium", "muted")
        self._mark = QLabel(self)
        self.text = QLabel(self)
        self.text.setFont(fonts.ui(fonts.SMALL, tabular=True))
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._show_record = QPushButton(self.tr("Show"), self)
        self._show_record.setProperty("kind", "quiet")
        self._show_record.setToolTip(self.tr("Show this exchange in the list"))
        self._show_record.clicked.connect(lambda: self.record_wanted.emit(self._seq))
        self._show_record.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._mark)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._show_record)

    def show_sending(self) -> None:
        """A request is on its way."""
        self._show(self.tr("Sent, waiting for the answer…"), "hourglass-medium", "muted")
        self._show_record.hide()

    def show_result(self, result: Result) -> None:
        """Show an answer."""
        self._seq = result.seq
        look = ("check-circle-fill", "ok") if result.good else ("x-circle-fill", "error")
        text = result.text
        if result.of > 1:
            count = self.tr("{n} of {all}").format(n=result.number, all=result.of)
            if result.bad:
                count = self.tr("{count}, {bad} refused").format(count=count, bad=result.bad)
            text = f"{count} · {text}"
        self._show(text, *look)
        self._show_record.show()

    def show_trouble(self, why: str) -> None:
        """Show why a request did not get out."""
        self._show(why, "x-circle-fill", "error")
        self._show_record.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text"):
            self._redraw()

    def _show(self, text: str, icon_name: str, role: str) -> None:
        self._look = (icon_name, role)
        self.text.setText(text)
        self.text.setAccessibleName(text)
        self._redraw()

    def _redraw(self) -> None:
        if self.text.text():
            self._mark.setPixmap(icon(*self._look).pixmap(16, 16))
