#!/usr/bin/env python3
"""Set up this checkout and work with it. Needs Python alone, no packages.

    python3 packaging/dev.py run [ARGUMENT ...]
        set up, then open the window; where there is no display, make one call headless.
        With arguments: set up, then `callsim ARGUMENT ...`
    python3 packaging/dev.py test [--quick] [PYTEST-ARGUMENT ...]
        set up, then run every check; --quick leaves out what needs a window, a sound card,
        Microsoft's clients or more than a moment
    python3 packaging/dev.py bench [ARGUMENT ...]
        set up, then measure
    python3 packaging/dev.py build [--frozen-only | --pack-only]
        make the program for this system, and everything else in dist/ (packaging/README.md)
    python3 packaging/dev.py pictures [--short] [FOLDER]
        drive the whole demo in a real window and take the pictures of the README (Linux)
    python3 packaging/dev.py translate
        take new texts of the window into resources/translations/*.ts, and list what is not
        translated yet
    python3 packaging/dev.py setup
        only set up: .venv with the project, and the system libraries

Exit codes: 0 all well, 1 a check failed, 2 set-up could not go on (it says why), 130 interrupted.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import dev_build
import dev_node
import dev_python
import dev_system
import translations
from dev_common import LINUX, ROOT, WINDOWS, CannotGoOn, has_apt, say
from dev_steps import Runner, Step, virtual_screen

DEMO_CALLER = os.path.join("resources", "sounds", "demo-caller.wav")
QUICK = "not window and not audio and not sdk and not slow"


def run(arguments: list[str]) -> int:
    """Open the window, or make a call where there is no display, or run the command given."""
    no_display = LINUX and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    dev_python.prepare()
    if not arguments and no_display:
        say("There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window:")
        say(f"making one call without it. The caller is {DEMO_CALLER}.")
        arguments = ["call", "--caller", str(ROOT / DEMO_CALLER)]
    elif not arguments:
        dev_system.provide(
            [*dev_system.QT, *dev_system.WINDOW],
            optional=dev_system.SOUND,
        )
    command = [str(dev_python.PYTHON), "-m", "app", *arguments]
    if WINDOWS:
        return subprocess.call(command)
    os.execv(command[0], command)  # Ctrl-C and the exit code are the program's own


def setup(arguments: list[str]) -> int:
    """Set up everything that any other command needs."""
    _refuse(arguments)
    dev_python.prepare()
    _provide_for_tests(quick=False)
    say(f"Ready: {dev_python.in_venv('callsim')}")
    return 0


def test(arguments: list[str]) -> int:
    """Run the checks; what is not ours goes on to pytest."""
    quick = "--quick" in arguments
    chosen = [argument for argument in arguments if argument != "--quick"]
    dev_python.prepare(sdk=not quick)
    if not quick:
        dev_node.prepare()
    _provide_for_tests(quick=quick)
    runner = Runner()
    _end_as_by_ctrl_c()
    if quick:
        offscreen = _pytest("unit tests", QUICK, chosen, parallel=True)
        runner.run_together([*_static_checks(), offscreen])
    else:
        _test_everything(runner, chosen)
    return 0 if runner.summary() else 1


def bench(arguments: list[str]) -> int:
    """Measure; on Linux on a screen of our own, so that figures can be compared."""
    dev_python.prepare()
    screen = [*dev_system.QT, *dev_system.WINDOW, *dev_system.SCREEN]
    dev_system.provide([*screen, *dev_system.SOUND, *dev_system.TESTS])
    command = [str(dev_python.PYTHON), os.path.join("tests", "bench", "run.py"), *arguments]
    _end_as_by_ctrl_c()
    with _screen() as environment:
        environment["PYTHONPATH"] = str(ROOT)  # for tests.helpers
        return subprocess.call(command, cwd=str(ROOT), env=environment)


def pictures(arguments: list[str]) -> int:
    """Take the pictures of the README."""
    dev_python.prepare()
    _provide_for_tests(quick=False)
    _end_as_by_ctrl_c()
    script = str(ROOT / "packaging" / "pictures.py")
    return subprocess.call([str(dev_python.PYTHON), script, *arguments], env=_environment())


def translate(arguments: list[str]) -> int:
    """Bring the translations in step with the sources; 1 where some are missing."""
    _refuse(arguments)
    dev_python.prepare()
    return subprocess.call([str(dev_python.PYTHON), translations.__file__, "update"])


def _test_everything(runner: Runner, chosen: list[str]) -> None:
    """First all that is bound by the processor; then, undisturbed, all that runs in real time."""
    marks = "not window and not audio and not sdk"
    plain = _pytest("tests, off screen", marks, chosen, parallel=True)
    frozen = [] if chosen else [_own("frozen program, build", "dev.py", "build", "--frozen-only")]
    runner.run_together([*_static_checks(), plain, *frozen])
    runner.run_together([_pytest("tests, clients", "sdk", chosen)])
    with _screen() as on_screen:
        window = _pytest("tests, window", "window", chosen, environment=on_screen)
        if LINUX:
            sound = _pytest("tests, sound card", "audio and not window", chosen)
            runner.run_together([sound, window])
        else:
            say("Leaving out the sound card: the virtual one exists for Linux only.")
            runner.run_together([window._replace(may_be_empty=True)])
        if frozen:
            smoke = _own("frozen program, smoke test", "smoke_test.py")
            runner.run_together([smoke._replace(environment=on_screen)])
    if not chosen:
        for step in _hearing():
            runner.run_together([step])


def _own(name: str, script: str, *arguments: str) -> Step:
    """One run of a script of this folder."""
    command = [str(dev_python.PYTHON), str(ROOT / "packaging" / script), *arguments]
    return Step(name, command, _environment())


def _hearing() -> list[Step]:
    """What the engine hears in calls of known content, and in key tones beside other receivers."""
    environment = _environment()
    environment["PYTHONPATH"] = str(ROOT)
    calls = [str(dev_python.PYTHON), "-m", "tests.bench.public_calls"]
    if not (environment.get("CI") and has_apt()):
        calls.append("--may-be-absent")  # somebody may be off line
    tones = [str(dev_python.PYTHON), "-m", "tests.bench.tones", "--quick", "--voices"]
    return [Step("public calls", calls, environment), Step("key tones", tones, environment)]


def _static_checks() -> list[Step]:
    environment = _environment()
    ruff, mypy = str(dev_python.in_venv("ruff")), str(dev_python.in_venv("mypy"))
    return [
        Step("ruff check", [ruff, "check", "."], environment),
        Step("ruff format", [ruff, "format", "--check", "."], environment),
        Step("mypy", [mypy], environment),
        Step("import contracts", [str(dev_python.in_venv("lint-imports"))], environment),
    ]


def _pytest(
    name: str,
    marks: str,
    chosen: list[str],
    *,
    parallel: bool = False,
    environment: dict[str, str] | None = None,
) -> Step:
    """One run of pytest over the tests that `marks` selects."""
    command = [str(dev_python.PYTHON), "-m", "pytest", "-q", "-m", marks, "--color=no"]
    # A test that hangs says where, and ends its process.
    command += ["-o", "faulthandler_timeout=180", "-o", "faulthandler_exit_on_timeout=true"]
    if parallel:
        command += ["-n", str(max(2, min(4, os.cpu_count() or 2)))]
    if environment is None:
        environment = _environment()
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return Step(name, [*command, *chosen], environment, may_be_empty=bool(chosen))


def _environment() -> dict[str, str]:
    """The environment for tools: UTF-8, no colours, and none of the caller's Python settings."""
    environment = dict(os.environ)
    for name in ("FORCE_COLOR", "PYTHONHOME", "PYTHONPATH", "PYTEST_ADDOPTS", "MYPYPATH"):
        environment.pop(name, None)
    # Each numpy process would otherwise start a thread per core for products of a few numbers.
    environment.update(
        LANG="C.UTF-8", NO_COLOR="1", OPENBLAS_NUM_THREADS="1", PYTHONUTF8="1", TERM="dumb"
    )
    return environment


@contextlib.contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """Yield an environment in which a window opens: on Linux on an X server of our own."""
    environment = _environment()
    environment.pop("WAYLAND_DISPLAY", None)
    if not LINUX:
        environment["QT_QPA_PLATFORM"] = "windows" if WINDOWS else "cocoa"
        yield environment
        return
    with virtual_screen() as display:
        environment.update(DISPLAY=display, QT_QPA_PLATFORM="xcb", XDG_SESSION_TYPE="x11")
        yield environment


def _end_as_by_ctrl_c() -> None:
    """A cancelled CI job is told by SIGTERM: what the steps started has to go then too.

    SIGINT as well: a shell starts a job in the background with that signal ignored, and a step
    would inherit this.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)


def _provide_for_tests(*, quick: bool) -> None:
    needs = dev_system.QT if quick else _everything()
    peers = [] if quick else dev_system.PEERS
    dev_system.provide(needs, optional=peers, lost="key tones are not compared with it.")


def _everything() -> list[dev_system.Need]:
    return [
        *dev_system.QT,
        *dev_system.WINDOW,
        *dev_system.SOUND,
        *dev_system.SCREEN,
        *dev_system.TESTS,
        *dev_system.BUILD,
    ]


def _refuse(arguments: list[str]) -> None:
    if arguments:
        raise CannotGoOn(f"Unknown: {' '.join(arguments)}\n\n{__doc__}")


def main(arguments: list[str]) -> int:
    """Run the command named first and return the exit code."""
    commands = {
        "run": run,
        "test": test,
        "bench": bench,
        "build": dev_build.build,
        "pictures": pictures,
        "translate": translate,
        "setup": setup,
    }
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        say(__doc__)
        return 0 if arguments else 2
    try:
        if arguments[0] not in commands:
            _refuse(arguments[:1])
        return commands[arguments[0]](arguments[1:])
    except CannotGoOn as stop:
        print(f"dev.py: {stop}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        say("Interrupted.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
