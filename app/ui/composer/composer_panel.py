"""The composer: a request written by hand, checked while typing, sent into the running call."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.graph.profiles import V1
from app.runtime.calls import CallSnapshot
from app.runtime.clock import SystemClock
from app.runtime.ports import Clock
from app.runtime.records import Record
from app.ui.composer.body_check import BodyCheck, check_body
from app.ui.composer.check_line import CheckLine
from app.ui.composer.json_editor import JsonEditor
from app.ui.composer.presets import Preset, layout, presets
from app.ui.composer.result_line import ResultLine
from app.ui.composer.sent import Outbox, Sent
from app.ui.composer.target_line import PLACE, TargetLine
from app.ui.core_link import CoreLink
from app.ui.current_call import CurrentCall
from app.ui.inspector import formats
from app.ui.inspector.wire import read_json
from app.ui.theme import SPACE, icon

CHECK_MS: Final = 120
"""Pause in typing after which the body is checked; half-typed words are no errors yet."""

_INSIDE: Final = Qt.ShortcutContext.WidgetWithChildrenShortcut


class ComposerPanel(QWidget):
    """Follows the newest call by itself. GUI thread; ``clock`` dates the history."""

    record_wanted = Signal(int)
    """The user wants to see the record with this number in the list."""

    def __init__(
        self, link: CoreLink, parent: QWidget | None = None, *, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._clock = clock or SystemClock()
        self._call = CurrentCall()
        self.outbox = Outbox()
        self.check = BodyCheck()
        self.target = TargetLine(self)
        self.editor = JsonEditor(self)
        self.check_line = CheckLine(self)
        self.result = ResultLine(self)
        self._make_buttons()
        self._lay_out()
        self._pause = QTimer(self, interval=CHECK_MS, singleShot=True)
        self._pause.timeout.connect(self.check_now)
        self.editor.textChanged.connect(self._pause.start)
        self.target.changed.connect(self._target_changed)
        self.target.action_chosen.connect(self._action_chosen)
        self.result.record_wanted.connect(self.record_wanted)
        link.call_changed.connect(self._call_changed)
        link.record_added.connect(self._record_added)
        link.refused.connect(self._refused)
        self._use(presets("recordResponse")[0])
        self._target_changed()
        self._allow()

    def load(self, method: str, url: str, body: str) -> None:
        """Take over a request that was made before, aimed at the current call."""
        path = urlsplit(url).path
        parts = path.split("/")
        if "calls" in parts[:-1]:
            parts[parts.index("calls") + 1] = PLACE
        self.target.set_target(method, "/".join(parts))
        value = read_json(body)
        self.editor.replace_text(body if value is None else layout(value))
        self.editor.setFocus()
        self.check_now()

    def send(self) -> None:
        """Send what is written, if there is a call to send it to."""
        if not self.target.established:
            return
        method = self.target.method.currentText()
        # A GET or DELETE has no body, whatever the editor still holds.
        body = self.editor.toPlainText() if method == "POST" else ""
        sent = Sent(self._clock.now(), method, self.target.template, self.target.resolved(), body)
        self.outbox.add(sent)
        self.result.show_sending()
        self._link.send(sent.method, sent.path, sent.body)

    def check_now(self) -> None:
        """Check what is written, without waiting for a pause in typing."""
        self._pause.stop()
        if self.target.method.currentText() != "POST":
            self.check = BodyCheck(words=(self.tr("This method is sent without a body."),))
        else:
            action = self.target.endpoint_action()
            self.check = check_body(action, self.editor.toPlainText(), V1)
        self.editor.mark_error(self.check.line, self.check.column)
        self.check_line.show_check(self.check)

    # -- building ----------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.presets = _menu_button(self, self.tr("Presets"), "list-bullets")
        self.history = _menu_button(self, self.tr("History"), "clock-counter-clockwise")
        self.history.setEnabled(False)
        self.tidy = QPushButton(icon("text-align-left"), self.tr("Tidy"), self)
        self.tidy.setProperty("kind", "quiet")
        self.tidy.setToolTip(self.tr("Indent the JSON (Ctrl+Shift+F)"))
        self.tidy.clicked.connect(self._tidy)
        self.send_button = QPushButton(
            icon("paper-plane-tilt-fill", "accent_text"), self.tr("Send"), self
        )
        self.send_button.setProperty("kind", "primary")
        self.send_button.clicked.connect(self.send)
        for keys, slot in (
            ("Ctrl+Return", self.send),
            ("Ctrl+Enter", self.send),
            ("Ctrl+Shift+F", self._tidy),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(_INSIDE)
            shortcut.activated.connect(slot)

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Composer"))
        card = QFrame(self)
        card.setProperty("card", True)
        tools = QHBoxLayout()
        tools.setSpacing(SPACE // 2)
        tools.addWidget(self.presets)
        tools.addWidget(self.history)
        tools.addStretch(1)
        tools.addWidget(self.tidy)
        bottom = QHBoxLayout()
        bottom.setSpacing(SPACE)
        bottom.addWidget(self.result, 1)
        bottom.addWidget(self.send_button)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(SPACE + 4, SPACE + 4, SPACE + 4, SPACE + 4)
        inner.setSpacing(SPACE)
        inner.addWidget(self.target)
        inner.addLayout(tools)
        inner.addWidget(self.editor, 1)
        inner.addWidget(self.check_line)
        inner.addLayout(bottom)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)

    # -- what the user does ------------------------------------------------------------------

    def _use(self, preset: Preset) -> None:
        self.editor.replace_text(preset.body)
        self.check_now()

    def _action_chosen(self, action: str) -> None:
        """Another action has other parameters: begin with its first preset. Undo brings back."""
        self._use(presets(action)[0])

    def _target_changed(self) -> None:
        action = self.target.endpoint_action()
        menu = self.presets.menu()
        menu.clear()
        for preset in presets(action):
            entry = menu.addAction(f"{preset.name} – {preset.hint}")
            entry.triggered.connect(lambda _=False, chosen=preset: self._use(chosen))
        self.presets.setEnabled(not menu.isEmpty())
        self.editor.setEnabled(self.target.method.currentText() == "POST")
        self.check_now()

    def _tidy(self) -> None:
        value = read_json(self.editor.toPlainText())
        if value is not None:
            self.editor.replace_text(layout(value))

    def _again(self, sent: Sent) -> None:
        self.target.set_target(sent.method, sent.template)
        self.editor.replace_text(sent.body)
        self.check_now()

    def _fill_history(self) -> None:
        menu = self.history.menu()
        menu.clear()
        for sent in self.outbox.history:
            name = sent.template.rpartition("/")[2]
            first = " ".join(sent.body.split())[:60]
            entry = menu.addAction(
                f"{formats.clock_time(sent.at)[:8]}  {sent.method} {name}  {first}".rstrip()
            )
            entry.triggered.connect(lambda _=False, chosen=sent: self._again(chosen))
        self.history.setEnabled(not menu.isEmpty())

    # -- what the signals bring --------------------------------------------------------------

    def _call_changed(self, snapshot: CallSnapshot) -> None:
        if self._call.take(snapshot):
            self.target.show_call(snapshot)
            self._allow()

    def _allow(self) -> None:
        ready = self.target.established
        self.send_button.setEnabled(ready)
        self.send_button.setToolTip(
            self.tr("Send into the call (Ctrl+Enter)")
            if ready
            else self.tr("There is no established call to send to")
        )

    def _record_added(self, record: Record) -> None:
        result = self.outbox.answered(record)
        if result is not None:
            self.result.show_result(result)
            self._fill_history()

    def _refused(self, why: str) -> None:
        if self.outbox.refused() is not None:
            self.result.show_trouble(why)
            self._fill_history()


def _menu_button(parent: QWidget, text: str, icon_name: str) -> QPushButton:
    button = QPushButton(icon(icon_name), text, parent)
    button.setProperty("kind", "quiet")
    button.setMenu(QMenu(button))
    return button
