"""Settings in words: groups, labels and units made from their public names."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.settings import About

translate = QCoreApplication.translate

UNITS: Final = ("Seconds", "Milliseconds", "Bytes", "Megabytes", "Percent")


def group_title(group: str) -> str:
    """Return the heading for the part of a name before its dot."""
    titles = {
        "call": translate("SettingText", "Calls"),
        "caller": translate("SettingText", "Caller"),
        "hearing": translate("SettingText", "Hearing"),
        "recording": translate("SettingText", "Recordings"),
        "webhooks": translate("SettingText", "Webhooks"),
        "notifications": translate("SettingText", "Notifications"),
        "errors": translate("SettingText", "Errors"),
        "media": translate("SettingText", "Media"),
        "prompts": translate("SettingText", "Prompts"),
        "record": translate("SettingText", "The record of 2018"),
        "audio": translate("SettingText", "Sound"),
        "auth": translate("SettingText", "Sign-in"),
        "phone": translate("SettingText", "Phone"),
        "journal": translate("SettingText", "Journal"),
        "bridge": translate("SettingText", "Bridge"),
        "history": translate("SettingText", "History"),
        "bot": translate("SettingText", "Bot"),
        "window": translate("SettingText", "Window"),
    }
    return titles.get(group, _capital(group))


def label(name: str) -> str:
    """Return ``call.answerTimeoutSeconds`` as ``Answer timeout``: without group and unit.

    Where that says too little, a label of its own.
    """
    own = {
        "audio.inputDevice": translate("SettingText", "Microphone"),
        "audio.outputDevice": translate("SettingText", "Speaker"),
        "audio.speaker": translate("SettingText", "Calls on the speaker"),
        "auth.bearer": translate("SettingText", "Tokens taken"),
        "auth.tokenSeconds": translate("SettingText", "Life of a token"),
        "bot.appId": translate("SettingText", "Application id"),
        "bot.tenantId": translate("SettingText", "Tenant id"),
        "bot.url": translate("SettingText", "Address"),
        "call.target": translate("SettingText", "Target of a transfer"),
        "call.targetSeconds": translate("SettingText", "Target takes"),
        "caller.starts": translate("SettingText", "A WAV caller starts"),
        "journal.maxRecords": translate("SettingText", "Records kept"),
        "journal.maxMegabytes": translate("SettingText", "Bodies kept"),
        "journal.maxDiskMegabytes": translate("SettingText", "Long bodies kept"),
        "history.maxCalls": translate("SettingText", "Calls kept"),
        "history.maxDays": translate("SettingText", "Days kept"),
        "phone.keyMilliseconds": translate("SettingText", "Length of a key's tone"),
        "notifications.ids": translate("SettingText", "Spelling of ids"),
        "prompts.maxBytes": translate("SettingText", "Largest prompt"),
        "window.language": translate("SettingText", "Language"),
        "window.zoomPercent": translate("SettingText", "Zoom"),
        "window.theme": translate("SettingText", "Colours"),
    }
    if name in own:
        return own[name]
    return translate("SettingLabel", plain_label(name))


def plain_label(name: str) -> str:
    """Return the English label that the name itself gives (packaging/translations.py asks too)."""
    words = re.sub(r"([a-z])([A-Z])", r"\1 \2", name.partition(".")[2]).split()
    if len(words) > 1 and words[-1] in UNITS:
        words.pop()
    return _capital(" ".join(words).lower())


def explanation(about: About) -> str:
    """Return what the setting does (packaging/translations.py takes these texts from there)."""
    return translate("SettingHelp", about.help)


def unit(name: str) -> str:
    """Return what follows the number of a setting, with its space; empty for none."""
    units = {
        "Milliseconds": translate("SettingText", " ms"),
        "Seconds": translate("SettingText", " s"),
        "Bytes": translate("SettingText", " bytes"),
        "Megabytes": translate("SettingText", " MB"),
        "Percent": translate("SettingText", " %"),
    }
    return next((text for word, text in units.items() if name.endswith(word)), "")


def matches(about: About, wanted: str) -> bool:
    """Whether every word of ``wanted`` is in the setting's name, label or help."""
    text = f"{about.name} {label(about.name)} {about.help} {explanation(about)}".casefold()
    return all(word in text for word in wanted.casefold().split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
