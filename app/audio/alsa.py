"""Two faults of PortAudio 19.6 on ALSA (Debian's and Ubuntu's), and how they are kept away.

**Abort.** It asserts ``devIdx < numDeviceNames`` in BuildDeviceList of pa_linux_alsa.c, counting
every device but "default" and "dmix". With a configuration that cannot be read there is no device
at all, the assertion fails, and the process is gone (SIGABRT, measured). Where ALSA knows a
"default" device it holds. So that is asked first, of the same libasound in the same process: in
microseconds, and again before each re-initialisation, because the file may have changed.

**Endless loop.** When a device dies before its stream's first block, PaAlsaStream_WaitForFrames
looks at a variable of its caller that was never set; unless that is zero, it jumps to its own error
label for ever, writing to stderr at full speed, and closing the stream hangs (measured; PortAudio
19.7 does not jump). The variable lies on the stack of a new thread. Memory fresh from the system is
zero; a stack that the C library kept from an earlier thread is not. So a stream's thread is given a
stack larger than any that was kept.
"""

from __future__ import annotations

import ctypes
import io
import itertools
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

_LIBRARY: Final = "libasound.so.2"
_HANDLER: Final = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)


# Swallows what libasound would write to stderr ("underrun occurred"): the status has it.
_discard: Final = _HANDLER(lambda *_: None)


def configuration_problem() -> str | None:
    """Tell why PortAudio must not be initialised now, or None. Any thread; reads a few files."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        alsa = ctypes.CDLL(_LIBRARY)
    except OSError:
        return None  # PortAudio cannot be loaded either, and says so without harm
    alsa.snd_lib_error_set_handler(_discard)
    found = ctypes.c_void_p()
    if alsa.snd_config_update() >= 0:
        tree = ctypes.c_void_p.in_dll(alsa, "snd_config")
        if tree.value and alsa.snd_config_search(tree, b"pcm.default", ctypes.byref(found)) >= 0:
            return None
    path = os.environ.get("ALSA_CONFIG_PATH")
    where = f"{path} (named by ALSA_CONFIG_PATH)" if path else "/usr/share/alsa/alsa.conf"
    cure = (
        "Correct or unset ALSA_CONFIG_PATH"
        if path
        else "Install it again: sudo apt-get install --reinstall libasound2-data"
    )
    return f"ALSA's configuration, {where}, cannot be read or names no default device. {cure}."


@contextmanager
def muted_stderr() -> Iterator[None]:
    """Send what C code writes to stderr nowhere. PortAudio tells there of each step of a device
    that does not open, once a second while one is gone; the exception says it all. What Python
    writes to ``sys.stderr`` meanwhile, on any thread, is seen. One thread at a time; sounddevice
    does the same round its initialisation."""
    if not sys.platform.startswith("linux"):
        yield
        return
    _keep_pythons_own()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _keep_pythons_own() -> None:
    """Give ``sys.stderr`` a descriptor of its own, from now on."""
    stream = sys.stderr
    with suppress(OSError):  # a stream without any
        if isinstance(stream, io.TextIOWrapper) and stream.fileno() == 2:
            stream.flush()
            sys.stderr = io.TextIOWrapper(
                io.FileIO(os.dup(2), "wb"),
                encoding=stream.encoding,
                errors=stream.errors,
                write_through=True,
            )


_STACK: Final = 16 << 20
"""Bytes: twice the usual thread's. Only what is touched is memory."""

_sizes: Final = itertools.cycle(range(_STACK, _STACK + (64 << 20), 64 << 10))
"""Each stack is larger than the last, lest that one is given out again."""


@contextmanager
def fresh_thread_stacks() -> Iterator[None]:
    """Let threads that start meanwhile have a stack of zeros. One thread at a time."""
    libc = ctypes.CDLL(None) if sys.platform.startswith("linux") else None
    if libc is None or not hasattr(libc, "pthread_setattr_default_np"):
        yield  # not the GNU C library: nothing is kept
        return
    attributes = ctypes.create_string_buffer(64)  # pthread_attr_t: 56 bytes, 64 on aarch64
    usual = ctypes.c_size_t()
    libc.pthread_getattr_default_np(attributes)
    libc.pthread_attr_getstacksize(attributes, ctypes.byref(usual))
    libc.pthread_attr_setstacksize(attributes, ctypes.c_size_t(next(_sizes)))
    libc.pthread_setattr_default_np(attributes)
    try:
        yield
    finally:
        libc.pthread_attr_setstacksize(attributes, usual)
        libc.pthread_setattr_default_np(attributes)
