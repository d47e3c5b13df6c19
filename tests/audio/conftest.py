"""The virtual sound card for the tests of live audio."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.audio.portaudio import LIBRARY
from tests.helpers.virtual_audio import VirtualAudio


@pytest.fixture
def card(virtual_audio: VirtualAudio) -> Iterator[VirtualAudio]:
    """The virtual sound card, whole before and after the test; PortAudio knows its devices."""
    LIBRARY.restart()
    yield virtual_audio
    LIBRARY.shut_down()
    virtual_audio.repair()
