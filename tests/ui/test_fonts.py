"""The fonts."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication

from app.ui import fonts


@pytest.fixture(autouse=True)
def _loaded(qapp: QApplication) -> None:
    fonts.load(qapp)


def test_inter_is_the_programs_font(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Inter"
    assert qapp.font().pixelSize() == fonts.BODY


def test_tabular_digits_are_all_as_wide() -> None:
    metrics = QFontMetrics(fonts.ui(20, tabular=True))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    metrics = QFontMetrics(fonts.ui(20))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) > 1


def test_bold_is_a_face_of_its_own() -> None:
    assert QFontInfo(fonts.ui(bold=True)).styleName().replace(" ", "") == "SemiBold"


def test_mono_is_fixed_in_width() -> None:
    metrics = QFontMetrics(fonts.mono())
    assert metrics.horizontalAdvance("i") == metrics.horizontalAdvance("W")


def test_without_the_files_the_systems_font_stays(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(fonts, "FILES", ("fonts/missing.otf",))
    fonts.load(qapp)
    assert "The system's font is used." in caplog.text
    assert qapp.font().pixelSize() == fonts.BODY
