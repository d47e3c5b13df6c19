"""The window in other languages: kept in .ts files, read by the program from .qm files.

translations.py update     takes the texts of the sources into the .ts files, and lists what is
                           not translated yet (exit code 1 then)
translations.py compile    makes the .qm files, where they are older than their .ts files

Runs with a Python that has PySide6, whose lupdate and lrelease do the work. The standard library
alone otherwise: the build of a wheel runs it too (hatch_build.py).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("ru", "zh_CN")
"""English is the language of the sources."""


class Untranslated(NamedTuple):
    """A text without a finished translation."""

    language: str
    context: str
    source: str


def ts_file(language: str) -> Path:
    """The kept file of ``language``."""
    return FOLDER / f"callsim_{language}.ts"


def qm_file(language: str) -> Path:
    """What the program reads."""
    return FOLDER / f"callsim_{language}.qm"


def stale() -> list[str]:
    """Return the languages whose .qm file is absent or older than its .ts file."""
    return [
        language
        for language in LANGUAGES
        if not qm_file(language).is_file()
        or qm_file(language).stat().st_mtime < ts_file(language).stat().st_mtime
    ]


def compile_stale() -> None:
    """Make the .qm files that are stale; each appears whole or not at all."""
    for language in stale():
        compile_one(language, qm_file(language))


def compile_one(language: str, target: Path) -> None:
    """Make ``target`` from the .ts file of ``language``."""
    handle, name = tempfile.mkstemp(suffix=".qm", dir=str(target.parent))
    os.close(handle)
    _run("lrelease", "-silent", "-nounfinished", str(ts_file(language)), "-qm", name)
    os.chmod(name, 0o644)
    os.replace(name, str(target))


def update(folder: Path = FOLDER) -> None:
    """Bring the .ts files in ``folder`` in step with the sources, translations kept."""
    sources = sorted(str(path) for path in (ROOT / "app" / "ui").rglob("*.py"))
    with tempfile.TemporaryDirectory() as scratch:
        core = Path(scratch) / "core.py"
        lines = [f"translate({context!r}, {text!r})\n" for context, text in texts_of_the_core()]
        core.write_text("".join(lines), "utf-8")
        for language in LANGUAGES:
            options = ["-no-obsolete", "-locations", "none", "-target-language", language]
            target = str(folder / ts_file(language).name)
            _run("lupdate", *options, *sources, str(core), "-ts", target)


def texts_of_the_core() -> list[tuple[str, str]]:
    """Return context and text of what the window shows from parts that know nothing of Qt."""
    sys.path.insert(0, str(ROOT))
    from app.runtime.faults import FAULTS
    from app.settings import ABOUT
    from app.ui.presenters.setting_text import plain_label

    texts = []
    for about in ABOUT.values():
        texts += [("SettingHelp", about.help), ("SettingLabel", plain_label(about.name))]
    texts += [("FaultText", text) for text in FAULTS.values()]
    return list(dict.fromkeys(texts))


def unfinished(folder: Path = FOLDER) -> list[Untranslated]:
    """Return what the .ts files in ``folder`` lack."""
    missing = []
    for language in LANGUAGES:
        tree = ElementTree.parse(str(folder / ts_file(language).name))
        for context in tree.iter("context"):
            for message in context.iter("message"):
                translation = message.find("translation")
                text = "" if translation is None else "".join(translation.itertext()).strip()
                if not text or translation is None or translation.get("type"):
                    name, source = context.findtext("name", ""), message.findtext("source", "")
                    missing.append(Untranslated(language, name, source))
    return missing


def _run(tool: str, *arguments: str) -> None:
    found = find_spec("PySide6")
    if found is None or found.origin is None:
        raise SystemExit("translations.py needs a Python with PySide6-Essentials.")
    program = Path(found.origin).parent / (f"{tool}.exe" if sys.platform == "win32" else tool)
    done = subprocess.run(
        [str(program), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"{program} ended with {done.returncode}:\n{done.stdout.decode()}")


def main(arguments: list[str]) -> int:
    """Do what the one argument says."""
    if arguments == ["compile"]:
        compile_stale()
        return 0
    if arguments != ["update"]:
        print(__doc__)
        return 2
    update()
    compile_stale()
    missing = unfinished()
    for language, context, source in missing:
        print(f"{language}\t{context}\t{source}")
    print(f"{len(missing)} texts are not translated.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
