"""The promised options of each command."""

from __future__ import annotations

import pytest

from app.cli.arguments import parse


def test_serve_has_its_promised_defaults() -> None:
    options = parse(["serve"])
    assert (options.host, options.port, options.lan) == ("127.0.0.1", 8899, False)
    assert (options.bot_url, options.json, options.ready_file) == (None, False, None)
    assert not options.no_control and options.allow_target == [] and options.set == []


def test_all_promised_options_are_understood() -> None:
    parse(
        [
            "serve",
            "--host",
            "0.0.0.0",
            "--lan",
            "--port",
            "0",
            "--bot-url",
            "http://127.0.0.1/",
            "--caller",
            "live",
            "--json",
            "--ready-file",
            "f",
            "--no-control",
            "--caller-starts",
            "call",
            "--allow-target",
            "a",
            "--allow-target",
            "b",
            "--set",
            "a=b",
        ]
    )
    parse(
        [
            "call",
            "--caller",
            "a.wav",
            "--bot-url",
            "http://x/",
            "--press",
            "#@1",
            "--press",
            "1@2",
            "--out",
            "d",
        ]
    )
    parse(
        [
            "simulate",
            "a.wav",
            "b.wav",
            "--request",
            "r.json",
            "--press",
            "1@2",
            "--hang-up-at",
            "3",
            "--json",
            "--recording",
            "o.wav",
        ]
    )
    parse(["devices", "--json"])
    parse(["self-test"])
    parse([])


@pytest.mark.parametrize(
    "line", ["serve --port 65536", "serve --port -1", "simulate a --hang-up-at nan", "call --x"]
)
def test_what_does_not_fit_ends_with_2(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(line.split())
    assert ended.value.code == 2
    assert "callsim" in capsys.readouterr().err
