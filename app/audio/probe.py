"""Lists the sound devices from a process of its own.

PortAudio makes its list when it is initialised, and initialising it again ends every open stream.
So while one is open, a fresh list comes from a child process. The command line calls ``main`` for
its hidden command ``_probe-audio`` (the frozen program has no other interpreter than itself).
Only the standard library and sounddevice are imported here, because it may run every few seconds.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

COMMAND: Final = "_probe-audio"
"""The hidden command of the command line that runs ``main``."""

TIMEOUT: Final = 10.0
"""Seconds; a list takes 0.2 s, a sound server that hangs takes for ever."""


class ProbeFailed(Exception):
    """The child process gave no list; the message says what became of it."""


def tables(sounddevice: Any) -> dict[str, Any]:
    """Return what an initialised PortAudio lists, as plain data: ``devices``, ``hostApis`` (names)
    and ``defaults`` (indices of input and output, -1 where there is none)."""
    return {
        "devices": [dict(device) for device in sounddevice.query_devices()],
        "hostApis": [api["name"] for api in sounddevice.query_hostapis()],
        "defaults": [int(index) for index in sounddevice.default.device],
    }


def fresh_tables() -> dict[str, Any]:
    """Run the child process and return its ``tables``; raises ProbeFailed. Blocks: a worker's."""
    root = str(Path(__file__).resolve().parents[2])
    run = f"import sys; sys.path.insert(0, {root!r}); from app.audio.probe import main; main()"
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable, COMMAND] if frozen else [sys.executable, "-c", run]
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True)
        answer: dict[str, Any] = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise ProbeFailed(f"The sound devices could not be listed: {error}") from error
    return answer


def main() -> int:
    """Print the tables as one JSON object; the exit code tells whether there is a list."""
    from app.audio.alsa import configuration_problem

    problem = configuration_problem()
    if problem is not None:
        print(problem, file=sys.stderr)
        return 1
    import sounddevice

    print(json.dumps(tables(sounddevice)))
    return 0
