"""What goes into dist/."""

from __future__ import annotations

from pathlib import Path

import pytest

import build_program
from app import __version__


def test_the_version_is_the_programs() -> None:
    assert build_program.version_of_program() == __version__


def test_windows_gets_its_version_resource() -> None:
    text = build_program.version_resource("1.2.3")
    assert "filevers=(1, 2, 3, 0)" in text and "StringStruct('FileVersion', '1.2.3')" in text
    assert "@" not in text
    compile(text, "version_info.txt", "eval")  # as PyInstaller reads it


def test_the_archive_is_named_by_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = tmp_path / "frozen"
    frozen.mkdir()
    (frozen / "callsim").write_text("x")
    (frozen / "sbom.cdx.json").write_text("{}")
    monkeypatch.setattr(build_program, "ROOT", tmp_path)
    monkeypatch.setattr(build_program, "DIST", tmp_path / "dist")
    monkeypatch.setattr(build_program.build_deb, "build", lambda *_, version: frozen / "callsim")
    monkeypatch.setattr(build_program, "_wheel", list)
    build_program.pack(frozen, frozen, "1.2.3")
    names = sorted(path.name for path in (tmp_path / "dist").iterdir())
    stem = f"callsim-1.2.3-{build_program.build_archive.target()}"
    assert f"{stem}.cdx.json" in names and f"{stem}.cdx.json.sha256" in names
    assert any(name.startswith(stem) and name.endswith((".tar.xz", ".zip")) for name in names)
