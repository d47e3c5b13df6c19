"""The composer: a request written by hand, checked while typing, sent to the local Graph."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.graph.catalogue import CALL
from app.runtime.calls import CallSnapshot
from app.runtime.clock import SystemClock
from app.runtime.ports import Clock
from app.runtime.records import Record
from app.ui.composer.body_check import BodyCheck, check_body
from app.ui.composer.body_panes import BodyPanes
from app.ui.composer.check_line import CheckLine
from app.ui.composer.faults import ArmedFaults, FaultsButton
from app.ui.composer.field_values import ABSENT
from app.ui.composer.presets import Preset, layout, presets
from app.ui.composer.result_line import ResultLine
from app.ui.composer.sent import Outbox, Sent
from app.ui.composer.target_line import TargetLine
from app.ui.core_link import CoreLink
from app.ui.current_call import CurrentCall
from app.ui.inspector import formats
from app.ui.inspector.wire import read_json
from app.ui.preferences import BOT_KEY, remembered
from app.ui.presenters.bot_address import bot_address
from app.ui.presenters.call_text import describe
from app.ui.short_room import ShortRoom
from app.ui.theme import SPACE, icon

CHECK_MS: Final = 120
"""Pause in typing after which the body is checked; half-typed words are no errors yet."""
MOST_TIMES: Final = 1000
TIGHT: Final = "padding-left: 5px; padding-right: 5px;"
"""Four buttons have to fit into the narrowest column."""

_INSIDE: Final = Qt.ShortcutContext.WidgetWithChildrenShortcut


class ComposerPanel(QWidget):
    """Follows the call in front by itself. GUI thread; ``clock`` dates the history."""

    record_wanted = Signal(int)
    """The user wants to see the record with this number in the list."""

    once_wanted = Signal(str, str, str)
    """Method, path and body that the user wants to send to the real Graph."""

    def __init__(
        self, link: CoreLink, parent: QWidget | None = None, *, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._clock = clock or SystemClock()
        self._call = CurrentCall()
        self._shown: object = None
        """What the target line says of the call."""
        self.outbox = Outbox()
        self.check = BodyCheck()
        self.target = TargetLine(self)
        self.panes = BodyPanes(self)
        self.form, self.editor = self.panes.form, self.panes.editor
        self.check_line = CheckLine(self)
        self.result = ResultLine(self)
        self._make_buttons()
        self._lay_out()
        self._pause = QTimer(self, interval=CHECK_MS, singleShot=True)
        self._pause.timeout.connect(self.check_now)
        self.editor.textChanged.connect(self._pause.start)
        self.form.edited.connect(self._edited)
        self.target.changed.connect(self._target_changed)
        self.target.operation_chosen.connect(self._begin)
        self.result.record_wanted.connect(self.record_wanted)
        self.faults.wanted.connect(link.arm_fault)
        self.armed.disarmed.connect(link.disarm_fault)
        link.faults_changed.connect(self.armed.show_faults)
        link.call_changed.connect(self._call_changed)
        link.record_added.connect(self._record_added)
        link.refused.connect(self._refused)
        link.settings_changed.connect(lambda _: self.check_now())
        self._target_changed()
        self._begin()
        self._allow()

    def load(self, method: str, url: str, body: str) -> None:
        """Take over a request that was made before, aimed at the current call."""
        path = urlsplit(url).path
        parts = path.split("/")
        if "calls" in parts[:-1]:
            parts[parts.index("calls") + 1] = CALL
        self.target.set_target(method, "/".join(parts))
        value = read_json(body)
        self.editor.replace_text(body if value is None else layout(value))
        if value is None:
            self.panes.show_json()
        (self.editor if self.editor.isVisibleTo(self) else self.send_button).setFocus()
        self.check_now()

    def send(self) -> None:
        """Send what is written, as often as is wanted, if there is a call to send it to."""
        if not self.send_button.isEnabled():
            return
        method = self.target.method.currentText()
        # A GET or DELETE has no body, whatever the editor still holds.
        body = self.editor.toPlainText() if method == "POST" else ""
        sent = Sent(self._clock.now(), method, self.target.template, self.target.resolved(), body)
        times = self.times.value()
        self.outbox.add(sent, times)
        self.result.show_sending()
        self._link.send(sent.method, sent.path, sent.body, times)

    def check_now(self) -> None:
        """Check what is written, without waiting for a pause in typing."""
        self._pause.stop()
        if self.target.method.currentText() != "POST":
            self.check = BodyCheck(words=(self.tr("This method is sent without a body."),))
        else:
            self.check = check_body(
                self.target.operation,
                self.editor.toPlainText(),
                self.target.profile,
                self._link.settings,
            )
            self.form.show_body(self._body())
        self.form.show_error(self.check.field, self.check.message)
        self.editor.mark_error(self.check.line, self.check.column)
        self.check_line.show_check(self.check)

    # -- building ----------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.presets = _menu_button(self, self.tr("Presets"), "list-bullets")
        self.history = _menu_button(self, self.tr("History"), "clock-counter-clockwise")
        self.history.setEnabled(False)
        self.faults = FaultsButton(self)
        self.armed = ArmedFaults(self)
        self.tidy = QPushButton(icon("text-align-left"), "", self)
        self.tidy.setAccessibleName(self.tr("Tidy"))
        self.tidy.setProperty("kind", "quiet")
        self.tidy.setToolTip(self.tr("Indent the JSON (Ctrl+Shift+F)"))
        self.tidy.clicked.connect(self._tidy)
        for button in (self.presets, self.history, self.faults, self.tidy):
            button.setStyleSheet(TIGHT)
        self.times = QSpinBox(self)
        self.times.setRange(1, MOST_TIMES)
        self.times.setPrefix("× ")
        self.times.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.times.setFixedWidth(92)
        self.times.setAccessibleName(self.tr("How often it is sent"))
        self.times.setToolTip(self.tr("How often it is sent, one after the other"))
        self.send_button = QPushButton(
            icon("paper-plane-tilt-fill", "accent_text"), self.tr("Send"), self
        )
        self.send_button.setProperty("kind", "primary")
        self.send_button.clicked.connect(self.send)
        self.once = QPushButton(icon("arrows-left-right"), "", self)
        self.once.setAccessibleName(self.tr("Send once to the real Graph…"))
        self.once.setToolTip(self.tr("Send once to the real Graph…"))
        self.once.clicked.connect(self._send_once)
        self.once.hide()
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
        tools.addWidget(self.faults)
        tools.addStretch(1)
        tools.addWidget(self.tidy)
        bottom = QHBoxLayout()
        bottom.setSpacing(SPACE)
        bottom.addWidget(self.result, 1)
        bottom.addWidget(self.times)
        bottom.addWidget(self.once)
        bottom.addWidget(self.send_button)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(SPACE + 4, SPACE + 4, SPACE + 4, SPACE + 4)
        inner.setSpacing(SPACE)
        inner.addWidget(self.target)
        inner.addLayout(tools)
        inner.addWidget(self.armed)
        inner.addWidget(self.panes, 1)
        inner.addWidget(self.check_line)
        inner.addLayout(bottom)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ShortRoom(card))

    def offer_once(self, on: bool) -> None:
        """Offer to send what is composed to the real Graph, or no longer."""
        self.once.setVisible(on)

    # -- what the user does ------------------------------------------------------------------

    def _use(self, preset: Preset) -> None:
        self.editor.replace_text(preset.text(self._bot_url()))
        self.check_now()

    def _bot_url(self) -> str:
        """Return the bot of the call, else the one that would be phoned; empty: none is known."""
        known = self.target.bot_url or self._link.settings.bot_url
        try:
            return known or bot_address(remembered(BOT_KEY))
        except ValueError:  # half typed
            return ""

    def _send_once(self) -> None:
        method = self.target.method.currentText()
        body = self.editor.toPlainText() if method == "POST" else ""
        self.once_wanted.emit(method, self.target.resolved(), body)

    def _begin(self) -> None:
        """Another operation has other parameters: begin with its first preset. Undo brings back."""
        operation = self.target.operation
        found = presets(operation, self.target.profile) if operation is not None else []
        if found:
            self._use(found[0])

    def _edited(self, name: str, value: object) -> None:
        """A field of the form was changed: so is the JSON."""
        body = self._body()
        if body is None:
            return
        known = next((key for key in body if key.lower() == name.lower()), name)
        if value is ABSENT:
            body.pop(known, None)
        else:
            body[known] = value
        self.editor.replace_text(layout(body))
        self.check_now()

    def _body(self) -> dict[str, Any] | None:
        text = self.editor.toPlainText()
        body = read_json(text) if text.strip() else {}
        return body if isinstance(body, dict) else None

    def _target_changed(self) -> None:
        operation = self.target.operation
        menu = self.presets.menu()
        menu.clear()
        groups = {
            "examples": menu,
            "edges": QMenu(self.tr("At the edges"), menu),
            "refused": QMenu(self.tr("Refused by Graph"), menu),
        }
        for preset in presets(operation, self.target.profile) if operation is not None else []:
            entry = groups[preset.group].addAction(f"{preset.name} – {preset.hint}")
            entry.triggered.connect(lambda _=False, chosen=preset: self._use(chosen))
        for name in ("edges", "refused"):
            if not groups[name].isEmpty():
                menu.addMenu(groups[name])
        self.presets.setEnabled(not menu.isEmpty())
        self.panes.setEnabled(self.target.method.currentText() == "POST")
        self.form.show_operation(operation)
        self._allow()
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
        if not self._call.take(snapshot):
            return
        last = snapshot.engine.operations[-1:]
        shown = (describe(snapshot), snapshot.id, last and last[0].id)
        if shown != self._shown:
            self._shown = shown
            self.target.show_call(snapshot)
            self._allow()

    def _allow(self) -> None:
        ready = self.target.ready
        self.send_button.setEnabled(ready)
        self.once.setEnabled(ready)
        self.send_button.setToolTip(
            self.tr("Send it to the local Graph (Ctrl+Enter)")
            if ready
            else self.tr("There is no call, or no operation in it, that the path could mean")
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
