from __future__ import annotations

import sys
from pathlib import Path

import pytest

import dev_system
from dev_common import CannotGoOn
from dev_system import Need

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere the wheels bring their libraries"
)

THERE = [Need("libc6", library="libc.so.6"), Need("dash", program="sh")]
ABSENT = [
    Need("lib-one", library="libcallsim-no-such.so.1"),
    Need("two", program="callsim-no-such-program"),
    Need("three", files="/callsim-no-such/* /callsim-no-such-either/*.so"),
]


def test_missing_tells_what_is_absent(tmp_path: Path) -> None:
    (tmp_path / "font.ttf").touch()
    file = Need("font", files=f"/callsim-no-such/* {tmp_path}/*.ttf")
    assert dev_system.missing([*THERE, file, *ABSENT]) == ABSENT


def test_what_qt_needs_is_found_where_qt_works(qapp: object) -> None:
    assert dev_system.missing(dev_system.QT) == []


def test_without_apt_the_missing_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev_system, "has_apt", lambda: False)
    with pytest.raises(CannotGoOn, match="3 of the above"):
        dev_system.provide([*THERE, *ABSENT])
    assert "libcallsim-no-such.so.1, callsim-no-such-program, three" in capsys.readouterr().out


def test_the_absence_of_an_option_is_only_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev_system, "has_apt", lambda: False)
    dev_system.provide(THERE, optional=ABSENT)
    assert "Going on without libcallsim-no-such.so.1" in capsys.readouterr().out


def test_what_apt_installed_is_looked_for_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []

    def install(packages: list[str], *, why: str) -> bool:
        asked.extend(packages)
        (tmp_path / "new.so").touch()
        return True

    monkeypatch.setattr(dev_system, "has_apt", lambda: True)
    monkeypatch.setattr(dev_system, "apt_install", install)
    dev_system.provide([*THERE, Need("new-library", files=f"{tmp_path}/*.so")])
    assert asked == ["new-library"]
