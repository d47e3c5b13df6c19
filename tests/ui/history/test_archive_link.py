"""The inspector on a saved call."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.history.archive_link import ArchiveLink
from tests.helpers.saved import planted_records


def test_it_shows_all_records_and_replays_none(qtbot: QtBot) -> None:
    link = ArchiveLink(20_000)
    shown: list[object] = []
    link.record_added.connect(shown.append)
    link.show_records(planted_records())
    assert shown == planted_records()
    assert link.settings.journal_records == 20_000
    assert ArchiveLink(1).settings.journal_records == 100
    with qtbot.waitSignal(link.refused) as refused:
        link.replay(planted_records()[2])
    assert "cannot be replayed" in refused.args[0]
