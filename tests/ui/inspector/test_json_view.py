"""A body, pretty or raw, or what stands in place of audio."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.inspector.json_view import LONGEST, JsonView

RAW = '{"b":1,"a":["ü"]}'
PRETTY = '{\n  "b": 1,\n  "a": [\n    "ü"\n  ]\n}'
NOTE = f"[recording: 207,404 bytes, application/octet-stream, SHA-256 {'ab' * 32}]"


@pytest.fixture
def view(qtbot: QtBot) -> JsonView:
    view = JsonView()
    qtbot.addWidget(view)
    view.show()
    return view


def test_a_tree_is_copied_indented_with_order_and_letters(view: JsonView) -> None:
    view.show_body(RAW)
    assert view.text == PRETTY


@pytest.mark.parametrize("text", ["{", "[" * 100_000, "12"])
def test_what_needs_no_tree_is_shown_as_it_is(view: JsonView, text: str) -> None:
    view.show_body(text)
    assert view.text == text and not view._raw_toggle.isVisible()


def test_json_is_a_tree_until_raw_is_wanted(view: JsonView) -> None:
    view.show_body(RAW)
    assert view.text == PRETTY and view.tree.isVisible() and not view._text.isVisible()
    view._raw_toggle.setChecked(True)
    assert view.text == RAW == view._text.toPlainText() and view._text.isVisible()
    view.show_body('{"c":2}')
    assert view.text == '{"c":2}', "the choice stays for the next body"


def test_what_is_no_json_is_shown_as_it_is(view: JsonView) -> None:
    view.show_body("<html>")
    assert view.text == "<html>" and not view._raw_toggle.isVisible()
    assert view._caption.text() == "Text · 6 bytes"


def test_no_body(view: JsonView) -> None:
    view.show_body("")
    assert view._caption.text() == "No body" and not view._copy.isVisible()


def test_copy_takes_what_is_shown_and_says_so(view: JsonView) -> None:
    view.show_body(RAW)
    view._copy.click()
    assert QGuiApplication.clipboard().text() == PRETTY
    assert view._copy.text() == "Copied"
    view.show_body(RAW)
    assert view._copy.text() == "Copy"


def test_audio_is_described(view: JsonView) -> None:
    view.show_body(NOTE)
    assert view._audio.texts() == {
        "Audio": "recording",
        "Size": "207 kB (207,404 bytes)",
        "Type": "application/octet-stream",
        "SHA-256": "ab" * 32,
    }
    assert view._audio.isVisible()
    view.show_body("{}")
    assert not view._audio.isVisible() and view.tree.isVisible()


FOUND = '{"a":"needle","needle":[1,"x NEEDLE y"]}'


@pytest.mark.parametrize("raw", [False, True])
def test_a_body_is_searched(view: JsonView, qtbot: QtBot, raw: bool) -> None:
    view.show_body(FOUND)
    view._raw_toggle.setChecked(raw)
    with qtbot.waitActive(view):
        view.activateWindow()
    view.setFocus()
    view._search.click()
    assert view.find_bar.isVisible() and view.find_bar.field.hasFocus()
    qtbot.keyClicks(view.find_bar.field, "needle")
    assert view.find_bar.count == "1 of 3"
    qtbot.keyClick(view.find_bar.field, Qt.Key.Key_Return)
    assert view.find_bar.count == "2 of 3"
    for _ in range(2):
        qtbot.keyClick(view.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert view.find_bar.count == "3 of 3", "round and round"
    where = view._text.textCursor().selectedText() if raw else view.tree.node.path
    assert where == ("NEEDLE" if raw else "$.needle[1]")
    qtbot.keyClick(view.find_bar.field, Qt.Key.Key_Return)
    assert view.find_bar.count == "1 of 3"
    view.show_body("{}")
    assert view.find_bar.count == "none", "it goes on in the next body"
    qtbot.keyClick(view.find_bar.field, Qt.Key.Key_Escape)
    assert not view.find_bar.isVisible()
    assert (view._text if raw else view.tree).hasFocus()


def test_of_a_long_body_the_beginning_is_shown_raw_and_all_is_copied(view: JsonView) -> None:
    body = f'{{"a":"{"x" * LONGEST}","needle":1}}'
    view.show_body(body)
    assert (
        view.text == json.dumps(json.loads(body), indent=2)
        and "beginning" not in view._caption.text()
    )
    view._raw_toggle.setChecked(True)
    assert view._text.toPlainText() == body[:LONGEST]
    assert view._caption.text() == "JSON · 66 kB (65,555 bytes), its beginning; Copy takes all"
    view._copy.click()
    assert QGuiApplication.clipboard().text() == body


@pytest.mark.parametrize("depth", [300, 600, 900, 100_000])
def test_a_deep_body_is_copied_in_any_case(view: JsonView, depth: int) -> None:
    body = "[" * depth + "]" * depth
    view.show_body(body)
    view._copy.click()
    assert "".join(QGuiApplication.clipboard().text().split()) == body
