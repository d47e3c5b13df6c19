"""Painting: what a row shows is on the picture."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.runtime.records import Record
from app.ui import theme
from app.ui.icons import glyph
from app.ui.inspector.exchange_delegate import EVENT_ICONS, OTHER_EVENT, badge_colors
from app.ui.inspector.exchange_filter import ExchangeFilter
from app.ui.inspector.exchange_list import NARROW, ExchangeList
from app.ui.inspector.exchange_model import Column, ExchangeModel
from app.ui.inspector.row import Level
from tests.helpers.inspected import event, request, webhook, wire


def painted(
    qtbot: QtBot,
    record: Record,
    column: Column,
    width: int = 900,
    pinned: frozenset[int] | set[int] = frozenset(),
) -> QImage:
    window = QWidget()
    qtbot.addWidget(window)
    model = ExchangeModel(parent=window)
    view = ExchangeList(ExchangeFilter(model, window), window)
    window.resize(width, 200)
    view.resize(width, 200)
    model.append([record])
    model.pinned |= pinned
    window.show()
    area = view.visualRect(view.model().index(0, column))
    return view.viewport().grab(area).toImage()


def has(image: QImage, color: QColor) -> bool:
    """Whether a pixel of ``image`` has ``color``."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return any(pixel.rgb() == color.rgb() for pixel in pixels)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_badges_have_the_colours_of_their_level(qtbot: QtBot, scheme: theme.Scheme) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply_theme(app, scheme)
    good = painted(qtbot, wire(1, request()), Column.STATUS)
    bad = painted(qtbot, wire(1, request(status=400)), Column.STATUS)
    assert has(good, theme.tokens().ok_soft) and not has(good, theme.tokens().error_soft)
    assert has(bad, theme.tokens().error_soft) and not has(bad, theme.tokens().ok_soft)


def test_a_bot_that_is_down_has_a_red_row(qtbot: QtBot) -> None:
    down = wire(1, webhook({}, status=None, error="Nothing listens."))
    for column in Column:
        assert has(painted(qtbot, down, column, width=1100), theme.tokens().error_soft)


def test_the_way_is_drawn_for_both_directions(qtbot: QtBot) -> None:
    inward = painted(qtbot, wire(1, request()), Column.DIRECTION)
    outward = painted(qtbot, wire(1, webhook({})), Column.DIRECTION)
    assert has(inward, theme.tokens().speech) and has(outward, theme.tokens().prompt)
    assert inward != outward


def test_without_room_for_a_column_the_summary_follows_the_name(qtbot: QtBot) -> None:
    refused = wire(1, request(status=400, answer={"error": {"code": "1", "message": "Why not."}}))
    red = theme.tokens().error
    assert not has(painted(qtbot, refused, Column.NAME), red)
    assert has(painted(qtbot, refused, Column.NAME, width=NARROW - 40), red)


def test_each_event_has_an_icon_that_exists() -> None:
    for name, role in (*EVENT_ICONS.values(), OTHER_EVENT):
        assert glyph(name) and isinstance(getattr(theme.LIGHT, role), QColor)


def test_the_icon_is_painted(qtbot: QtBot) -> None:
    image = painted(qtbot, event(1, "recordingStarted"), Column.DIRECTION)
    assert has(image, theme.tokens().error)


def test_badges_are_told_apart_by_their_words_too() -> None:
    assert len({badge_colors(level)[0].name() for level in Level}) == len(Level)


def test_a_pinned_row_has_its_pin(qtbot: QtBot) -> None:
    def picture(pinned: set[int]) -> QImage:
        return painted(qtbot, wire(1, request()), Column.TIME, pinned=pinned)

    assert has(picture({1}), theme.tokens().accent)
    assert not has(picture(set()), theme.tokens().accent)
