from __future__ import annotations

import json
from pathlib import Path

import pytest

import dev_node
from dev_common import WINDOWS

pytestmark = pytest.mark.skipif(WINDOWS, reason="programs written as shell scripts")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the clients go, in place of the checkout."""
    made = tmp_path / "node"
    (made / "node_modules").mkdir(parents=True)
    (made / "package.json").write_text('{"dependencies": {}}')
    monkeypatch.setattr(dev_node, "FOLDER", made)
    monkeypatch.setattr(dev_node, "STAMP", made / "node_modules" / "installed-from")
    return made


def programs(path: Path, monkeypatch: pytest.MonkeyPatch, **scripts: str) -> None:
    """Let these be all programs that there are."""
    path.mkdir(exist_ok=True)
    for name, script in scripts.items():
        (path / name).write_text(f"#!/bin/sh\n{script}\n")
        (path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(path))


def test_the_clients_have_exact_versions_and_no_lock_file() -> None:
    wanted = json.loads((dev_node.FOLDER / "package.json").read_text("utf-8"))["dependencies"]
    assert wanted and all(version[0].isdigit() for version in wanted.values())
    assert not (dev_node.FOLDER / "package-lock.json").exists()


def test_it_installs_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs(tmp_path / "bin", monkeypatch, node="echo v22.1.0", npm='echo "$@" >> asked')
    dev_node.prepare()
    dev_node.prepare()
    (asked,) = (folder / "asked").read_text().splitlines()
    assert asked.startswith("install ") and "--no-package-lock" in asked
    (folder / "package.json").write_text('{"dependencies": {"x": "1.0.0"}}')
    dev_node.prepare()
    assert len((folder / "asked").read_text().splitlines()) == 2


@pytest.mark.parametrize("node", ["echo v18.20.0", "exit 1", "echo strange"])
def test_an_old_or_broken_node_is_passed_over(
    node: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    programs(tmp_path / "bin", monkeypatch, node=node, npm="echo installed > installed")
    dev_node.prepare()
    assert "Leaving out the clients for JavaScript" in capsys.readouterr().out
    assert not (folder / "installed").exists()


def test_what_npm_says_when_it_fails_is_shown(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    programs(tmp_path / "bin", monkeypatch, node="echo v20.0.0", npm="echo no network; exit 1")
    dev_node.prepare()
    assert "no network\nnpm failed." in capsys.readouterr().out
    assert not dev_node.STAMP.exists()
