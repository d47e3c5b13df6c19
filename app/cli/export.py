"""``callsim export``: a call of the history as a file that others can open."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.cli import UserError
from app.exports.export import export, export_file, file_name
from app.exports.left_out import left_out
from app.history.database import HistoryError, history_path
from app.history.history import History
from app.runtime.saved_calls import SavedCall


def export_call(options: argparse.Namespace) -> int:
    """Run the command; 0 when the call was written."""
    call = _find(options.call)
    kind = options.format
    output = None
    if options.output not in (None, "", "-"):
        output = Path(options.output).expanduser()
    elif kind == "case" and options.output != "-":
        output = Path(file_name([call], kind))
    try:
        if output is None:
            export([call], kind, sys.stdout.buffer)
            return 0
        export_file([call], kind, output)
    except BrokenPipeError:
        raise
    except OSError as error:
        where = "what was asked for" if output is None else f"'{output}'"
        raise UserError(f"{where} cannot be written ({error.strerror}).") from None
    print(f"written: {output}", file=sys.stderr)
    events = kind != "har"
    for note in left_out([call], secrets=False, audio=False, events=events):
        print(f"left out: {note}", file=sys.stderr)
    return 0


def _find(wanted: str) -> SavedCall:
    path = history_path()
    if not path.is_file():
        raise UserError(f"There is no history yet ('{path}'): make a call first.")
    history = History(path)
    try:
        call = history.last() if wanted == "last" else history.find(wanted)
    except HistoryError as error:
        raise UserError(str(error)) from None
    if call is None and wanted == "last":
        raise UserError("The history holds no call: make one first.")
    if call is None:
        raise UserError(f"The history holds no call '{wanted[:60]}': give its whole id, or 'last'.")
    return call
