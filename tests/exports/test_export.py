"""Secrets of every kind are planted in a call, and no export has one of them."""

from __future__ import annotations

import dataclasses
import io
import json
import stat
import zipfile
from pathlib import Path

import numpy as np
import pytest

from app.exports.curl import curl_posix, curl_powershell
from app.exports.export import AUDIO, ENDINGS, Format, export, export_file, file_name
from app.exports.progress import Cancelled
from app.exports.python_code import python_httpx
from app.exports.redaction import redact_record
from app.runtime.saved_calls import saved_call
from tests.helpers.inspected import OPERATION
from tests.helpers.saved import KEYED, SECRETS, found_in, keys_in, planted_call, planted_records

SPEECH = {OPERATION: np.arange(1600, dtype=np.int16)}


def exported(kind: Format, **how: bool) -> str:
    """Export the planted call and return everything in it as text."""
    out = io.BytesIO()
    export([planted_call(SPEECH)], kind, out, **how)
    if kind != "case":
        return out.getvalue().decode()
    with zipfile.ZipFile(out) as archive:
        return "\n".join(archive.read(n).decode("utf-8", "replace") for n in archive.namelist())


@pytest.mark.parametrize("kind", ENDINGS)
def test_no_export_holds_a_secret(kind: Format) -> None:
    text = exported(kind)
    assert found_in(text) == []
    assert "[redacted]" in text and "kept-context" in text
    # What was configured is no secret: it stays.
    assert '"#"' in text or "&quot;#&quot;" in text or '\\"#\\"' in text
    assert "Left out" in text or "leftOut" in text


@pytest.mark.parametrize("kind", ENDINGS)
def test_with_secrets_they_are_there(kind: Format) -> None:
    exchanges_only = kind == "har"
    missing = set(SECRETS) - set(found_in(exported(kind, secrets=True).replace("&#x27;", "'")))
    elsewhere = (
        {"number", "secret in a warning", "secret in a setting"} if exchanges_only else set()
    )
    assert missing == elsewhere


def test_what_the_caller_keyed_is_redacted_everywhere() -> None:
    clean = [redact_record(record) for record in planted_records()]
    assert keys_in(planted_records()) == [KEYED] and keys_in(clean) == ["[redacted]"]


@pytest.mark.parametrize("build", [curl_posix, curl_powershell, python_httpx])
def test_commands_hold_no_secret(build) -> None:  # type: ignore[no-untyped-def]
    for record in planted_records():
        if record.exchange is not None:
            assert found_in(build(record.exchange)) == []


@pytest.mark.parametrize("kind", ENDINGS)
def test_audio_only_if_wanted(kind: Format) -> None:
    without, wanted = exported(kind), exported(kind, audio=True)
    assert "Audio: recordings" in without
    if kind in AUDIO:
        assert len(wanted) > len(without) + 2_000
        assert "Audio: recordings" not in wanted
    else:
        assert wanted == without


def test_a_file_is_whole_private_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "x.har"
    export_file([planted_call()], "har", path)
    assert json.loads(path.read_text("utf-8"))["log"]["entries"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("mine")
    with pytest.raises(Cancelled):
        export_file([planted_call()], "har", path, progress=lambda share: share < 1)
    assert path.read_text() == "mine" and list(tmp_path.iterdir()) == [path]
    with pytest.raises(OSError, match="no"):
        export_file([planted_call()], "har", tmp_path / "no" / "x.har")


def test_names_say_when_the_call_was() -> None:
    call = planted_call()
    assert file_name([call], "case").startswith("call-2026")
    assert file_name([call], "case").endswith(".callcase")
    assert file_name([call, call], "html").startswith("calls-")
    assert file_name([], "har") == "traffic.har"


def test_text_that_is_no_text_can_be_written(tmp_path: Path) -> None:
    records = planted_records()
    records[10] = dataclasses.replace(records[10], data={"message": "half \ud800 a pair"})
    for kind in ENDINGS:
        export_file([saved_call(records)], kind, tmp_path / "x")
