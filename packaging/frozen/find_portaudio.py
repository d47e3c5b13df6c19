"""Run-time hook: lets sounddevice find the PortAudio in the program's own folder.

It asks ``ctypes.util.find_library``, which knows the system's libraries only. Where the folder has
none (the .deb leaves it to the package manager), that stays the answer.
"""

import ctypes.util
import sys
from pathlib import Path

if sys.platform.startswith("linux"):
    _own = sorted(Path(sys._MEIPASS).glob("libportaudio.so*"))  # type: ignore[attr-defined]
    if _own:
        _of_the_system = ctypes.util.find_library

        def _find_library(name: str) -> str | None:
            return str(_own[0]) if name == "portaudio" else _of_the_system(name)

        ctypes.util.find_library = _find_library
