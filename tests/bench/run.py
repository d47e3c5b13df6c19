"""The bench: prints the table that the README quotes (``python3 packaging/dev.py bench``).

Each figure is measured on the real thing (processes, sockets, the window on a virtual screen), with
its peer or floor in the same run where it has one. Nothing here is a test: it never fails on a slow
machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Sequence

from tests.bench import (
    bridge,
    calls,
    frozen,
    history,
    inspector,
    memory,
    round_trip,
    speed,
    starting,
    throughput,
    window,
)

PARTS: dict[str, Callable[[], Sequence[tuple[str, str, str]]]] = {
    "simulate": speed.measure,
    "calls": calls.measure,
    "audio": round_trip.measure,
    "start": starting.measure,
    "frozen": frozen.measure,
    "memory": memory.measure,
    "inspector": inspector.measure,
    "window": window.measure,
    "history": history.measure,
    "throughput": throughput.measure,
    "bridge": bridge.measure,
}


def main() -> int:
    """Measure the parts named on the command line, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="|".join(PARTS))
    parts = parser.parse_args().parts or list(PARTS)
    unknown = sorted(set(parts) - set(PARTS))
    if unknown:
        print(f"There is no part {', '.join(unknown)}; known are {', '.join(PARTS)}.")
        return 2
    print(f"{_machine()}\n")
    print(f"| {'figure':58} | {'measured':>22} | {'to reach':>12} |")
    print(f"|{'-' * 60}|{'-' * 23}:|{'-' * 13}:|")
    for part in parts:
        for name, value, goal in PARTS[part]():
            print(f"| {name:58} | {value:>22} | {goal:>12} |", flush=True)
    return 0


def _machine() -> str:
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [line.split(":", 1)[1].strip() for line in file if "model name" in line]
        model = names[0] if names else model
    except OSError:
        pass
    return (
        f"{os.cpu_count()} x {model}, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}"
    )


if __name__ == "__main__":
    sys.exit(main())
