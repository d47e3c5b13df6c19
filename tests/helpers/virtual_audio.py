"""A virtual sound card for tests: a PulseAudio server of our own, without root, D-Bus or TCP.

    virtual_speaker      what the program plays; ``recording()`` listens to it
    virtual_microphone   what the program hears; ``say()`` speaks into it
    silent_microphone    a second one that delivers zeros. PulseAudio moves a capture to it when the
                         first is unplugged; without it, it would move to the speaker's monitor and
                         the program would hear itself

With its 16 kHz both ways are bit for bit. Null sinks need ``norewinds=1``, else they work in lumps
of two seconds. By hand: ``python3 -m tests.helpers.virtual_audio COMMAND…`` runs a command with it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

import numpy as np
import pytest
from numpy.typing import NDArray

Part = Literal["mic", "speaker"]

INSTALL: Final = (
    "sudo apt-get install -y --no-install-recommends "
    "pulseaudio pulseaudio-utils libasound2-plugins libportaudio2 util-linux"
)
PATIENCE: Final = 10.0
"""Seconds until something that was asked of the server must have happened."""

ALSA_BASE: Final = """\
</usr/share/alsa/alsa.conf>
ctl.!default { type pulse }
"""
ALSA_DEVICES: Final = {
    "default": "pcm.!default { type pulse  hint { show on } }\n",
    "virtual_speaker": """\
pcm.virtual_speaker { type asym  playback.pcm { type pulse  device speaker }  hint { show on } }
""",
    "virtual_microphone": """\
pcm.virtual_microphone { type asym  capture.pcm { type pulse  device mic }  hint { show on } }
""",
    "silent_microphone": """\
pcm.silent_microphone { type asym  capture.pcm { type pulse  device silent }  hint { show on } }
""",
}

# setpriv: the server ends with this process, also when that is killed. -n: no default script, so no
# hardware is looked for.
SERVER: Final = (
    "setpriv|--pdeathsig|TERM|pulseaudio|-n|--daemonize=no|--use-pid-file=no|--exit-idle-time=-1"
    "|--realtime=no|--high-priority=yes|--log-target=stderr|--log-level=notice"
    "|-L|module-native-protocol-unix socket={socket} auth-anonymous=1 auth-cookie-enabled=0"
)

LISTENER: Final = (
    "parecord --device=speaker.monitor --raw --format=s16le --rate=16000 --channels=1"
    " --latency-msec=50"
)

# Modules of PulseAudio that make up each part, in the order of loading.
PARTS: Final[dict[str, tuple[str, ...]]] = {
    "speaker": ("module-null-sink sink_name=speaker norewinds=1 rate={rate} channels=2",),
    "mic": (
        "module-null-sink sink_name=mic_feed norewinds=1 rate={rate} channels=1",
        "module-remap-source source_name=mic master=mic_feed.monitor channels=1",
    ),
    "silent": ("module-null-source source_name=silent rate={rate} channels=1 max_latency_msec=20",),
}


class Heard:
    """What a ``recording`` heard: int16 mono 16 kHz; ``samples`` once it has ended."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.samples: NDArray[np.int16] = np.zeros(0, np.int16)

    def so_far(self) -> NDArray[np.int16]:
        """All that was heard until now."""
        data = self._path.read_bytes()
        return np.frombuffer(data[: len(data) & ~1], np.int16)


class VirtualAudio:
    """The server and its devices. ``environment`` is what a program needs to use them."""

    def __init__(self, folder: Path, *, rate: int = 16_000) -> None:
        self._folder = folder
        self._rate = rate
        self._server: subprocess.Popen[bytes] | None = None
        self._modules: dict[str, list[str]] = {}
        self.environment: dict[str, str] = {
            "PULSE_SERVER": f"unix:{folder}/pulse.sock",
            "PULSE_CLIENTCONFIG": str(folder / "client.conf"),
            "PULSE_COOKIE": str(folder / "cookie"),
            "PULSE_RUNTIME_PATH": str(folder / "run"),  # else each client leaves a folder in /tmp
            "ALSA_CONFIG_PATH": str(folder / "alsa.conf"),
        }
        self._folder.mkdir(mode=0o700, exist_ok=True)
        (folder / "client.conf").write_text("autospawn = no\nenable-shm = yes\n")
        self.configure()

    # ------------------------------------------------------------------------------ the server

    def up(self, *parts: str) -> None:
        """Start the server with ``parts`` (all of them by default)."""
        for program in ("pulseaudio", "pactl", "paplay", "parecord", "setpriv"):
            if shutil.which(program) is None:
                raise RuntimeError(f"{program} is not installed. Install it: {INSTALL}")
        own = {
            "PULSE_STATE_PATH": str(self._folder / "state"),
            "XDG_CONFIG_HOME": str(self._folder / "config"),
        }
        (self._folder / "pulse.sock").unlink(missing_ok=True)
        with (self._folder / "pulse.log").open("ab") as log:
            self._server = subprocess.Popen(
                SERVER.format(socket=self._folder / "pulse.sock").split("|"),
                env=self._without_desktop() | own,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        until(lambda: self._pactl("info", check=False) != "", "the sound server answers")
        self._modules.clear()
        for part in parts or PARTS:
            self.plug(part)

    def down(self) -> None:
        """End the server, as when it crashes; the files stay."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait(PATIENCE)
            self._server = None

    def plug(self, part: str) -> None:
        """Connect ``mic``, ``speaker`` or ``silent`` and make it the default."""
        self._modules[part] = [
            self._pactl("load-module", *module.format(rate=self._rate).split()).strip()
            for module in PARTS[part]
        ]
        if part == "speaker":
            self._pactl("set-default-sink", "speaker")
        if part == "mic":
            self._pactl("set-default-source", "mic")

    def unplug(self, part: str) -> None:
        """Make the device vanish."""
        for module in reversed(self._modules.pop(part)):
            self._pactl("unload-module", module)

    def freeze(self, part: Part, *, thaw: bool = False) -> None:
        """The device stays listed and delivers nothing, until ``thaw``."""
        state = "0" if thaw else "1"
        if part == "mic":
            self._pactl("suspend-source", "mic", state)
            self._pactl("suspend-sink", "mic_feed", state)
        else:
            self._pactl("suspend-sink", "speaker", state)

    def configure(self, *names: str) -> None:
        """Let ALSA list the devices ``names`` (default: all). It lists what its configuration
        names, and looks for the device itself only when it is opened."""
        devices = "".join(ALSA_DEVICES[name] for name in names or ALSA_DEVICES)
        (self._folder / "alsa.conf").write_text(ALSA_BASE + devices)

    def repair(self) -> None:
        """Bring everything back that a test took away."""
        self.configure()
        if self._server is None:
            self.up()
        for part in PARTS:
            if part not in self._modules:
                self.plug(part)
        self.freeze("mic", thaw=True)
        self.freeze("speaker", thaw=True)

    # ------------------------------------------------------------------------------- the sound

    def say(self, samples: NDArray[np.int16]) -> None:
        """Speak into the microphone (16 kHz mono); returns when it has been heard."""
        path = self._folder / "say.wav"
        with wave.open(str(path), "wb") as file:
            file.setparams((1, 2, 16_000, 0, "NONE", ""))
            file.writeframes(samples.tobytes())
        # The deep client buffer: at 40 ms a busy machine tears the sound.
        self._run("paplay", "--device=mic_feed", "--latency-msec=500", str(path))

    @contextmanager
    def recording(self) -> Iterator[Heard]:
        """Listen to the speaker (16 kHz mono) for as long as the block lasts."""
        path = self._folder / "heard.raw"
        heard = Heard(path)
        with path.open("wb") as file:
            listener = subprocess.Popen(LISTENER.split(), env=self._without_desktop(), stdout=file)
        try:
            until(lambda: path.stat().st_size > 0, "the listener hears the speaker")
            yield heard
        finally:
            listener.terminate()
            listener.wait(PATIENCE)
            heard.samples = heard.so_far()

    @contextmanager
    def loop(self, milliseconds: int = 20) -> Iterator[None]:
        """Wire the speaker to the microphone, as through the air."""
        module = self._pactl(
            *("load-module", "module-loopback", "source=speaker.monitor", "sink=mic_feed"),
            *(f"latency_msec={milliseconds}", "source_dont_move=true", "sink_dont_move=true"),
        ).strip()
        try:
            yield
        finally:
            self._pactl("unload-module", module)

    # ---------------------------------------------------------------------------------- inside

    def _pactl(self, *arguments: str, check: bool = True) -> str:
        return self._run("pactl", *arguments, check=check)

    def _run(self, *command: str, check: bool = True) -> str:
        done = subprocess.run(
            command, env=self._without_desktop(), capture_output=True, text=True, timeout=60
        )
        if check and done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
        return done.stdout if done.returncode == 0 else ""

    def _without_desktop(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("DBUS_") and k != "DISPLAY"}
        return kept | self.environment


def until(condition: Callable[[], bool], what: str, *, seconds: float = PATIENCE) -> None:
    """Return as soon as ``condition`` holds; raise AssertionError when it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.01)


@contextmanager
def sound_card(*, rate: int = 16_000) -> Iterator[VirtualAudio]:
    """A running virtual sound card, in the environment of this process too while it lasts."""
    # Not below the test's own folder: the path of a socket has at most 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="callsim-audio-", dir="/tmp"))
    card = VirtualAudio(folder, rate=rate)
    before = {name: os.environ.get(name) for name in card.environment}
    try:
        card.up()
        os.environ.update(card.environment)
        yield card
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        card.down()
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def virtual_audio() -> Iterator[VirtualAudio]:
    """The virtual sound card of this test process (each xdist worker has its own)."""
    from app.audio.portaudio import LIBRARY

    with sound_card() as card:
        LIBRARY.shut_down()
        try:
            yield card
        finally:
            LIBRARY.shut_down()


if __name__ == "__main__":
    with sound_card():
        sys.exit(subprocess.run(sys.argv[1:]).returncode)
