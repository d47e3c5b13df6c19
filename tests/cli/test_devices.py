"""``callsim devices`` on a machine without sound; with sound: tests/audio."""

from __future__ import annotations

import json

from tests.helpers.program import callsim


def test_it_lists_or_says_why_not() -> None:
    told = callsim("devices", "--json")
    found = json.loads(told.stdout)
    assert set(found) == {"inputs", "outputs", "problem"}
    assert told.returncode == (0 if found["inputs"] or found["outputs"] else 1)
    assert "Traceback" not in told.stderr
