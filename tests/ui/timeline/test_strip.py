"""A scrolling picture: the same pixels as one painted at once, at the cost of what is new."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.timeline.strip import Strip

WIDTH, HEIGHT = 50, 8


class Stripes:
    """Each column has a colour of its own."""

    def __init__(self) -> None:
        self.ranges: list[tuple[int, int]] = []
        self.shift = 0

    def paint(self, painter: QPainter, first: int, last: int, base: int) -> None:
        self.ranges.append((first, last))
        for column in range(first, last):
            painter.fillRect(QRectF(column - base, 0, 1, HEIGHT), color(column + self.shift))


def color(column: int) -> QColor:
    return QColor(column % 256, (column * 7) % 256, 99)


def shown(strip: Strip, first: int) -> list[QColor]:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    strip.draw(painter, 0, 0, first, 1.0)
    painter.end()
    return [image.pixelColor(x, 4) for x in range(WIDTH)]


def test_it_scrolls_both_ways_and_wraps(qapp: QApplication) -> None:
    strip, stripes = Strip(), Stripes()
    for first in (0, 3, 40, 140, 135, 120, 0, 120, 49, 50, 51, 1000):
        strip.ensure(first, WIDTH, HEIGHT, stripes.paint)
        assert shown(strip, first) == [color(first + x) for x in range(WIDTH)], first


def test_only_new_columns_are_painted(qapp: QApplication) -> None:
    strip, stripes = Strip(), Stripes()
    strip.ensure(100, WIDTH, HEIGHT, stripes.paint)
    before = strip.painted
    strip.ensure(103, WIDTH, HEIGHT, stripes.paint)
    strip.ensure(103, WIDTH, HEIGHT, stripes.paint)
    assert strip.painted - before == 3


def test_what_changed_is_painted_again(qapp: QApplication) -> None:
    strip, stripes = Strip(), Stripes()
    strip.ensure(100, WIDTH, HEIGHT, stripes.paint)
    stripes.shift = 5
    strip.invalidate(140)
    before = strip.painted
    strip.ensure(100, WIDTH, HEIGHT, stripes.paint)
    assert strip.painted - before == 10
    expected = [color(c) for c in range(100, 140)] + [color(c + 5) for c in range(140, 150)]
    assert shown(strip, 100) == expected
    strip.invalidate()
    strip.ensure(100, WIDTH, HEIGHT, stripes.paint)
    assert shown(strip, 100)[0] == color(105)


def test_another_size_starts_anew(qapp: QApplication) -> None:
    strip, stripes = Strip(), Stripes()
    strip.draw(QPainter(), 0, 0, 0, 1.0)
    strip.ensure(0, 10, HEIGHT, stripes.paint)
    strip.ensure(0, WIDTH, HEIGHT, stripes.paint)
    assert shown(strip, 0) == [color(x) for x in range(WIDTH)]
