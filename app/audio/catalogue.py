"""What PortAudio lists, made fit for people: which devices to show, and which one a name means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from app.runtime.ports import AudioUnavailable, Device

Kind = Literal["input", "output"]

NOUN: Final[dict[Kind, str]] = {"input": "microphone", "output": "speaker"}

PLUMBING: Final = frozenset(
    {"dmix", "dsnoop", "null", "oss", "usbstream", "upmix", "vdownmix"}
    | {"lavrate", "samplerate", "speex", "speexrate"}
)
"""ALSA's converters: PortAudio lists them as if they were devices."""

PLUMBING_PREFIXES: Final = ("front", "rear", "center_lfe", "side", "surround", "iec958", "spdif")
"""Other views of a card that is listed by its own name."""

MME_NAME: Final = 31
"""Windows' oldest host API cuts names after so many characters (MAXPNAMELEN - 1)."""


class UnknownDevice(AudioUnavailable):
    """There is no such device at the moment."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One device as PortAudio counts it: ``rate`` in samples per second; ``latency`` is the least
    that it can do well with, in seconds."""

    index: int
    name: str
    host_api: str
    channels: dict[Kind, int]
    rate: int
    latency: dict[Kind, float]


class Catalogue:
    """The devices of one moment. Immutable."""

    def __init__(self, entries: Sequence[Entry], defaults: dict[Kind, int]) -> None:
        self._entries = tuple(entries)
        self._defaults = defaults

    @classmethod
    def read(cls, tables: dict[str, Any]) -> Catalogue:
        """Read the tables of ``app.audio.probe``."""
        entries = [
            Entry(
                index,
                str(device["name"]).strip(),
                str(tables["hostApis"][device["hostapi"]]),
                {
                    "input": int(device["max_input_channels"]),
                    "output": int(device["max_output_channels"]),
                },
                round(device["default_samplerate"]),
                {
                    "input": float(device["default_low_input_latency"]),
                    "output": float(device["default_low_output_latency"]),
                },
            )
            for index, device in enumerate(tables["devices"])
        ]
        default_input, default_output = tables["defaults"]
        return cls(entries, {"input": default_input, "output": default_output})

    def shown(self, kind: Kind) -> tuple[Device, ...]:
        """The devices to choose from: each once (Windows lists it under several host APIs; the
        default device's comes first), without ALSA's plumbing."""
        default = self._default(kind)
        usable = self._usable(kind)
        if default is not None:
            usable.sort(key=lambda entry: entry.host_api != default.host_api)
        chosen: list[Entry] = []
        for entry in usable:
            known = any(
                entry.host_api != other.host_api and _same(entry.name, other.name)
                for other in chosen
            )
            if entry is default or not (known or _is_plumbing(entry)):
                chosen.append(entry)
        return tuple(
            Device(e.name, e.host_api, e.channels[kind], e.rate, is_default=e is default)
            for e in chosen
        )

    def find(self, kind: Kind, name: str | None) -> Entry:
        """Return the device that ``name`` means: the default one for None or "", one of that name,
        or the only one whose name contains it (any case). Raises UnknownDevice."""
        usable = self._usable(kind)
        default = self._default(kind)
        noun = NOUN[kind]
        if not usable:
            raise UnknownDevice(f"No {noun} was found. Connect one and refresh the list.")
        if not name:
            return default or usable[0]
        if default is not None:
            usable.sort(key=lambda entry: entry.host_api != default.host_api)
        for entry in usable:
            if entry.name == name:
                return entry
        wanted = name.casefold()
        close = {e.name: e for e in reversed(usable) if wanted in e.name.casefold()}
        if len(close) == 1:
            return next(iter(close.values()))
        several = "; several contain that text" if close else ""
        names = ", ".join(f"“{device.name}”" for device in self.shown(kind))
        raise UnknownDevice(f"There is no {noun} “{name}”{several}. There are: {names}.")

    def _usable(self, kind: Kind) -> list[Entry]:
        return [entry for entry in self._entries if entry.channels[kind] > 0]

    def _default(self, kind: Kind) -> Entry | None:
        return next((e for e in self._usable(kind) if e.index == self._defaults[kind]), None)


def _is_plumbing(entry: Entry) -> bool:
    if entry.host_api != "ALSA":
        return False
    return entry.name in PLUMBING or entry.name.startswith(PLUMBING_PREFIXES)


def _same(one: str, other: str) -> bool:
    return one == other or (
        len(min(one, other, key=len)) == MME_NAME and one[:MME_NAME] == other[:MME_NAME]
    )
