from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import dev_common

PACKAGING = Path(dev_common.__file__).parent


@pytest.mark.parametrize("path", sorted(PACKAGING.glob("dev*.py")), ids=lambda path: path.name)
def test_parses_on_the_oldest_python_that_is_told_what_to_do(path: Path) -> None:
    ast.parse(path.read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("path", sorted(PACKAGING.glob("dev*.py")), ids=lambda path: path.name)
def test_uses_the_standard_library_only(path: Path) -> None:
    # translations loads Qt's tools in the functions that need them.
    own = {"translations", *(other.stem for other in PACKAGING.glob("dev*.py"))}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            assert name.partition(".")[0] in {*sys.stdlib_module_names, *own}


def test_packaging_shadows_no_package() -> None:
    assert not (PACKAGING / "__init__.py").exists()
    assert not (PACKAGING / "build.py").exists()


def test_output_of_a_command() -> None:
    assert dev_common.output_of([sys.executable, "-c", "print('here')"]) == "here\n"


@pytest.mark.parametrize(
    "command",
    [["callsim-no-such-program"], [sys.executable, "-c", "raise SystemExit(3)"]],
    ids=["absent", "fails"],
)
def test_no_output_of_a_command_that_does_not_work(command: list[str]) -> None:
    assert dev_common.output_of(command) is None


def test_run_quietly_returns_what_a_failure_printed() -> None:
    script = "import sys; print('why it failed', file=sys.stderr); sys.exit(3)"
    assert "why it failed" in dev_common.run_quietly([sys.executable, "-c", script])
    assert dev_common.run_quietly([sys.executable, "-c", "print('all well')"]) == ""
    assert "no-such-program" in dev_common.run_quietly(["callsim-no-such-program"])


def test_without_rights_the_exact_command_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev_common, "as_administrator", lambda: None)
    assert dev_common.apt_install(["xvfb", "sox"], why="Two are missing.") is False
    said = capsys.readouterr().out
    assert "Two are missing." in said
    assert "sudo apt-get install -y --no-install-recommends xvfb sox" in said
