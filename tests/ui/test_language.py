"""Which language the window speaks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

import translations
from app.ui.language import TRANSLATED, apply_language, lacks_font, language_of


@pytest.fixture(autouse=True)
def _back_to_english(qapp: QApplication) -> Iterator[None]:
    translations.compile_stale()
    before = QLocale()
    yield
    apply_language(qapp, "en")
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["ru-RU"], "ru"),
        (["zh-CN"], "zh_CN"),
        (["zh-Hans-SG"], "zh_CN"),
        (["zh-TW"], "en"),
        (["de-DE", "ru-RU"], "ru"),
        (["en-GB", "ru-RU"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_decides_where_there_is_a_translation(wanted: list[str], language: str) -> None:
    assert language_of("system", wanted) == language


def test_a_setting_decides_by_itself() -> None:
    assert [language_of(name) for name in ("en", *TRANSLATED)] == ["en", *TRANSLATED]


def test_texts_and_those_of_qt_follow(qapp: QApplication) -> None:
    texts = {}
    for name in ("ru", "zh_CN", "en"):
        apply_language(qapp, name)
        texts[name] = [
            QCoreApplication.translate("CallForm", "Caller"),
            QCoreApplication.translate("QLineEdit", "&Copy"),
        ]
    assert texts["en"] == ["Caller", "&Copy"]
    assert len({text for both in texts.values() for text in both}) == 6


def test_numbers_follow(qapp: QApplication) -> None:
    apply_language(qapp, "ru")
    assert QLocale().toString(1.5) == "1,5"


def test_a_font_is_lacking_for_chinese_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not lacks_font("ru") and not lacks_font("en")
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    assert lacks_font("zh_CN")
