"""Headers; what gives access is hidden."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.inspector.headers_view import HeadersView, mask

HEADERS = (
    ("Content-Type", "application/json"),
    ("Authorization", "Bearer abcdefghijklmnop"),
)


@pytest.fixture
def view(qtbot: QtBot) -> HeadersView:
    view = HeadersView()
    qtbot.addWidget(view)
    view.show()
    view.show_headers(HEADERS)
    return view


@pytest.mark.parametrize(
    ("value", "masked"),
    [
        ("Bearer abcdefghijklmnop", "Bearer ••••••••mnop"),
        ("Bearer short", "Bearer ••••••••"),
        ("session=1", "••••••••"),
    ],
)
def test_mask(value: str, masked: str) -> None:
    assert mask(value) == masked


def test_folded_it_only_counts(view: HeadersView) -> None:
    assert view._fold.text() == "Headers (2)" and not view._table.isVisible()
    view.unfold(unfolded=True)
    assert view._table.isVisible()


def test_secrets_are_shown_on_request_and_only_once(view: HeadersView) -> None:
    view.unfold(unfolded=True)
    assert view.values()[1] == ("Authorization", "Bearer ••••••••mnop")
    view._reveal.click()
    assert view.values()[1] == HEADERS[1]
    view.show_headers(HEADERS)
    assert view.values()[1] == ("Authorization", "Bearer ••••••••mnop")
    assert view._table.isVisible(), "it stays unfolded for the next message"


def test_without_a_secret_there_is_nothing_to_reveal(view: HeadersView) -> None:
    view.unfold(unfolded=True)
    view.show_headers(HEADERS[:1])
    assert not view._reveal.isVisible()


def test_without_headers_there_is_nothing_to_unfold(view: HeadersView) -> None:
    view.unfold(unfolded=True)
    view.show_headers(())
    assert not view._fold.isEnabled() and not view._table.isVisible()


def test_a_line_is_copied_as_it_stands(view: HeadersView, qtbot: QtBot) -> None:
    view.unfold(unfolded=True)
    view._table.setCurrentItem(view._table.topLevelItem(0))
    qtbot.keyClick(view._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Content-Type: application/json"
