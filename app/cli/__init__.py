"""The command line: ``callsim`` alone opens the window, its commands work without a screen.

Nothing heavy is imported before it is known what is to be done, so that ``callsim --version`` is
quick and no headless command ever loads Qt.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from app.cli.arguments import parse


class UserError(Exception):
    """Something the user can put right: shown as one line, exit code 2."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Main thread only."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A sign that the terminal lacks is no error; whoever follows a file sees each line.
            stream.reconfigure(errors="replace", line_buffering=True)
    options = parse(sys.argv[1:] if argv is None else argv)
    try:
        # Only now: the usual command is quick to say its version.
        from app.cli.guard import run_guarded

        code = run_guarded(options)
    except UserError as error:
        print(f"callsim: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Nobody reads any more: say nothing more, also when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def window() -> int:
    """Open the window (the entry point without a console)."""
    return main(["window", *sys.argv[1:]])
