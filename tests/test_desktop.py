"""The window's program on its thread."""

from __future__ import annotations

import socket

import pytest

from app.desktop import Desktop
from app.settings import Settings


async def no(host: str, purpose: str) -> bool:
    return False


def test_the_desktop_takes_another_port_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr("app.desktop.DEFAULT_PORT", port)
        desktop = Desktop(Settings(), consent=no)
        with pytest.raises(ValueError, match="not running yet"):
            _ = desktop.client
        notice = desktop.thread.submit(desktop.start()).result(20)
        assert notice is not None and str(port) in notice
        assert desktop.simulator.base_url in notice
        assert desktop.client is not None
        desktop.thread.submit(desktop.close()).result(20)
        desktop.thread.stop()
