"""Draws the program's icon in every size and format that the systems want, from one SVG."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels: what icon themes of Linux have folders for, and what Windows and macOS take from them."""

FOR_WINDOWS: Final = (16, 24, 32, 48, 64, 128, 256)


def draw(svg: Path, folder: Path) -> list[Path]:
    """Write ``NAME-16.png`` to ``NAME-512.png``, ``NAME.ico`` and ``NAME.icns`` into ``folder``.

    Returns what was written. Raises ValueError where ``svg`` is none.
    """
    # Neither a screen nor fonts are needed; with neither, the default platform would abort.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(svg))
    if not renderer.isValid():
        raise ValueError(f"{svg} is no SVG.")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        written.append(folder / f"{svg.stem}-{size}.png")
        image.save(str(written[-1]))
    with Image.open(written[-1]) as largest:
        written += [folder / f"{svg.stem}.ico", folder / f"{svg.stem}.icns"]
        largest.save(written[-2], sizes=[(size, size) for size in FOR_WINDOWS])
        largest.save(written[-1])
    return written
