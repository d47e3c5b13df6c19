"""Writes the folder ``licences`` of the frozen program: every licence, and what Qt's one grants."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from build_inventory import Component

LIST: Final = "THIRD-PARTY.txt"

QT: Final = """\
Graph Call Simulator uses Qt and Qt for Python under the GNU Lesser General Public License,
version 3 (LGPL-3.0-only, without modification). You may replace these libraries: they are plain
shared libraries in the folder "PySide6" (Linux and macOS: PySide6/Qt/lib) of the program, loaded
when it starts, and any build of the same version that is compatible with them can be put in their
place. The same holds for libsndfile, libsoxr and the other libraries under the LGPL below.
Taking the program apart to debug such a change is allowed. The source of Qt and of Qt for Python
is published by The Qt Company at download.qt.io, in the versions named below.
"""


def write(components: list[Component], folder: Path, *, version: str) -> None:
    """Write one folder of texts per component, each text once, and the list of all.

    Raises ValueError where the words of a component's licence are missing: such a program may not
    be passed on.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # The wheels first: what they carry inside has often the same words.
    ordered = sorted(components, key=lambda one: bool(one.within))
    written: dict[bytes, str] = {}
    places: dict[str, list[str]] = {}
    for component in ordered:
        if not component.texts:
            raise ValueError(f"The licence of {component.name} has no text.")
        own = _folder_name(component)
        for text in dict.fromkeys(component.texts):
            words = text.read_bytes()
            if words not in written:
                written[words] = f"{own}/{_put(text, folder / own)}"
            places.setdefault(component.name, []).append(written[words])
    (folder / LIST).write_text(_list(components, places, version), "utf-8")


def _put(text: Path, folder: Path) -> str:
    """Copy ``text`` into ``folder`` and return the name it has there."""
    folder.mkdir(exist_ok=True)
    name = text.name if text.suffix else f"{text.name}.txt"
    target = folder / name
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{number}-{name}"
    shutil.copyfile(text, target)
    return target.name


def _list(components: list[Component], places: dict[str, list[str]], version: str) -> str:
    lines = [
        f"Graph Call Simulator {version} (MIT licence, see LICENSE) contains the following. The",
        "words of each licence are in the files named, beside this one.",
        "",
        QT,
    ]
    for one in components:
        inside = f" (inside {one.within})" if one.within else ""
        called = f"{one.name} {one.version}".strip()
        lines.append(f"{called}{inside}: {one.licence}")
        lines += [f"    {place}" for place in dict.fromkeys(places[one.name])]
    return "\n".join(lines) + "\n"


def _folder_name(component: Component) -> str:
    name = component.name.lower().replace(",", "")
    return "-".join(name.split())
