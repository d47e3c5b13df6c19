from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.runtime.private_folder import PrivateFolder, remove_leftovers


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_only_its_owner_can_look_into_it() -> None:
    folder = PrivateFolder()
    path = folder.write("ca.pem", b"one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    folder.remove()


def test_it_goes_with_everything_in_it() -> None:
    folder = PrivateFolder()
    folder.remove()
    path = folder.write("a", b"one")
    assert folder.write("a", b"two") == path and path.read_bytes() == b"two"
    folder.remove()
    folder.remove()
    assert not path.parent.exists()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_in_use_is_no_leftover(temporary: Path) -> None:
    folder = PrivateFolder()
    path = folder.write("a", b"one")
    remove_leftovers()
    assert path.read_bytes() == b"one"
    folder.remove()


def test_the_folder_of_a_killed_run_goes_and_nothing_else_does(temporary: Path) -> None:
    script = (
        "import os; from app.runtime.private_folder import PrivateFolder as F\n"
        "folder = F(); folder.write('body-1', b'secret'); os.kill(os.getpid(), 9)"
    )
    environment = os.environ | {"TMPDIR": str(temporary), "TEMP": str(temporary)}
    if os.name != "posix":
        script = script.replace("os.kill(os.getpid(), 9)", "os._exit(9)")
    subprocess.run([sys.executable, "-c", script], env=environment, check=False)
    (left,) = temporary.iterdir()
    assert (left / "body-1").exists()
    others = [temporary / "callsim-no-lock", temporary / "other-tool"]
    for other in others:
        other.mkdir()
    (others[1] / "lock").touch()
    (temporary / "callsim-a-file").touch()
    (temporary / "elsewhere").mkdir()
    (temporary / "elsewhere" / "lock").touch()
    if os.name == "posix":
        (temporary / "callsim-a-link").symlink_to(temporary / "elsewhere")
    before = set(temporary.iterdir())
    remove_leftovers()
    assert set(temporary.iterdir()) == before - {left}
    assert (temporary / "elsewhere" / "lock").exists()


def test_a_program_that_forgets_it_takes_it_along(temporary: Path) -> None:
    script = (
        "from app.runtime.private_folder import PrivateFolder as F\nf = F(); f.write('a', b'one')"
    )
    environment = os.environ | {"TMPDIR": str(temporary), "TEMP": str(temporary)}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)
    assert list(temporary.iterdir()) == []
