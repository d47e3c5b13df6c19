"""The build's own environment, and the lock file that it is made from."""

from __future__ import annotations

import re
import tomllib

import pytest

import dev_build
import dev_python
from dev_common import ROOT, CannotGoOn

LOCK = dev_build.LOCK.read_text("utf-8")


def test_every_dependency_is_pinned_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["build"]]
    names = {re.split(r"[^A-Za-z0-9._-]", one)[0].lower() for one in wanted}
    pinned = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", LOCK, re.MULTILINE))
    assert names <= set(pinned), "renew packaging/requirements-build.txt (packaging/README.md)"
    blocks = re.split(r"\n(?=\S)", LOCK.strip())
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_lock_file_names_no_host() -> None:
    assert "://" not in LOCK and "--index" not in LOCK and "--find-links" not in LOCK


def test_an_environment_of_this_lock_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def note(command: list[str]) -> str:
        ran.append(command)
        dev_build.VENV.mkdir(exist_ok=True)
        return ""

    monkeypatch.setattr(dev_build, "VENV", ROOT / "build" / "venv-of-a-test")
    monkeypatch.setattr(dev_build, "run_quietly", note)
    stamp = dev_build.STAMP.with_name("stamp-of-a-test")
    monkeypatch.setattr(dev_build, "STAMP", stamp)
    stamp.parent.mkdir(parents=True, exist_ok=True)
    try:
        dev_build.prepare()
        assert ["--require-hashes" in command for command in ran] == [False, True]
        dev_build.prepare()
        assert len(ran) == 2, "the second time nothing is installed"
    finally:
        stamp.unlink()
        dev_build.VENV.rmdir()


def test_a_failure_says_what_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev_build, "run_quietly", lambda command: "no room")
    monkeypatch.setattr(dev_build, "STAMP", ROOT / "build" / "no-such-stamp")
    with pytest.raises(CannotGoOn, match=r"no room\nThe command was: .*venv"):
        dev_build.prepare()


def test_the_python_is_a_supported_one() -> None:
    assert dev_python.supported().has(dev_python.sys.version_info[:2])
