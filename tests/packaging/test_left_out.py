"""What the frozen program does without."""

from __future__ import annotations

import pytest

from left_out import FILES, MODULES, SYSTEM, reason_to_leave_out, unneeded


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "libglib-2.0.so.0",
        "libasound.so.2",
        "numpy/tests/data.txt",
    ],
)
def test_a_reason_is_given(place: str) -> None:
    assert reason_to_leave_out(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "resources/sounds/beep.wav",
        "libportaudio.so.2",
    ],
)
def test_what_is_needed_stays(place: str) -> None:
    assert reason_to_leave_out(place) is None


def test_each_entry_says_why() -> None:
    for table in (MODULES, FILES, SYSTEM):
        assert all(len(reason) > 8 for reason in table.values())


def test_libraries_that_nothing_needs_are_found() -> None:
    needs = {
        "program": {"libone", "libc"},
        "libone": {"libtwo"},
        "libtwo": {"libone"},
        "liborphan": {"libsister"},
        "libsister": set[str](),
    }
    assert unneeded(needs, {"program"}) == {"liborphan", "libsister"}
