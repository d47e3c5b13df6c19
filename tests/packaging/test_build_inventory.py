"""Every file of the frozen program belongs to something with a licence."""

from __future__ import annotations

import json
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
import soundfile
from cryptography.hazmat.backends.openssl import backend

from build_inventory import Component, debian_owner, inventory
from dev_common import ROOT


def found(tmp_path: Path, *entries: tuple[str, Path]) -> dict[str, Component]:
    listing = tmp_path / "frozen-from.json"
    rows = [{"place": place, "source": str(source), "kind": "x"} for place, source in entries]
    listing.write_text(json.dumps(rows))
    return {component.name: component for component in inventory(listing, ROOT)}


def file_of(package: str, ending: str) -> Path:
    files = distribution(package).files or []
    wanted = next(file for file in files if str(file).endswith(ending))
    return Path(str(wanted.locate()))


def test_files_of_wheels_are_theirs(tmp_path: Path) -> None:
    parts = found(tmp_path, ("httpx/_client.py", file_of("httpx", "httpx/_client.py")))
    httpx = parts["httpx"]
    assert httpx.version == distribution("httpx").version
    assert httpx.purl == f"pkg:pypi/httpx@{httpx.version}"
    assert "BSD" in httpx.licence
    assert all(text.is_file() for text in httpx.texts) and httpx.texts


def test_what_a_wheel_carries_inside_is_named(tmp_path: Path) -> None:
    qt = next(
        file
        for file in distribution("PySide6-Essentials").files or []
        if "Qt6Core" in file.name and "abi3" not in file.name and file.suffix != ".pyi"
    )
    parts = found(tmp_path, (f"PySide6/{qt.name}", Path(str(qt.locate()))))
    assert parts["Qt"].licence == "LGPL-3.0-only" and parts["Qt"].within == "pyside6-essentials"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in parts["Qt"].texts[0].read_text("utf-8")


def test_what_is_linked_inside_has_its_version(tmp_path: Path) -> None:
    rust = next(
        file
        for file in distribution("cryptography").files or []
        if file.name.startswith("_rust.") and file.suffix != ".pyi"
    )
    openssl = found(tmp_path, ("cryptography/_rust", Path(str(rust.locate()))))["OpenSSL"]
    assert openssl.version in backend.openssl_version_text()
    assert openssl.purl == f"pkg:generic/openssl@{openssl.version}"
    sndfile = file_of("soundfile", sndfile_name())
    parts = found(tmp_path, (f"_soundfile_data/{sndfile.name}", sndfile))
    assert parts["libsndfile"].version == soundfile.__libsndfile_version__


def sndfile_name() -> str:
    files = distribution("soundfile").files or []
    return next(file.name for file in files if "libsndfile" in file.name)


def test_our_own_files_and_python_are_known(tmp_path: Path) -> None:
    parts = found(
        tmp_path,
        ("app/main.py", ROOT / "app" / "main.py"),
        ("json", Path(json.__file__)),
    )
    assert {"CPython", "PyInstaller boot loader", "Inter"} <= set(parts)
    assert not any(part.kind == "wheel" for part in parts.values() if part.name != "pyinstaller")


def test_a_file_of_nobody_stops_the_build(tmp_path: Path) -> None:
    stray = tmp_path / "stray.so"
    stray.touch()
    with pytest.raises(ValueError, match=r"stray\.so.*belongs to nothing"):
        found(tmp_path, ("stray.so", stray))


@pytest.mark.skipif(not Path("/var/lib/dpkg/status").is_file(), reason="not Debian")
def test_files_of_debian_are_a_packages(tmp_path: Path) -> None:
    assert debian_owner(Path("/usr/share/common-licenses/GPL-3")) == "base-files"
    assert debian_owner(tmp_path) is None
    assert sys.executable
