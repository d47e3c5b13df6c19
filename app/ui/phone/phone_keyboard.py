"""The keys that count while the focus is in the phone, and in none of its text fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

from app.ui.current_call import rings
from app.ui.phone.pad_typing import digit_of

if TYPE_CHECKING:
    from app.ui.phone.phone_panel import PhonePanel

AGAIN_MS: Final = 3000
"""Within this long Esc has to be pressed again, where it hangs up when pressed twice."""


class PhoneKeyboard(QObject):
    """Enter, Esc, comma, paste, copy and letters. GUI thread."""

    def __init__(self, phone: PhonePanel) -> None:
        super().__init__(phone)
        self._phone = phone
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key means; returns whether it means anything."""
        phone = self._phone
        if _is_text(phone.focusWidget()):
            # What a field did not want is not the phone's either; Esc leaves the field.
            if event.key() == Qt.Key.Key_Escape:
                phone.setFocus()
            return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Paste):
            phone.paste(QGuiApplication.clipboard().text())
            return True
        if event.matches(QKeySequence.StandardKey.Copy) and phone.number:
            QGuiApplication.clipboard().setText(phone.number)
            return True
        if event.isAutoRepeat():
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            phone.accept() if rings(phone.call) else phone.dial()
            return True
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        return self._type(event)

    def _type(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if event.text() == ",":
            self._phone.pause()
            return True
        digit = digit_of(event.text()) if self._phone.link.settings.letters else None
        if digit is not None:
            self._phone.press(digit)
        return digit is not None

    def _escape(self) -> bool:
        """Hang up, as the setting says; returns whether there was a call for that."""
        phone = self._phone
        wanted = phone.link.settings.escape
        if not phone.live or wanted == "nothing":
            return False
        if wanted == "twice" and not self._again.isActive():
            self._again.start()
            phone.said.emit(self.tr("Press Esc again to hang up"))
        elif rings(phone.call):
            phone.decline()
        else:
            phone.hang_up()
        return True


def _is_text(widget: QWidget | None) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox)
