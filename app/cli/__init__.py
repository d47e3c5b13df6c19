"""The command line: ``callsim`` alone opens the window, its commands work without a screen.

Nothing heavy is imported before it is known what is to be done, so that ``callsim --version`` is
quick and no headless command ever loads Qt.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from app.cli.arguments import parse


class UserError(Exception):
    """Something the user can put right: shown as one line, exit code 2."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Main thread only."""
    options = parse(sys.argv[1:] if argv is None else argv)
    try:
        code: int = options.run(options)
    except UserError as error:
        print(f"callsim: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def window() -> int:
    """Open the window (the entry point without a console)."""
    return main(["window", *sys.argv[1:]])
