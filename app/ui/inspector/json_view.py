"""A body: JSON as a tree, as it was on the wire, or what stands in place of audio."""

from __future__ import annotations

import contextlib
import json
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.ui import fonts
from app.ui.inspector import formats
from app.ui.inspector.facts import Facts
from app.ui.inspector.find_bar import FindBar
from app.ui.inspector.json_highlighter import JsonHighlighter
from app.ui.inspector.json_tree import JsonTree
from app.ui.inspector.wire import AudioNote, read_audio_note, read_json
from app.ui.theme import SPACE, icon

LONGEST: Final = 64 * 1024
"""Characters of a raw body that are shown: Qt takes a minute for a line of a million."""


class JsonView(QWidget):
    """Shows one body. GUI thread."""

    recording_wanted = Signal()
    """The user wants to hear the audio that the body's note stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._raw = ""
        self._value: dict[str, Any] | list[Any] | None = None
        self._seen = self._number = 0
        self._caption = QLabel(self)
        self._caption.setProperty("role", "small")
        self._caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._raw_toggle = _button(self, self.tr("Raw"), "code")
        self._raw_toggle.setCheckable(True)
        self._raw_toggle.setToolTip(self.tr("Show the body as it went over the wire"))
        self._raw_toggle.toggled.connect(self._show_text)
        self._search = _button(self, "", "magnifying-glass")
        self._search.setAccessibleName(self.tr("Find in the body"))
        self._search.setToolTip(self.tr("Find in the body (Ctrl+F)"))
        self._copy = _button(self, self.tr("Copy"), "copy")
        self._copy.setToolTip(self.tr("Copy what is shown"))
        self._copy.clicked.connect(self._copy_text)
        self.tree = JsonTree(self)
        self.find_bar = FindBar(self)
        self._search.clicked.connect(self.find_bar.open)
        self.find_bar.sought.connect(self._seek)
        self.find_bar.stepped.connect(self._step)
        self.find_bar.closed.connect(self._leave_search)
        shortcut = QShortcut(QKeySequence.StandardKey.Find, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.find_bar.open)
        self._text = self._make_text()
        self._highlighter = JsonHighlighter(self._text.document())
        self._audio = Facts(self)
        self._hear = QPushButton(icon("play"), self.tr("Show the recording"), self)
        self._hear.setToolTip(self.tr("In the recording card, as long as it is there"))
        self._hear.clicked.connect(self.recording_wanted)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(1500)
        self._copied.timeout.connect(self._reset_copy)
        self._lay_out()
        self.show_body("")

    def show_body(self, text: str, *, recording: bool = False) -> None:
        """Show ``text``: JSON, anything else, nothing, or an audio note (of a ``recording``)."""
        self._hear.setVisible(recording)
        self._raw, self._value = text, _folder(text) if text else None
        note = read_audio_note(text)
        self._raw_toggle.setVisible(self._value is not None)
        self._copy.setVisible(bool(text))
        self._search.setVisible(bool(text) and note is None)
        self._reset_copy()
        if note is not None:
            self._caption.setText(self.tr("Audio, kept out of the list"))
            self._show_audio(note)
            return
        self._show_text()

    @property
    def text(self) -> str:
        """What is shown, and copied."""
        if self._as_tree and self._value is not None:
            with contextlib.suppress(RecursionError):  # read, but too deep to be written
                return json.dumps(self._value, indent=2, ensure_ascii=False)
        return self._raw

    @property
    def _as_tree(self) -> bool:
        return self._value is not None and not self._raw_toggle.isChecked()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_highlighter"):
            self._highlighter.recolor()

    # -- inside ------------------------------------------------------------------------------

    def _make_text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setFont(fonts.mono())
        text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.setTabChangesFocus(True)
        # The well around it has the frame.
        text.setStyleSheet("QPlainTextEdit { border: none; background: transparent; }")
        text.setAccessibleName(self.tr("Body"))
        return text

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(SPACE // 2)
        bar.addWidget(self._caption, 1)
        bar.addWidget(self._search)
        bar.addWidget(self._raw_toggle)
        bar.addWidget(self._copy)
        well = QFrame(self)
        well.setProperty("well", True)
        self._stack = QStackedLayout(well)
        self._stack.setContentsMargins(2, 2, 2, 2)
        self._stack.addWidget(self._text)
        holder = QWidget(well)
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        inner.addWidget(self._audio)
        inner.addWidget(self._hear, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        self._stack.addWidget(holder)
        self._stack.addWidget(self.tree)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE // 2)
        outer.addLayout(bar)
        outer.addWidget(self.find_bar)
        outer.addWidget(well, 1)

    def _describe(self, text: str) -> str:
        if not text:
            return self.tr("No body")
        kind = self.tr("JSON") if self._value is not None else self.tr("Text")
        words = f"{kind} · {formats.size(len(text.encode('utf-8', 'surrogatepass')))}"
        if len(text) > LONGEST and not self._as_tree:
            words = self.tr("{body}, its beginning; Copy takes all").format(body=words)
        return words

    def _show_text(self) -> None:
        self._caption.setText(self._describe(self._raw))
        if self._as_tree:
            self.tree.show_value(self._value)
            self._stack.setCurrentWidget(self.tree)
        else:
            self._highlighter.set_on(on=self._value is not None)
            self._text.setPlainText(self._raw[:LONGEST])
            self._stack.setCurrentWidget(self._text)
        self._seek(self.find_bar.field.text())

    def _show_audio(self, note: AudioNote) -> None:
        self._audio.show_facts(
            [
                (self.tr("Audio"), note.label),
                (self.tr("Size"), formats.size(note.size)),
                (self.tr("Type"), note.content_type),
                (self.tr("SHA-256"), note.sha256),
            ]
        )
        self._stack.setCurrentIndex(1)

    # -- searching ---------------------------------------------------------------------------

    def _seek(self, wanted: str) -> None:
        if self._as_tree:
            found = self.tree.seek(wanted)
            self.find_bar.show_count(1 if found else 0, found)
            self._seen = found
            return
        shown = self._raw[:LONGEST].lower()
        self._seen = shown.count(wanted.lower()) if wanted else 0
        cursor = self._text.textCursor()
        cursor.setPosition(0)
        self._text.setTextCursor(cursor)
        self._number = 0
        self._step(1)

    def _step(self, by: int) -> None:
        if self._as_tree:
            self.find_bar.show_count(self.tree.step(by), self._seen)
            return
        if not self._seen:
            self.find_bar.show_count(0, 0)
            return
        back = QTextDocument.FindFlag.FindBackward if by < 0 else QTextDocument.FindFlag(0)
        if not self._text.find(self.find_bar.field.text(), back):  # round and round
            move = QTextCursor.MoveOperation.End if by < 0 else QTextCursor.MoveOperation.Start
            self._text.moveCursor(move)
            self._text.find(self.find_bar.field.text(), back)
        self._number = (self._number - 1 + by) % self._seen + 1 if self._number else 1
        self.find_bar.show_count(self._number, self._seen)

    def _leave_search(self) -> None:
        (self.tree if self._as_tree else self._text).setFocus()

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self._copy.setText(self.tr("Copied"))
        self._copy.setIcon(icon("check-bold", "ok"))
        self._copied.start()

    def _reset_copy(self) -> None:
        self._copied.stop()
        self._copy.setText(self.tr("Copy"))
        self._copy.setIcon(icon("copy"))


def _folder(text: str) -> dict[str, Any] | list[Any] | None:
    """Return an object or array; what is neither needs no tree."""
    value = read_json(text)
    return value if isinstance(value, dict | list) else None


def _button(parent: QWidget, text: str, icon_name: str) -> QPushButton:
    button = QPushButton(icon(icon_name), text, parent)
    button.setProperty("kind", "quiet")
    button.setAccessibleName(text)
    button.setStyleSheet("padding-left: 6px; padding-right: 6px;")
    return button
