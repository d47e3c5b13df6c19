"""An editor for JSON: line numbers, colours, the place of an error, indentation that follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.ui import fonts
from app.ui.composer.line_numbers import LineNumbers
from app.ui.inspector.json_highlighter import JsonHighlighter
from app.ui.theme import tokens

INDENT = "  "

LONGEST: Final = 10_000
"""Characters of a line that is wrapped: Qt takes ten seconds for one of 200,000."""


class JsonEditor(QPlainTextEdit):
    """Tab leaves it, as everywhere in the window; Return indents. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.error_line: int | None = None
        """The line that is marked, from 1."""
        self._error_column: int | None = None
        self.setFont(fonts.mono(fonts.BODY))
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Request body, JSON"))
        self._highlighter = JsonHighlighter(self.document())
        self._numbers = LineNumbers(self)
        self.blockCountChanged.connect(self._fit_margin)
        self.updateRequest.connect(self._update_numbers)
        self.cursorPositionChanged.connect(self._mark)
        self._fit_margin()
        self._recolor()

    def mark_error(self, line: int | None, column: int | None = None) -> None:
        """Mark ``line`` (from 1) and, if given, the character in ``column``; ``None``: no error."""
        self.error_line, self._error_column = line, column
        self._mark()
        self._numbers.update()

    def replace_text(self, text: str) -> None:
        """Put ``text`` in place of all; Undo brings the old one back."""
        self._wrap(text)
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def visible_lines(self) -> Iterator[tuple[int, int]]:
        """Yield number (from 0) and top (pixels) of each line in sight."""
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(offset)
            if place.top() > self.viewport().height():
                return
            if block.isVisible():
                yield block.blockNumber(), round(place.top())
            block = block.next()

    # -- Qt's calls --------------------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:
        if _is_long(source.text()):
            self._wrap(source.text())
        super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._break_line()
        elif plain and event.text() in ("}", "]"):
            self._close(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_numbers()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_highlighter"):
            self._highlighter.recolor()
            self._recolor()

    # -- inside ------------------------------------------------------------------------------

    def _wrap(self, text: str) -> None:
        """Wrap lines, unless there is one in ``text`` that is too long for it."""
        mode = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(mode.NoWrap if _is_long(text) else mode.WidgetWidth)

    def _break_line(self) -> None:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        after = cursor.block().text()[cursor.positionInBlock() :]
        indent = before[: len(before) - len(before.lstrip(" "))]
        opens = before.rstrip().endswith(("{", "["))
        cursor.beginEditBlock()
        cursor.insertText("\n" + indent + (INDENT if opens else ""))
        if opens and after.lstrip().startswith(("}", "]")):
            here = cursor.position()
            cursor.insertText("\n" + indent)
            cursor.setPosition(here)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _close(self, bracket: str) -> None:
        """A bracket typed first on its line goes one step back."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        cursor.beginEditBlock()
        if not before.strip() and before.endswith(INDENT):
            for _ in INDENT:
                cursor.deletePreviousChar()
        cursor.insertText(bracket)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _recolor(self) -> None:
        """The numbers reach to the frame: no padding, unlike other fields."""
        t = tokens()
        style = (
            f"QPlainTextEdit {{ border: 1px solid {t.outline.name()}; padding: 0; }}"
            f"QPlainTextEdit:focus {{ border: 2px solid {t.accent.name()}; padding: 0; }}"
        )
        if self.styleSheet() != style:
            self.setStyleSheet(style)
        self._mark()

    def _mark(self) -> None:
        """Shade the current line and the line of the error, underline its character."""
        t = tokens()
        selections = [_line(self.textCursor(), t.raised)]
        if self.error_line is not None:
            block = self.document().findBlockByNumber(self.error_line - 1)
            if block.isValid():
                selections.append(_line(QTextCursor(block), t.error_soft))
                selections.append(self._underline(QTextCursor(block)))
        self.setExtraSelections(selections)
        self._numbers.update()

    def _underline(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        move, keep = QTextCursor.MoveOperation, QTextCursor.MoveMode.KeepAnchor
        if self._error_column is not None:
            room = cursor.block().length() - 1
            cursor.movePosition(
                move.Right, QTextCursor.MoveMode.MoveAnchor, min(self._error_column - 1, room)
            )
        cursor.movePosition(move.EndOfBlock, keep)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(tokens().error)
        selection.format = wave
        return selection

    def _fit_margin(self) -> None:
        self.setViewportMargins(self._numbers.width_wanted(), 0, 0, 0)
        self._place_numbers()

    def _place_numbers(self) -> None:
        inner = self.contentsRect()
        wide = self._numbers.width_wanted()
        self._numbers.setGeometry(QRect(inner.left(), inner.top(), wide, inner.height()))

    def _update_numbers(self, area: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())


def _line(cursor: QTextCursor, color: QColor) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    whole = QTextCharFormat()
    whole.setBackground(color)
    whole.setProperty(QTextFormat.Property.FullWidthSelection, True)
    selection.format = whole
    cursor.clearSelection()
    selection.cursor = cursor
    return selection


def _is_long(text: str) -> bool:
    return len(text) > LONGEST and any(len(line) > LONGEST for line in text.splitlines())
