"""What can be said on the command line. Names and meanings are promises to scripts: see README."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[Any]

from app import __version__
from app.cli.bridge_options import add_bridge
from app.cli.exec_help import DESCRIPTION, EPILOG


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Keeps the lines of an epilog, and fills those of a description."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" in text:
            return super()._fill_text(text, width, indent)
        return argparse.HelpFormatter._fill_text(self, text, width, indent)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the options; ``run`` is the command's function. Exits with 2 on bad usage."""
    parser = argparse.ArgumentParser(
        prog="callsim",
        description="A virtual phone and a local Microsoft Graph for calling bots that record. "
        "Without a command, the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"callsim {__version__}")
    parser.set_defaults(run=_runner("app.cli.window", "window"))
    _add_settings(parser, "early_settings")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in (
        _window,
        _serve,
        _exec,
        _call,
        _simulate,
        _devices,
        _export,
        _self_test,
        _probe_audio,
    ):
        add(commands)
    options = parser.parse_args(argv)
    options.set = [*options.early_settings, *getattr(options, "set", [])]
    return options


def _runner(module: str, function: str) -> object:
    """Import the command's module only when it runs."""

    def run(options: argparse.Namespace) -> object:
        return getattr(import_module(module), function)(options)

    return run


def _window(commands: Commands) -> None:
    command = commands.add_parser("window", help="open the window (the default)")
    command.set_defaults(run=_runner("app.cli.window", "window"))
    command.add_argument(
        "--ready-file", metavar="FILE", help="write where it listens to FILE once it is of use"
    )
    _add_targets(command)
    _add_settings(command)


def _serve(commands: Commands) -> None:
    command = commands.add_parser(
        "serve",
        help="run the local Graph without a window",
        description="Runs the local Graph until Ctrl-C. Calls are placed by the control plane.",
    )
    command.set_defaults(run=_runner("app.cli.serve", "serve"))
    command.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    command.add_argument("--lan", action="store_true", help="allow a --host off this machine")
    command.add_argument(
        "--port", type=_port, default=8899, help="port to listen on, 0 for a free one (8899)"
    )
    command.add_argument(
        "--https-port",
        type=_port,
        metavar="PORT",
        help="listen for https too, with a certificate of this run; 0 for a free one",
    )
    _add_phone(command)
    command.add_argument("--json", action="store_true", help="print the ready line as JSON")
    _add_no_history(command)
    command.add_argument(
        "--no-control", action="store_true", help="serve the Graph only, no control plane"
    )
    _add_bot(command)
    add_bridge(command)
    _add_settings(command)


def _exec(commands: Commands) -> None:
    command = commands.add_parser(
        "exec",
        help="run a program that finds the simulator in place of Microsoft's hosts",
        usage="callsim exec [OPTION …] -- COMMAND [ARGUMENT …]",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=_Formatter,
    )
    command.set_defaults(run=_runner("app.cli.exec", "execute"))
    command.set_defaults(host="127.0.0.1", lan=False, https_port=None, no_control=False)
    command.add_argument("command", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    command.add_argument(
        "--port", type=_port, default=0, help="port of the local Graph itself (a free one)"
    )
    _add_no_history(command)
    _add_phone(command)
    _add_bot(command)
    add_bridge(command)
    _add_settings(command)


def _call(commands: Commands) -> None:
    command = commands.add_parser(
        "call",
        help="make one call in real time",
        description="Phones the bot once, prints what happens and saves the recording. The exit "
        "code is 0 only when a recording was completed and the bot fetched it.",
    )
    command.set_defaults(run=_runner("app.cli.call", "call"))
    command.add_argument(
        "--caller",
        metavar="live|silence|FILE",
        help="who speaks (a demo caller that comes with the program)",
    )
    command.add_argument(
        "--port",
        type=_port,
        help="port of the local Graph (8899 with --bot-url, else a free one)",
    )
    command.add_argument(
        "--out", default=".", metavar="DIR", help="folder for the recording (the current one)"
    )
    _add_no_history(command)
    _add_bot(command)
    _add_presses(command)
    _add_settings(command)


def _simulate(commands: Commands) -> None:
    command = commands.add_parser(
        "simulate",
        help="run one recordResponse on sound files, as fast as possible",
        description="Runs one recordResponse on each file, without HTTP. Time 0 is the start of "
        "the recording, and the file starts there; silence follows it.",
    )
    command.set_defaults(run=_runner("app.cli.simulate", "simulate_files"))
    command.add_argument("files", nargs="+", metavar="CALLER.wav")
    command.add_argument(
        "--request", metavar="REQ.json", help="body of the recordResponse (all defaults)"
    )
    command.add_argument(
        "--generation",
        choices=("v1.0", "beta", "2018"),
        default="v1.0",
        help="which Graph answers: recordResponse of v1.0 or beta, or record of 2018 (v1.0)",
    )
    command.add_argument(
        "--hang-up-at", type=_seconds, metavar="SECONDS", help="the caller hangs up then"
    )
    command.add_argument(
        "--channel",
        dest="caller_channel",
        type=int,
        metavar="N",
        help="the channel of each file that is heard, from 1 (0, the default: all mixed)",
    )
    command.add_argument("--recording", metavar="OUT.wav", help="save the recording")
    command.add_argument(
        "--sweep",
        action="append",
        default=[],
        metavar="NAME=FROM:TO:STEP",
        help="decide each file again for every value of a parameter (repeatable)",
    )
    command.add_argument("--json", action="store_true", help="one JSON object a file")
    _add_presses(command)
    _add_settings(command)


def _devices(commands: Commands) -> None:
    command = commands.add_parser("devices", help="list microphones and speakers")
    command.set_defaults(run=_runner("app.cli.devices", "devices"))
    command.add_argument("--json", action="store_true", help="as JSON")
    _add_settings(command)


def _self_test(commands: Commands) -> None:
    command = commands.add_parser(
        "self-test",
        help="make a complete call over HTTP against the practice bot",
        description="One line, and exit code 0 when everything worked.",
    )
    command.set_defaults(run=_runner("app.cli.self_test", "self_test"))
    _add_no_history(command)
    _add_settings(command)


def _probe_audio(commands: Commands) -> None:
    """Hidden: asks the sound system in a process that may die of it."""
    command = commands.add_parser("_probe-audio")
    command.set_defaults(run=_runner("app.cli.devices", "probe"))


def _add_phone(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--caller",
        default="silence",
        metavar="live|silence|FILE",
        help="who speaks in calls that do not name a caller (silence)",
    )
    command.add_argument(
        "--answer",
        choices=("auto", "decline", "busy", "none"),
        default="auto",
        help="what the phone does when the bot phones (auto: takes the call after 1 s)",
    )
    command.add_argument(
        "--ready-file", metavar="FILE", help="write the ready JSON to FILE (mode 0600)"
    )


def _add_bot(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--bot-url", metavar="URL", help="where calls are announced (the practice bot)"
    )
    command.add_argument(
        "--caller-starts",
        choices=("recording", "call"),
        help="a WAV caller speaks from the first recording, or from the start of the call",
    )
    command.add_argument(
        "--caller-channel",
        type=int,
        metavar="N",
        help="the channel of the caller's file that is heard, from 1 (0, the default: all mixed)",
    )
    _add_targets(command)


def _add_targets(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--allow-target",
        action="append",
        default=[],
        metavar="HOST",
        help="allow webhooks to and prompts from a host off this machine (repeatable)",
    )


def _export(commands: Commands) -> None:
    command = commands.add_parser(
        "export",
        help="write a call of the history as HAR, report, case or lines of JSON",
        description="Writes a call of the history; secrets are never part of it, nor is audio.",
    )
    command.set_defaults(run=_runner("app.cli.export", "export_call"))
    command.add_argument("call", metavar="CALL", help="id of the call, or last")
    command.add_argument(
        "--format",
        required=True,
        choices=("har", "html", "case", "jsonl"),
        help="HTTP archive, report, case file, or one JSON object a record",
    )
    command.add_argument(
        "--output",
        metavar="FILE",
        help="where to, - for standard output (otherwise there; a case: a file named by time)",
    )


def _add_no_history(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--no-history", action="store_true", help="do not keep the calls in the history"
    )


def _add_presses(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--press",
        action="append",
        default=[],
        metavar="TONE@SECONDS",
        help="press a key that long after the start of the first recording (repeatable)",
    )


def _add_settings(command: argparse.ArgumentParser, into: str = "set") -> None:
    command.add_argument(
        "--set",
        dest=into,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="change a setting (repeatable)",
    )


def _port(text: str) -> int:
    if not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"'{text}' is no port: use 0 to 65535")
    return int(text)


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < 86_400:
        raise argparse.ArgumentTypeError(f"'{text}' is no time: use seconds from 0 on")
    return value
