"""A supported Python, and the checkout's own virtual environment with the project in it."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from typing import NamedTuple

import translations
from dev_common import (
    LINUX,
    ROOT,
    WINDOWS,
    CannotGoOn,
    apt_install,
    has_apt,
    output_of,
    run_quietly,
    say,
)

VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "installed-from"
"""What was installed last; while it holds, starting again costs nothing."""


class Supported(NamedTuple):
    """The range of Python versions that pyproject.toml names."""

    oldest: tuple[int, int]
    below: tuple[int, int]

    def __str__(self) -> str:
        last = self.below[1] - 1
        return f"{self.oldest[0]}.{self.oldest[1]} to {self.below[0]}.{last}"

    def has(self, version: tuple[int, int]) -> bool:
        """Whether the project runs on this (major, minor)."""
        return self.oldest <= version < self.below

    def newest_first(self) -> list[tuple[int, int]]:
        """The minor versions, the newest first."""
        return [(3, minor) for minor in range(self.below[1] - 1, self.oldest[1] - 1, -1)]


def supported(pyproject: str | None = None) -> Supported:
    """Read requires-python from pyproject.toml (by pattern: Python 3.8 has no tomllib)."""
    text = (ROOT / "pyproject.toml").read_text("utf-8") if pyproject is None else pyproject
    found = re.search(r'^requires-python = ">=3\.(\d+),<3\.(\d+)"', text, re.MULTILINE)
    if found is None:
        raise CannotGoOn('pyproject.toml has no line of the form requires-python = ">=3.N,<3.M".')
    return Supported((3, int(found.group(1))), (3, int(found.group(2))))


def find_python(running: tuple[int, int], want: Supported) -> str:
    """Return the path of a Python to build the environment with.

    The running one where it is supported, else another that is installed. `running` is
    (major, minor). Raises CannotGoOn with advice where there is none.
    """
    if want.has(running):
        return sys.executable
    here = f"{running[0]}.{running[1]}"
    for major, minor in want.newest_first():
        candidate = _installed(major, minor)
        if candidate is not None:
            say(f"Python {here} is not supported (needed: {want}); using {candidate}")
            return candidate
    raise CannotGoOn(
        f"This is Python {here}, and the project needs Python {want}, which was not found here.\n"
        + _how_to_get_python(want)
    )


def _installed(major: int, minor: int) -> str | None:
    """Return the path of that Python where it really starts: a pyenv shim may only exist."""
    version = f"{major}.{minor}"
    tell = "import sys; print('%d.%d' % sys.version_info[:2], sys.executable)"
    # uv puts its Pythons into ~/.local/bin, which need not be on the PATH.
    local = os.path.expanduser(f"~/.local/bin/python{version}")
    starters = [["py", f"-{version}"]] if WINDOWS else [[f"python{version}"], [local]]
    for starter in starters:
        answer = (output_of([*starter, "-c", tell]) or "").strip().split(" ", 1)
        if answer[0] == version and len(answer) == 2:
            return answer[1]
    return None


def _how_to_get_python(want: Supported) -> str:
    newest = f"{want.newest_first()[0][0]}.{want.newest_first()[0][1]}"
    if WINDOWS:
        return f"Install it:\n    winget install Python.Python.{newest}\nand start again with py."
    if sys.platform == "darwin":
        return f"Install it:\n    brew install python@{newest}\nand start again."
    if has_apt():
        for major, minor in want.newest_first():
            name = f"python{major}.{minor}"
            if output_of(["apt-cache", "show", "--no-all-versions", name]):
                return (
                    f"Install it:\n    sudo apt-get install -y {name} {name}-venv\nand start again."
                )
    return (
        f"With uv (https://docs.astral.sh/uv/) it needs no administrator:\n"
        f"    uv python install {newest}\nand start again."
    )


def prepare(*, sdk: bool = False) -> None:
    """Make .venv and install the project with its tools, where that is not done yet.

    ``sdk``: also Microsoft's clients, which only their own tests need. Raises CannotGoOn with what
    to do where it fails.
    """
    want = supported()
    plain, whole = _stamp(), _stamp("sdk")
    installed = STAMP.read_text("utf-8") if STAMP.is_file() and _works(want) else ""
    if installed not in (plain, whole):
        if not _works(want):
            _make_venv(want)
        _install()
        STAMP.write_text(plain, "utf-8")
    if sdk and installed != whole:
        _install_sdk()
        STAMP.write_text(whole, "utf-8")
    if translations.stale():
        compile_translations()


def compile_translations() -> None:
    """Make what the window reads in other languages. Raises CannotGoOn."""
    problem = run_quietly([str(PYTHON), translations.__file__, "compile"])
    if problem:
        raise CannotGoOn(problem)


def _stamp(*more: str) -> str:
    """What an installation depends on: pyproject.toml, where the checkout is, what else is in."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return " ".join((digest, str(ROOT), *more)) + "\n"


def _works(want: Supported) -> bool:
    """Whether .venv holds a Python that starts, is supported and has pip."""
    if not PYTHON.exists():
        return False
    tell = "import sys, pip; print('%d %d' % sys.version_info[:2])"
    answer = (output_of([str(PYTHON), "-c", tell]) or "").split()
    return len(answer) == 2 and want.has((int(answer[0]), int(answer[1])))


def _make_venv(want: Supported) -> None:
    python = find_python(sys.version_info[:2], want)
    if sysconfig.get_platform() == "win-arm64":
        raise CannotGoOn(
            "This Python is built for Windows on ARM, for which soxr has no wheel. Install the\n"
            "64-bit Intel/AMD Python (it runs there too) and start again."
        )
    if VENV.exists() and not (VENV / "pyvenv.cfg").is_file():
        raise CannotGoOn(f"{VENV} is in the way and is no virtual environment: please move it.")
    version = output_of([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
    name = f"python{(version or '').strip()}"
    if output_of([python, "-c", "import ensurepip, venv"]) is None:
        # Debian and Ubuntu keep ensurepip in a package of its own.
        why = f"{python} cannot make virtual environments."
        if not (LINUX and has_apt()):
            raise CannotGoOn(f"{why} Please install its venv and ensurepip modules.")
        if not apt_install([f"{name}-venv"], why=why):
            raise CannotGoOn(f"Cannot go on without {name}-venv.")
    say(f"Making {VENV} with {python}")
    done = subprocess.run(
        [python, "-m", "venv", "--clear", str(VENV)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise CannotGoOn(done.stdout.decode("utf-8", "replace") + f"{python} -m venv failed.")


def _install() -> None:
    """Install the project, editable, with the development tools."""
    say("Installing the project and its tools into .venv (the first time about 150 MB to load)")
    _pip("--editable", f"{ROOT}[dev]")


def _install_sdk() -> None:
    """Install the clients; of their 46,000 files few are ever imported, so none is compiled."""
    say("Installing Microsoft's clients for their tests (the first time about 80 MB to load)")
    _pip("--no-compile", "--editable", f"{ROOT}[sdk]")


def _pip(*what: str) -> None:
    started = time.monotonic()
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    # The hook would load Qt a second time, to compile what is compiled after this with the first.
    environment = dict(os.environ, HATCH_BUILD_NO_HOOKS="true")
    with subprocess.Popen(
        [*command, "--progress-bar", "off", *what],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=str(ROOT),
        env=environment,
    ) as pip:
        printed = []
        assert pip.stdout is not None
        for line in pip.stdout:
            text = line.decode("utf-8", "replace").strip()
            printed.append(text)
            if text.startswith("Downloading ") and "MB)" in text:
                say(f"  {_short(text)}")
    if pip.returncode != 0:
        raise CannotGoOn("\n".join(printed) + f"\npip failed.{_old_system()}")
    say(f"  installed in {time.monotonic() - started:.0f} s")


def _short(text: str) -> str:
    """`Downloading https://…/x.whl (80.1 MB)` without the address."""
    return re.sub(r"(https?://|file://)\S*/", "", text)


def _old_system() -> str:
    """A hint for the one failure that pip explains badly: wheels for a newer C library."""
    name, version = platform.libc_ver()
    if not LINUX or name != "glibc":
        return " On Linux, Qt's wheels need glibc." if LINUX else ""
    # From the names of PySide6's wheels: manylinux_2_34_x86_64, manylinux_2_39_aarch64.
    need = (2, 39) if platform.machine() == "aarch64" else (2, 34)
    if tuple(int(part) for part in version.split(".")[:2]) >= need:
        return " Is this machine online? Nothing was changed outside .venv; just start again."
    return (
        f" Qt's wheels need glibc {need[0]}.{need[1]} and this system has {version}: "
        "use Debian 12, Ubuntu 22.04 (on ARM Ubuntu 24.04) or newer."
    )


def in_venv(program: str) -> Path:
    """The path of a console script that pip installed into .venv."""
    return PYTHON.parent / (f"{program}.exe" if WINDOWS else program)
