"""Reads what several commands have in common: settings, keys, callers."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from app.cli import UserError
from app.engine.timebase import to_samples
from app.engine.tones import KEYS
from app.runtime.callers import CallerSpec
from app.runtime.feeder import Press
from app.settings import SettingError, Settings

PRESS: Final = re.compile(r"(?P<tone>.)@(?P<seconds>\d+(\.\d*)?|\.\d+)")


def read_settings(options: argparse.Namespace) -> Settings:
    """Return the defaults with every ``--set`` applied: what headless commands use, so that they
    do the same everywhere. Raises UserError."""
    return apply_settings(Settings(), options)


def apply_settings(settings: Settings, options: argparse.Namespace) -> Settings:
    """Return ``settings`` with every ``--set`` applied. Raises UserError."""
    try:
        for assignment in options.set:
            settings = settings.assign(assignment)
        if getattr(options, "caller_starts", None):
            settings = settings.set("caller.starts", options.caller_starts)
        if getattr(options, "caller_channel", None) is not None:
            settings = settings.set("caller.channel", options.caller_channel)
    except SettingError as error:
        raise UserError(str(error)) from None
    return settings


def read_presses(texts: Sequence[str]) -> list[Press]:
    """Read ``TONE@SECONDS``, such as ``#@2.5``. Raises UserError."""
    presses = []
    for text in texts:
        match = PRESS.fullmatch(text)
        if match is None or match["tone"].upper() not in KEYS:
            raise UserError(
                f"'--press {text}' is not understood: write TONE@SECONDS with one of "
                f"0-9 * # A-D, such as '#@2.5'."
            )
        presses.append(Press(match["tone"].upper(), to_samples(float(match["seconds"]))))
    return presses


def read_caller(text: str) -> CallerSpec:
    """Read ``live``, ``silence`` or a path, which has to exist. Raises UserError."""
    caller = CallerSpec.parse(text)
    if caller.path is not None and not caller.path.is_file():
        raise UserError(f"There is no sound file '{caller.path}': check the path given as caller.")
    return caller


def check_folder(text: str) -> Path:
    """Return the folder, made if its parent is there. Raises UserError."""
    folder = Path(text).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"The folder '{folder}' cannot be made ({error.strerror}).") from None
    return folder
