"""Opens a case that somebody else made: nothing in it is trusted, and nothing is unpacked to disk.

Checked are the size of the file, the number, names and kinds of what is in it, and how much comes
out of it while it is read (what its directory says may be a lie).
"""

from __future__ import annotations

import hashlib
import io
import json
import stat
import wave
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from app.engine.timebase import SAMPLE_RATE
from app.exports.case_file import FORMAT, FREE, MOST_RATIO, VERSION
from app.runtime.ports import Audio
from app.runtime.records import Record
from app.runtime.saved_calls import SavedCall, UnreadableCall, read_info, read_record

MOST_BYTES: Final = 512 * 1024 * 1024
"""Of the file, and of what comes out of it: four hours of audio."""

MOST_ENTRIES: Final = 5_000
MOST_CALLS: Final = 1_000


class CaseError(ValueError):
    """The file cannot be opened as a case; the message says why."""


@dataclass(frozen=True, slots=True)
class Case:
    """What was in the file; ``left_out`` is what its maker said."""

    calls: tuple[SavedCall, ...]
    left_out: tuple[str, ...]


def read_case(path: Path) -> Case:
    """Return what the case at ``path`` holds. Any thread, blocks. Raises CaseError."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise CaseError(f"'{path.name}' is too large for a case ({size:,} bytes).")
        with zipfile.ZipFile(path) as archive:
            return _Reader(archive, path.name).read()
    except OSError as error:
        why = error.strerror or str(error)
        raise CaseError(f"'{path}' cannot be read ({why}).") from None
    except (UnreadableCall, RecursionError) as error:
        raise CaseError(f"'{path.name}' holds what no case holds: {error}.") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise CaseError(f"'{path.name}' is no case file, or damaged ({error}).") from None


class _Reader:
    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._left = MOST_BYTES
        self._names: set[str] = set()

    def read(self) -> Case:
        self._check_names()
        about = self._object("case.json")
        if about.get("format") != FORMAT:
            raise CaseError(f"'{self._name}' is no case file.")
        version = about.get("version")
        if not isinstance(version, int) or version > VERSION:
            raise CaseError(
                f"'{self._name}' was made by a newer program (case version {str(version)[:20]}): "
                "open it with that one."
            )
        count = about.get("calls")
        if isinstance(count, bool) or not isinstance(count, int) or not 0 <= count <= MOST_CALLS:
            raise CaseError(f"'{self._name}' does not say how many calls it holds.")
        notes = about.get("leftOut", [])
        left_out = [str(note)[:500] for note in notes[:50]] if isinstance(notes, list) else []
        calls = tuple(self._call(f"calls/{number}") for number in range(1, count + 1))
        return Case(calls, tuple(left_out))

    def _check_names(self) -> None:
        entries = self._archive.infolist()
        if len(entries) > MOST_ENTRIES:
            raise CaseError(f"'{self._name}' holds too many files ({len(entries):,}).")
        for entry in entries:
            # orig_filename: zipfile has cut the other one at a zero byte and turned it about.
            name = entry.orig_filename
            parts = name.removesuffix("/").split("/")
            odd = any(sign in name for sign in "\\:\x00") or name.startswith("/")
            if odd or any(part in ("", ".", "..") for part in parts):
                raise CaseError(
                    f"'{self._name}' holds a file with a forbidden name ({name!r:.60})."
                )
            if stat.S_ISLNK(entry.external_attr >> 16):
                raise CaseError(f"'{self._name}' holds a link ({name!r:.60}), as no case does.")
            if entry.flag_bits & 0x1:
                raise CaseError(f"'{self._name}' is encrypted, as no case is.")
            if name in self._names:
                raise CaseError(f"'{self._name}' holds two files named {name!r:.60}.")
            self._names.add(name)

    def _call(self, folder: str) -> SavedCall:
        known = self._object(f"{folder}/call.json")
        info = read_info(known.get("call"))
        records = sorted(
            (
                *self._records(f"{folder}/timeline.jsonl"),
                *self._records(f"{folder}/exchanges.jsonl"),
            ),
            key=lambda record: record.seq,
        )
        settings, versions = known.get("settings", {}), known.get("versions", {})
        if not isinstance(settings, dict) or not isinstance(versions, dict):
            raise UnreadableCall("settings or versions are no objects")
        return SavedCall(
            info,
            tuple(records),
            settings,
            {str(name): str(value) for name, value in versions.items()},
            dict(self._audio(folder, known.get("audio", []))),
        )

    def _records(self, name: str) -> Iterator[Record]:
        for number, line in enumerate(self._bytes(name).splitlines(), start=1):
            try:
                yield read_record(json.loads(line))
            except UnreadableCall as error:
                raise UnreadableCall(f"{error} ({name}, line {number})") from None
            except ValueError:
                raise UnreadableCall(f"{name}, line {number} is no JSON") from None

    def _audio(self, folder: str, listed: Any) -> Iterator[tuple[str, Audio]]:
        if not isinstance(listed, list):
            raise UnreadableCall("'audio' is no list")
        for item in listed:
            members = item if isinstance(item, dict) else {}
            name, operation = members.get("file"), members.get("operationId")
            if not isinstance(name, str) or not isinstance(operation, str):
                raise UnreadableCall("an entry of 'audio' names no file or operation")
            data = self._bytes(f"{folder}/{name}")
            if hashlib.sha256(data).hexdigest() != members.get("sha256"):
                raise CaseError(f"The audio {folder}/{name} in '{self._name}' was changed.")
            yield operation, _decode(data, name)

    def _object(self, name: str) -> dict[str, Any]:
        try:
            value = json.loads(self._bytes(name))
        except ValueError as error:
            if isinstance(error, CaseError):
                raise
            raise UnreadableCall(f"{name} is no JSON") from None
        if not isinstance(value, dict):
            raise UnreadableCall(f"{name} is no object")
        return value

    def _bytes(self, name: str) -> bytes:
        """Read an entry, within what is left of the bounds."""
        if name not in self._names:
            raise CaseError(f"'{self._name}' is no case file: {name[:60]} is missing in it.")
        entry = self._archive.getinfo(name)
        most = min(self._left, max(FREE, entry.compress_size * MOST_RATIO))
        with self._archive.open(entry) as file:
            data = file.read(most + 1)
        if len(data) > most:
            raise CaseError(
                f"'{self._name}' is refused: far more comes out of {name[:60]} than went in."
            )
        self._left -= len(data)
        return data


def _decode(data: bytes, name: str) -> Audio:
    try:
        with wave.open(io.BytesIO(data)) as file:
            form = (file.getnchannels(), file.getsampwidth(), file.getframerate())
            frames = file.readframes(file.getnframes())
    except (wave.Error, EOFError) as error:
        raise UnreadableCall(f"{name} is no WAV file ({error})") from None
    if form != (1, 2, SAMPLE_RATE):
        raise UnreadableCall(f"{name} is not 16 kHz, mono, 16 bit")
    return np.frombuffer(frames[: len(frames) // 2 * 2], "<i2").astype(np.int16)
