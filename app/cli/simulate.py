"""``callsim simulate``: one recordResponse on each file, as fast as the machine can."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from app.audio.wavfile import AudioFileError, read_caller
from app.cli import UserError
from app.cli.options import read_presses, read_settings
from app.engine.call import EngineConfig
from app.engine.voice import SpeechModel, load_model
from app.graph.errors import GraphError
from app.graph.payload import read_object
from app.graph.profiles import V1
from app.graph.requests import RecordResponseRequest, parse_record_response
from app.resources import resource
from app.runtime.clock import new_id
from app.runtime.recordings import encode_wav
from app.runtime.simulation import SimulationResult, simulate


def simulate_files(options: argparse.Namespace) -> int:
    """Run the command; 0 when each file has an outcome, whatever it is, else 2."""
    if options.recording and len(options.files) > 1:
        raise UserError("--recording takes the recording of one file: name one file only.")
    settings = read_settings(options)
    presses = read_presses(options.press)
    request = _read_request(options.request)
    beep = read_caller(resource("sounds/beep.wav"))
    config = EngineConfig(beep, settings.sensitivity, settings.tones_in_audio)
    try:
        model = load_model(settings.detector)
    except ValueError as error:
        raise UserError(str(error)) from None
    code = 0
    for name in options.files:
        try:
            result = _simulate_file(name, request, config, model, presses, options.hang_up_at)
        except AudioFileError as error:
            code = 2
            _print_error(name, str(error), as_json=options.json)
            continue
        _print(name, result, as_json=options.json)
        if options.recording:
            _save(Path(options.recording), result)
    return code


def _simulate_file(
    name: str,
    request: RecordResponseRequest,
    config: EngineConfig,
    model: SpeechModel,
    presses: list[Any],
    hang_up_at: float | None,
) -> SimulationResult:
    return simulate(
        read_caller(Path(name)),
        request,
        config=config,
        model=lambda: model,
        new_id=new_id,
        presses=presses,
        hang_up_at=hang_up_at,
    )


def _read_request(path: str | None) -> RecordResponseRequest:
    if path is None:
        return parse_record_response({}, V1)
    try:
        return parse_record_response(read_object(Path(path).read_bytes()), V1)
    except OSError as error:
        raise UserError(f"The request '{path}' cannot be read ({error.strerror}).") from None
    except GraphError as error:
        raise UserError(f"The request '{path}' would be refused: {error.message}") from None


def _print(name: str, result: SimulationResult, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"file": name} | result.data), flush=True)
        return
    print(name)
    for entry in result.data["timeline"]:
        tone = f" {entry['tone']} ({entry['source']})" if "tone" in entry else ""
        print(f"  {entry['seconds']:8.3f} s  {entry['event']}{tone}")
    outcome = result.data["outcome"]
    numbers = "" if outcome["code"] is None else f", {outcome['code']}/{outcome['subcode']}"
    print(f"  {outcome['status']} after {outcome['seconds']:.3f} s: {outcome['reason']}{numbers}")


def _print_error(name: str, problem: str, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"file": name, "error": problem}), flush=True)
    else:
        print(f"callsim: {name}: {problem}", file=sys.stderr)


def _save(path: Path, result: SimulationResult) -> None:
    if result.audio is None:
        print(f"callsim: there is no recording to save in '{path}'.", file=sys.stderr)
        return
    try:
        path.write_bytes(encode_wav(result.audio))
    except OSError as error:
        raise UserError(f"'{path}' cannot be written ({error.strerror}).") from None
