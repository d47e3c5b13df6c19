"""The bar of a prompt that is on its way."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.runtime.calls import Download
from app.ui.operation.download_bar import DownloadBar
from app.ui.operation.operation_card import OperationCard
from tests.helpers.window import World, media_prompt, on_qt_loop


@pytest.fixture
def bar(qtbot: QtBot) -> DownloadBar:
    bar = DownloadBar()
    qtbot.addWidget(bar)
    return bar


def test_it_shows_how_far_a_download_is(bar: DownloadBar) -> None:
    bar.show_download(Download("op", 0, 250, 1_000))
    assert bar.isVisible()
    assert bar.value() / bar.maximum() == 0.25
    bar.show_download(None)
    assert not bar.isVisible()


def test_without_a_length_it_runs_to_and_fro(bar: DownloadBar) -> None:
    bar.show_download(Download("op", 0, 250, None))
    assert bar.isVisible()
    assert (bar.minimum(), bar.maximum()) == (0, 0)


@on_qt_loop
async def test_the_card_shows_a_prompt_on_its_way(world: World, qtbot: QtBot) -> None:
    card = OperationCard(world.link)
    qtbot.addWidget(card)
    card.resize(460, 380)
    card.show()
    call_id = await world.call()
    await world.bot.record(call_id, prompts=[media_prompt("https://example.com/long.wav")])
    await world.until(lambda: card.download.isVisible())
    assert card.download.value() / card.download.maximum() == 0.5
    assert card.sentence == "The bot's prompt is being downloaded: 600 of 1,200 kB."
    await world.bot.cancel(call_id)
    await world.until(lambda: not card.download.isVisible())
