"""The folder of licences."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_inventory import Component
from build_licences import LIST, write


def test_texts_and_list_are_written(tmp_path: Path) -> None:
    text = tmp_path / "LICENSE"
    text.write_text("words")
    other = tmp_path / "other" / "LICENSE"
    other.parent.mkdir()
    other.write_text("other words")
    parts = [
        Component("Qt", "6.11", "LGPL-3.0-only", "inside", within="pyside6", texts=[text, text]),
        Component("GNU Fortran run-time library", "", "GPL", "wheel", texts=[text, other]),
    ]
    write(parts, tmp_path / "out", version="9.9")
    folder = tmp_path / "out" / "gnu-fortran-run-time-library"
    assert (folder / "LICENSE.txt").read_text() == "words"
    assert (folder / "2-LICENSE.txt").read_text() == "other words"
    assert not (tmp_path / "out" / "qt").exists(), "the same words are there once"
    told = (tmp_path / "out" / LIST).read_text()
    assert told.startswith("Graph Call Simulator 9.9")
    assert "Qt 6.11 (inside pyside6): LGPL-3.0-only" in told
    assert told.count("gnu-fortran-run-time-library/LICENSE.txt") == 2
    assert "You may replace these libraries" in told


def test_a_licence_without_words_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="licence of x has no text"):
        write([Component("x", "1", "MIT", "wheel")], tmp_path / "out", version="1")
