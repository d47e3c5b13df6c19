"""The wheel carries the translations."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import translations


@pytest.mark.slow
@pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling belongs to the build")
def test_the_wheel_has_what_the_program_reads(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    for name in ("app", "packaging", "resources"):
        skip = shutil.ignore_patterns("*.qm", "__pycache__", "pictures")
        shutil.copytree(translations.ROOT / name, tree / name, ignore=skip)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(translations.ROOT / name, tree)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=tree, check=True, stdout=subprocess.DEVNULL)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for language in translations.LANGUAGES:
        assert f"app/_resources/translations/callsim_{language}.qm" in names
    assert not [name for name in names if name.endswith(".ts")]
