"""The wheel, installed outside the checkout: the command works and finds its files."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from app import __version__
from dev_common import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel alone; what it depends on is taken from this one."""
    folder = tmp_path_factory.mktemp("wheel")
    wheels = folder / "wheels"
    python = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    build = [*python, "wheel", "--no-deps", "--wheel-dir", str(wheels)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True, text=True)
    venv.create(folder / "venv", with_pip=False, symlinks=os.name == "posix")
    site = next((folder / "venv").rglob("site-packages"))
    # A .pth of a folder that is only added runs none of its own .pth files: not the editable one.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    (wheel,) = wheels.glob("*.whl")
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    target = [*python, "--python", str(scripts / "python"), "install", "--no-deps"]
    subprocess.run([*target, str(wheel)], check=True, capture_output=True, text=True)
    return scripts


def run(elsewhere: Path, program: str, *arguments: str, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(elsewhere / program), *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_the_wheels_own_code_and_files(elsewhere: Path, tmp_path: Path) -> None:
    code = "import app; from app.resources import resource; print(app.__file__)\n"
    code += "print(resource('sounds/beep.wav')); print(resource('icons/callsim.svg'))"
    places = run(elsewhere, "python", "-c", code, cwd=tmp_path).splitlines()
    assert len(places) == 3
    for place in places:
        assert str(elsewhere.parent) in place and str(ROOT) not in place


def test_the_command_works_outside_the_checkout(elsewhere: Path, tmp_path: Path) -> None:
    assert run(elsewhere, "callsim", "--version", cwd=tmp_path) == f"callsim {__version__}\n"
    assert "self-test passed" in run(elsewhere, "callsim", "self-test", cwd=tmp_path)
    assert (elsewhere / ("callsim-window.exe" if os.name == "nt" else "callsim-window")).exists()
