"""Calls that ruff's banned-api cannot see because they are made on an object.

The import-time names (asyncio.create_task, QDialog.exec …) are in pyproject.toml, with the same
remedies.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NO_NESTED_LOOP = "a nested event loop hangs waiting coroutines: use open() and await a future"
NO_REENTRANCY = "re-entrancy: return to the event loop instead"
NO_BARE_TASK = "a bare task is lost when it fails: use a TaskGroup or app.runtime.tasks"

# Only this file may start a task that no TaskGroup owns: it keeps and watches it.
TASK_OWNER = "app/runtime/tasks.py"

# Not nested: the main loop itself, where there is no other. And Qt has no other way to drag, which
# begins in a mouse event and never in a coroutine.
ALLOWED_LOOPS = ("app", "drag")


def _complaint(call: ast.Call) -> str | None:
    """What is wrong with this call, or None."""
    if not isinstance(call.func, ast.Attribute):
        return None
    receiver = ast.unparse(call.func.value)
    match call.func.attr:
        case "exec" | "exec_" if receiver not in ALLOWED_LOOPS:
            return NO_NESTED_LOOP
        case "processEvents":
            return NO_REENTRANCY
        case "create_task" if receiver.endswith(("loop", "loop()", "asyncio")):
            return NO_BARE_TASK
    return None


def _complaints(source: str) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [f"line {call.lineno}: {said}" for call in calls if (said := _complaint(call))]


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("dialog.exec()", NO_NESTED_LOOP),
        ("QMenu(self).exec(position)", NO_NESTED_LOOP),
        ("QApplication.processEvents()", NO_REENTRANCY),
        ("self._loop.create_task(work())", NO_BARE_TASK),
        ("asyncio.get_running_loop().create_task(work())", NO_BARE_TASK),
    ],
)
def test_banned_call_is_found(source: str, complaint: str) -> None:
    assert _complaints(source) == [f"line 1: {complaint}"]


@pytest.mark.parametrize(
    "source",
    [
        "group.create_task(work())",
        "dialog.open()",
        "exec(code)",
        "app.exec()",
        "drag.exec(action)",
    ],
)
def test_allowed_call_is_left_alone(source: str) -> None:
    assert _complaints(source) == []


@pytest.mark.parametrize(
    "path",
    sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "app").rglob("*.py")),
)
def test_app_makes_no_banned_call(path: str) -> None:
    if path == TASK_OWNER:
        pytest.skip("the owner of tasks")
    assert _complaints((ROOT / path).read_text("utf-8")) == []
