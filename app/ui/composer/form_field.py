"""A parameter of the body as a line of the form: name, value, what is allowed, what is wrong."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.graph.catalogue import Parameter
from app.ui import fonts
from app.ui.composer.field_values import ABSENT, from_text, to_text
from app.ui.theme import SPACE


class FormField(QWidget):
    """Shows one value; says how it was changed. GUI thread."""

    edited = Signal(str, object)
    """Name and new value, ``ABSENT`` where the field was emptied."""

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parameter = parameter
        self._value: Any = ABSENT
        self._line: QLineEdit | None = None
        self._choice: QComboBox | None = None
        label = QLabel(parameter.name, self)
        label.setFont(fonts.ui(fonts.SMALL, bold=parameter.required))
        hint = QLabel(self._hint(), self)
        hint.setProperty("role", "small")
        editor = self._make_editor()
        editor.setAccessibleName(parameter.name)
        editor.setAccessibleDescription(hint.text())
        label.setBuddy(editor)
        self.error = QLabel(self)
        self.error.setProperty("role", "error")
        self.error.setFont(fonts.ui(fonts.SMALL))
        self.error.setWordWrap(True)
        self.error.hide()
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(editor)
        column.addWidget(self.error)

    @property
    def text(self) -> str:
        """What stands in the field."""
        if self._choice is not None:
            return str(self._choice.currentData() or "")
        return self._line.text() if self._line is not None else ""

    def show_value(self, value: Any) -> None:
        """Show ``value`` (JSON, or ``ABSENT``); what is being typed stays, if it means that."""
        # The old value, too, is what typing keeps parts of.
        same = from_text(self.parameter, self.text, value) == value
        self._value = value
        if same:
            return
        text = to_text(self.parameter, value)
        if self._line is not None:
            self._line.setText(text)
            self._line.setCursorPosition(0)
        elif self._choice is not None:
            with QSignalBlocker(self._choice):
                index = self._choice.findData(text)
                if index < 0:
                    self._choice.addItem(text, text)
                    index = self._choice.count() - 1
                self._choice.setCurrentIndex(index)

    def show_error(self, text: str) -> None:
        """Show what Graph refuses; nothing for an empty ``text``."""
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def type(self, text: str) -> None:
        """Put ``text`` into the field, as a person would."""
        if self._line is not None:
            self._line.setText(text)
            self._line.textEdited.emit(text)
        elif self._choice is not None:
            self._choice.setCurrentIndex(self._choice.findData(text))

    # -- inside ------------------------------------------------------------------------------

    def _make_editor(self) -> QWidget:
        choices = self._choices()
        if not choices:
            self._line = QLineEdit(self)
            self._line.setPlaceholderText(self._placeholder())
            self._line.textEdited.connect(self._changed)
            return self._line
        self._choice = QComboBox(self)
        self._choice.addItem(self._placeholder() or "–", "")
        for choice in choices:
            self._choice.addItem(choice, choice)
        self._choice.currentIndexChanged.connect(self._changed)
        return self._choice

    def _choices(self) -> tuple[str, ...]:
        if self.parameter.kind == "flag":
            return ("true", "false")
        return self.parameter.choices if self.parameter.kind in ("choice", "media") else ()

    def _placeholder(self) -> str:
        if self.parameter.default is not None:
            default = self.parameter.default
            text = default if isinstance(default, str) else json.dumps(default)
            return self.tr("{value} by default").format(value=text)
        examples = {
            "keys": self.tr("such as # 1 *"),
            "prompts": self.tr("https://…/prompt.wav"),
            "user": self.tr("id of a user"),
            "users": self.tr("id of a user"),
            "url": self.tr("https://…"),
            "words": " ".join(self.parameter.choices),
        }
        return examples.get(self.parameter.kind, "")

    def _hint(self) -> str:
        parameter = self.parameter
        parts = []
        if parameter.required:
            parts.append(self.tr("required"))
        if parameter.low is not None and parameter.high is not None:
            if parameter.kind == "milliseconds":
                words = self.tr("{low} to {high} ms")
                parts.append(words.format(low=parameter.low, high=parameter.high))
            elif parameter.high > 10**6:
                parts.append(self.tr("at least {low} s").format(low=parameter.low))
            else:
                words = self.tr("{low} to {high} s")
                parts.append(words.format(low=parameter.low, high=parameter.high))
        if parameter.most is not None:
            if parameter.kind == "text":
                parts.append(self.tr("at most {n} characters").format(n=parameter.most))
            elif parameter.most == 1:
                parts.append(self.tr("one"))
            else:
                parts.append(self.tr("at most {n}").format(n=parameter.most))
        return ", ".join(parts)

    def _changed(self, _: object) -> None:
        self._value = from_text(self.parameter, self.text, self._value)
        self.edited.emit(self.parameter.name, self._value)
