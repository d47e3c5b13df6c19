"""Looking at what a widget painted, and in which colours."""

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


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: QColor) -> float:
    """Relative luminance."""

    def linear(c: float) -> float:
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(color.redF())
        + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF())
    )
