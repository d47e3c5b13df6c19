"""An event of the call as a line of the list."""

from __future__ import annotations

import re
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from app.runtime.records import Record
from app.ui.inspector import formats
from app.ui.inspector.row import Category, Level, Row, sought
from app.ui.inspector.wire import short_ids

translate = QCoreApplication.translate

_OUTCOMES: Final = {"completed": Level.OK, "failed": Level.ERROR, "lost": Level.WARNING}


def event_row(record: Record, time: str) -> Row:
    """Return the line for the event ``record``; ``time`` is printed as it is."""
    data = record.data
    name, summary, badge, level = _event_words(record.kind, data)
    recorded = data.get("recordingSeconds")
    return Row(
        record=record,
        category=Category.EVENT,
        time=time,
        direction="",
        verb="",
        name=name,
        summary=short_ids(summary),
        badge=badge,
        level=level,
        duration=formats.duration(recorded) if isinstance(recorded, float | int) else "",
        sought=sought(record, name, summary, badge),
        opens_call=record.kind == "callCreated",
    )


def event_title(kind: str) -> str:
    """Return the name of an event for people; an unknown one is taken apart at its capitals."""
    known = {
        "callCreated": translate("InspectorRow", "New call"),
        "callStateChanged": translate("InspectorRow", "Call state"),
        "mediaActivated": translate("InspectorRow", "Audio active"),
        "operationQueued": translate("InspectorRow", "Operation queued"),
        "promptStarted": translate("InspectorRow", "Prompt started"),
        "promptEnded": translate("InspectorRow", "Prompt ended"),
        "beepStarted": translate("InspectorRow", "Beep"),
        "recordingStarted": translate("InspectorRow", "Recording started"),
        "speechStarted": translate("InspectorRow", "Speech started"),
        "speechEnded": translate("InspectorRow", "Speech ended"),
        "toneReceived": translate("InspectorRow", "Key"),
        "ended": translate("InspectorRow", "Operation ended"),
        "warning": translate("InspectorRow", "Warning"),
        "muted": translate("InspectorRow", "Muted"),
        "unmuted": translate("InspectorRow", "Unmuted"),
        "bridgeMode": translate("InspectorRow", "Bridge"),
        "bridgeNotSent": translate("InspectorRow", "Not sent to the real Graph"),
        "realCall": translate("InspectorRow", "Real call"),
        "recordingDiscarded": translate("InspectorRow", "Recording discarded"),
    }.get(kind)
    return known or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).capitalize()


def _event_words(kind: str, data: dict[str, Any]) -> tuple[str, str, str, Level]:
    """Return name, summary, badge, level."""
    title = event_title(kind)
    match kind:
        case "callCreated":
            if data.get("direction") == "outgoing":
                words = translate("InspectorRow", "placed by the bot at {bot}")
                return title, words.format(bot=data.get("botUrl", "")), "", Level.INFO
            number = data.get("number") or translate("InspectorRow", "no number")
            words = translate("InspectorRow", "{number} to {bot} · caller: {caller}")
            summary = words.format(
                number=number, bot=data.get("botUrl", ""), caller=data.get("caller", "")
            )
            return title, summary, "", Level.INFO
        case "callStateChanged":
            state = str(data.get("state", ""))
            return translate("InspectorRow", "Call {state}").format(state=state), "", "", Level.INFO
        case "promptStarted" | "promptEnded" if isinstance(index := data.get("index"), int):
            return title, translate("InspectorRow", "no. {n}").format(n=index + 1), "", Level.INFO
        case "toneReceived":
            where = (
                translate("InspectorRow", "pressed on the pad")
                if data.get("source") == "pad"
                else translate("InspectorRow", "heard in the caller's audio")
            )
            return f"{title} {data.get('tone', '')}", where, "", Level.INFO
        case "ended":
            status = str(data.get("status", ""))
            summary = str(data.get("reason", ""))
            if data.get("code") is not None:
                summary = f"{data['code']}/{data.get('subcode')} · {data.get('message')}"
            return title, summary, status, _OUTCOMES.get(status, Level.NEUTRAL)
        case "bridgeNotSent":
            return title, str(data.get("message", "")), "", Level.WARNING
        case "bridgeMode":
            target = f"{data.get('mode')} → {data['target']}" if data.get("target") else "off"
            return title, target, "", Level.WARNING if data.get("target") else Level.INFO
        case "realCall":
            return f"{title} {data.get('state', '')}", str(data.get("toldBy", "")), "", Level.INFO
        case "warning":
            badge = translate("InspectorRow", "warning")
            return title, str(data.get("message", "")), badge, Level.WARNING
    plain = " · ".join(
        f"{name} {value}" for name, value in data.items() if name != "knownAt" and value != ""
    )
    return title, plain, "", Level.INFO
