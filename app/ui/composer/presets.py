"""Bodies to begin with."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

_PROMPT: Final[dict[str, Any]] = {
    "@odata.type": "#microsoft.graph.mediaPrompt",
    "mediaInfo": {
        "uri": "https://cdn.contoso.com/beep.wav",
        "resourceId": "1D6DE2D4-CD51-4309-8DAA-70768651088E",
    },
}

_EXAMPLE: Final[dict[str, Any]] = {
    "bargeInAllowed": True,
    "clientContext": "d45324c1-fcb5-430a-902c-f20af696537c",
    "prompts": [_PROMPT],
    "maxRecordDurationInSeconds": 10,
    "initialSilenceTimeoutInSeconds": 5,
    "maxSilenceTimeoutInSeconds": 2,
    "playBeep": True,
    "stopTones": ["#", "1", "*"],
}
"""The documentation's example of recordResponse v1.0 (2019-12-31)."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A body for ``action``; ``hint`` says what it shows."""

    action: str
    name: str
    hint: str
    body: str


def presets(action: str) -> list[Preset]:
    """Return the presets of ``action``, the one to begin with first."""
    return [preset for preset in _all() if preset.action == action]


def _all() -> list[Preset]:
    record, play, cancel = "recordResponse", "playPrompt", "cancelMediaProcessing"
    plain = {k: v for k, v in _EXAMPLE.items() if k not in ("prompts", "bargeInAllowed")}
    return [
        _preset(
            record,
            translate("Presets", "Record until # or a pause"),
            translate("Presets", "Beep, 10/5/2 s, keys #, 1, *: no prompt to download"),
            plain,
        ),
        _preset(
            record,
            translate("Presets", "The documentation's example"),
            translate("Presets", "Its prompt lies at cdn.contoso.com and cannot be downloaded"),
            _EXAMPLE,
        ),
        _preset(
            record,
            translate("Presets", "All defaults"),
            translate("Presets", "An empty body is legal: 5/5/5 s and a beep"),
            {},
        ),
        _preset(
            record,
            translate("Presets", "Barge in"),
            translate("Presets", "Cancels what plays, records or waits"),
            {"bargeInAllowed": True, "clientContext": "barge-in"},
        ),
        _preset(
            record,
            translate("Presets", "Long answer"),
            translate("Presets", "The longest that Graph allows: 120 s each"),
            {
                "initialSilenceTimeoutInSeconds": 120,
                "maxSilenceTimeoutInSeconds": 120,
                "maxRecordDurationInSeconds": 120,
                "stopTones": ["#"],
                "clientContext": "long-answer",
            },
        ),
        _preset(
            record,
            translate("Presets", "Without a beep"),
            translate("Presets", "The caller is recorded at once"),
            {"playBeep": False, "clientContext": "no-beep"},
        ),
        _preset(
            record,
            translate("Presets", "Refused by Graph"),
            translate("Presets", "300 s is out of range: 400/8523"),
            {"initialSilenceTimeoutInSeconds": 300, "clientContext": "refused"},
        ),
        _preset(
            play,
            translate("Presets", "One prompt"),
            translate("Presets", "Put in the address of a WAV file: PCM 16 kHz mono 16 bit"),
            {"prompts": [_PROMPT], "clientContext": "prompt"},
        ),
        _preset(
            play,
            translate("Presets", "Refused by Graph"),
            translate("Presets", "Without prompts there is nothing to play: 400/8523"),
            {"prompts": [], "clientContext": "refused"},
        ),
        _preset(
            cancel,
            translate("Presets", "Cancel everything"),
            translate("Presets", "Each operation fails with 400/8508"),
            {"clientContext": "cancel"},
        ),
    ]


def _preset(action: str, name: str, hint: str, body: dict[str, Any]) -> Preset:
    return Preset(action, name, hint, layout(body))


def layout(body: Any) -> str:
    """Return ``body`` as JSON as people write it: indented, arrays of plain values on one line."""
    return _FLAT.sub(
        lambda found: " ".join(found[0].split()).replace("[ ", "[").replace(" ]", "]"),
        json.dumps(body, indent=2, ensure_ascii=False),
    )


_FLAT: Final = re.compile(r'\[\s+(?:"[^"\\\s]*"|[\d.]+)(?:,\s+(?:"[^"\\\s]*"|[\d.]+))*\s+\]')
"""An array of numbers, or of texts without spaces."""
