"""A canvas that shows a finished call."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.engine.commands import HangUp, PressTone
from app.ui import theme
from app.ui.timeline.canvas import TimelineCanvas
from app.ui.timeline.trace import Trace
from tests.helpers.inspected import request, wire
from tests.helpers.playbook import concatenate
from tests.helpers.told_call import Told

SIZE = (900, 320)


def told_call() -> Told:
    """Return a call: recordResponse at 1 s, speech 2 s..3 s, key 5 at 3.5 s, # at 4 s."""
    call = Told()
    call.history.add_exchange(wire(11, request(after=1.0, seconds=0.004)))
    call.records(stopTones=["#"], playBeep=True)
    call.hears(concatenate([("silence", 1), ("speech", 1), ("silence", 0.5)]))
    call.does(PressTone("5"))
    call.hears(concatenate([("silence", 0.5)]))
    call.does(PressTone("#"))
    call.hears(concatenate([("silence", 2)]))
    call.history.add_exchange(wire(12, request(after=5.0, status=500, seconds=0.3)))
    call.does(HangUp())
    return call


def shown_call(qapp: QApplication, call: Told | None = None) -> TimelineCanvas:
    """Return a canvas with that call, not shown on the screen."""
    theme.apply_theme(qapp, "light")
    canvas = TimelineCanvas()
    canvas.resize(*SIZE)
    canvas.show_trace((call or told_call()).trace(Trace("call")), live=False)
    canvas.fit()
    return canvas
