"""What lies below the phone's buttons, a page at a time: the call's setup, speech, sound."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QTabWidget, QToolButton

from app.engine.states import FLOWING, CallState
from app.runtime.calls import CallSnapshot
from app.settings import Settings
from app.ui.accessible import set_role
from app.ui.core_link import CoreLink
from app.ui.current_call import is_live
from app.ui.phone.call_form import CallForm
from app.ui.phone.say_page import SayPage
from app.ui.phone.sound_page import SoundPage

LETTERS: str = "phone.letters"


class PhoneDrawer(QTabWidget):
    """Its corner holds the switch for letters. GUI thread."""

    def __init__(self, link: CoreLink) -> None:
        super().__init__()
        self._link = link
        self.setDocumentMode(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setUsesScrollButtons(False)
        self.setAccessibleName(self.tr("Call, speech and sound"))
        set_role(self, QAccessible.Role.Grouping)
        self.form = CallForm(link)
        self.say = SayPage(link.voice_problem)
        self.sound = SoundPage(link)
        self.addTab(self.form, self.tr("Call"))
        self.addTab(self.say, self.tr("Say"))
        self.addTab(self.sound, self.tr("Sound"))
        self.letters = QToolButton()
        self.letters.setProperty("kind", "quiet")
        self.letters.setCheckable(True)
        self.letters.setText(self.tr("ABC"))
        self.letters.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.letters.setAccessibleName(self.tr("Letters type digits"))
        self.letters.setToolTip(
            self.tr("While the phone has the focus, letters type the digits above them")
        )
        self.letters.clicked.connect(lambda on: link.change_setting(LETTERS, on))
        self.setCornerWidget(self.letters)
        self._settings_changed(link.settings)
        link.settings_changed.connect(self._settings_changed)

    def show_call(self, call: CallSnapshot | None) -> None:
        """Show what can be done in ``call``."""
        state = None if call is None else call.engine.state
        flows = state in FLOWING
        waiting = "" if call is None or not is_live(call) else call.keys_waiting
        self.form.set_live(is_live(call))
        self.form.keys.show_call(live=flows, waiting=waiting)
        self.say.show_call(
            ready=flows,
            muted=call is not None and call.engine.muted,
            seconds=call.saying if call is not None and state is not CallState.TERMINATED else 0.0,
        )

    def _settings_changed(self, settings: Settings) -> None:
        self.letters.setChecked(settings.letters)
