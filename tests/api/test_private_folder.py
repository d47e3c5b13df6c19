from __future__ import annotations

import os
import stat

import pytest

from app.api.private_folder import PrivateFolder


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
