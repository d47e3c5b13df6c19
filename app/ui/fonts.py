"""The fonts: Inter comes with the program, so that the window looks and measures alike everywhere.

Other scripts (Chinese, say) fall back to the system's fonts. Sizes are pixels at scale 1.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from app.resources import resource

log = logging.getLogger(__name__)

FILES: Final = ("fonts/Inter-Regular.otf", "fonts/Inter-SemiBold.otf")

BODY: Final = 13
SMALL: Final = 12
TITLE: Final = 14


def load(app: QApplication) -> None:
    """Load what is shipped and make it the program's font; without it the system's stays."""
    try:
        loaded = [QFontDatabase.addApplicationFont(str(resource(name))) for name in FILES]
    except FileNotFoundError as error:
        log.warning("%s The system's font is used.", error)
        loaded = []
    font = app.font()
    if loaded and min(loaded) >= 0:
        font = QFont(QFontDatabase.applicationFontFamilies(loaded[0])[0])
    font.setPixelSize(BODY)
    app.setFont(font)


def ui(size: int = BODY, *, bold: bool = False, tabular: bool = False) -> QFont:
    """Return the program's font at ``size`` pixels; ``tabular`` for digits that change in place."""
    return QFont(_ui(QApplication.font().family(), size, bold, tabular))


@lru_cache
def _ui(family: str, size: int, bold: bool, tabular: bool) -> QFont:
    """Widgets ask in every frame; making one takes 20 microseconds."""
    font = QFont(QApplication.font())
    font.setFamily(family)
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def mono(size: int = SMALL) -> QFont:
    """Return the system's fixed-width font at ``size`` pixels."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(size)
    return font
