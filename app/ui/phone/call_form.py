"""What the next call is made with, caller and bot, and the keys to send in it."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from app.settings import Settings
from app.ui import theme
from app.ui.core_link import CoreLink
from app.ui.phone.caller_picker import CallerPicker
from app.ui.phone.keys_field import KeysField
from app.ui.preferences import BOT_KEY, recent_bots, remember, remember_bot, remembered


class CallForm(QWidget):
    """Remembers bot and caller. ``submitted``: Enter was pressed in the bot's address."""

    submitted = Signal()
    keys_wanted = Signal()
    """What had the focus cannot be changed now: the keys belong to the phone."""

    def __init__(self, link: CoreLink) -> None:
        super().__init__()
        self._link = link
        self.caller = CallerPicker()
        self.keys = KeysField()
        self.bot = QLineEdit(remembered(BOT_KEY))
        self.bot.setAccessibleName(self.tr("Bot address"))
        self.bot.setToolTip(self.tr("Where the call is announced; empty: the practice bot"))
        self._recent = QStringListModel(recent_bots())
        completer = QCompleter(self._recent, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.bot.setCompleter(completer)
        self.bot.textChanged.connect(lambda text: remember(BOT_KEY, text))
        self.bot.returnPressed.connect(self.submitted)
        self._show_default(link.settings)
        link.settings_changed.connect(self._show_default)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (text, field) in enumerate(
            (
                (self.tr("Caller"), self.caller),
                (self.tr("Bot"), self.bot),
                (self.tr("Keys"), self.keys),
            )
        ):
            label = QLabel(text)
            label.setProperty("role", "muted")
            label.setBuddy(field)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setRowStretch(3, 1)

    def set_live(self, live: bool) -> None:
        """In a call, what it was made with cannot be changed."""
        if live and (self.caller.hasFocus() or self.bot.hasFocus()):
            self.keys_wanted.emit()
        self.caller.setEnabled(not live)
        self.bot.setEnabled(not live)

    def called(self, address: str) -> None:
        """The bot at ``address`` is called: next time it is offered."""
        if address:
            remember_bot(address)
            self._recent.setStringList(recent_bots())

    def _show_default(self, settings: Settings) -> None:
        self.bot.setPlaceholderText(settings.bot_url or self.tr("Built-in practice bot"))
