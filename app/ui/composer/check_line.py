"""The line under the editor: what Graph would say to the body."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui import fonts
from app.ui.accessible import set_role
from app.ui.composer.body_check import BodyCheck
from app.ui.theme import SPACE, icon, tokens


class CheckLine(QFrame):
    """Says it in words, with an icon and a colour. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = ("check-circle-fill", "ok")
        self._mark = QLabel(self)
        self.text = QLabel(self)
        self.text.setFont(fonts.ui(fonts.SMALL))
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE - 2, SPACE, SPACE - 2)
        layout.setSpacing(SPACE)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)
        self.setObjectName("check")
        set_role(self, QAccessible.Role.Grouping)

    def show_check(self, check: BodyCheck) -> None:
        """Show what Graph would say."""
        if not check.accepted:
            self._look = ("x-circle-fill", "error")
            self.text.setText(self._refusal(check))
        elif check.notes:
            self._look = ("warning-fill", "warn")
            self.text.setText("\n".join((*check.notes, " ".join(check.words))).strip())
        else:
            self._look = ("check-circle-fill", "ok")
            self.text.setText(" ".join(check.words) or self.tr("Valid JSON."))
        self.setAccessibleName(self.text.text())
        self._recolor()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text"):
            self._recolor()

    def _refusal(self, check: BodyCheck) -> str:
        where = self.tr("Line {n}: ").format(n=check.line) if check.line is not None else ""
        words = self.tr("{where}Graph refuses this with {code}. {message}")
        return words.format(where=where, code=check.code, message=check.message)

    def _recolor(self) -> None:
        icon_name, family = self._look
        t = tokens()
        color, ground = getattr(t, family), getattr(t, f"{family}_soft")
        self._mark.setPixmap(icon(icon_name, family).pixmap(16, 16))
        style = f"QFrame#check {{ background: {ground.name()}; border-radius: 6px; }}"
        if self.styleSheet() != style:
            self.setStyleSheet(style)
            self.text.setStyleSheet(f"color: {color.name()};")
