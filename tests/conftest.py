"""What every test gets: an environment of its own, and no complaint left unseen."""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

# Before anything imports Qt: without a display a QApplication aborts the whole run.
# `dev.py test` sets the real platform for the tests marked `window`.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_API"] = "pyside6"
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
# A proxy of the machine is not for loopback.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "localhost,127.0.0.1,::1"

import pytest

from tests.helpers.virtual_audio import virtual_audio as virtual_audio

# Where platformdirs, Qt, tempfile and the C libraries look for the user's folders: on Linux by
# XDG_*, on macOS by HOME, on Windows by the folders that platformdirs lets us override.
_USER_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "data",
    "WIN_PD_OVERRIDE_APPDATA": "data",
    "TMPDIR": "tmp",
    "TEMP": "tmp",
    "TMP": "tmp",
}


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker of this file."""
    config.addinivalue_line(
        "markers",
        "expects_error_log(pattern, ...): log records of level ERROR or above whose text matches "
        "are part of this test; each pattern has to occur",
    )


def _move_user_folders(patch: pytest.MonkeyPatch, base: Path) -> None:
    for variable, folder in _USER_FOLDERS.items():
        path = base / folder
        path.mkdir(mode=0o700, exist_ok=True)  # Qt and PulseAudio refuse an open runtime folder
        patch.setenv(variable, str(path))
    patch.setattr(tempfile, "tempdir", str(base / "tmp"))


@pytest.fixture(scope="session", autouse=True)
def _user_folders_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Fixtures that outlive a test do not see the user's folders either."""
    with pytest.MonkeyPatch.context() as patch:
        _move_user_folders(patch, tmp_path_factory.mktemp("user"))
        yield


@pytest.fixture(autouse=True)
def user_folders(
    _user_folders_of_the_session: None,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Give each test its own home, configuration, data and temporary folder; return their parent.

    The children are named home, config, data, state, cache, runtime and tmp.
    """
    base = tmp_path_factory.mktemp("user")
    _move_user_folders(monkeypatch, base)
    return base


class _Errors(logging.Handler):
    """Keeps every record of level ERROR or above."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        trouble = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        self.texts.append(f"{record.name}: {record.getMessage()}\n{trouble}".rstrip())


@pytest.fixture(autouse=True)
def _no_unexpected_error_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs an error it did not announce with the marker `expects_error_log`."""
    marker = request.node.get_closest_marker("expects_error_log")
    patterns: tuple[str, ...] = marker.args if marker else ()
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    yield
    logging.getLogger().removeHandler(errors)
    stray = [text for text in errors.texts if not any(re.search(p, text) for p in patterns)]
    if stray:
        pytest.fail("Errors were logged:\n" + "\n".join(stray), pytrace=False)
    for pattern in patterns:
        if not any(re.search(pattern, text) for text in errors.texts):
            pytest.fail(f"No error was logged that matches {pattern!r}", pytrace=False)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """Fail a test on what Qt complains about while its widgets and threads are taken down.

    pytest-qt (qt_log_level_fail) watches set-up and call, and lets the handler go after them.
    """
    if "PySide6.QtCore" not in sys.modules:
        return (yield)
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    harmless = [re.compile(pattern) for pattern in item.config.getini("qt_log_ignore")]
    complaints: list[str] = []

    def note(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        serious = kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if serious and not any(pattern.search(text) for pattern in harmless):
            complaints.append(text)

    before = qInstallMessageHandler(note)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    if complaints:
        pytest.fail("Qt complained in the tear-down:\n" + "\n".join(complaints), pytrace=False)
