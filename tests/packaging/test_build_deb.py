"""The Debian package: what it needs, that it installs, and that it goes without a trace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from build_deb import METAINFO, build, dependencies, metainfo_text
from tests.helpers.program import callsim

ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="not Debian"),
    pytest.mark.skipif(not shutil.which("objdump"), reason="binutils is absent"),
]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of a small program: two real binaries stand for the frozen one's."""
    frozen, icons = tmp_path / "frozen", tmp_path / "icons"
    (frozen / "_internal").mkdir(parents=True)
    icons.mkdir()
    shutil.copy(os.path.realpath("/bin/sh"), frozen / "callsim")
    (frozen / "callsim-window").symlink_to("callsim")
    for name in ("libportaudio.so.2", "libjack.so.0", "libown.so.1"):
        shutil.copy(os.path.realpath("/bin/true"), frozen / "_internal" / name)
    for size in (16, 256):
        (icons / f"callsim-{size}.png").write_bytes(b"png")
    return build(frozen, icons, tmp_path / "dist", tmp_path / "work", version="1.2.3")


def output(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_it_names_what_it_needs(package: Path) -> None:
    facts = output("dpkg-deb", "--info", package)
    assert package.name.startswith("callsim_1.2.3_")
    for needed in ("libc6 (>= 2.", "libportaudio2", "libasound2 | libasound2t64"):
        assert needed in facts


def test_portaudio_is_the_systems(package: Path) -> None:
    listing = output("dpkg-deb", "--contents", package)
    assert "libown.so.1" in listing
    assert "libportaudio" not in listing and "libjack" not in listing


def test_it_fits_into_a_desktop(package: Path) -> None:
    listing = output("dpkg-deb", "--contents", package)
    for place in (
        "./usr/bin/callsim -> ../lib/callsim/callsim",
        "./usr/bin/callsim-window -> ../lib/callsim/callsim-window",
        "./usr/share/applications/callsim.desktop",
        "./usr/share/icons/hicolor/256x256/apps/callsim.png",
        "./usr/share/icons/hicolor/scalable/apps/callsim.svg",
        f"./usr/share/metainfo/{METAINFO}",
        "./usr/share/doc/callsim/copyright",
        "./usr/share/doc/callsim/changelog.gz",
        "./usr/share/man/man1/callsim.1.gz",
        "./usr/share/man/man1/callsim-window.1.gz -> callsim.1.gz",
        "./usr/share/lintian/overrides/callsim",
    ):
        assert place in listing
    assert "root/root" in listing


def test_programs_alone_may_be_run(package: Path) -> None:
    lines = output("dpkg-deb", "--contents", package).splitlines()
    runs = [line.split()[5] for line in lines if line.startswith("-rwx")]
    assert runs == ["./usr/lib/callsim/callsim"]


def test_the_manual_names_every_command() -> None:
    told = callsim("--help").stdout
    commands = re.findall(r"^    ([a-z][a-z-]+) ", told, re.MULTILINE)
    assert "self-test" in commands
    manual = (ROOT / "packaging" / "linux" / "callsim.1").read_text("utf-8")
    assert re.findall(r"^\.TP\n\.B (\S+)$", manual, re.MULTILINE) == [
        command.replace("-", r"\-") for command in commands
    ]


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="dpkg wants root")
def test_it_installs_runs_and_goes_without_a_trace(package: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    for folder in ("var/lib/dpkg/updates", "var/lib/dpkg/info", "var/lib/dpkg/triggers"):
        (root / folder).mkdir(parents=True)
    for file in ("status", "available"):
        (root / "var/lib/dpkg" / file).touch()
    before = sorted(root.rglob("usr*"))
    # What it depends on is not in this empty root.
    dpkg = ("dpkg", f"--root={root}", "--force-depends", "--force-script-chrootless")
    subprocess.run([*dpkg, "--install", package], check=True, capture_output=True)
    told = output(root / "usr" / "bin" / "callsim", "-c", "echo it runs")
    assert told == "it runs\n"
    subprocess.run([*dpkg, "--purge", "callsim"], check=True, capture_output=True)
    assert sorted(root.rglob("usr*")) == before


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstream is absent")
def test_the_description_is_valid_appstream(tmp_path: Path) -> None:
    path = tmp_path / METAINFO
    path.write_text(metainfo_text(__version__), "utf-8")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", path], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_a_library_of_nobody_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(os.path.realpath("/bin/sh"), tmp_path / "callsim")
    assert any(one.startswith("libc6 ") for one in dependencies(tmp_path))
    monkeypatch.setattr("build_deb.debian_owner", lambda source: None)
    with pytest.raises(ValueError, match="No package brings"):
        dependencies(tmp_path)
