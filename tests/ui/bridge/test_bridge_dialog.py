"""The fields of the dialog; switching on and off is tried in test_bridge_face."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.runtime.bridge_desk import BridgeView
from app.runtime.bridge_wish import BridgeWish, Secrets
from app.runtime.bridging import BridgeMode
from app.ui.bridge.bridge_dialog import BridgeDialog
from app.ui.bridge.bridge_link import BridgeLink
from app.ui.bridge.bridge_words import mode_meaning
from tests.helpers.window import World, on_qt_loop

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


def dialog_of(world: World, qtbot: QtBot) -> BridgeDialog:
    desk = world.link.bridge
    assert desk is not None
    dialog = BridgeDialog(BridgeLink(world.link, desk))
    qtbot.addWidget(dialog)
    return dialog


def test_the_fields_make_a_wish(world: World, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(world, qtbot)
    dialog.mode.setCurrentIndex(dialog.mode.findData(BridgeMode.PASS_THROUGH))
    dialog.target.setEditText(" https://graph.microsoft.us ")
    dialog.credentials.choose("token")
    dialog.credentials.token.setText("t")
    dialog.ca_file.line.setText("ca.pem")
    dialog.callback.setText("https://name.example")
    assert dialog.wish == BridgeWish(
        BridgeMode.PASS_THROUGH,
        "https://graph.microsoft.us",
        "token",
        Secrets(token="t"),
        "ca.pem",
        "https://name.example",
    )
    assert dialog.meaning.text() == mode_meaning(BridgeMode.PASS_THROUGH)


def test_a_known_cloud_is_named(world: World, qtbot: QtBot) -> None:
    dialog = dialog_of(world, qtbot)
    dialog.target.setEditText("https://graph.microsoft.us")
    assert dialog.cloud.text() == "US Government L4"
    dialog.target.setEditText("https://graph.example")
    assert dialog.cloud.text() == "An endpoint of your own"
    assert not dialog.isModal()


def test_it_counts_down_while_the_service_wants_to_be_left_alone(
    world: World, qtbot: QtBot
) -> None:
    dialog = dialog_of(world, qtbot)
    soon = datetime.now(UTC) + timedelta(seconds=1.4)
    held = BridgeView(BridgeMode.MIRROR, "https://g", "g", held_until=soon)
    dialog.show_view(held)
    assert dialog.state.text() == "Now: Mirror · g · 429: waits 1 s"
    qtbot.waitUntil(lambda: dialog.state.text() == "Now: Mirror · g", timeout=10_000)
    assert not dialog._countdown.isActive()


@on_qt_loop
async def test_a_certificate_that_cannot_be_read_is_said(world: World, qtbot: QtBot) -> None:
    dialog = dialog_of(world, qtbot)
    dialog.mode.setCurrentIndex(1)
    dialog.credentials.choose("client")
    dialog.credentials.certificate.line.setText("/nowhere/key.pem")
    dialog.apply.click()
    assert "'/nowhere/key.pem' cannot be read" in dialog.trouble.text()
    await dialog.stop()


@on_qt_loop
async def test_the_report_is_written(world: World, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(world, qtbot)
    await dialog.write_report(str(tmp_path / "r.md"))
    assert (tmp_path / "r.md").read_text("utf-8").startswith("# Fidelity report")
    with pytest.raises(ValueError, match="cannot be written"):
        await dialog.write_report(str(tmp_path / "none" / "r.md"))
    await dialog.stop()
