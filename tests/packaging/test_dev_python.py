from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

import dev_python
from dev_common import ROOT, WINDOWS, CannotGoOn, output_of
from dev_python import Supported

WANT = Supported((3, 11), (3, 14))


def test_the_supported_range_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    want = dev_python.supported()
    assert project["requires-python"] == f">=3.{want.oldest[1]},<3.{want.below[1]}"
    assert want.has(sys.version_info[:2])


def test_a_range_of_another_form_is_refused() -> None:
    with pytest.raises(CannotGoOn, match="requires-python"):
        dev_python.supported('[project]\nrequires-python = "~=3.11"\n')


@pytest.mark.parametrize(
    ("version", "is_supported"), [((3, 10), False), ((3, 11), True), ((3, 13), True)]
)
def test_range(version: tuple[int, int], *, is_supported: bool) -> None:
    assert WANT.has(version) is is_supported
    assert not WANT.has((3, 14))
    assert str(WANT) == "3.11 to 3.13"
    assert WANT.newest_first() == [(3, 13), (3, 12), (3, 11)]


def test_a_supported_python_is_taken() -> None:
    assert dev_python.find_python((3, 12), WANT) == sys.executable


@pytest.mark.skipif(WINDOWS, reason="there the py launcher is asked")
def test_another_python_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A newer name that does not start (as pyenv's shims do) is passed over."""
    here = sys.version_info[:2]
    program = tmp_path / f"python{here[0]}.{here[1]}"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    dead = tmp_path / f"python{here[0]}.{here[1] + 1}"
    dead.write_text("#!/bin/sh\nexit 127\n")
    for path in (program, dead):
        path.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    want = Supported(here, (here[0], here[1] + 2))
    assert Path(dev_python.find_python((3, 8), want)).samefile(sys.executable)
    assert "Python 3.8 is not supported" in capsys.readouterr().out


def test_without_any_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotGoOn, match=r"This is Python 3\.8.*needs Python 3\.11 to 3\.13") as it:
        dev_python.find_python((3, 8), WANT)
    assert "install" in str(it.value)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for a virtual environment that is not the checkout's."""
    venv = tmp_path / "venv"
    monkeypatch.setattr(dev_python, "VENV", venv)
    monkeypatch.setattr(dev_python, "PYTHON", venv / dev_python.PYTHON.relative_to(ROOT / ".venv"))
    monkeypatch.setattr(dev_python, "STAMP", venv / "installed-from")
    return venv


def test_a_folder_that_is_no_environment_is_left_alone(elsewhere: Path) -> None:
    elsewhere.mkdir()
    (elsewhere / "work.txt").write_text("mine")
    with pytest.raises(CannotGoOn, match="is in the way"):
        dev_python.prepare()
    assert (elsewhere / "work.txt").read_text() == "mine"


@pytest.mark.slow
def test_it_makes_an_environment_once(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The installation itself is what every run of dev.py begins with."""
    installed: list[Path] = []
    monkeypatch.setattr(dev_python, "_install", lambda: installed.append(elsewhere))
    dev_python.prepare()
    dev_python.prepare()
    assert installed == [elsewhere]
    assert output_of([str(dev_python.PYTHON), "-m", "pip", "--version"])

    dev_python.STAMP.write_text("of another pyproject.toml")
    dev_python.prepare()
    assert installed == [elsewhere, elsewhere]


def test_the_clients_are_installed_for_the_whole_check_only(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    elsewhere.mkdir()
    monkeypatch.setattr(dev_python, "_works", lambda want: True)
    monkeypatch.setattr(dev_python, "_pip", lambda *what: installed.append(what[-1]))
    dev_python.prepare()
    assert [what.rpartition("[")[2] for what in installed] == ["dev]"]
    dev_python.prepare(sdk=True)
    dev_python.prepare(sdk=True)
    dev_python.prepare()
    assert [what.rpartition("[")[2] for what in installed] == ["dev]", "sdk]"]
    dev_python.STAMP.write_text("of another pyproject.toml")
    dev_python.prepare(sdk=True)
    assert [what.rpartition("[")[2] for what in installed[2:]] == ["dev]", "sdk]"]
