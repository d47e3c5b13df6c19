from __future__ import annotations

import argparse

import pytest

from app.cli.arguments import parse
from app.cli.bridge_options import MODES, add_bridge
from app.runtime.bridging import BridgeMode


def options(*given: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_bridge(parser)
    return parser.parse_args(given)


def test_the_bridge_is_off_unless_it_is_asked_for() -> None:
    found = options()
    assert (found.bridge, found.target, found.bridge_credentials) == ("off", None, "bot")
    assert not found.credentials_stdin and found.bridge_report is None


def test_its_modes_are_those_of_the_runtime_that_a_bot_can_meet() -> None:
    assert set(MODES) == {mode.value for mode in BridgeMode} - {BridgeMode.SEND_ONCE.value}


@pytest.mark.parametrize("command", ["serve", "exec"])
def test_the_commands_that_have_it(command: str) -> None:
    rest = ["--", "true"] if command == "exec" else []
    found = parse([command, "--bridge", "mirror", "--target", "https://graph.microsoft.com", *rest])
    assert (found.bridge, found.target) == ("mirror", "https://graph.microsoft.com")


@pytest.mark.parametrize(
    "option", ["--client-secret", "--bridge-token", "--bridge-secret", "--token"]
)
def test_no_option_takes_a_secret(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options(option, "x")
    assert "unrecognized arguments" in capsys.readouterr().err
