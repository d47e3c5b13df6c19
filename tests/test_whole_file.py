"""Files that are whole or not there."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from app.whole_file import write_whole


def test_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "new"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two" and list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_it_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.touch(0o644)
    write_whole(path, b"x", private=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
def test_a_disk_without_room_costs_nothing(tmp_path: Path) -> None:
    import resource
    import signal

    path = tmp_path / "old"
    path.write_bytes(b"what was there")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            write_whole(path, bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_bytes() == b"what was there" and list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are POSIX's")
def test_links_and_pipes_stay_what_they_are(tmp_path: Path) -> None:
    link, pipe = tmp_path / "link", tmp_path / "pipe"
    link.symlink_to(tmp_path / "real")
    write_whole(link, b"through it")
    assert link.is_symlink() and (tmp_path / "real").read_bytes() == b"through it"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"into it")
    reader.join(10)
    assert read == [b"into it"] and pipe.is_fifo()
