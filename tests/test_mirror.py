"""Each file with code has its test: app/engine/tones.py has tests/engine/test_tones.py."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

EXEMPT = {
    # Protocols: no behaviour of their own; mypy checks who keeps them.
    "app/engine/ears.py",
    "app/runtime/bridge_desk.py",
    "app/runtime/ports.py",
    # Data; the one property names a member.
    "app/runtime/calls.py",
}


def _has_code(path: Path) -> bool:
    """Whether a file has behaviour; frozen dataclasses and constants are proved where used."""
    tree = ast.parse(path.read_text("utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return any(isinstance(node, functions) for node in ast.walk(tree))


def _sources() -> list[str]:
    found = [*(ROOT / "app").rglob("*.py"), *(ROOT / "packaging").glob("*.py")]
    names = sorted(path.relative_to(ROOT).as_posix() for path in found)
    return [name for name in names if _has_code(ROOT / name)]


def test_there_are_sources_to_check() -> None:
    assert "app/engine/timebase.py" in _sources()
    assert "packaging/dev.py" in _sources()


@pytest.mark.parametrize("source", sorted(set(_sources()) - EXEMPT))
def test_source_has_its_test(source: str) -> None:
    """The mirror: same folders below tests/ (without app/), same name behind test_.

    What app/cli/__init__.py defines is tested where app/cli.py would be: in tests/test_cli.py.
    """
    path = Path(source)
    if path.stem == "__init__":
        path = path.parent
    folder = path.parent.relative_to("app") if path.parts[0] == "app" else path.parent
    mirror = ROOT / "tests" / folder / f"test_{path.stem}.py"
    assert mirror.is_file(), f"{source} has no test; expected {mirror.relative_to(ROOT)}"


@pytest.mark.parametrize("source", sorted(EXEMPT))
def test_exemption_is_still_needed(source: str) -> None:
    assert source in _sources()
