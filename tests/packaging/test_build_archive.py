"""The archive and its sum."""

from __future__ import annotations

import os
import sys
import tarfile
from pathlib import Path

import pytest

from build_archive import pack, target, write_sum

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows gets a zip")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    (folder / "inside").mkdir(parents=True)
    program = folder / "callsim"
    program.write_bytes(b"x" * 1000)
    program.chmod(0o700)
    (folder / "inside" / "data").write_text("data")
    if sys.platform != "win32":
        (folder / "callsim-window").symlink_to("callsim")
    return folder


@posix
def test_the_same_files_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first = pack(folder, "callsim-1", tmp_path / "a" / "callsim-1-x").read_bytes()
    os.utime(folder / "callsim", (1, 1))
    second = pack(folder, "callsim-1", tmp_path / "b" / "callsim-1-x").read_bytes()
    assert first == second


@posix
def test_links_and_rights_survive_and_nobody_is_named(folder: Path, tmp_path: Path) -> None:
    archive = pack(folder, "callsim-1", tmp_path / "callsim-1-x")
    assert archive.name == "callsim-1-x.tar.xz"
    with tarfile.open(archive) as found:
        names = {member.name: member for member in found}
    assert set(names) == {
        "callsim-1",
        "callsim-1/callsim",
        "callsim-1/callsim-window",
        "callsim-1/inside",
        "callsim-1/inside/data",
    }
    assert names["callsim-1/callsim"].mode == 0o755
    assert names["callsim-1/inside/data"].mode == 0o644
    assert names["callsim-1/callsim-window"].linkname == "callsim"
    assert {member.uname for member in names.values()} == {"root"}


def test_the_name_says_system_and_architecture() -> None:
    system, _, machine = target().partition("-")
    assert system in ("linux", "macos", "windows") and machine


def test_the_sum_is_as_sha256sum_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "archive.tar.xz"
    file.write_bytes(b"abc")
    sums = write_sum(file)
    assert sums.name == "archive.tar.xz.sha256"
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sums.read_bytes() == f"{digest}  archive.tar.xz\n".encode()
