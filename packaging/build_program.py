"""Makes everything in ``dist/``. Runs in the build's own environment: ``packaging/dev.py build``.

With ``--frozen-only`` it stops at the program's folder, with ``--pack-only`` it goes on from there:
on macOS it is signed in between, and everywhere the smoke test can be.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import build_archive
import build_deb
import build_icons
import build_inventory
import build_licences
import build_sbom
import translations

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build"
DIST = ROOT / "dist"
FROZEN = WORK / "frozen" / "callsim"


def main(arguments: list[str]) -> int:
    """Build; returns 2 for arguments that are not known."""
    if set(arguments) - {"--frozen-only", "--pack-only"}:
        print(__doc__)
        return 2
    version = version_of_program()
    shown, licences = FROZEN, FROZEN / "_internal" / "licences"
    if sys.platform == "darwin":
        shown = FROZEN.with_name("CallSim.app")
        licences = shown / "Contents" / "Resources" / "licences"
    if "--pack-only" not in arguments:
        _freeze(version)
        components = build_inventory.inventory(WORK / "frozen-from.json", ROOT)
        build_licences.write(components, licences, version=version)
        build_sbom.write(components, licences / "sbom.cdx.json", version=version)
        if sys.platform == "darwin":
            _seal(shown)
        print(f"frozen: {shown}")
    if "--frozen-only" not in arguments:
        pack(shown, licences, version)
    return 0


def pack(shown: Path, licences: Path, version: str) -> None:
    """Fill dist/ anew from the program ``shown`` and its folder of ``licences``."""
    shutil.rmtree(DIST, ignore_errors=True)
    name = DIST / f"callsim-{version}-{build_archive.target()}"
    if sys.platform == "darwin":
        holder = WORK / "archive"
        shutil.rmtree(holder, ignore_errors=True)
        shutil.copytree(shown, holder / shown.name, symlinks=True)
        shown = holder
    made = [build_archive.pack(shown, f"callsim-{version}", name)]
    bill = name.with_name(f"{name.name}.cdx.json")
    shutil.copyfile(licences / "sbom.cdx.json", bill)
    made.append(bill)
    if sys.platform.startswith("linux") and shutil.which("dpkg-deb"):
        made.append(build_deb.build(FROZEN, WORK / "icons", DIST, WORK / "deb", version=version))
    made += _wheel()
    made += [build_archive.write_sum(file) for file in made]
    for file in made:
        print(f"{file.stat().st_size / 1e6:8.1f} MB  {file.relative_to(ROOT)}")


def _freeze(version: str) -> None:
    build_icons.draw(ROOT / "resources" / "icons" / "callsim.svg", WORK / "icons")
    if sys.platform == "win32":
        (WORK / "version_info.txt").write_text(version_resource(version), "utf-8")
    translations.compile_stale()
    environment = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONHASHSEED="0")
    environment.setdefault("SOURCE_DATE_EPOCH", str(build_archive.EPOCH))
    command = [
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--clean",
        "--log-level",
        "ERROR",
    ]
    command += ["--distpath", str(FROZEN.parent), "--workpath", str(WORK / "pyinstaller")]
    subprocess.run(
        [*command, str(ROOT / "packaging" / "callsim.spec")], check=True, env=environment
    )


def _seal(application: Path) -> None:
    """Sign CallSim.app anew: PyInstaller has, and licences came into it since.

    macOS calls a downloaded application damaged whose files are not those of its signature. What
    is inside keeps its own signatures; a real identity is the business of macos/sign.sh.
    """
    command = ["codesign", "--force", "--sign", "-", "--preserve-metadata=entitlements"]
    subprocess.run([*command, str(application)], check=True)
    subprocess.run(["codesign", "--verify", "--strict", "--deep", str(application)], check=True)


def _wheel() -> list[Path]:
    """Build wheel and sdist with the pinned hatchling of this environment."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(DIST), str(ROOT)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return sorted(DIST.glob("graph_call_simulator-*"))


def version_of_program() -> str:
    """Return the version without importing the program."""
    namespace: dict[str, str] = {}
    exec((ROOT / "app" / "__init__.py").read_text("utf-8"), namespace)
    return namespace["__version__"]


def version_resource(version: str) -> str:
    """Return what Windows shows under 'Details' of the program's properties."""
    numbers = tuple(int(part) for part in version.split(".")[:3])
    text = (ROOT / "packaging" / "windows" / "version_info.txt").read_text("utf-8")
    return text.replace("@NUMBERS@", str((*numbers, 0))).replace("@VERSION@", version)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
