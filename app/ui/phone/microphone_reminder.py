"""Before the microphone is used for the first time: who is heard has to know of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.banner import Banner
from app.ui.preferences import remember, remembered

KEY: Final = "phone/microphoneReminder"
HEARD: Final = "heard"


class MicrophoneReminder(QObject):
    """Reminds once for each user; nothing waits for the answer. GUI thread."""

    other_caller = Signal()
    """The demo caller is to speak in place of the user."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._use: Callable[[], object] | None = None
        self.banner = Banner(parent)
        self.banner.acted.connect(self._acted)

    def heard(self, use: Callable[[], object], *, replaceable: bool = True) -> bool:
        """Whether the user has been reminded. If not, the reminder is shown, and ``use`` called
        once the user lets the microphone be used; ``replaceable``: another caller could do."""
        if remembered(KEY) == HEARD:
            return True
        self._use = use
        ways = (self.tr("Use the microphone"), self.tr("Let the demo caller speak"))
        self.banner.show_message(
            "info",
            self.tr("Your microphone will be heard"),
            self.tr(
                "What it picks up goes to the bot, which may record it. See to it that everybody "
                "near it knows and agrees; in many places the law asks for that."
            ),
            ways if replaceable else ways[:1],
            "microphone-fill",
        )
        self.banner.focus_first_action()
        return False

    def _acted(self, way: int) -> None:
        use, self._use = self._use, None
        self.banner.hide()
        if way == 1:
            self.other_caller.emit()
            return
        remember(KEY, HEARD)
        if use is not None:
            use()
