"""``callsim simulate``: one recordResponse on each file, as fast as the machine can."""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tqdm import tqdm

from app.audio.wavfile import AudioFileError, read_caller
from app.cli import UserError
from app.cli.options import read_presses, read_settings
from app.engine.call import EngineConfig
from app.engine.timebase import to_samples
from app.engine.voice import SpeechModel, load_model
from app.graph.errors import GraphError
from app.graph.payload import read_object
from app.graph.profiles import PROFILES, Profile
from app.graph.requests import RecordResponseRequest
from app.resources import resource
from app.runtime.call_engine import engine_config, recording_request
from app.runtime.clock import new_id
from app.runtime.feeder import Press
from app.runtime.ports import Audio
from app.runtime.recordings import encode_wav
from app.runtime.simulation import simulate
from app.runtime.sweep import Axis, SweepError, sweep
from app.settings import Settings
from app.whole_file import write_whole

Lines = list[dict[str, Any]]
"""What is told of one file: its outcome, or one entry for each value of a sweep, or an error."""


def simulate_files(options: argparse.Namespace) -> int:
    """Run the command; 0 when each file has an outcome, whatever it is, else 2."""
    if options.recording and (len(options.files) > 1 or options.sweep):
        raise UserError("--recording takes one recording: name one file, and no --sweep.")
    try:
        axes = [Axis.parse(text) for text in options.sweep]
        if axes and options.hang_up_at is not None:
            raise SweepError("--sweep and --hang-up-at do not go together.")
        job = _job(options, axes)
        job.model()
    except ValueError as error:
        raise UserError(str(error)) from None
    show = _print_json if options.json else _print_sweep if axes else _print
    code = 0
    for name, lines in _run(options.files, job.run):
        if "error" in lines[0]:
            code = 2
        show(name, lines)
    if options.recording:
        _save(Path(options.recording), job.audio)
    return code


@dataclass
class _Job:
    """What is done with every file; a detector for each thread."""

    request: RecordResponseRequest
    profile: Profile
    config: EngineConfig
    detector: str
    presses: Sequence[Press]
    hang_up_at: float | None
    axes: Sequence[Axis]
    key_samples: int
    channel: int
    audio: Audio | None = None
    _own: threading.local = field(default_factory=threading.local)

    def model(self) -> SpeechModel:
        """Return this thread's detector. Raises ValueError where there is no such one."""
        if not hasattr(self._own, "model"):
            self._own.model = load_model(self.detector)
        model: SpeechModel = self._own.model
        return model

    def run(self, name: str) -> Lines:
        """Read and simulate one file. Raises UserError for a sweep that is too much."""
        try:
            audio = read_caller(Path(name), channel=self.channel)
        except AudioFileError as error:
            return [{"error": str(error)}]
        if self.axes:
            found = sweep(
                audio,
                self.request.command("sweep"),
                self.axes,
                config=self.config,
                model=self.model(),
                presses=self.presses,
            )
            try:
                return [{"sweep": values, "outcome": outcome} for values, outcome in found]
            except SweepError as error:
                raise UserError(str(error)) from None
        result = simulate(
            audio,
            self.request,
            config=self.config,
            model=self.model,
            new_id=new_id,
            presses=self.presses,
            hang_up_at=self.hang_up_at,
            key_samples=self.key_samples,
            profile=self.profile,
        )
        self.audio = result.audio
        return [result.data]


def _job(options: argparse.Namespace, axes: Sequence[Axis]) -> _Job:
    settings = read_settings(options)
    profile = PROFILES[options.generation]
    beep = read_caller(Path(settings.beep_file or resource("sounds/beep.wav")))
    return _Job(
        _read_request(options.request, profile, settings),
        profile,
        engine_config(settings, beep),
        settings.detector,
        read_presses(options.press),
        options.hang_up_at,
        axes,
        to_samples(settings.key_milliseconds / 1000),
        settings.caller_channel,
    )


def _run(names: Sequence[str], run: Callable[[str], Lines]) -> Iterator[tuple[str, Lines]]:
    """Run the files over the cores (the detector leaves the interpreter free), in their order."""
    if len(names) == 1:
        yield names[0], run(names[0])
        return
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        bar = tqdm(
            workers.map(run, names),
            total=len(names),
            unit="file",
            disable=not sys.stderr.isatty(),
            leave=False,
        )
        try:
            yield from zip(names, bar, strict=True)
        except BaseException:
            workers.shutdown(cancel_futures=True)
            raise


def _read_request(path: str | None, profile: Profile, settings: Settings) -> RecordResponseRequest:
    if path is None:
        return recording_request({}, profile, settings)
    try:
        return recording_request(read_object(Path(path).read_bytes()), profile, settings)
    except OSError as error:
        raise UserError(f"The request '{path}' cannot be read ({error.strerror}).") from None
    except GraphError as error:
        raise UserError(f"The request '{path}' would be refused: {error.message}") from None


def _print_json(name: str, lines: Lines) -> None:
    for line in lines:
        print(json.dumps({"file": name} | line), flush=True)


def _print(name: str, lines: Lines) -> None:
    (data,) = lines
    if "error" in data:
        print(f"callsim: {name}: {data['error']}", file=sys.stderr)
        return
    print(name)
    for entry in data["timeline"]:
        tone = f" {entry['tone']} ({entry['source']})" if "tone" in entry else ""
        print(f"  {entry['seconds']:8.3f} s  {entry['event']}{tone}")
    outcome = data["outcome"]
    numbers = "" if outcome["code"] is None else f", {outcome['code']}/{outcome['subcode']}"
    print(f"  {outcome['status']} after {outcome['seconds']:.3f} s: {outcome['reason']}{numbers}")


def _print_sweep(name: str, lines: Lines) -> None:
    if "error" in lines[0]:
        _print(name, lines)
        return
    print(name)
    names = list(lines[0]["sweep"])
    print("  " + "  ".join([*names, f"{'seconds':>9}", "reason"]))
    for line in lines:
        values = [f"{line['sweep'][n]:>{len(n)}g}" for n in names]
        outcome = line["outcome"]
        print("  " + "  ".join([*values, f"{outcome['seconds']:9.3f}", outcome["reason"]]))


def _save(path: Path, audio: Audio | None) -> None:
    if audio is None:
        print(f"callsim: there is no recording to save in '{path}'.", file=sys.stderr)
        return
    try:
        write_whole(path, encode_wav(audio))
    except OSError as error:
        raise UserError(f"'{path}' cannot be written ({error.strerror}).") from None
