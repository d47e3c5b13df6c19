"""ICU's data without what Qt does not ask for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

import build_icu

pytestmark = pytest.mark.skipif(
    not (sys.platform.startswith("linux") and shutil.which("ld")),
    reason="Qt uses ICU in the wheels for Linux, and binutils make the library",
)

FOLDER = Path(PySide6.__file__).parent / "Qt" / "lib"

ANSWERS = r"""
from PySide6.QtCore import QByteArray, QCollator, QLocale, QStringDecoder, QTimeZone
for language in ("en", "ru", "zh", "de", "sv", "tr", "ja", "lt"):
    locale = QLocale(language)
    words = ["öl", "Äpfel", "zebra", "ёлка", "еда", "茶", "山", "\u0131", "I", "i", "y", "k"]
    order = QCollator(locale)
    print(sorted(order.sortKey(word) < order.sortKey("m") for word in words))
    print([order.compare(one, other) for one in words for other in words])
    print(locale.toUpper("i\u0131ßéё"), locale.toLower("IİÉЁ"))
    for name in (b"Europe/Berlin", b"America/New_York", b"Asia/Shanghai", b"Europe/Moscow", b"UTC"):
        zone = QTimeZone(QByteArray(name))
        for season in (QTimeZone.StandardTime, QTimeZone.DaylightTime, QTimeZone.GenericTime):
            for kind in (QTimeZone.LongName, QTimeZone.ShortName, QTimeZone.OffsetName):
                print(zone.displayName(season, kind, locale))
print([QStringDecoder(name).isValid() for name in ("gb18030", "Shift_JIS", "KOI8-R", "Big5")])
print(sorted(QStringDecoder.availableCodecs()))
"""


@pytest.fixture(scope="module")
def whole() -> Path:
    return next(FOLDER.glob("libicudata.so.*"))


@pytest.fixture(scope="module")
def trimmed(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("icu") / whole.name
    build_icu.trim(whole, target)
    return target


def test_it_is_smaller_and_nothing_else_is_left(whole: Path, trimmed: Path) -> None:
    assert trimmed.stat().st_size < 0.6 * whole.stat().st_size
    assert [path.name for path in trimmed.parent.iterdir()] == [whole.name]


def test_qt_answers_the_same(trimmed: Path) -> None:
    def told(library: str) -> str:
        environment = {**os.environ, "LD_PRELOAD": library, "LANG": "C.UTF-8"}
        command = [sys.executable, "-X", "utf8", "-c", ANSWERS]
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, encoding="utf-8", check=True
        )
        assert done.stderr == ""
        return done.stdout

    expected = told("")
    assert "Mitteleuropäische" in expected  # ICU has answered
    assert told(str(trimmed)) == expected


def test_what_stays_is_unchanged(whole: Path) -> None:
    raw = whole.read_bytes()
    _, size = build_icu._symbol(whole)
    start = raw.find(b"CmnD") - 12
    data = raw[start : start + size]
    before, after = build_icu.items(data), build_icu.items(build_icu.kept(data))
    gone = {name.split("/")[1] for name in before.keys() - after.keys()}
    assert gone == set(build_icu.LEFT_OUT)
    assert list(after) == sorted(after)
    for name, content in after.items():
        assert content.rstrip(b"\xaa") == before[name].rstrip(b"\xaa")


def test_qt_asks_for_nothing_else() -> None:
    build_icu.check(sorted(FOLDER.glob("libQt6*.so.6")))


def test_a_library_that_asks_for_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_icu, "ASKED", ("ucal_", "ucol_", "ucnv_"))
    with pytest.raises(build_icu.UnknownIcu, match=r"libQt6Core.* asks ICU for"):
        build_icu.check(sorted(FOLDER.glob("libQt6Core.so.6")))


def test_another_library_is_refused(tmp_path: Path) -> None:
    with pytest.raises(build_icu.UnknownIcu, match="holds no data of ICU"):
        build_icu.trim(FOLDER / "libQt6Svg.so.6", tmp_path / "libQt6Svg.so.6")


def test_each_folder_has_its_reason() -> None:
    assert all(len(reason) > 20 for reason in build_icu.LEFT_OUT.values())
