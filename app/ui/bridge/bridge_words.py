"""What the window calls the ways of the bridge."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.runtime.bridge_desk import BridgeView
from app.runtime.bridging import BridgeMode

translate = QCoreApplication.translate


def mode_name(mode: BridgeMode) -> str:
    """Return the name of ``mode``."""
    return {
        BridgeMode.OFF: translate("Bridge", "Off"),
        BridgeMode.MIRROR: translate("Bridge", "Mirror"),
        BridgeMode.PASS_THROUGH: translate("Bridge", "Pass-through"),
        BridgeMode.SEND_ONCE: translate("Bridge", "Send once"),
    }[mode]


def mode_meaning(mode: BridgeMode) -> str:
    """Return what ``mode`` does."""
    return {
        BridgeMode.OFF: translate("Bridge", "Nothing leaves this machine."),
        BridgeMode.MIRROR: translate(
            "Bridge",
            "The simulator answers the bot. The same requests also go to the target, and both "
            "answers are kept side by side.",
        ),
        BridgeMode.PASS_THROUGH: translate(
            "Bridge", "The target answers the bot. The simulator only watches."
        ),
        BridgeMode.SEND_ONCE: translate(
            "Bridge", "Only what you send by hand goes to the target, after a question each time."
        ),
    }[mode]


def waiting(view: BridgeView, now: datetime) -> str:
    """Return for how long nothing is sent, empty where that is not so."""
    if view.held_until is None:
        return ""
    left = max(0, round((view.held_until - now).total_seconds()))
    return translate("Bridge", "429: waits {n} s").format(n=left) if left else ""


def token_end(view: BridgeView, now: datetime) -> str:
    """Return until when the present token is good, empty where that is not known."""
    if view.expires is None:
        return ""
    if view.expires <= now:
        return translate("Bridge", "token expired")
    return translate("Bridge", "token until {time}").format(
        time=f"{view.expires.astimezone():%H:%M}"
    )
