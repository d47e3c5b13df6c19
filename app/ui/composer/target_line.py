"""Where a composed request goes: action, method, path, and the call that is meant."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.engine.states import CallState
from app.graph.endpoint import read_endpoint
from app.graph.profiles import V1
from app.runtime.calls import CallSnapshot
from app.ui import fonts
from app.ui.inspector.wire import short_ids
from app.ui.presenters.call_text import describe
from app.ui.theme import SPACE, icon

ROOT: Final = f"{V1.path}{V1.call_roots[0]}"
PLACE: Final = "{id}"
"""Stands in a path for the id of the call."""

ACTIONS: Final = ("recordResponse", "playPrompt", "cancelMediaProcessing")
METHODS: Final = ("POST", "GET", "DELETE")


class TargetLine(QWidget):
    """GUI thread."""

    changed = Signal()
    """Another action, method or path."""
    action_chosen = Signal(str)
    """The user chose an action (the path follows)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call: CallSnapshot | None = None
        self.action = QComboBox(self)
        self.action.setAccessibleName(self.tr("Action"))
        for name in ACTIONS:
            self.action.addItem(name, name)
        self.action.addItem(self.tr("Other path"), "")
        self.method = QComboBox(self)
        self.method.setAccessibleName(self.tr("Method"))
        self.method.addItems(METHODS)
        self.path = QLineEdit(self)
        self.path.setFont(fonts.mono())
        self.path.setAccessibleName(self.tr("Path; {id} stands for the call"))
        self.path.setToolTip(self.tr("{id} stands for the id of the current call"))
        self._mark = QLabel(self)
        self._who = QLabel(self)
        self._who.setProperty("role", "small")
        self._who.setFont(fonts.ui(fonts.SMALL, tabular=True))
        self._who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self._write_path(ACTIONS[0])
        self.action.currentIndexChanged.connect(self._choose)
        self.method.currentIndexChanged.connect(self.changed)
        self.path.textChanged.connect(self._path_changed)
        self.show_call(None)

    @property
    def template(self) -> str:
        """The path as written."""
        return self.path.text().strip()

    @property
    def established(self) -> bool:
        """Whether there is a call to send to."""
        return self._call is not None and self._call.engine.state is CallState.ESTABLISHED

    def resolved(self) -> str:
        """Return the path with the id of the call in it."""
        return self.template.replace(PLACE, self._call.id if self._call is not None else PLACE)

    def endpoint_action(self) -> str:
        """Return the action that the path names, in Graph's spelling."""
        endpoint = read_endpoint(self.resolved())
        return endpoint.name if endpoint.resource == "action" else ""

    def show_call(self, call: CallSnapshot | None) -> None:
        """Show which call is meant."""
        self._call = call
        words = describe(call)
        if call is None:
            text = self.tr("No call yet: press Call on the phone.")
        elif self.established:
            text = self.tr("{state} · call {id}").format(id=short_ids(call.id), state=words.state)
        else:
            text = self.tr("{state}: not established · call {id}").format(
                id=short_ids(call.id), state=words.state
            )
        if text != self._who.text():
            self._who.setText(text)
            self._who.setToolTip(text)
            self._mark.setPixmap(icon(words.icon, words.color).pixmap(14, 14))

    def set_target(self, method: str, template: str) -> None:
        """Write another target."""
        index = self.method.findText(method)
        if index < 0:
            self.method.addItem(method)
            index = self.method.count() - 1
        self.method.setCurrentIndex(index)
        self.path.setText(template)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACE)
        first.addWidget(self.action)
        first.addWidget(self._mark)
        first.addWidget(self._who, 1)
        second = QHBoxLayout()
        second.setSpacing(SPACE)
        second.addWidget(self.method)
        second.addWidget(self.path, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(first)
        layout.addLayout(second)

    def _write_path(self, action: str) -> None:
        self.path.setText(f"{ROOT}/{PLACE}/{action}")

    def _choose(self, index: int) -> None:
        action = self.action.itemData(index)
        if not action:
            self.path.setFocus()
            return
        self.method.setCurrentText("POST")
        self._write_path(action)
        self.action_chosen.emit(action)

    def _path_changed(self) -> None:
        """The chooser follows a path that is written by hand."""
        action = self.endpoint_action()
        index = ACTIONS.index(action) if action in ACTIONS else len(ACTIONS)
        self.action.blockSignals(True)
        self.action.setCurrentIndex(index)
        self.action.blockSignals(False)
        self.changed.emit()
