"""The user's hand on the timeline: mouse, wheel, touchpad and keys.

Wheel: zoom where the pointer is; with Shift, or sideways: move. Drag on the caller's lane: select;
elsewhere: move. Keys: + and - zoom, arrows move the cursor (with Shift they select, with Ctrl they
go from exchange to exchange), Page Up and Page Down move the view, Home and End go to the ends, F
fits everything in, O the operation in front, Space plays, L loops, Escape lets go.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from app.engine.timebase import SAMPLE_RATE
from app.ui.inspector import formats
from app.ui.timeline.arrows import REACH, nearest, step
from app.ui.timeline.canvas import TimelineCanvas
from app.ui.timeline.value_text import speech_text

ZOOM: Final = 1.25
"""Of a key, or of a notch of the wheel."""
NOTCH: Final = 120
TOUCH: Final = 240.0
"""Pixels of two fingers that zoom as much as a notch does."""
MOVE: Final = 0.02
"""Of what is in sight: how far an arrow key moves the cursor."""
PAGE: Final = 0.8
SLACK: Final = 4
"""Pixels that a click may wander before it is a drag."""

OWN_KEYS: Final = "+-=fFoOlL "
"""Taken from the shortcuts of the window while the timeline has the focus (the pad has +)."""


class Hand(QObject):
    """Filters the events of ``canvas``."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._last = 0.0
        self._selecting = False
        self._dragging = False
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = QEvent.Type
        match event.type():
            case kind.Wheel if isinstance(event, QWheelEvent):
                return self._wheel(event)
            case kind.NativeGesture if isinstance(event, QNativeGestureEvent):
                return self._gesture(event)
            case kind.MouseButtonPress if isinstance(event, QMouseEvent):
                return self._press(event)
            case kind.MouseMove if isinstance(event, QMouseEvent):
                return self._move(event)
            case kind.MouseButtonRelease if isinstance(event, QMouseEvent):
                return self._release(event)
            case kind.MouseButtonDblClick if isinstance(event, QMouseEvent):
                return self._double_click(event)
            case kind.Leave:
                self._hover(None)
            case kind.ShortcutOverride if isinstance(event, QKeyEvent):
                if event.text() and event.text() in OWN_KEYS:
                    event.accept()
                    return True
            case kind.KeyPress if isinstance(event, QKeyEvent):
                return self._key(event)
            case _:
                pass
        return False

    # -- wheel and touchpad ------------------------------------------------------------------

    def _wheel(self, event: QWheelEvent) -> bool:
        canvas, fine, coarse = self._canvas, event.pixelDelta(), event.angleDelta()
        touchpad = not fine.isNull()
        x, y = (fine.x(), fine.y()) if touchpad else (coarse.x(), coarse.y())
        keys = event.modifiers()
        if keys & Qt.KeyboardModifier.ShiftModifier and not x:
            x, y = y, 0
        if abs(x) > abs(y) and not keys & Qt.KeyboardModifier.ControlModifier:
            canvas.axis.pan(-x if touchpad else -x / NOTCH * 0.1 * canvas.axis.width)
        elif y:
            notches = y / (TOUCH if touchpad else NOTCH)
            at = event.position().x() - canvas.layout_now().left
            canvas.axis.zoom(ZOOM**-notches, at)
        canvas.changed_view()
        event.accept()
        return True

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        at = event.position().x() - self._canvas.layout_now().left
        self._canvas.axis.zoom(1 / max(0.1, 1 + event.value()), at)
        self._canvas.changed_view()
        return True

    # -- mouse -------------------------------------------------------------------------------

    def _press(self, event: QMouseEvent) -> bool:
        button = event.button()
        if button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return False
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed, self._dragging = event.position(), False
        self._last = event.position().x()
        lane = self._canvas.layout_now().lane_at(event.position().y())
        left = button is Qt.MouseButton.LeftButton
        self._selecting = left and lane in ("wave", "detector")
        return True

    def _move(self, event: QMouseEvent) -> bool:
        canvas, at = self._canvas, event.position()
        if self._pressed is None:
            self._hover(at)
            return False
        if abs(at.x() - self._pressed.x()) > SLACK:
            self._dragging = True
        if not self._dragging:
            return True
        if self._selecting:
            canvas.select((canvas.sample_at(self._pressed.x()), canvas.sample_at(at.x())))
        else:
            canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
            canvas.axis.pan(self._last - at.x())
            canvas.changed_view()
        self._last = at.x()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._pressed is None:
            return False
        clicked = not self._dragging
        self._pressed, self._dragging = None, False
        self._canvas.unsetCursor()
        if clicked and event.button() is Qt.MouseButton.LeftButton:
            self._click(event.position())
        return True

    def _click(self, at: QPointF) -> None:
        canvas = self._canvas
        arrow = self._arrow_at(at)
        if arrow is not None:
            canvas.mark(arrow, told=True)
            return
        if at.x() < canvas.layout_now().left:
            return
        sample = canvas.sample_at(at.x())
        there = canvas.lanes.at(sample)
        if there is not None:
            canvas.operation_chosen.emit(there[0].id)
        canvas.select(None)
        canvas.mark(None)
        canvas.set_cursor(sample)

    def _double_click(self, event: QMouseEvent) -> bool:
        there = self._canvas.lanes.at(self._canvas.sample_at(event.position().x()))
        if there is None or self._arrow_at(event.position()) is not None:
            return False
        self._canvas.fit_run(there[0])
        return True

    def _arrow_at(self, at: QPointF) -> int | None:
        canvas = self._canvas
        lane = canvas.layout_now().lane_at(at.y())
        if lane not in ("in", "out"):
            return None
        scale = canvas.axis.scale
        sample = canvas.axis.start + (at.x() - canvas.layout_now().left) * scale
        found = nearest(canvas.arrows, sample, REACH * scale, inward=lane == "in")
        return None if found is None else found.seq

    def _hover(self, at: QPointF | None) -> None:
        canvas = self._canvas
        seq = None if at is None else self._arrow_at(at)
        if seq is None and at is not None and self._told_speech(at):
            return
        if seq == canvas.hovered:
            return
        canvas.hovered = seq
        arrow = next((arrow for arrow in canvas.arrows if arrow.seq == seq), None)
        if arrow is None or at is None:
            QToolTip.hideText()
            canvas.unsetCursor()
        else:
            QToolTip.showText(canvas.mapToGlobal(at.toPoint()), arrow.words, canvas)
            canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        canvas.update()

    def _told_speech(self, at: QPointF) -> bool:
        """Say what the detector thought where the pointer is, if it is in its lane."""
        canvas, trace = self._canvas, self._canvas.trace
        layout = canvas.layout_now()
        if trace is None or layout.lane_at(at.y()) != "detector" or at.x() < layout.left:
            return False
        sample = canvas.sample_at(at.x())
        text = speech_text(trace, sample)
        if not text:
            return False
        time = formats.call_time(sample / SAMPLE_RATE)
        QToolTip.showText(canvas.mapToGlobal(at.toPoint()), f"{time} · {text}", canvas)
        return True

    # -- keys --------------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        canvas, axis, key = self._canvas, self._canvas.axis, Qt.Key
        match event.key():
            case key.Key_Plus | key.Key_Equal:
                axis.zoom(1 / ZOOM, self._focus_x())
            case key.Key_Minus:
                axis.zoom(ZOOM, self._focus_x())
            case key.Key_Left:
                self._arrow_key(event, -1)
            case key.Key_Right:
                self._arrow_key(event, 1)
            case key.Key_PageUp:
                axis.pan(-PAGE * axis.width)
            case key.Key_PageDown:
                axis.pan(PAGE * axis.width)
            case key.Key_Home:
                self._put_cursor(0, select=_shift(event))
            case key.Key_End if canvas.live and not _shift(event):
                axis.follow()
            case key.Key_End:
                self._put_cursor(axis.end, select=_shift(event))
            case key.Key_F:
                axis.touched = True
                canvas.fit()
            case key.Key_O if canvas.run is not None:
                axis.touched = True
                canvas.fit_run(canvas.run)
            case key.Key_Space:
                canvas.toggle_wanted.emit()
            case key.Key_L:
                canvas.loop_wanted.emit()
            case key.Key_Escape if canvas.selection is not None or canvas.cursor_sample is not None:
                canvas.select(None)
                canvas.mark(None)
                canvas.set_cursor(None)
            case _:
                return False
        canvas.changed_view()
        return True

    def _arrow_key(self, event: QKeyEvent, way: int) -> None:
        canvas = self._canvas
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            sample = canvas.cursor_sample if canvas.cursor_sample is not None else 0
            found = step(canvas.arrows, canvas.marked, sample, way)
            if found is not None:
                canvas.mark(found.seq, told=True)
            return
        here = canvas.cursor_sample
        if here is None:
            here = round(canvas.axis.start + canvas.axis.span / 2)
        target = here + way * round(MOVE * canvas.axis.span)
        self._put_cursor(min(max(0, target), canvas.axis.end), select=_shift(event))

    def _put_cursor(self, sample: int, *, select: bool) -> None:
        canvas = self._canvas
        if select:
            here = canvas.cursor_sample or 0
            start, end = canvas.selection or (here, here)
            fixed = end if here == start and start != end else start
            canvas.select((fixed, sample))
        canvas.mark(None)
        canvas.set_cursor(sample)
        canvas.axis.reveal(sample)

    def _focus_x(self) -> float:
        """Zoom about the cursor, where it is in sight, else about the middle."""
        canvas = self._canvas
        if canvas.cursor_sample is not None:
            x = canvas.axis.x(canvas.cursor_sample)
            if 0 <= x <= canvas.axis.width:
                return x
        return canvas.axis.width / 2


def _shift(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
