"""The icon in every size and format."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from build_icons import FOR_WINDOWS, SIZES, draw
from dev_common import ROOT

SVG = ROOT / "resources" / "icons" / "callsim.svg"


def test_all_sizes_are_drawn(qapp: QGuiApplication, tmp_path: Path) -> None:
    written = draw(SVG, tmp_path)
    assert len(written) == len(SIZES) + 2
    for size in SIZES:
        image = QImage(str(tmp_path / f"callsim-{size}.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() == 0, "round corners"
        middle = image.pixelColor(size // 2, size // 8)
        assert middle.alpha() == 255 and middle.blue() > middle.red()
    _, kind, count = struct.unpack("<HHH", (tmp_path / "callsim.ico").read_bytes()[:6])
    assert (kind, count) == (1, len(FOR_WINDOWS))
    assert (tmp_path / "callsim.icns").read_bytes()[:4] == b"icns"


@pytest.mark.qt_log_ignore("Cannot read file")
def test_what_is_no_svg_is_refused(qapp: QGuiApplication, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.svg"
    wrong.write_text("no picture")
    with pytest.raises(ValueError, match="is no SVG"):
        draw(wrong, tmp_path / "out")
