"""Microsoft's clients for JavaScript, with which tests/sdk tries the local Graph where Node is.

Versions: tests/sdk/node/package.json. Node itself is not installed by us: what it runs is tested
only where it is.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import time

from dev_common import ROOT, WINDOWS, output_of, say

FOLDER = ROOT / "tests" / "sdk" / "node"
STAMP = FOLDER / "node_modules" / "installed-from"
"""The package.json that was installed last."""

OLDEST = 20
"""Major version of Node that the clients need."""


def prepare() -> None:
    """Install the clients, where that is not done yet and there is a Node that runs them.

    Where it fails it prints npm's words and goes on: the tests of these clients will fail.
    """
    npm = find_npm()
    wanted = (FOLDER / "package.json").read_text("utf-8")
    if npm is None:
        say(f"Leaving out the clients for JavaScript: Node {OLDEST} or newer, with npm, is absent.")
        return
    if STAMP.is_file() and STAMP.read_text("utf-8") == wanted:
        return
    say("Installing Microsoft's clients for JavaScript")
    started = time.monotonic()
    # No lock file: it would name the host of whatever registry this machine uses.
    options = ["--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]
    done = subprocess.run(
        [npm, "install", *options],
        cwd=str(FOLDER),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        say(done.stdout.decode("utf-8", "replace") + "npm failed.")
        return
    STAMP.write_text(wanted, "utf-8")
    say(f"  installed in {time.monotonic() - started:.0f} s")


def find_npm() -> str | None:
    """Return the path of npm where there is a Node that is new enough, else None."""
    npm, node = shutil.which("npm.cmd" if WINDOWS else "npm"), shutil.which("node")
    if npm is None or node is None:
        return None
    found = re.match(r"v(\d+)\.", output_of([node, "--version"]) or "")
    return npm if found and int(found.group(1)) >= OLDEST else None
