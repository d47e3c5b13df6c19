"""Cases of others: what is no case, or means harm, is refused in words."""

from __future__ import annotations

import contextlib
import json
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.exports import case_reader
from app.exports.case_file import write_case
from app.exports.case_reader import CaseError, read_case
from tests.helpers.inspected import OPERATION
from tests.helpers.saved import planted_call


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "x.callcase"
    with path.open("wb") as file:
        write_case([planted_call({OPERATION: np.zeros(99, np.int16)})], file, audio=True)
    return path


def rebuild(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Write the case again with its files changed."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(CaseError) as caught:
        read_case(path)
    return str(caught.value)


def test_what_is_no_case(tmp_path: Path, case: Path) -> None:
    assert "cannot be read" in refusal(tmp_path / "no.callcase")
    (tmp_path / "text").write_text("hello")
    assert "no case file" in refusal(tmp_path / "text")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("readme.txt", "x")
    assert "case.json is missing" in refusal(tmp_path / "other.zip")
    case.write_bytes(case.read_bytes()[:-40])
    assert "damaged" in refusal(case)


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "calls/../../evil",
        "/etc/passwd",
        "C:/evil",
        "..\\evil",
        "a//b",
        "./a",
        "nul\x00/../evil",
    ],
)
def test_names_that_lead_out(case: Path, name: str) -> None:
    with zipfile.ZipFile(case, "a") as archive:
        entry = zipfile.ZipInfo("placeholder")
        entry.filename = entry.orig_filename = name
        archive.writestr(entry, b"x")
    assert "forbidden name" in refusal(case)


def test_links(case: Path) -> None:
    with zipfile.ZipFile(case, "a") as archive:
        link = zipfile.ZipInfo("calls/1/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert "link" in refusal(case)


def test_two_files_of_one_name(case: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(case, "a") as archive:
            archive.writestr("case.json", "{}")
    assert "two files" in refusal(case)


def test_encrypted(case: Path) -> None:
    data = bytearray(case.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # in the directory, which is what is looked at
    case.write_bytes(data)
    assert "encrypted" in refusal(case)


def test_too_many_files(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_reader, "MOST_ENTRIES", 3)
    assert "too many files" in refusal(case)


def test_too_large(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_reader, "MOST_BYTES", 1_000)
    assert "too large" in refusal(case)


def test_a_bomb_is_not_let_off(case: Path) -> None:
    rebuild(case, lambda files: files.update({"calls/1/timeline.jsonl": b" " * 30_000_000}))
    assert "far more comes out" in refusal(case)


def test_many_small_bombs_share_one_bound(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_reader, "MOST_BYTES", 6_000)
    assert case.stat().st_size < 6_000
    assert "far more comes out" in refusal(case)


def test_a_directory_that_lies_about_sizes(case: Path) -> None:
    rebuild(case, lambda files: files.update({"calls/1/timeline.jsonl": b" " * 30_000_000}))
    data = case.read_bytes()
    case.write_bytes(data.replace(struct.pack("<L", 30_000_000), struct.pack("<L", 10)))
    assert refusal(case)


@pytest.mark.parametrize(
    ("file", "data", "says"),
    [
        ("case.json", b"[]", "case.json is no object"),
        ("case.json", b"{", "case.json is no JSON"),
        ("case.json", b'{"format": "other"}', "no case file"),
        ("case.json", b'{"format": "callcase", "version": 99}', "newer program"),
        ("case.json", b'{"format": "callcase", "version": 1, "calls": -1}', "how many calls"),
        ("case.json", b'{"format": "callcase", "version": 1, "calls": 2}', "calls/2/call.json"),
        ("calls/1/call.json", b'{"call": []}', "'call' is no object"),
        ("calls/1/call.json", b'{"call": {"started": "soon"}}', "no moment"),
        ("calls/1/timeline.jsonl", b"{}\n", "line 1"),
        ("calls/1/timeline.jsonl", b"\xff\xfe", "no JSON"),
        ("calls/1/exchanges.jsonl", b"[" * 100_000, "no case holds"),
        ("calls/1/audio/1.wav", b"RIFF", "was changed"),
    ],
)
def test_contents_that_make_no_sense(case: Path, file: str, data: bytes, says: str) -> None:
    rebuild(case, lambda files: files.update({file: data}))
    assert says in refusal(case)


@pytest.mark.parametrize("audio", [{}, [1], [{"file": "audio/1.wav"}], [{"operationId": "x"}]])
def test_lists_of_audio_that_make_no_sense(case: Path, audio: Any) -> None:
    def change(files: dict[str, bytes]) -> None:
        known = json.loads(files["calls/1/call.json"])
        files["calls/1/call.json"] = json.dumps(known | {"audio": audio}).encode()

    assert "no case holds" in refusal(rebuild(case, change))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_changed_it_opens_or_is_refused(case: Path, data: st.DataObject) -> None:
    """No other exception, whichever bytes of a real case are spoilt."""
    good = case.read_bytes()
    spoilt = bytearray(good)
    for _ in range(data.draw(st.integers(1, 5))):
        spoilt[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    path = case.with_name("spoilt")
    path.write_bytes(spoilt)
    with contextlib.suppress(CaseError):
        read_case(path)
