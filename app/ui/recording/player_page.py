"""The card's page with a recording: waveform, transport, and what the user should know."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.runtime.ports import Audio
from app.ui.recording.card_parts import IconLine
from app.ui.recording.player import Player
from app.ui.recording.save_dialog import HINT, NOTICE, SHORT_HINT
from app.ui.recording.transport import Transport
from app.ui.recording.waveform import Waveform
from app.ui.theme import SPACE

CRAMPED: Final = 260
"""Height below which the waveform keeps its room: the notice is the short one, and why it ended is
left to the operation's card."""


class PlayerPage(QWidget):
    """Waveform and transport of one recording, joined to a player. GUI thread."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._audio: Audio | None = None
        self._rest = 0
        self.wave = Waveform(self)
        self.transport = Transport(self)
        self.why = IconLine("flag-fill", parent=self)
        self.bot = IconLine("hourglass-medium", parent=self)
        self.trouble = IconLine("warning-fill", "error", parent=self)
        self.notice = IconLine("info", parent=self)
        self._show_notice(HINT)
        self.notice.setToolTip(NOTICE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.wave, 1)
        layout.addWidget(self.transport)
        layout.addSpacing(SPACE // 2)
        for line in (self.trouble, self.why, self.bot, self.notice):
            layout.addWidget(line)
        self.wave.seek_wanted.connect(self.seek)
        self.wave.toggle_wanted.connect(self.toggle)
        self.transport.toggle_wanted.connect(self.toggle)
        player.moved.connect(self._moved)
        player.ended.connect(self._ended)
        player.failed.connect(self._failed)

    @property
    def audio(self) -> Audio | None:
        """What is shown."""
        return self._audio

    def show_audio(self, audio: Audio | None) -> None:
        """Show another recording (``None``: it is not here, or not yet)."""
        self.stop()
        self._audio, self._rest = audio, 0
        self.wave.show_audio(audio)
        self.transport.show_audio(audio)
        self.trouble.hide()

    def explain(self, why: str) -> None:
        """Say why the recording ended, where there is room."""
        self.why.show_line(why)
        self.why.setVisible(self.height() >= CRAMPED)

    def toggle(self) -> None:
        """Play from the cursor, or stop."""
        if self._player.playing:
            self.stop()
        elif self._audio is not None:
            self.trouble.hide()
            self._player.play(self._audio, self._rest)

    def seek(self, sample: int) -> None:
        """Go to ``sample``; what plays goes on from there."""
        self._rest = sample
        if self._player.playing and self._audio is not None:
            self._player.play(self._audio, sample)
        else:
            self._at_rest()

    def stop(self) -> None:
        """Stop; the cursor goes back to where it started."""
        self._player.stop()
        self._at_rest()

    def redraw(self) -> None:
        """Draw the icons again, in other colours."""
        for line in (self.trouble, self.why, self.bot, self.notice):
            line.redraw()

    def _show_notice(self, notice: str) -> None:
        self.notice.show_line(self.tr("Graph's terms: {notice}").format(notice=notice))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cramped = self.height() < CRAMPED
        self._show_notice(SHORT_HINT if cramped else HINT)
        self.why.setVisible(not cramped and bool(self.why.text.text()))

    def _moved(self, sample: int) -> None:
        self.wave.set_cursor(sample)
        self.transport.show_playing(sample)

    def _ended(self) -> None:
        self._rest = 0
        self._at_rest()

    def _failed(self, why: str) -> None:
        self._at_rest()
        self.trouble.show_line(why, "warning-fill", "error")

    def _at_rest(self) -> None:
        self.wave.set_cursor(self._rest or None)
        self.transport.show_playing(None, self._rest)
