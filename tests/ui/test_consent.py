"""Asking whether a host may be contacted."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.consent import ConsentBanner, ConsentDesk
from tests.helpers.window import World, on_qt_loop


def press(banner: ConsentBanner, qtbot: QtBot, text: str) -> None:
    button = next(b for b in banner.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("button", "answer"), [("Allow", True), ("Refuse", False)])
def test_the_core_waits_for_the_answer(
    world: World, qtbot: QtBot, button: str, answer: bool
) -> None:
    @on_qt_loop
    async def story(*, world: World) -> None:
        desk = ConsentDesk()
        banner = ConsentBanner(desk)
        qtbot.addWidget(banner)
        asked = asyncio.ensure_future(world.link.run(desk.ask("bot.example.com", "webhook")))
        await world.until(banner.isVisible)
        assert "bot.example.com" in banner.text and "webhook" in banner.text
        press(banner, qtbot, button)
        assert await asked is answer
        assert banner.isHidden() and not desk.waiting

    story(world=world)


@on_qt_loop
async def test_questions_come_one_after_the_other(world: World, qtbot: QtBot) -> None:
    desk = ConsentDesk()
    banner = ConsentBanner(desk)
    qtbot.addWidget(banner)
    first = asyncio.ensure_future(world.link.run(desk.ask("a.example.com", "webhook")))
    await world.until(banner.isVisible)
    second = asyncio.ensure_future(world.link.run(desk.ask("b.example.com", "prompt")))
    await world.until(lambda: len(desk.waiting) == 2)
    assert "a.example.com" in banner.text
    banner.dismissed.emit()
    assert await first is False
    await world.until(lambda: "b.example.com" in banner.text)
    press(banner, qtbot, "Allow")
    assert await second is True


@on_qt_loop
async def test_a_question_from_before_the_window_is_not_lost(world: World, qtbot: QtBot) -> None:
    desk = ConsentDesk()
    asked = asyncio.ensure_future(world.link.run(desk.ask("early.example.com", "webhook")))
    await world.until(lambda: desk.waiting)
    banner = ConsentBanner(desk)
    qtbot.addWidget(banner)
    await world.until(lambda: "early.example.com" in banner.text)
    press(banner, qtbot, "Allow")
    assert await asked is True


@on_qt_loop
async def test_when_the_window_closes_the_answer_is_no(world: World) -> None:
    desk = ConsentDesk()
    asked = asyncio.ensure_future(world.link.run(desk.ask("late.example.com", "webhook")))
    await world.until(lambda: desk.waiting)
    desk.refuse_all()
    assert await asked is False
