"""``callsim call``: one call in real time, told as it happens."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Final, NoReturn
from urllib.parse import urlsplit

from tqdm import tqdm

from app.cli import UserError
from app.cli.guard import run_core
from app.cli.options import check_folder, read_caller, read_presses, read_settings
from app.engine.states import RECORDING, CallState
from app.main import DEFAULT_PORT, Program, StartError
from app.resources import resource
from app.runtime.callers import CallerSpec
from app.runtime.calls import CallSnapshot, Update
from app.runtime.ports import TargetRefused
from app.runtime.records import HttpExchange, Record
from app.settings import SettingError
from app.whole_file import write_whole

GUID: Final = 36
"""Characters of an id, which is left out of a path that is shown."""

LATE: Final = 15.0
"""Seconds that a bot may take to download a recording once the call has ended."""

IDLE: Final = 20.0
"""Seconds without any operation after which the caller hangs up on a bot that does nothing."""


def call(options: argparse.Namespace) -> int:
    """Run the command; 0 only when a recording was completed and the bot fetched it."""
    return run_core(_call(options))


async def _call(options: argparse.Namespace) -> int:
    if options.caller:
        caller = read_caller(options.caller)
    else:
        caller = CallerSpec("file", resource("sounds/demo-caller.wav"))
    presses = read_presses(options.press)
    folder = check_folder(options.out)
    program = Program(
        read_settings(options),
        allowed_targets=options.allow_target,
        control=False,
        write_history=not options.no_history,
    )
    teller = Teller(program, folder)
    program.simulator.listen(teller.hear)
    try:
        # A bot of the user's has to know where Graph is before it is phoned.
        usual = DEFAULT_PORT if options.bot_url else 0
        await program.start("127.0.0.1", usual if options.port is None else options.port)
        print(f"local Graph at {program.simulator.base_url}", flush=True)
        await program.simulator.dial(bot_url=options.bot_url, caller=caller, presses=presses)
        await teller.wait()
    except (StartError, TargetRefused, SettingError, ValueError) as error:
        raise UserError(str(error)) from None
    finally:
        teller.close()
        await program.close()
    if teller.fetched.is_set() and not teller.unsaved:
        return 0
    if teller.fetched.is_set():
        return 1
    print("No recording was completed and fetched.", file=sys.stderr)
    return 1


class Teller:
    """Prints the lifecycle, shows the running recording as a bar, saves what was recorded."""

    def __init__(self, program: Program, folder: Path) -> None:
        self._program = program
        self._folder = folder
        self._bar: tqdm[NoReturn] | None = None
        self._ended = asyncio.Event()
        self._idle: asyncio.TimerHandle | None = None
        self._began: datetime | None = None
        self._completed = False
        self.fetched = asyncio.Event()
        """The bot has downloaded a recording."""
        self.unsaved = False
        """A recording could not be written."""

    async def wait(self) -> None:
        """Wait for the end of the call, and a little for a bot that downloads after it."""
        await self._ended.wait()
        if self._completed:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.fetched.wait(), LATE)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
        if self._idle is not None:
            self._idle.cancel()

    def hear(self, update: Update) -> None:
        if update.record is not None:
            self._tell(update.record)
        if update.call is not None:
            self._show(update.call)

    def _tell(self, record: Record) -> None:
        text = _line(record)
        if text:
            self._began = self._began or record.at
            at = (record.at - self._began).total_seconds()
            self._say(f"{at:7.2f} s  {text}")
        if record.kind == "ended" and "recordingSeconds" in record.data and record.operation_id:
            self._completed = True
            self._save(record.operation_id)
        exchange = record.exchange
        fetch = exchange is not None and exchange.kind == "download" and exchange.method == "GET"
        if exchange is not None and fetch and exchange.status == 200:
            self.fetched.set()

    def _say(self, text: str) -> None:
        """Print a line; nobody who reads any more ends the call."""
        try:
            tqdm.write(text, file=sys.stdout)
        except OSError:
            self._ended.set()

    def _save(self, operation_id: str) -> None:
        take = self._program.recordings.of_operation(operation_id)
        if take is None:
            return
        path = self._folder / f"recording-{operation_id}.wav"
        try:
            write_whole(path, take.wav)
        except OSError as error:
            self.unsaved = True
            tqdm.write(f"callsim: '{path}' cannot be written ({error.strerror}).", file=sys.stderr)
            return
        tqdm.write(f"{'':11}recording saved: {path} ({take.seconds:.2f} s)", file=sys.stdout)

    def _show(self, now: CallSnapshot) -> None:
        if now.engine.state is CallState.TERMINATED:
            self._ended.set()
        running = [operation for operation in now.engine.operations if operation.outcome is None]
        self._watch_idle(now.id, busy=bool(running))
        recording = next((o for o in running if o.phase in RECORDING), None)
        if recording is None or recording.max_duration is None:
            if self._bar is not None:
                self._bar.close()
                self._bar = None
            return
        if self._bar is None:
            self._bar = tqdm(
                total=recording.max_duration.total,
                leave=False,
                disable=not sys.stderr.isatty(),
                bar_format="{desc:12} |{bar}| {n:.1f}/{total:.0f} s",
            )
        self._bar.set_description_str(recording.phase.value, refresh=False)
        self._bar.n = recording.seconds
        self._bar.refresh()

    def _watch_idle(self, call_id: str, *, busy: bool) -> None:
        """Hang up on a bot that leaves the call without anything to do."""
        if busy or self._ended.is_set():
            if self._idle is not None:
                self._idle.cancel()
                self._idle = None
        elif self._idle is None:
            self._idle = asyncio.get_running_loop().call_later(IDLE, self._hang_up, call_id)

    def _hang_up(self, call_id: str) -> None:
        tqdm.write(f"The bot did nothing for {IDLE:.0f} s: hanging up.", file=sys.stderr)
        self._program.simulator.hang_up(call_id)


def _line(record: Record) -> str:
    """Return what a record says in a line, empty for what is not worth one."""
    data = record.data
    match record.kind:
        case "callCreated":
            return f"phoning {data['botUrl']}, caller: {data['caller']}"
        case "callStateChanged":
            return f"call {data['state']}"
        case "promptStarted" | "promptEnded":
            return f"prompt {record.kind.removeprefix('prompt').lower()}"
        case "beepStarted":
            return "beep"
        case "recordingStarted":
            return "recording"
        case "speechStarted" | "speechEnded":
            return f"speech {record.kind.removeprefix('speech').lower()}"
        case "toneReceived":
            return f"key {data['tone']} ({data['source']})"
        case "ended":
            numbers = "" if data["code"] is None else f", {data['code']}/{data['subcode']}"
            return f"{data['status']}: {data['reason']}{numbers}"
        case "warning":
            return f"warning: {data['message']}"
        case "exchange" if record.exchange is not None:
            return f"  {_exchange(record.exchange)}"
        case _:
            return ""


def _exchange(exchange: HttpExchange) -> str:
    """Return an exchange as "who -> whom: what, answer"; addresses without their host."""
    answer = exchange.error or str(exchange.status)
    path = urlsplit(exchange.url).path
    match exchange.kind:
        case "webhook":
            sent = json.loads(exchange.request_body)["value"][0]
            about = sent["resourceData"].get("state") or sent["resourceData"].get("status")
            retry = f" (attempt {exchange.attempt})" if exchange.attempt > 1 else ""
            return f"graph -> bot: {sent['changeType']} {about}{retry}, {answer}"
        case "prompt":
            return f"graph -> bot: GET prompt …{path[-30:]}, {answer}"
        case _:
            action = "/".join(part for part in path.split("/")[2:] if len(part) != GUID)
            return f"bot -> graph: {exchange.method} {action or path}, {answer}"
