"""The calls that the bot placed and nobody has taken yet: a banner for the oldest, and the ring."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.runtime.calls import CallSnapshot
from app.settings import Settings
from app.ui.banner import Banner
from app.ui.core_link import CoreLink
from app.ui.current_call import is_live, rings
from app.ui.phone.ring_sound import Ringer


class IncomingBanner(Banner):
    """Says who calls, above everything else; rings. GUI thread."""

    accepted = Signal(str)
    """The id of the call that the user takes."""
    declined = Signal(str)
    busy = Signal(str)

    def __init__(self, link: CoreLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._ringing: dict[str, CallSnapshot] = {}
        self._live: set[str] = set()
        self._hidden: set[str] = set()
        self.ringer = Ringer(link, self)
        link.call_changed.connect(self._call_changed)
        link.settings_changed.connect(self._settings_changed)
        self.acted.connect(self._act)
        self.dismissed.connect(self._dismiss)

    @property
    def call(self) -> CallSnapshot | None:
        """The oldest call that rings."""
        return next(iter(self._ringing.values()), None)

    def _call_changed(self, call: CallSnapshot) -> None:
        if rings(call):
            new = call.id not in self._ringing
            self._ringing[call.id] = call
            if new:
                QApplication.alert(self.window())
                self._show()
        else:
            known = self._ringing.pop(call.id, None)
            goes_on = call.id in self._live
            (self._live.add if is_live(call) else self._live.discard)(call.id)
            if known is not None or goes_on != is_live(call):
                self._show()

    def _show(self) -> None:
        self.ringer.set_ringing(ringing=bool(self._ringing) and self._link.settings.ring_sound)
        call = self.call
        if call is None or call.id in self._hidden:
            self.hide()
            return
        text = self.tr("It placed a call to this phone.")
        if self._live:
            text = self.tr("It placed a call to this phone. Taking it ends the call you are in.")
        self.show_message(
            "info",
            self.tr("The bot at {host} is calling").format(host=urlsplit(call.bot_url).netloc),
            text,
            (self.tr("Accept"), self.tr("Decline"), self.tr("Busy")),
            "phone-incoming-fill",
        )

    def _act(self, index: int) -> None:
        if self.call is not None:
            (self.accepted, self.declined, self.busy)[index].emit(self.call.id)

    def _dismiss(self) -> None:
        """Out of the way; the phone rings on and can take the call."""
        if self.call is not None:
            self._hidden.add(self.call.id)

    def _settings_changed(self, settings: Settings) -> None:
        self._show()
