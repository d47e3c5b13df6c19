"""Small parts of the recording card: the badge, a line with an icon, the page without audio."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.engine.outcome import Status
from app.ui import fonts
from app.ui.recording.takes import TakeInfo
from app.ui.theme import SPACE, icon, tokens


class OutcomeBadge(QLabel):
    """How the shown recording ended, in words on a coloured ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = ""
        self.setFont(fonts.ui(11, bold=True, tabular=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_outcome(self, take: TakeInfo) -> None:
        """Show status and codes of ``take``."""
        families = {Status.COMPLETED: "ok", Status.FAILED: "error"}
        self._show(take.badge, families.get(take.outcome.status, "warn"))

    def show_running(self) -> None:
        """Show that it is being recorded."""
        self._show(self.tr("recording"), "error")

    def recolor(self) -> None:
        """Take the colours of the theme that holds now."""
        if self._family:
            t = tokens()
            color, ground = getattr(t, self._family), getattr(t, f"{self._family}_soft")
            self.setStyleSheet(
                f"color: {color.name()}; background: {ground.name()}; border-radius: 9px; "
                "padding: 2px 8px;"
            )

    def _show(self, text: str, family: str) -> None:
        if family != self._family:
            self._family = family
            self.recolor()
        self.setText(text)
        self.show()


class IconLine(QWidget):
    """A line of small text behind an icon; hidden until it has something to say."""

    def __init__(self, icon_name: str, role: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = QLabel(self)
        self._mark.setFixedWidth(16)
        self.text = QLabel(self)
        self.text.setProperty("role", "small")
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)
        self._icon = (icon_name, role)
        self.hide()

    def show_line(self, text: str, icon_name: str | None = None, role: str | None = None) -> None:
        """Show ``text``, with another icon and colour if given."""
        self._icon = (icon_name or self._icon[0], role or self._icon[1])
        self.redraw()
        self.text.setText(text)
        self.show()

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme that holds now."""
        self._mark.setPixmap(icon(*self._icon).pixmap(14, 14))


class Hint(QWidget):
    """What the card says where there is nothing to play."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = ("microphone", "muted")
        self._mark = QLabel(self)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = QLabel(self)
        self.title.setFont(fonts.ui(fonts.BODY, bold=True))
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text = QLabel(self)
        self.text.setProperty("role", "muted")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE // 2)
        layout.addStretch(1)
        layout.addWidget(self._mark)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addStretch(1)

    def show_hint(self, icon_name: str, color: str, title: str, text: str) -> None:
        """Show an icon, what there is not, and why."""
        self._icon = (icon_name, color)
        self.redraw()
        self.title.setText(title)
        self.text.setText(text)

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme that holds now."""
        self._mark.setPixmap(icon(*self._icon).pixmap(28, 28))
