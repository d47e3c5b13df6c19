"""The body as a form: a field for each parameter of the operation, errors where they belong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.graph.catalogue import Operation
from app.ui.accessible import set_role
from app.ui.composer.field_values import ABSENT
from app.ui.composer.form_field import FormField
from app.ui.theme import SPACE


class BodyForm(QScrollArea):
    """GUI thread."""

    edited = Signal(str, object)
    """Name of a parameter and its new value, ``ABSENT`` where it was taken out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Parameters of the request"))
        set_role(self, QAccessible.Role.Grouping)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self.fields: dict[str, FormField] = {}
        self._shown: Operation | None = None
        self._page = QWidget(self)
        self._note = QLabel(self._page)
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(SPACE, SPACE, SPACE + SPACE // 2, SPACE)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        self.setWidget(self._page)
        self._page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_operation(self, operation: Operation | None) -> None:
        """Show the fields of ``operation``; ``None``: it is not one that is known."""
        if operation is not None and self._shown is not None and self._same(operation):
            return
        self._shown = operation
        for field in self.fields.values():
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {}
        for number, parameter in enumerate(operation.parameters if operation else ()):
            field = FormField(parameter, self._page)
            field.edited.connect(self.edited)
            self._column.insertWidget(number + 1, field)
            self.fields[parameter.name] = field
        self._show_note("")

    def show_body(self, body: dict[str, Any] | None) -> None:
        """Show the members of ``body``; ``None`` for one that is no JSON object."""
        for field in self.fields.values():
            field.setEnabled(body is not None)
        if body is None:
            self._show_note(self.tr("The JSON beside is broken: mend it to go on here."))
            return
        self._show_note("")
        members = {name.lower(): value for name, value in body.items()}
        for name, field in self.fields.items():
            field.show_value(members.get(name.lower(), ABSENT))

    def show_error(self, name: str, message: str) -> None:
        """Show ``message`` at the parameter ``name``, and at no other."""
        for known, field in self.fields.items():
            field.show_error(message if known.lower() == name.lower() else "")

    def _same(self, operation: Operation) -> bool:
        return self._shown is not None and (
            (self._shown.name, self._shown.parameters) == (operation.name, operation.parameters)
        )

    def _show_note(self, text: str) -> None:
        if not text and not self.fields:
            text = self.tr("This request takes no parameters.")
            if self._shown is None:
                text = self.tr("There is no form for this path; what stands beside is sent.")
        self._note.setText(text)
        self._note.setVisible(bool(text))
