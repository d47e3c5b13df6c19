"""Opening devices through PortAudio, and what is said when that cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.audio import portaudio
from app.audio.catalogue import UnknownDevice
from app.audio.portaudio import LIBRARY, OnBlock
from app.runtime.ports import AudioUnavailable
from tests.helpers.virtual_audio import VirtualAudio, until

pytestmark = pytest.mark.audio


class Blocks:
    """Keeps the shape of what the callback gets."""

    def __init__(self) -> None:
        self.shapes: list[tuple[int, ...]] = []
        self.prepared: list[tuple[int, int]] = []

    def prepare(self, rate: int, block: int) -> OnBlock:
        self.prepared.append((rate, block))
        return self.on_block

    def on_block(self, block: NDArray[np.int16], lost: int) -> None:
        self.shapes.append(block.shape)


def test_stream_delivers_blocks_until_it_is_closed(card: VirtualAudio) -> None:
    blocks = Blocks()
    stream = LIBRARY.open("input", "virtual_microphone", blocks.prepare)
    until(lambda: len(blocks.shapes) > 3, "blocks come")
    assert (stream.device, stream.rate) == ("virtual_microphone", 16_000)
    assert set(blocks.shapes) == {(160, 1)}
    assert blocks.prepared == [(16_000, 160)]
    assert 0 < stream.latency < 0.1
    assert not LIBRARY.idle
    stream.close()
    assert stream.ended
    count = len(blocks.shapes)
    stream.close()
    assert len(blocks.shapes) == count
    assert LIBRARY.idle


def test_format_that_is_refused_leads_to_the_next(
    card: VirtualAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 999 channels: paInvalidChannelCount; 1 Hz: paInvalidSampleRate, as this plug-in says it
    monkeypatch.setattr(
        portaudio, "_formats", lambda entry, kind: [(16_000, 999), (1_000_000, 1), (48_000, 2)]
    )
    blocks = Blocks()
    stream = LIBRARY.open("output", "virtual_speaker", blocks.prepare)
    until(lambda: len(blocks.shapes) > 1, "blocks are asked for")
    stream.close()
    assert stream.rate == 48_000
    assert set(blocks.shapes) == {(480, 2)}


def test_device_that_takes_no_format_is_refused(
    card: VirtualAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portaudio, "_formats", lambda entry, kind: [(16_000, 999)])
    with pytest.raises(
        AudioUnavailable, match="“virtual_speaker” cannot be opened: PortAudio says"
    ):
        LIBRARY.open("output", "virtual_speaker", Blocks().prepare)
    assert LIBRARY.idle


def test_formats_prefer_16_khz_and_mono() -> None:
    entry = portaudio.Entry(0, "x", "ALSA", {"input": 6, "output": 1}, 44_100, {})
    assert portaudio._formats(entry, "input")[:4] == [
        (16_000, 1),
        (16_000, 2),
        (16_000, 6),
        (44_100, 1),
    ]
    assert portaudio._formats(entry, "output") == [(16_000, 1), (44_100, 1), (48_000, 1)]


def test_unknown_device(card: VirtualAudio) -> None:
    with pytest.raises(UnknownDevice):
        LIBRARY.open_new("input", "nonesuch", Blocks().prepare)


def test_new_device_interrupts_others_only_when_it_is_there(card: VirtualAudio) -> None:
    card.configure("virtual_speaker")
    LIBRARY.restart()
    playing = LIBRARY.open("output", "virtual_speaker", Blocks().prepare)
    with pytest.raises(UnknownDevice):
        LIBRARY.open_new("input", "virtual_microphone", Blocks().prepare)
    assert not playing.ended
    card.configure()
    stream = LIBRARY.open_new("input", "virtual_microphone", Blocks().prepare)
    assert playing.ended
    assert not stream.ended
    stream.close()


def test_server_gone_with_an_old_list(card: VirtualAudio) -> None:
    LIBRARY.catalogue()
    card.down()
    with pytest.raises(AudioUnavailable, match="“virtual_microphone” cannot be opened"):
        LIBRARY.open("input", "virtual_microphone", Blocks().prepare)
    LIBRARY.restart()
    with pytest.raises(UnknownDevice, match="No microphone was found"):
        LIBRARY.open("input", None, Blocks().prepare)


def test_configuration_that_breaks_later_leaves_open_streams_alone(
    card: VirtualAudio, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocks = Blocks()
    stream = LIBRARY.open("input", "virtual_microphone", blocks.prepare)
    with monkeypatch.context() as patch:
        patch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "gone.conf"))
        with pytest.raises(AudioUnavailable, match="ALSA's configuration"):
            LIBRARY.restart()
    assert not stream.ended
    count = len(blocks.shapes)
    until(lambda: len(blocks.shapes) > count, "it still delivers")
    stream.close()


def said(program: str, **environment: str) -> str:
    """What a Python of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


OPEN = """
from app.audio.port import PortAudioPort
from app.runtime.ports import AudioUnavailable
port = PortAudioPort()
print(port.devices().problem)
for opened in (port.open_microphone, port.open_speaker):
    try:
        opened(None)
    except AudioUnavailable as error:
        print(error)
"""


# What is missing here is missing in the child process that lists devices, too.
NO_CHILD = """
import app.audio.portaudio
from app.audio.probe import ProbeFailed
def fail():
    raise ProbeFailed("it is missing there too")
app.audio.portaudio.fresh_tables = fail
"""


def test_missing_portaudio_is_told_with_the_cure() -> None:
    out = said("import ctypes.util; ctypes.util.find_library = lambda name: None" + NO_CHILD + OPEN)
    lines = out.strip().splitlines()
    assert len(lines) == 3
    assert all("sudo apt-get install libportaudio2 libasound2-plugins" in line for line in lines)


def test_missing_sounddevice_is_told_with_the_cure() -> None:
    out = said("import sys; sys.modules['sounddevice'] = None" + NO_CHILD + OPEN)
    assert out.count("python3 -m pip install sounddevice") == 3


def test_no_server_and_no_card(virtual_audio: VirtualAudio, tmp_path: Path) -> None:
    lines = said(OPEN, PULSE_SERVER=f"unix:{tmp_path}/none").strip().splitlines()
    assert lines[0].startswith("No sound device was found")
    assert "libasound2-plugins" in lines[0]
    assert lines[1].startswith("No microphone was found")
    assert lines[2].startswith("No speaker was found")


def test_nothing_is_loaded_before_it_is_needed() -> None:
    out = said(
        "import sys; import app.audio.port; app.audio.port.PortAudioPort().player()\n"
        "print([m for m in ('sounddevice', 'soundfile', 'soxr', 'PySide6') if m in sys.modules])"
    )
    assert out.strip() == "[]"


def test_a_list_of_devices_does_not_load_portaudio(virtual_audio: VirtualAudio) -> None:
    program = (
        "import sys; from app.audio.port import PortAudioPort; found = PortAudioPort().devices()\n"
        "print(len(found.inputs) > 0, 'sounddevice' in sys.modules)"
    )
    assert said(program) == "True False\n"


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (-9985, "another program uses it alone, or it is gone. Close that program or"),
        (-9996, "it is gone. Refresh the list"),
        (-9999, "check that this program may use it"),
    ],
)
def test_the_reason_of_a_refusal_is_told(number: int, says: str) -> None:
    entry = portaudio.Entry(0, "Mic", "ALSA", {"input": 1, "output": 0}, 44_100, {})
    message = portaudio._refusal(entry, "input", RuntimeError("refused", number))
    assert message.startswith("The microphone “Mic” cannot be opened: ") and says in message
