"""Makes the Debian package of the frozen program.

PortAudio is a dependency here and not inside: the system's JACK library, which it uses, has to fit
the system's JACK server, and Debian mends both. (In the archive it is inside, because whoever only
unpacks may not be able to install anything.) What else the program takes from the system is asked
of its own files, so that the list of dependencies is never out of date.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from build_inventory import debian_owner
from left_out import PORTAUDIO

HERE = Path(__file__).resolve().parent
METAINFO: Final = "io.github.graph_call_simulator.callsim.metainfo.xml"

OPENED_LATER: Final = ("libportaudio2", "libasound2")
"""Loaded by name at run time, so that no file of the program asks for them."""

CONTROL: Final = """\
Package: callsim
Version: {version}
Architecture: {architecture}
Maintainer: Graph Call Simulator contributors <callsim@localhost>
Installed-Size: {kibibytes}
Depends: {depends}
Recommends: libasound2-plugins, xdg-desktop-portal
Section: devel
Priority: optional
Description: virtual phone and local Microsoft Graph for calling bots
 A bot that calls Microsoft Graph's recordResponse can otherwise only be tried
 with a tenant, a bot registration, a public https address and a phone. This is
 a local stand-in: a virtual phone, an engine that runs recordResponse on live
 audio, and a server on loopback that the bot takes for Graph.
"""

CHANGELOG: Final = """\
callsim ({version}) stable; urgency=medium

  * Version {version}.

 -- Graph Call Simulator contributors <callsim@localhost>  {day}
"""

COPYRIGHT: Final = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Graph Call Simulator
Comment: The licences of everything inside are in /usr/lib/callsim/_internal/licences.

Files: *
Copyright: Graph Call Simulator contributors
License: Expat
{licence}
"""


def build(frozen: Path, icons: Path, out: Path, work: Path, *, version: str) -> Path:
    """Return the package, made in ``out`` from the program's folder ``frozen``.

    ``icons`` holds callsim-SIZE.png; ``work`` is emptied and used. Linux with dpkg-deb.
    """
    shutil.rmtree(work, ignore_errors=True)
    program = work / "usr" / "lib" / "callsim"
    shutil.copytree(frozen, program, symlinks=True)
    for file in [*program.rglob("*")]:
        if any(fnmatch(file.name, pattern) for pattern in (*PORTAUDIO, "libdb-*.so")):
            file.unlink()
    _integrate(work, icons, version)
    control = work / "DEBIAN" / "control"
    control.parent.mkdir()
    architecture = _output("dpkg", "--print-architecture")
    size = sum(file.lstat().st_size for file in work.rglob("*") if not file.is_dir())
    control.write_text(
        CONTROL.format(
            version=version,
            architecture=architecture,
            kibibytes=size // 1024,
            depends=", ".join(dependencies(program)),
        ),
        "utf-8",
    )
    for path in [work, *work.rglob("*")]:
        if not path.is_symlink():
            # Libraries are loaded, not run.
            runs = path.is_dir() or path == program / "callsim"
            path.chmod(0o755 if runs else 0o644)
    out.mkdir(parents=True, exist_ok=True)
    package = out / f"callsim_{version}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(work), str(package)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return package


def dependencies(program: Path) -> list[str]:
    """Return the Debian packages that own the libraries which ``program`` takes from the system."""
    wanted: set[str] = set()
    own = {file.name for file in program.rglob("*.so*")}
    newest = (2, 17)
    for file in program.rglob("*"):
        if file.is_symlink() or not file.is_file() or not _is_elf(file):
            continue
        header = _output("objdump", "-p", str(file))
        wanted |= set(re.findall(r"NEEDED\s+(\S+)", header)) - own
        for found in re.findall(r"GLIBC_2\.(\d+)", header):
            newest = max(newest, (2, int(found)))
    packages = set(OPENED_LATER)
    cache = (
        _output("ldconfig", "-p") if shutil.which("ldconfig") else _output("/sbin/ldconfig", "-p")
    )
    for name in sorted(wanted):
        place = re.search(rf"^\s*{re.escape(name)} .* => (\S+)$", cache, re.MULTILINE)
        owner = debian_owner(Path(place.group(1)).resolve()) if place else None
        if owner is None:
            raise ValueError(f"No package brings {name}, which the program needs.")
        packages.add(owner)
    packages.discard("libc6")
    return [f"libc6 (>= {newest[0]}.{newest[1]})", *(_also_later(one) for one in sorted(packages))]


def _also_later(package: str) -> str:
    """Debian 13 and Ubuntu 24.04 renamed libraries whose times got 64 bits."""
    stem = package.removesuffix("t64")
    return f"{stem} | {stem}t64" if stem in ("libasound2", "libglib2.0-0") else stem


def _integrate(work: Path, icons: Path, version: str) -> None:
    """Put commands, menu entry, icons, description and licence where a desktop looks for them."""
    commands = work / "usr" / "bin"
    commands.mkdir(parents=True)
    for name in ("callsim", "callsim-window"):
        (commands / name).symlink_to(f"../lib/callsim/{name}")
    share = work / "usr" / "share"
    for png in icons.glob("callsim-*.png"):
        size = png.stem.rpartition("-")[2]
        _put(png, share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "callsim.png")
    svg = HERE.parent / "resources" / "icons" / "callsim.svg"
    _put(svg, share / "icons" / "hicolor" / "scalable" / "apps" / "callsim.svg")
    _put(HERE / "linux" / "callsim.desktop", share / "applications" / "callsim.desktop")
    metainfo = share / "metainfo" / METAINFO
    metainfo.parent.mkdir(parents=True)
    metainfo.write_text(metainfo_text(version), "utf-8")
    overrides = share / "lintian" / "overrides" / "callsim"
    _put(HERE / "linux" / "callsim.lintian-overrides", overrides)
    manual = (HERE / "linux" / "callsim.1").read_text("utf-8")
    _compressed(manual.replace("@VERSION@", version), share / "man" / "man1" / "callsim.1.gz")
    (share / "man" / "man1" / "callsim-window.1.gz").symlink_to("callsim.1.gz")
    documents = share / "doc" / "callsim"
    told = CHANGELOG.format(version=version, day=format_datetime(_day()))
    _compressed(told, documents / "changelog.gz")
    copyright_file = documents / "copyright"
    words = (HERE.parent / "LICENSE").read_text("utf-8").splitlines()
    licence = "\n".join(f" {line}" if line else " ." for line in words)
    copyright_file.write_text(COPYRIGHT.format(licence=licence), "utf-8")


def metainfo_text(version: str) -> str:
    """Return the AppStream description, with the version and the day of the build."""
    text = (HERE / "linux" / METAINFO).read_text("utf-8")
    return text.replace("@VERSION@", version).replace("@DATE@", _day().strftime("%Y-%m-%d"))


def _day() -> datetime:
    """When this was made."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)


def _compressed(text: str, target: Path) -> None:
    """Write ``text`` as Debian wants it: as small as can be, and the same bytes every time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _is_elf(file: Path) -> bool:
    with file.open("rb") as data:
        return data.read(4) == b"\x7fELF"


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
