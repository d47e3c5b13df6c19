"""Packs the frozen program: one archive whose name tells what it is, and its SHA-256."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

EPOCH = 315_532_800
"""1980-01-01, the first moment that a zip can name: times of files say nothing here."""


def target() -> str:
    """Return system and architecture as they stand in names: ``linux-x86_64``."""
    systems = {"linux": "linux", "darwin": "macos", "win32": "windows"}
    machine = platform.machine().lower()
    return (
        f"{systems[sys.platform]}-{ {'amd64': 'x86_64', 'aarch64': 'arm64'}.get(machine, machine) }"
    )


def pack(folder: Path, top: str, name: Path) -> Path:
    """Pack ``folder`` as ``top`` into ``name`` plus ``.tar.xz``, on Windows ``.zip``.

    Returns the archive. Two packings of the same files are the same bytes.
    """
    name.parent.mkdir(parents=True, exist_ok=True)
    files = sorted(folder.rglob("*"))
    if sys.platform == "win32":
        archive = name.with_name(f"{name.name}.zip")
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
            for file in files:
                if file.is_file():
                    out.write(file, f"{top}/{file.relative_to(folder).as_posix()}")
        return archive
    archive = name.with_name(f"{name.name}.tar.xz")
    plain = archive.with_suffix("")
    with tarfile.open(plain, "w", format=tarfile.PAX_FORMAT) as out:
        out.add(folder, top, recursive=False, filter=_nobodys)
        for file in files:
            out.add(file, f"{top}/{file.relative_to(folder).as_posix()}", False, filter=_nobodys)
    _compress(plain, archive)
    return archive


def _compress(plain: Path, archive: Path) -> None:
    tool = shutil.which("xz")
    if tool is not None:  # with all processors; Python's own uses one
        subprocess.run([tool, "-6", "-T", str(os.cpu_count() or 1), "--force", plain], check=True)
        return
    import lzma

    with plain.open("rb") as source, lzma.open(archive, "wb", preset=6) as sink:
        shutil.copyfileobj(source, sink, 1 << 20)
    plain.unlink()


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = EPOCH
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


def write_sum(file: Path) -> Path:
    """Write ``FILE.sha256`` beside ``file``, as ``sha256sum --check`` reads it."""
    with file.open("rb") as data:
        digest = hashlib.file_digest(data, "sha256").hexdigest()
    sums = file.with_name(f"{file.name}.sha256")
    sums.write_text(f"{digest}  {file.name}\n", "ascii", newline="\n")
    return sums
