"""``callsim self-test``."""

from __future__ import annotations

import pytest

from tests.helpers.program import callsim


@pytest.mark.slow
def test_it_passes_in_one_line() -> None:
    told = callsim("self-test")
    assert told.returncode == 0
    assert told.stdout.startswith("self-test passed: ") and told.stdout.count("\n") == 1
    assert told.stderr == ""


@pytest.mark.slow
def test_it_fails_where_the_call_goes_wrong() -> None:
    told = callsim("self-test", "--set", "prompts.maxBytes=1000")
    assert told.returncode == 1
    assert told.stdout.startswith("self-test failed: ") and told.stdout.count("\n") == 1
