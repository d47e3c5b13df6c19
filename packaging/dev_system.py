"""The system libraries and programs that no Python wheel brings (Linux only).

The lists were found by adding one package at a time to a bare Debian 12. What is there is asked
of the dynamic linker and the file system, not of a package manager: that holds on every
distribution, and package names change (libglib2.0-0 became libglib2.0-0t64).
"""

from __future__ import annotations

import glob
import shutil
import subprocess
import sys
from typing import NamedTuple

from dev_common import LINUX, CannotGoOn, apt_install, has_apt, say


class Need(NamedTuple):
    """One thing that has to be there, and the Debian package that brings it."""

    package: str
    library: str = ""
    """Name by which the dynamic linker knows it."""
    program: str = ""
    files: str = ""
    """Patterns separated by blanks, one of which has to match."""


QT = [
    Need("libglib2.0-0", library="libglib-2.0.so.0"),
    Need("libgl1", library="libGL.so.1"),
    Need("libegl1", library="libEGL.so.1"),
    Need("libxkbcommon0", library="libxkbcommon.so.0"),
    Need("libdbus-1-3", library="libdbus-1.so.3"),
    Need("libfontconfig1", library="libfontconfig.so.1"),
]
"""Importing Qt at all, and its off-screen platform."""

WINDOW = [
    # Whichever of these is missing, Qt itself complains about libxcb-cursor0 only.
    Need("libxcb-cursor0", library="libxcb-cursor.so.0"),
    Need("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
    Need("libxcb-icccm4", library="libxcb-icccm.so.4"),
    Need("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    Need("libxcb-shape0", library="libxcb-shape.so.0"),
]
"""A window on a real X server."""

SOUND = [
    Need("libportaudio2", library="libportaudio.so.2"),
    Need(
        "libasound2-plugins",
        files="/usr/lib/*/alsa-lib/libasound_module_pcm_pulse.so "
        "/usr/lib*/alsa-lib/libasound_module_pcm_pulse.so",
    ),
]
"""Live audio: the Linux wheel of sounddevice has no PortAudio, and PortAudio reaches
PulseAudio and PipeWire through ALSA's plug-in."""

SCREEN = [
    Need("xvfb", program="Xvfb"),
    # Without one font Qt draws no text at all.
    Need("fonts-dejavu-core", files="/usr/share/fonts/*/*/DejaVuSans.ttf /usr/share/fonts/*/*.ttf"),
]
"""A screen in memory."""

TESTS = [
    Need("pulseaudio", program="pulseaudio"),
    Need("pulseaudio-utils", program="pactl"),
    Need("xdotool", program="xdotool"),
    Need("imagemagick", program="import"),
    Need("espeak-ng", program="espeak-ng"),
    Need("sox", program="sox"),
    # The window in Chinese.
    Need(
        "fonts-wqy-microhei",
        files="/usr/share/fonts/*/wqy/*.ttc /usr/share/fonts/*/*/*CJK*.ttc "
        "/usr/share/fonts/*/*/DroidSansFallback*.ttf /usr/share/fonts/*/*CJK*.ttc",
    ),
]
"""The virtual sound card, a hand on keyboard and mouse, screenshots, and speech."""

BUILD = [Need("binutils", program="objdump")]
"""Freezing: PyInstaller looks into libraries with it."""

PEERS = [
    Need("libspandsp2", library="libspandsp.so.2"),
    Need("multimon-ng", program="multimon-ng"),
]
"""Other receivers of key tones, which ours is compared with."""

# Loaded in a process of its own: a constructor of a graphics library is no business of ours.
_TRY_LIBRARIES = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


def missing(needs: list[Need]) -> list[Need]:
    """Return those of `needs` that this machine lacks."""
    libraries = [need.library for need in needs if need.library]
    done = subprocess.run(
        [sys.executable, "-c", _TRY_LIBRARIES, *libraries],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
    )
    absent = set(done.stdout.decode().split())

    def lacks(need: Need) -> bool:
        if need.library:
            return need.library in absent
        if need.program:
            return shutil.which(need.program) is None
        return not any(glob.glob(pattern) for pattern in need.files.split())

    return [need for need in needs if lacks(need)]


def provide(
    needs: list[Need],
    *,
    optional: list[Need] | None = None,
    lost: str = "live audio will not work until it is installed.",
) -> None:
    """See that the machine has what is needed; install it where this user may.

    `optional` is installed along with the rest, but its absence only costs a notice, in which
    `lost` says what it costs.
    Raises CannotGoOn where something of `needs` stays missing.
    """
    if not LINUX:
        return  # the wheels for Windows and macOS bring their libraries
    wanted = [*needs, *(optional or [])]
    absent = missing(wanted)
    if not absent:
        return
    why = f"This machine lacks {_names(absent)}."
    if has_apt():
        apt_install([need.package for need in absent], why=why)
    else:
        say(f"{why} Please install them with your package manager.")
    absent = missing(wanted)
    vital = [need for need in absent if need in needs]
    if vital:
        raise CannotGoOn(f"Stopped: {len(vital)} of the above have to be there first.")
    if absent:
        say(f"Going on without {_names(absent)}: {lost}")


def _names(needs: list[Need]) -> str:
    return ", ".join(need.library or need.program or need.package for need in needs)
