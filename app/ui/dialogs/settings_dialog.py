"""All settings, made from the registry, with a search. Changes hold at once; calls that run keep
those they started with."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.settings import ABOUT, About, Settings, Value, default_of
from app.ui import fonts, theme
from app.ui.accessible import make_search
from app.ui.core_link import CoreLink
from app.ui.dialogs.setting_editor import make_editor, show_value
from app.ui.presenters.setting_text import explanation, group_title, label, matches

translate = QCoreApplication.translate

SIZE: Final = QSize(640, 620)


class SettingsDialog(QDialog):
    """Shown beside the window, never modal. GUI thread."""

    def __init__(self, link: CoreLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.setWindowTitle(self.tr("Settings"))
        self.setModal(False)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        make_search(self.search)
        self.search.textChanged.connect(self._seek)
        self.rows = [
            SettingRow(about, value, link)
            for about, value in zip(ABOUT.values(), link.settings.as_dict().values(), strict=True)
        ]
        self._nothing = QLabel(self.tr("No setting matches."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._groups: list[tuple[QWidget, list[SettingRow]]] = []
        self._lay_out()
        self._seek("")
        link.settings_changed.connect(self._settings_changed)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        self.resize(SIZE)

    def open_beside(self) -> None:
        """Show it, in front and ready to search."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    def shown_names(self) -> list[str]:
        """The settings that match the search."""
        return [row.about.name for row in self.rows if not row.isHidden()]

    def _settings_changed(self, settings: Settings) -> None:
        values = settings.as_dict()
        for row in self.rows:
            row.show_value(values[row.about.name])

    def _seek(self, wanted: str) -> None:
        for group, rows in self._groups:
            for row in rows:
                row.setVisible(matches(row.about, wanted))
            group.setVisible(any(not row.isHidden() for row in rows))
        self._nothing.setVisible(not self.shown_names())

    def _lay_out(self) -> None:
        note = QLabel(
            self.tr(
                "Changes hold at once. A running call keeps its settings, but for the sensitivity."
            )
        )
        note.setProperty("role", "small")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.SPACE, 0)
        column.setSpacing(2 * theme.SPACE)
        names = list(dict.fromkeys(row.about.name.partition(".")[0] for row in self.rows))
        for name in names:
            rows = [row for row in self.rows if row.about.name.startswith(f"{name}.")]
            group = _group(group_title(name), rows)
            self._groups.append((group, rows))
            column.addWidget(group)
        column.addWidget(self._nothing)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has it
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(16, 16, 8, 8)
        outside.setSpacing(theme.SPACE)
        above = QVBoxLayout()
        above.setContentsMargins(0, 0, theme.SPACE, 0)
        above.addWidget(self.search)
        above.addWidget(note)
        outside.addLayout(above)
        outside.addWidget(scroll, 1)


class SettingRow(QWidget):
    """Label, help and public name on the left; editor and the way back to the default right."""

    def __init__(self, about: About, value: Value, link: CoreLink) -> None:
        super().__init__()
        self.about = about
        self._value = value
        self._link = link
        self.editor = make_editor(about, value, self._change)
        self.reset = QToolButton()
        self.reset.setProperty("kind", "quiet")
        self.reset.setIcon(theme.icon("arrow-counter-clockwise", "muted"))
        default = default_of(about.name)
        text = self.tr("Back to the default: {value}").format(value=_shown(default))
        self.reset.setAccessibleName(text)
        self.reset.setToolTip(text)
        self.reset.clicked.connect(lambda: link.change_setting(about.name, default))
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        title = QLabel(label(about.name))
        title.setFont(fonts.ui(bold=True))
        help_ = QLabel(explanation(about))
        help_.setProperty("role", "small")
        help_.setWordWrap(True)
        name = QLabel(about.name)
        name.setFont(fonts.mono(11))
        name.setProperty("ink", "muted")
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (title, help_, name):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(theme.SPACE)
        row.addLayout(words, 1)
        row.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        self.show_value(value)

    def show_value(self, value: Value) -> None:
        """Show ``value``."""
        self._value = value
        show_value(self.editor, value)
        self.reset.setVisible(value != default_of(self.about.name))

    def _change(self, name: str, value: Value) -> None:
        if value == self._value:  # a text field says so whenever the focus leaves it
            return
        self._link.change_setting(name, value)
        # What was refused is not shown on.
        self.show_value(self._link.settings.as_dict()[name])


def _group(title: str, rows: list[SettingRow]) -> QWidget:
    card = QFrame()
    card.setProperty("card", True)
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 8, 12)
    column.setSpacing(theme.SPACE)
    heading = QLabel(title)
    heading.setProperty("role", "title")
    column.addWidget(heading)
    for row in rows:
        column.addWidget(row)
    return card


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        on, off = translate("SettingRow", "on"), translate("SettingRow", "off")
        return on if value else off
    return f"{value:g}" if isinstance(value, float) else str(value) or "–"
