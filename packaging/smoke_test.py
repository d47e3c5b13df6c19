#!/usr/bin/env python3
"""Proves a frozen program as a user meets it: unpacked somewhere else, on a bare environment.

    .venv/bin/python packaging/smoke_test.py [FOLDER-OR-ARCHIVE]

Without an argument it takes build/frozen/callsim, with `dist` the archive there. The program
runs with an empty PATH and PYTHONPATH and a home of its own. It has to tell the same help as the
sources; to make the call of `self-test` without a screen; to work where there is no home and no
language, and to say in a line that there is no screen; to open its window, make a call with a WAV
caller in it, show something and end with 0; on Linux to see a (virtual) sound card and make a live
call over it, and to tell of its death by a signal at the next start. Nothing may be said to its
log, and no file may appear or change in its folder. Screenshots and logs stay in test-output/smoke.

Exit code 0 when all of this holds; otherwise 1, and a line says what does not.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dev_steps
from dev_common import LINUX, LOGS, ROOT, WINDOWS, CannotGoOn, say

MACOS = sys.platform == "darwin"
DEMO = ROOT / "resources" / "sounds" / "demo-caller.wav"
PATIENCE = 60.0
"""Seconds for anything: the slowest part is a call of 10 s, on a busy machine."""
FEWEST_COLOURS = 100
"""A blank window has one, a window without fonts and icons some ten, ours thousands."""

Environment = dict[str, str]


class Failed(Exception):
    """The program is not fit to be handed out; the message says why."""


class Program:
    """The unpacked program, and a user's machine that has nothing else."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.home = home
        suffix = ".exe" if WINDOWS else ""
        self.console = _one(folder, f"callsim{suffix}")
        self.windowed = _one(folder, f"callsim-window{suffix}")
        home.mkdir()

    def environment(self, **more: str) -> Environment:
        kept = ("SYSTEMROOT", "WINDIR", "COMSPEC") if WINDOWS else ("LANG",)
        bare = {name: os.environ[name] for name in kept if name in os.environ}
        bare |= {"PATH": "", "PYTHONPATH": "", "HOME": str(self.home), "TMPDIR": str(self.home)}
        bare |= {name: str(self.home) for name in ("USERPROFILE", "TEMP", "TMP")}
        bare |= {name: str(self.home) for name in ("APPDATA", "LOCALAPPDATA")}
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            bare[f"XDG_{name}_HOME"] = str(self.home / name.lower())
        return bare | more

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end; Failed where it does not end, or complains."""
        done = subprocess.run(
            [str(self.console), *arguments],
            env=self.environment(**more),
            cwd=str(self.home),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",  # Windows: its own encoding, into a pipe
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode != 0 or done.stderr.strip():
            raise Failed(
                f"callsim {' '.join(arguments)}: code {done.returncode}\n{done.stdout}{done.stderr}"
            )
        return done


def headless(program: Program, _: Environment) -> None:
    """Version, help and a whole call without a screen."""
    told = program.run("--version").stdout.strip()
    if not told.startswith("callsim "):
        raise Failed(f"--version said: {told}")
    overview = _same_help(program)
    commands = re.findall(r"^    ([a-z][a-z-]+) ", overview, re.MULTILINE)
    if "self-test" not in commands:
        raise Failed(f"--help lists only {commands}:\n{overview}")
    for command in commands:
        _same_help(program, command)
    say(f"  the help of {len(commands)} commands is that of the sources")
    if LINUX:
        _starts_others_as_they_are(program)
    told = program.run("self-test").stdout.strip()
    if not told.startswith("self-test passed"):
        raise Failed(told)
    say(f"  {told}")


def _starts_others_as_they_are(program: Program) -> None:
    """Other programs, such as a bot, do not get our libraries in place of their own."""
    told = {}
    for given in ("", "/own"):
        more = {"LD_LIBRARY_PATH": given} if given else {}
        code = "import os; print(os.environ.get('LD_LIBRARY_PATH', ''))"
        done = subprocess.run(
            [str(program.console), "exec", "--", sys.executable, "-c", code],
            env=program.environment(**more),
            cwd=str(program.home),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        told[given] = done.stdout.strip() if done.returncode == 0 else done.stderr
    if any(given != found for given, found in told.items()):
        raise Failed(f"Programs that it starts get other libraries: {told}")


def _same_help(program: Program, *command: str) -> str:
    """The frozen program has no docstrings, and its help has to be complete all the same."""
    frozen = program.run(*command, "--help", COLUMNS="80").stdout
    done = subprocess.run(
        [sys.executable, "-m", "app", *command, "--help"],
        env={**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"},
        cwd=str(ROOT),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=True,
    )
    if _ascii_words(frozen) != _ascii_words(done.stdout):
        raise Failed(f"The help of {command} is not that of the sources:\n{frozen}")
    return frozen


def _ascii_words(text: str) -> list[str]:
    """What is the same in every encoding and every width."""
    return re.sub(r"[^!-~]+", " ", text).split()


def hostile(program: Program, _: Environment) -> None:
    """No language and no home that can be written to; and no screen, which is told in a line."""
    nowhere = program.home / "a file"
    nowhere.touch()
    names = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
    homes = {f"XDG_{name}_HOME" for name in ("CACHE", "CONFIG", "DATA", "STATE")} | set(names)
    bare = dict.fromkeys(homes, str(nowhere)) | {"LANG": "C"}
    told = program.run("simulate", str(DEMO), **bare).stdout
    if "completed after" not in told:
        raise Failed(f"Without a home, simulate said:\n{told}")
    told = program.run("self-test", **bare).stdout
    if not told.startswith("self-test passed"):
        raise Failed(f"Without a home: {told}")
    if not LINUX:
        return
    done = subprocess.run(
        [str(program.windowed)],
        env=program.environment(**bare),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode != 2 or not done.stderr.startswith("callsim: There is no display"):
        raise Failed(f"Without a display: code {done.returncode}\n{done.stderr}")


def death(program: Program, screen: Environment) -> None:
    """What kills it is written down, and told at the next start."""
    ready = program.home / "ready.json"

    def start() -> subprocess.Popen[str]:
        ready.unlink(missing_ok=True)
        process = subprocess.Popen(
            [str(program.windowed), "--ready-file", str(ready)],
            env=program.environment(**screen),
            cwd=str(program.home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            _wait(ready.is_file, "the window gets ready", process)
        except Failed:
            _kill(process)
            raise
        return process

    victim = start()
    victim.send_signal(signal.SIGSEGV)
    victim.wait(PATIENCE)
    following = start()
    try:
        reports = [*program.home.rglob("crash-*.txt")]
        told = reports[0].read_text("utf-8") if reports else ""
        if "Segmentation fault" not in told or "app/ui/application.py" not in told:
            raise Failed(f"Its death was not written down: {told!r}")
        _screenshot(LOGS / "smoke" / "after-death.png", screen)
        _end_politely(following)
        following.wait(PATIENCE)
    finally:
        _kill(following)
    for report in reports:
        report.unlink()


def sound(program: Program, card: Environment) -> None:
    """The sound card is seen, and what is said into it is recorded."""
    devices = json.loads(program.run("devices", "--json", **card).stdout)
    names = {device["name"] for device in (*devices["inputs"], *devices["outputs"])}
    if not {"virtual_microphone", "virtual_speaker"} <= names:
        raise Failed(f"The sound card is not seen, only {sorted(names)}.")
    out = program.home / "recordings"
    out.mkdir()
    log = (LOGS / "smoke" / "live-call.log").open("w+", encoding="utf-8")
    with log, _speaking(card) as speak:
        process = subprocess.Popen(
            [str(program.console), "call", "--caller", "live", "--out", str(out)],
            env=program.environment(**card),
            cwd=str(program.home),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            path = Path(log.name)
            _wait(
                lambda: "  recording\n" in path.read_text("utf-8"), "the recording starts", process
            )
            speak()
            code = process.wait(PATIENCE)
        finally:
            _kill(process)
    text = Path(log.name).read_text("utf-8")
    takes = list(out.glob("*.wav"))
    if code != 0 or len(takes) != 1 or "speech started" not in text:
        raise Failed(f"The live call ended with {code}, recordings: {takes}\n{text}")
    alike = _likeness(DEMO, takes[0])
    if alike < 0.9:
        raise Failed(f"The recording is not what was said (correlation {alike:.2f}).")
    say(f"  live call: the recording is what was said (correlation {alike:.3f})")


def window(program: Program, screen: Environment) -> None:
    """The window opens, shows a call with a WAV caller, and ends when it is told to."""
    ready = program.home / "ready.json"
    path = LOGS / "smoke" / "window.log"
    began = time.monotonic()
    with path.open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [str(program.windowed), "--ready-file", str(ready)],
            env=program.environment(**screen),
            cwd=str(program.home),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(ready.is_file, "the window gets ready", process)
            say(f"  window usable after {time.monotonic() - began:.2f} s")
            control = json.loads(ready.read_text("utf-8"))
            call = _ask(control, "/calls", {"caller": str(DEMO)})["id"]
            _wait(lambda: _has(control, "speechStarted"), "the caller is heard", process)
            colours = _screenshot(LOGS / "smoke" / "window.png", screen)
            _wait(
                lambda: _ask(control, f"/calls/{call}")["state"] == "terminated",
                "the call ends",
                process,
            )
            if not _has(control, "recordingSeconds"):
                raise Failed("The call in the window ended without a recording.")
            _end_politely(process)
            code = process.wait(PATIENCE)
        finally:
            _kill(process)
    text = path.read_text("utf-8").strip()
    if code != 0 or text:
        raise Failed(f"The window ended with {code} and said:\n{text}")
    if colours < FEWEST_COLOURS:
        raise Failed(f"The window looks blank ({colours} colours): see test-output/smoke.")
    say(f"  window: a call with a WAV caller, {colours} colours on the screen, ended with 0")


def prove(source: Path) -> None:
    """Run everything against ``source``, a folder or an archive. Raises Failed."""
    shutil.rmtree(LOGS / "smoke", ignore_errors=True)
    (LOGS / "smoke").mkdir(parents=True)
    # A space, and letters of one, two and four bytes: users have such folders.
    elsewhere = Path(tempfile.mkdtemp(prefix="callsim smöke 🎧 "))
    try:
        program = Program(_unpack(source, elsewhere), elsewhere / "home")
        before = _listing(program.folder)
        with contextlib.ExitStack() as stack:
            card = stack.enter_context(_sound_card()) if LINUX else {}
            screen = stack.enter_context(_screen())
            _step("headless", headless, program, {})
            _step("hostile", hostile, program, {})
            if LINUX:
                _step("sound", sound, program, card)
            else:
                say("Leaving out the sound card: the virtual one exists for Linux only.")
            _step("window", window, program, {**card, **screen})
            if LINUX:
                _step("death", death, program, {**card, **screen})
        after = _listing(program.folder)
        changed = sorted(set(before.items()) ^ set(after.items()))
        if changed:
            raise Failed(f"Its own folder was written to: {changed[:5]}")
        reports = [*program.home.rglob("crash-*")]
        if reports:
            raise Failed(f"It crashed: {reports[0].read_text('utf-8')}")
    finally:
        shutil.rmtree(elsewhere)


def _step(
    name: str,
    step: Callable[[Program, Environment], None],
    program: Program,
    environment: Environment,
) -> None:
    began = time.monotonic()
    say(f"{name}:")
    step(program, environment)
    say(f"  ok, {time.monotonic() - began:.1f} s")


def _unpack(source: Path, target: Path) -> Path:
    place = target / "program"
    if source.is_dir():
        shutil.copytree(source, place / source.name, symlinks=True)
    elif source.suffix == ".zip":
        with zipfile.ZipFile(source) as archive:
            archive.extractall(place)
    else:
        with tarfile.open(source) as tar:
            tar.extractall(place, filter="tar")
    return place


def _listing(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file, by its place."""
    found = {}
    for file in folder.rglob("*"):
        facts = file.lstat()
        found[file.relative_to(folder).as_posix()] = (facts.st_size, facts.st_mtime_ns)
    return found


def _one(folder: Path, name: str) -> Path:
    found = [path for path in sorted(folder.rglob(name)) if os.access(path, os.X_OK)]
    found = [path for path in found if path.is_file() and "_internal" not in path.parts]
    if not found:
        raise Failed(f"There is no {name} in {folder}.")
    return found[0]


@contextlib.contextmanager
def _sound_card() -> Iterator[Environment]:
    sys.path.insert(0, str(ROOT))
    from tests.helpers.virtual_audio import sound_card

    with sound_card() as card:
        yield dict(card.environment)


@contextlib.contextmanager
def _speaking(card: Environment) -> Iterator[Callable[[], None]]:
    """Give a way to say the demo caller's words into the virtual microphone."""
    command = ["paplay", "--device=mic_feed", "--latency-msec=500", str(DEMO)]

    def speak() -> None:
        subprocess.run(command, env={**os.environ, **card}, check=True, timeout=PATIENCE)

    yield speak


@contextlib.contextmanager
def _screen() -> Iterator[Environment]:
    """Yield what a window needs: on Linux the screen there is, or one of our own."""
    if not LINUX:
        yield {}
    elif os.environ.get("DISPLAY"):
        yield {"DISPLAY": os.environ["DISPLAY"]}
    else:
        with dev_steps.virtual_screen() as display:
            yield {"DISPLAY": display}


def _screenshot(path: Path, screen: Environment) -> int:
    """Keep a picture of the screen; return how many colours it has."""
    if MACOS:  # Qt may not look at other windows there
        subprocess.run(["screencapture", "-x", str(path)], check=True, timeout=PATIENCE)
    code = (
        "import sys\n"
        "from PySide6.QtGui import QGuiApplication, QImage\n"
        "app = QGuiApplication([])\n"
        "path = sys.argv[1]\n"
        "if sys.platform != 'darwin':\n"
        "    app.primaryScreen().grabWindow(0).save(path)\n"
        "image = QImage(path).convertToFormat(QImage.Format.Format_RGB32)\n"
        "pixels = bytes(image.constBits())\n"
        "print(len({pixels[at:at + 4] for at in range(0, len(pixels), 4)}))\n"
    )
    environment = {**os.environ, **screen}
    if LINUX:
        environment["QT_QPA_PLATFORM"] = "xcb"
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode != 0:
        raise Failed(f"No screenshot: {done.stderr}")
    return int(done.stdout)


def _ask(control: dict[str, str], path: str, body: dict[str, Any] | None = None) -> Any:
    """Ask the program's control plane."""
    request = urllib.request.Request(
        f"{control['controlUrl']}{path}",
        data=None if body is None else json.dumps(body).encode(),
        headers={"X-Callsim-Key": control["controlKey"]},
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=PATIENCE) as answer:
        return json.load(answer)


def _has(control: dict[str, str], what: str) -> bool:
    """Whether a record is of kind ``what``, or says it."""
    records = _ask(control, "/records?since=0")["records"]
    return any(what == record["kind"] or what in record["data"] for record in records)


def _wait(condition: Callable[[], bool], what: str, process: subprocess.Popen[Any]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if process.poll() is not None:
            raise Failed(f"It ended with {process.returncode} before {what}: test-output/smoke.")
        if time.monotonic() > deadline:
            raise Failed(f"Not within {PATIENCE:.0f} s: {what}.")
        time.sleep(0.05)


def _end_politely(process: subprocess.Popen[Any]) -> None:
    if WINDOWS:  # as a click on its cross
        taskkill = Path(os.environ["SYSTEMROOT"]) / "System32" / "taskkill.exe"
        subprocess.run([str(taskkill), "/PID", str(process.pid)], check=True)
    else:
        process.send_signal(signal.SIGINT)


def _kill(process: subprocess.Popen[Any]) -> None:
    if process.poll() is None:
        process.kill()
        process.wait()


def _likeness(said: Path, taken: Path) -> float:
    """The highest normalised correlation of what was said with a stretch of what was recorded."""
    import numpy as np
    import soundfile

    a, _ = soundfile.read(said, dtype="float64")
    b, _ = soundfile.read(taken, dtype="float64")
    size = 1 << (len(a) + len(b)).bit_length()
    product = np.fft.irfft(np.fft.rfft(b, size) * np.conj(np.fft.rfft(a, size)), size)
    return float(product.max() / np.sqrt((a @ a) * (b @ b)))


def main(arguments: list[str]) -> int:
    source = Path(arguments[0]) if arguments else ROOT / "build" / "frozen" / "callsim"
    if MACOS and not arguments:
        source = source.with_name("CallSim.app")
    if source.name == "dist":
        packed = [*source.glob("callsim-*.tar.xz"), *source.glob("callsim-*.zip")]
        source = packed[0] if packed else source / "callsim-archive"
    if not source.exists():
        say(f"There is no {source}: run packaging/dev.py build first.")
        return 2
    try:
        prove(source)
    except (Failed, CannotGoOn, subprocess.TimeoutExpired) as problem:
        say(f"FAILED: {problem}")
        return 1
    say("The frozen program is fit to be handed out.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
