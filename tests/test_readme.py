"""The README keeps its promises: every setting and option is in it, every link leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.cli.arguments import parse
from app.settings import ABOUT, Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("key", ABOUT)
def test_every_setting_is_explained_with_its_default(key: str) -> None:
    about, default = ABOUT[key], getattr(Settings(), key)
    shown = f"{default:g}" if isinstance(default, float) else str(default)
    if isinstance(default, bool):
        shown = shown.lower()
    assert f"| `{about.name}` | {shown or '(empty)'} | {about.help} |" in README


@pytest.mark.parametrize("command", ["serve", "exec", "call", "simulate", "export", "devices"])
def test_every_option_is_in_it(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parse([command, "--help"])
    options = set(re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out)) - {"--help"}
    assert options
    assert [option for option in sorted(options) if option not in README] == []


def test_every_picture_and_file_it_names_is_there() -> None:
    named = re.findall(r"\]\(([^)#]+)\)", README)
    local = [name for name in named if "://" not in name]
    assert local
    assert [name for name in local if not (ROOT / name).exists()] == []


def test_its_two_commands_exist() -> None:
    assert "python3 packaging/dev.py run" in README and "python3 packaging/dev.py test" in README
    assert (ROOT / "packaging/dev.py").is_file()
