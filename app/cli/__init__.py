"""The command line: ``callsim`` alone opens the window, its commands work without a screen.

Nothing heavy is imported before it is known what is to be done, so that ``callsim --version`` is
quick and no headless command ever loads Qt.
"""

from __future__ import annotations

import errno
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
    except BrokenPipeError:  # nobody reads any more
        _say_no_more()
        return 1
    except OSError as error:
        if not is_full(error):
            raise
        print(f"callsim: The output cannot be written ({error.strerror}).", file=sys.stderr)
        _say_no_more()
        return 1
    return code


def is_full(error: BaseException) -> bool:
    """Whether ``error`` is that the disk is full to which something is printed."""
    return isinstance(error, OSError) and error.errno == errno.ENOSPC


def _say_no_more() -> None:
    """Also not when Python closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def window() -> int:
    """Open the window (the entry point without a console)."""
    return main(["window", *sys.argv[1:]])
