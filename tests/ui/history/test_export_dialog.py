"""What an export is made of; secrets only after a question, and only of this run."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.runtime.records import Record
from app.ui.history.export_dialog import ExportDialog
from tests.helpers.inspected import OPERATION, at
from tests.helpers.saved import found_in, planted_call
from tests.helpers.window import World, on_qt_loop

SPEECH = {OPERATION: np.zeros(1600, np.int16)}


def press(dialog: ExportDialog, text: str) -> None:
    buttons = dialog.question.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == text).click()


def choose(dialog: ExportDialog, kind: str) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))


def test_audio_only_where_there_is_some_and_room_for_it(qtbot: QtBot) -> None:
    dialog = ExportDialog([planted_call(SPEECH)])
    qtbot.addWidget(dialog)
    assert not dialog.audio.isEnabled()
    choose(dialog, "case")
    assert dialog.audio.isEnabled() and not dialog.audio.isChecked()
    assert "Audio: recordings" in dialog.notes.text()
    dialog.audio.setChecked(True)
    assert "Audio" not in dialog.notes.text()
    without = ExportDialog([planted_call()])
    qtbot.addWidget(without)
    choose(without, "case")
    assert not without.audio.isEnabled()


def test_secrets_are_never_of_calls_that_were_kept(qtbot: QtBot) -> None:
    dialog = ExportDialog([planted_call()])
    qtbot.addWidget(dialog)
    assert not dialog.secrets.isEnabled() and not dialog.secrets.isChecked()


def test_secrets_only_after_a_question(qtbot: QtBot) -> None:
    dialog = ExportDialog([planted_call()], of_this_run=True)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.secrets.click()
    assert not dialog.secrets.isChecked() and "Really" in dialog.question.text
    press(dialog, "Without")
    assert not dialog.secrets.isChecked()
    dialog.secrets.click()
    press(dialog, "With secrets")
    assert dialog.secrets.isChecked() and "Secrets" not in dialog.notes.text()
    dialog.secrets.click()
    assert not dialog.secrets.isChecked() and dialog.question.isHidden()


@on_qt_loop
async def test_it_writes_what_was_chosen(world: World, tmp_path: Path) -> None:
    dialog = ExportDialog([planted_call(SPEECH)], of_this_run=True)
    dialog.show()
    choose(dialog, "html")
    dialog.audio.setChecked(True)
    dialog.export_to(tmp_path / "x.html")
    assert dialog.bar.isVisible() and not dialog.save.isEnabled()
    await world.until(lambda: "Saved" in dialog.question.text)
    text = (tmp_path / "x.html").read_text("utf-8")
    assert "data:audio/wav" in text and found_in(text) == []
    assert dialog.save.isEnabled() and not dialog.bar.isVisible()
    dialog.close()


@on_qt_loop
async def test_escape_ends_the_export_and_then_the_dialog(
    world: World, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ExportDialog([planted_call()] * 300)
    dialog.show()
    dialog.export_to(tmp_path / "x.har")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    await world.until(lambda: "Cancelled" in dialog.question.text)
    assert dialog.isVisible() and os.listdir(tmp_path) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@on_qt_loop
async def test_all_traffic_is_records_only(world: World, tmp_path: Path) -> None:
    refused = Record(1, at(0), "warning", None, None, None, {"message": "no call"})
    dialog = ExportDialog([], of_this_run=True, others=[refused])
    assert [dialog.kind.itemData(n) for n in range(dialog.kind.count())] == ["har", "jsonl"]
    choose(dialog, "jsonl")
    dialog.export_to(tmp_path / "x.jsonl")
    await world.until(lambda: "Saved" in dialog.question.text)
    lines = (tmp_path / "x.jsonl").read_text("utf-8").splitlines()
    assert json.loads(lines[1])["data"] == {"message": "no call"}
    dialog.close()
