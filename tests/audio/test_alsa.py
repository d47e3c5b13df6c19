"""A broken ALSA ends in a message, never in the end of the process."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.audio.alsa import configuration_problem, fresh_thread_stacks, muted_stderr
from app.audio.portaudio import LIBRARY
from app.runtime.ports import AudioUnavailable
from tests.helpers.virtual_audio import VirtualAudio

pytestmark = [
    pytest.mark.audio,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ALSA is Linux'"),
]

BROKEN = {
    "missing": None,
    "empty": "",
    "syntax": "pcm {",
    "no default": "pcm.card { type null }",
    "names a missing file": "</nonexistent/alsa.conf>",
}


def run(program: str, configuration: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``program`` in a Python of its own with ALSA_CONFIG_PATH set."""
    root = str(Path(__file__).parents[2])
    return subprocess.run(
        [sys.executable, "-c", program],
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": root, "ALSA_CONFIG_PATH": configuration}
        | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_configuration_is_told_and_the_program_lives(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "alsa.conf"
    text = BROKEN[kind]
    if text is not None:
        path.write_text(text)
    done = run(
        "from app.audio.devices import list_devices; print(list_devices().problem)", str(path)
    )
    assert done.returncode == 0, done.stderr
    assert f"{path} (named by ALSA_CONFIG_PATH), cannot be read" in done.stdout
    assert "Correct or unset ALSA_CONFIG_PATH" in done.stdout


@pytest.mark.parametrize("kind", ["missing", "empty", "no default"])
def test_portaudio_would_end_the_process(kind: str, tmp_path: Path) -> None:
    # Why the check is there. Where this fails PortAudio has got better, and the check harms nobody.
    path = tmp_path / "alsa.conf"
    text = BROKEN[kind]
    if text is not None:
        path.write_text(text)
    assert run("import sounddevice", str(path)).returncode != 0


def test_sound_configuration_is_no_problem(virtual_audio: VirtualAudio) -> None:
    assert configuration_problem() is None


def test_messages_of_alsa_do_not_reach_the_terminal(virtual_audio: VirtualAudio) -> None:
    done = run(
        "from app.audio.alsa import configuration_problem; configuration_problem()\n"
        "import ctypes; alsa = ctypes.CDLL('libasound.so.2'); pcm = ctypes.c_void_p()\n"
        "assert alsa.snd_pcm_open(ctypes.byref(pcm), b'nonesuch', 0, 0) < 0",
        virtual_audio.environment["ALSA_CONFIG_PATH"],
    )
    assert done.returncode == 0
    assert done.stderr == ""


def test_stderr_is_mute_meanwhile(capfd: pytest.CaptureFixture[str]) -> None:
    os.write(2, b"before ")
    with muted_stderr():
        os.write(2, b"meanwhile ")
    os.write(2, b"after")
    assert capfd.readouterr().err == "before after"


@pytest.mark.skipif(sys.platform != "linux", reason="only there it is muted")
def test_what_python_says_meanwhile_is_heard() -> None:
    program = (
        "import os, sys, threading\n"
        "from app.audio.alsa import muted_stderr\n"
        "for round in range(2):\n"
        "    with muted_stderr():\n"
        "        os.write(2, b'of C')\n"
        "        say = threading.Thread(target=print, args=('of Python',), "
        "kwargs={'file': sys.stderr})\n"
        "        say.start()\n"
        "        say.join()\n"
        "    os.write(2, b'afterwards\\n')\n"
    )
    told = run(program, "/usr/share/alsa/alsa.conf")
    assert told.stderr == "of Python\nafterwards\n" * 2


def test_device_that_does_not_open_is_quiet(
    card: VirtualAudio, capfd: pytest.CaptureFixture[str]
) -> None:
    LIBRARY.catalogue()
    card.down()
    capfd.readouterr()
    with pytest.raises(AudioUnavailable):
        LIBRARY.open("output", "virtual_speaker", lambda rate, block: lambda samples, lost: None)
    assert capfd.readouterr().err == ""


def test_threads_get_larger_stacks_meanwhile_and_the_usual_ones_afterwards() -> None:
    usual = default_stack()
    with fresh_thread_stacks():
        first = default_stack()
    with fresh_thread_stacks():
        second = default_stack()
    assert usual < first < second
    assert default_stack() == usual


def default_stack() -> int:
    libc = ctypes.CDLL(None)
    attributes = ctypes.create_string_buffer(64)
    size = ctypes.c_size_t()
    libc.pthread_getattr_default_np(attributes)
    libc.pthread_attr_getstacksize(attributes, ctypes.byref(size))
    return size.value
