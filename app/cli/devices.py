"""``callsim devices``: what the sound system offers."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys

from app.audio.port import PortAudioPort
from app.cli.options import read_settings
from app.runtime.ports import Device


def devices(options: argparse.Namespace) -> int:
    """List microphones and speakers; 1 where there is no sound at all."""
    read_settings(options)
    found = PortAudioPort().devices()
    if options.json:
        print(json.dumps(dataclasses.asdict(found)))
    else:
        _list("Microphones", found.inputs)
        _list("Speakers", found.outputs)
        if found.problem:
            print(f"callsim: {found.problem}", file=sys.stderr)
    return 0 if found.inputs or found.outputs else 1


def probe(options: argparse.Namespace) -> int:
    """Ask the sound system in a process of its own, which may die of it."""
    from app.audio.probe import main

    return main()


def _list(title: str, found: tuple[Device, ...]) -> None:
    print(f"{title}:" if found else f"{title}: none")
    for device in found:
        mark = "*" if device.is_default else " "
        print(
            f"  {mark} {device.name} ({device.host_api}, {device.channels} channels, "
            f"{device.default_rate} Hz)"
        )
