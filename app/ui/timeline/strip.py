"""A picture that scrolls: columns of pixels are painted once and stay until they change.

The image is a ring: column n of the axis lies at n modulo its width. A live call then costs the few
columns that are new in each frame, and two copies to the screen.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

Paint = Callable[[QPainter, int, int, int], None]
"""Paints columns ``first`` to ``last`` (exclusive); column ``base`` lies at x = 0. Coordinates are
pixels of the image."""


class Strip:
    """GUI thread. All sizes are pixels of the screen."""

    def __init__(self) -> None:
        self._image: QImage | None = None
        self.first = self.last = 0
        """The columns that are painted."""
        self.painted = 0
        """Columns painted so far, for those who want to know what it costs."""

    def invalidate(self, first: int | None = None) -> None:
        """Forget the columns from ``first`` on; all without it."""
        if first is None:
            self.first = self.last = 0
        else:
            self.last = max(self.first, min(self.last, first))

    def ensure(self, first: int, width: int, height: int, paint: Paint) -> None:
        """Have ``width`` columns from ``first`` on painted, ``height`` pixels high."""
        image = self._image
        if image is None or image.width() != width or image.height() != height:
            self._image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
            self.invalidate()
        last = first + width
        if last <= self.first or first >= self.last:
            self.first = self.last = first
        if first < self.first:
            self._paint(first, self.first, paint)
            self.first = first
            self.last = min(self.last, first + width)
        if last > self.last:
            self._paint(self.last, last, paint)
            self.last = last
            self.first = max(self.first, last - width)

    def draw(self, painter: QPainter, left: float, top: float, first: int, ratio: float) -> None:
        """Copy the columns from ``first`` on to ``left``, ``top`` (pixels at scale 1)."""
        image = self._image
        if image is None:
            return
        width, height = image.width(), image.height()
        split = first % width
        for start, count, at in ((split, width - split, 0), (0, split, width - split)):
            if count:
                target = QRectF(left + at / ratio, top, count / ratio, height / ratio)
                painter.drawImage(target, image, QRectF(start, 0, count, height))

    def _paint(self, first: int, last: int, paint: Paint) -> None:
        image = self._image
        assert image is not None
        width = image.width()
        first = max(first, last - width)
        self.painted += last - first
        painter = QPainter(image)
        while first < last:
            place = first % width
            end = min(last, first + width - place)
            painter.setClipRect(place, 0, end - first, image.height())
            paint(painter, first, end, first - place)
            first = end
        painter.end()
