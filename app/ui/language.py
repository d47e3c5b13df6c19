"""The language of the window: which one holds, and the one call that puts it on.

Texts are looked up while widgets are made; a change therefore needs new widgets
(:mod:`app.ui.window_keeper`). Files: ``resources/translations``, made by packaging/translations.py.
GUI thread only.
"""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from app.resources import resource

log = logging.getLogger(__name__)

TRANSLATED: Final = ("ru", "zh_CN")
"""Besides English, the language of the sources."""

_worn: list[QTranslator] = []


def language_of(setting: str, wanted: list[str] | None = None) -> str:
    """Return the language that the setting ``window.language`` means: en, ru or zh_CN.

    ``wanted``: what the user prefers for ``system``, the best first (default: what Qt says).
    Chinese in traditional characters is not simplified Chinese: then English.
    """
    if setting != "system":
        return setting
    for name in QLocale.system().uiLanguages() if wanted is None else wanted:
        locale = QLocale(name)
        if locale.language() is QLocale.Language.Russian:
            return "ru"
        if locale.language() is QLocale.Language.English:
            return "en"
        if locale.language() is QLocale.Language.Chinese:
            simplified = locale.script() is QLocale.Script.SimplifiedHanScript
            return "zh_CN" if simplified else "en"
    return "en"


def apply_language(app: QApplication, setting: str) -> None:
    """Put on the language of ``setting``; numbers in widgets made from now on follow it."""
    while _worn:
        app.removeTranslator(_worn.pop())
    language = language_of(setting)
    QLocale.setDefault(QLocale.system() if setting == "system" else QLocale(language))
    if language not in TRANSLATED:
        return
    try:
        ours = str(resource(f"translations/callsim_{language}.qm"))
    except FileNotFoundError as error:
        log.warning("%s The window speaks English.", error)
        return
    qts = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{language}.qm"
    for file in (qts, ours):  # the last one is asked first
        translator = QTranslator(app)
        if translator.load(file):
            app.installTranslator(translator)
            _worn.append(translator)


def lacks_font(setting: str) -> bool:
    """Whether the system has no font for the language of ``setting``."""
    if language_of(setting) != "zh_CN":
        return False
    return not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
