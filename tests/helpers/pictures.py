"""Looking at what a widget painted."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def picture_of(widget: QWidget) -> QImage:
    """Return ``widget`` as it looks, at scale 1."""
    return widget.grab().toImage()


def colors_in(image: QImage, area: QRect | None = None) -> set[str]:
    """Return the names of all colours in ``area`` of ``image``."""
    area = image.rect() if area is None else area.intersected(image.rect())
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


def has(image: QImage, color: QColor, area: QRect | None = None) -> bool:
    """Say whether ``color`` is somewhere in ``area``."""
    return color.name() in colors_in(image, area)
