"""Where a composed request goes: operation, generation, method, path, and the call."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
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
from app.graph.catalogue import CALL, OPERATION, Operation, find, operations, root_of
from app.graph.endpoint import read_endpoint
from app.graph.profiles import BETA, PROFILES, V1, Profile
from app.runtime.calls import CallSnapshot
from app.ui import fonts
from app.ui.current_call import is_live
from app.ui.inspector.wire import short_ids
from app.ui.presenters.call_text import describe
from app.ui.theme import SPACE, icon

METHODS: Final = ("POST", "GET", "DELETE")


class TargetLine(QWidget):
    """GUI thread."""

    changed = Signal()
    """Another operation, generation, method or path."""
    operation_chosen = Signal()
    """The user chose an operation or a generation (the path follows)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call: CallSnapshot | None = None
        self.profile: Profile = V1
        """The generation by which bodies are judged."""
        self.action = QComboBox(self)
        self.action.setAccessibleName(self.tr("Operation"))
        self.action.setMaxVisibleItems(24)
        self.generation = QComboBox(self)
        self.generation.setAccessibleName(self.tr("Generation of Graph"))
        self.generation.setToolTip(self.tr("The generation of Graph that the path addresses"))
        names = {"2018": self.tr("record of 2018")}
        for generation in PROFILES:
            self.generation.addItem(names.get(generation, generation), generation)
        self.method = QComboBox(self)
        self.method.setAccessibleName(self.tr("Method"))
        self.method.addItems(METHODS)
        self.path = QLineEdit(self)
        self.path.setFont(fonts.mono())
        self.path.setAccessibleName(self.tr("Path; {id} stands for the call"))
        self.path.setToolTip(
            self.tr("{id} stands for the current call, {operation} for its last operation")
        )
        self._mark = QLabel(self)
        self._who = QLabel(self)
        self._who.setProperty("role", "small")
        self._who.setFont(fonts.ui(fonts.SMALL, tabular=True))
        self._who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self._fill_actions()
        self._write(operations(V1)[0])
        self.generation.currentIndexChanged.connect(self._choose_generation)
        self.action.currentIndexChanged.connect(self._choose)
        self.method.currentIndexChanged.connect(self._read)
        self.path.textChanged.connect(self._read)
        self.show_call(None)

    @property
    def template(self) -> str:
        """The path as written."""
        return self.path.text().strip()

    @property
    def operation(self) -> Operation | None:
        """What the path and the method ask for, where it is known."""
        endpoint = read_endpoint(self.template)
        method = self.method.currentText()
        if endpoint.resource == "action":
            return find(endpoint.name, self.profile) if method == "POST" else None
        name = {
            ("calls", "POST"): "create call",
            ("calls", "GET"): "list calls",
            ("call", "GET"): "get call",
            ("call", "DELETE"): "delete call",
            ("operation", "GET"): "get operation",
            ("operations", "GET"): "list operations",
            ("participants", "GET"): "list participants",
        }.get((endpoint.resource, method), "")
        return find(name, self.profile)

    @property
    def ready(self) -> bool:
        """Whether there is the call, and the operation, that the path speaks of."""
        return not any(place in self.resolved() for place in (CALL, OPERATION))

    @property
    def bot_url(self) -> str:
        """Where the bot of the call takes notifications; empty without a call."""
        return "" if self._call is None else self._call.bot_url

    def resolved(self) -> str:
        """Return the path with the ids of the call and of its last operation in it."""
        path = self.template
        if self._call is not None:
            path = path.replace(CALL, self._call.id)
            if self._call.engine.operations:
                path = path.replace(OPERATION, self._call.engine.operations[-1].id)
        return path

    def show_call(self, call: CallSnapshot | None) -> None:
        """Show which call is meant."""
        self._call = call
        words = describe(call)
        if call is None:
            text = self.tr("No call yet: press Call on the phone, or create one.")
        elif call.engine.state is CallState.ESTABLISHED or not is_live(call):
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
        """Write another target; the generation follows the path."""
        with QSignalBlocker(self.method), QSignalBlocker(self.path):
            index = self.method.findText(method)
            if index < 0:
                self.method.addItem(method)
                index = self.method.count() - 1
            self.method.setCurrentIndex(index)
            self.path.setText(template)
        self._read()

    def choose(self, operation: str, generation: str | None = None) -> None:
        """Choose an operation by its name, as a person would."""
        if generation is not None:
            self.generation.setCurrentIndex(self.generation.findData(generation))
        self.action.setCurrentIndex(self.action.findData(operation))

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACE)
        first.addWidget(self.action, 1)
        first.addWidget(self.generation)
        second = QHBoxLayout()
        second.setSpacing(SPACE)
        second.addWidget(self.method)
        second.addWidget(self.path, 1)
        third = QHBoxLayout()
        third.setSpacing(SPACE // 2)
        third.addWidget(self._mark)
        third.addWidget(self._who, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addLayout(third)

    def _fill_actions(self) -> None:
        """Offer what the generation has; the choice stays, where it can."""
        chosen = self.action.currentData()
        with QSignalBlocker(self.action):
            self.action.clear()
            for operation in operations(self.profile):
                self.action.addItem(operation.name, operation.name)
            self.action.addItem(self.tr("Other path"), "")
            self.action.setCurrentIndex(max(0, self.action.findData(chosen)))

    def _write(self, operation: Operation) -> None:
        with QSignalBlocker(self.method), QSignalBlocker(self.path):
            self.method.setCurrentText(operation.method)
            self.path.setText(f"{root_of(self.profile)}{operation.below}")
        self._read()

    def _choose(self, index: int) -> None:
        operation = find(self.action.itemData(index), self.profile)
        if operation is None:
            self.path.setFocus()
            return
        self._write(operation)
        self.operation_chosen.emit()

    def _choose_generation(self, index: int) -> None:
        """The same operation in another generation: a recording is called otherwise in 2018."""
        before = self.operation
        self.profile = PROFILES[self.generation.itemData(index)]
        self._fill_actions()
        offered = operations(self.profile)
        same = (o for o in offered if before is not None and o.name == before.name)
        self._write(next(same, offered[0]))
        self.operation_chosen.emit()

    def _read(self) -> None:
        """The choosers follow a path that is written by hand."""
        generation = read_endpoint(self.template).generation
        ambiguous = generation == BETA.generation and self.profile.path == BETA.path
        told = "" if ambiguous and self.operation is not None else generation
        if told in PROFILES and told != self.profile.generation:
            self.profile = PROFILES[told]
            with QSignalBlocker(self.generation):
                self.generation.setCurrentIndex(self.generation.findData(told))
            self._fill_actions()
        operation = self.operation
        with QSignalBlocker(self.action):
            name = operation.name if operation is not None else ""
            self.action.setCurrentIndex(self.action.findData(name))
        self.changed.emit()
