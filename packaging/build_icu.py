"""Makes the data of ICU, the largest file of Qt's wheel for Linux, as small as Qt needs them.

ICU's library carries tables for everything that ICU can do, in one shared library of data. Qt has
tables of its own for most of that, and asks ICU for four things alone, by the functions in
``ASKED``. What only other functions read is left out here, for no language more than for another;
a Qt that asks for more stops the build. The program may replace the library by the whole one.
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path
from typing import Final

LEFT_OUT: Final[dict[str, str]] = {
    "brkitr": "dictionaries to part words and lines (ubrk_*); Qt parts them by its own tables",
    "curr": "names of currencies (ucurr_*, unum_*); QLocale has its own",
    "lang": "names of languages (uldn_*); QLocale has its own",
    "rbnf": "numbers in words (unum_*); nothing of Qt writes such",
    "translit": "other scripts' letters (utrans_*); nothing of Qt rewrites them",
    "unit": "names of units (unumf_*); nothing of Qt writes such",
}
"""Folders inside the data, and why they are not needed."""

ASKED: Final = (
    "u_strToLower",  # capitals of Turkish and others
    "u_strToUpper",
    "ucal_",  # names of time zones
    "ucnv_",  # encodings besides Unicode
    "UCNV_",
    "ucol_",  # the order of words
)
"""How the names of the functions begin that Qt asks ICU for."""


class UnknownIcu(Exception):
    """The data or their use are not as they were when this was written; the message says how."""


def trim(library: Path, target: Path) -> None:
    """Write ``library`` (libicudata.so.VERSION) without LEFT_OUT to ``target``. Needs binutils.

    Raises UnknownIcu where it is no such library.
    """
    symbol, size = _symbol(library)
    raw = library.read_bytes()
    start = raw.find(b"\xda\x27") if raw[:4] == b"\x7fELF" else -1
    if start < 2 or raw[start + 10 : start + 14] != b"CmnD":
        raise UnknownIcu(f"{library} holds no data of ICU.")
    data = kept(raw[start - 2 : start - 2 + size])
    folder, name = target.parent, target.name
    folder.mkdir(parents=True, exist_ok=True)
    plain, source, made = (folder / f"{name}.{end}" for end in ("dat", "s", "o"))
    plain.write_bytes(data)
    source.write_text(
        '.section .note.GNU-stack,"",%progbits\n'
        f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol},%object\n"
        f'{symbol}:\n.incbin "{plain.name}"\n.size {symbol}, .-{symbol}\n',
        "utf-8",
    )
    link = ["ld", "-shared", "-z", "noexecstack", "--strip-all", "-soname", library.name]
    for command in (["as", "-o", made.name, source.name], [*link, "-o", name, made.name]):
        subprocess.run(command, check=True, cwd=str(folder))
    for file in (plain, source, made):
        file.unlink()


def kept(data: bytes) -> bytes:
    """Return a package of ICU's data without LEFT_OUT.

    Its format: a header of its own length; then the number of items, and for each where its name
    and its content begin, counted from that number on; items in the order of their names.
    """
    header = struct.unpack_from("<H", data)[0]
    contents = {
        name: content for name, content in items(data).items() if name.split("/")[1] not in LEFT_OUT
    }
    names = b"".join(name.encode() + b"\0" for name in contents)
    at_name = 4 + 8 * len(contents)
    at_content = _aligned(at_name + len(names))
    table, body = [struct.pack("<I", len(contents))], []
    for name, content in contents.items():
        table.append(struct.pack("<II", at_name, at_content))
        at_name += len(name.encode()) + 1
        padded = content.ljust(_aligned(len(content)), b"\xaa")
        body.append(padded)
        at_content += len(padded)
    head = b"".join([*table, names])
    return b"".join([data[:header], head.ljust(_aligned(len(head)), b"\xaa"), *body])


def items(data: bytes) -> dict[str, bytes]:
    """Return the content of each item of a package, by its name, in its order."""
    start = struct.unpack_from("<H", data)[0]
    count = struct.unpack_from("<I", data, start)[0]
    places = [struct.unpack_from("<II", data, start + 4 + 8 * at) for at in range(count)]
    ends = [begin for _, begin in places[1:]] + [len(data) - start]
    found = {}
    for (name, begin), end in zip(places, ends, strict=True):
        stop = data.index(b"\0", start + name)
        found[data[start + name : stop].decode("ascii")] = data[start + begin : start + end]
    return found


def check(users: list[Path]) -> None:
    """Look at what ``users``, Qt's libraries, ask ICU for; UnknownIcu where it is more."""
    for user in users:
        for line in _told("objdump", "-T", str(user)).splitlines():
            name = line.rpartition(" ")[2]
            if "*UND*" not in line or not re.fullmatch(r"[uU]\w+_\d\d+", name):
                continue
            if not name.startswith(ASKED):
                raise UnknownIcu(
                    f"{user.name} asks ICU for {name}: look whether it needs what build_icu.py "
                    "leaves out, and add it to ASKED."
                )


def _symbol(library: Path) -> tuple[str, int]:
    """The name of the data in ``library``, such as icudt73_dat, and their size."""
    told = _told("objdump", "-T", str(library))
    found = re.search(r"\.rodata\s+([0-9a-f]+)\s.*\b(icudt\d+_dat)$", told, re.MULTILINE)
    if found is None:
        raise UnknownIcu(f"{library} holds no data of ICU.")
    return found[2], int(found[1], 16)


def _aligned(size: int) -> int:
    return -(-size // 16) * 16


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
