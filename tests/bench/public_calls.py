"""The 37 public calls: is each one ended for the right reason, at the right time, with its keys?

    python -m tests.bench.public_calls [--model NAME] [--may-be-absent]

Fetches the voices, puts the calls together and lets ``simulate`` decide each, and again fed in
other pieces: that must not change a sample. Exit status 1 when a call is wrong. `--may-be-absent`:
no sounds are no failure.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from app.audio.wavfile import read_caller
from app.engine.call import EngineConfig
from app.engine.timebase import PIECE, SAMPLE_RATE
from app.engine.voice import MODELS, SpeechModel, load_model
from app.graph.profiles import V1
from app.graph.requests import parse_record_response
from app.resources import resource
from app.runtime.clock import new_id
from app.runtime.simulation import simulate
from tests.bench.public_set import build
from tests.bench.sounds import NoSounds, fetch

HEARD_UNTIL: Final = 0.10
"""Seconds after its end within which a key has to be reported."""


OTHER_PIECES: Final = (PIECE, 777)
"""Samples fed at once: as a live call is, and as nothing is."""


def decide(
    path: Path, params: dict[str, Any], model: SpeechModel, piece: int = SAMPLE_RATE
) -> dict[str, Any]:
    """What ``simulate`` makes of a call; ``piece`` samples are fed at once."""
    body = {name: value for name, value in params.items() if value != []}
    return simulate(
        read_caller(path),
        parse_record_response(body, V1),
        config=EngineConfig(read_caller(resource("sounds/beep.wav"))),
        model=lambda: model,
        new_id=new_id,
        piece=piece,
    ).data


def faults(case: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """What is wrong with a decision."""
    right, outcome = case["expected"], got["outcome"]
    at = outcome["seconds"]
    if (outcome["reason"], outcome["subcode"]) != (right["outcome"], right["subcode"]):
        return [f"{outcome['reason']} at {at:.3f}, expected {right['outcome']}"]
    wrong = []
    if not right["earliestSec"] <= at <= right["latestSec"]:
        wrong.append(f"at {at:.3f}, not in {right['earliestSec']:.3f}..{right['latestSec']:.3f}")
    if got["recording"] is not None and abs(got["recording"]["seconds"] - at) > 1 / SAMPLE_RATE:
        wrong.append(f"the recording has {got['recording']['seconds']} s")
    if "speechStartSec" in right:
        began = [e["seconds"] for e in got["timeline"] if e["event"] == "speechStarted"]
        earliest, latest = right["speechStartSec"] - 0.1, right["speechStartLatestSec"]
        if not began or not earliest <= began[0] <= latest:
            wrong.append(f"speech began at {began[:1]}, expected {right['speechStartSec']:.3f}")
    heard = [(e["tone"], e["seconds"]) for e in got["timeline"] if e["event"] == "toneReceived"]
    if "tone" in right and (not heard or heard[-1][0] != right["tone"]):
        wrong.append(f"ended by {heard[-1:]}, expected {right['tone']}")
    return wrong + _wrong_keys(case["truth"]["dtmf"], heard, right["atSec"])


def _wrong_keys(
    keys: list[dict[str, Any]], heard: list[tuple[str, float]], until: float
) -> list[str]:
    """Keys that were missed, and those that nobody pressed."""
    left, wrong = list(heard), []
    for key in keys:
        if key["on"] > until - 0.039:
            continue
        hits = [
            hit
            for hit in left
            if hit[0] == key["digit"] and key["on"] <= hit[1] <= key["off"] + HEARD_UNTIL
        ]
        if key["expect"] == "must" and not hits:
            wrong.append(f"key {key['digit']} at {key['on']:.2f} missed")
        if key["expect"] == "must" and hits:
            left.remove(hits[0])
    return wrong + [f"false key {tone} at {at:.2f}" for tone, at in left]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", default="auto", choices=["auto", *MODELS])
    parser.add_argument("--may-be-absent", action="store_true", help="no sounds are no failure")
    options = parser.parse_args()
    try:
        maker = build(fetch())
    except NoSounds as error:
        print(f"Left out: {error}")
        return 0 if options.may_be_absent else 1
    model = load_model(options.model)
    right, keys, seconds, spent = 0, 0, 0.0, 0.0
    with tempfile.TemporaryDirectory(prefix="callsim-calls-") as folder:
        maker.write(Path(folder))
        for case in maker.cases:
            path = Path(folder, case["file"])
            began = time.perf_counter()
            got = decide(path, case["params"], model)
            spent += time.perf_counter() - began
            wrong = faults(case, got)
            for piece in OTHER_PIECES:
                if decide(path, case["params"], model, piece)["timeline"] != got["timeline"]:
                    wrong.append(f"otherwise in pieces of {piece} samples")
            right += not wrong
            keys += sum(key["expect"] == "must" for key in case["truth"]["dtmf"])
            seconds += got["outcome"]["seconds"]
            off = 1e3 * (got["outcome"]["seconds"] - case["expected"]["atSec"])
            print(
                f"{'WRONG' if wrong else 'right'} {case['id']:14} {case['category']:32}"
                f" {case['expected']['outcome']:26} {off:+6.0f} ms  {'; '.join(wrong)}".rstrip()
            )
    print(
        f"{right} of {len(maker.cases)} public calls right, with {keys} keys, however cut"
        f" ({model.name}, {seconds / spent:.0f} times real time)"
    )
    return 0 if right == len(maker.cases) else 1


if __name__ == "__main__":
    sys.exit(main())
