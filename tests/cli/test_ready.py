"""The ready file."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from app.cli import UserError
from app.cli.ready import check_ready, write_ready


def test_it_is_whole_and_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "ready.json"
    path.write_text("old")
    path.chmod(0o644)
    write_ready(path, {"baseUrl": "http://127.0.0.1:1"})
    assert json.loads(path.read_text()) == {"baseUrl": "http://127.0.0.1:1"}
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_where_it_cannot_be_written_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        write_ready(tmp_path / "no" / "ready.json", {})


def test_it_is_looked_at_beforehand(tmp_path: Path) -> None:
    check_ready(tmp_path / "ready.json")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UserError, match=r"cannot be written \(there is no folder"):
        check_ready(tmp_path / "no" / "ready.json")
    with pytest.raises(UserError, match=r"\(it is a folder\)"):
        check_ready(tmp_path)
