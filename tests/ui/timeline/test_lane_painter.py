"""The lanes as pictures: what is where, and never by colour alone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication

from app.engine.states import Phase
from app.ui.theme import DARK, LIGHT
from app.ui.timeline.canvas import TimelineCanvas
from app.ui.timeline.colors import phase_ground
from app.ui.timeline.lane_painter import PHASE_ICONS
from app.ui.timeline.layout import Lane
from tests.helpers.pictures import has, picture_of
from tests.helpers.playbook import concatenate
from tests.helpers.shown_call import shown_call
from tests.helpers.told_call import Told


def row(canvas: TimelineCanvas, lane: Lane, start: int, end: int) -> QRect:
    """The part of a lane between two samples."""
    place = canvas.layout_now().rows[lane]
    left, right = int(canvas.pixel(start)), int(canvas.pixel(end))
    return QRect(left, int(place.top), max(1, right - left), int(place.height))


def test_each_lane_shows_its_own(qapp: QApplication) -> None:
    canvas = shown_call(qapp)
    image: QImage = picture_of(canvas)
    (run,) = canvas.lanes.runs
    assert run.recording is not None and run.end is not None and run.beep is not None
    five, hash_key = canvas.lanes.keys
    assert has(image, LIGHT.tone, row(canvas, "keys", five.sample, five.sample + 3_000))
    assert has(image, LIGHT.tone, row(canvas, "keys", hash_key.sample, hash_key.sample + 3_000))
    start, stop = run.turns[0][0] + 1_000, run.turns[0][0] + 9_000
    assert has(image, phase_ground(Phase.SPEAKING, LIGHT), row(canvas, "phases", start, stop))
    grey = LIGHT.outline
    assert has(image, grey, row(canvas, "max_duration", run.recording, run.end))
    assert not has(image, grey, row(canvas, "max_duration", run.end + 20_000, run.end + 30_000))
    refused = canvas.arrows[1]
    assert has(image, LIGHT.error, row(canvas, "in", refused.start - 1_000, refused.end + 1_000))


def test_the_timer_that_won_stands_out(qapp: QApplication) -> None:
    call = Told()
    call.records(initialSilenceTimeoutInSeconds=2)
    call.hears(concatenate([("silence", 4)]))
    canvas = shown_call(qapp, call)
    image = picture_of(canvas)
    (run,) = canvas.lanes.runs
    assert run.recording is not None and run.end is not None
    won = row(canvas, "initial_silence", run.recording, run.end)
    assert has(image, LIGHT.alert, won)
    assert not has(image, LIGHT.alert, row(canvas, "max_duration", run.recording, run.end))
    name = QRect(0, won.top(), 20, won.height())
    assert has(image, LIGHT.alert, name), "the flag beside its name"


def test_every_phase_has_an_icon_and_a_ground_of_its_own() -> None:
    phases = [phase for phase in Phase if phase is not Phase.ENDED]
    assert set(PHASE_ICONS) == set(phases)
    assert len(set(PHASE_ICONS.values())) == len(phases)
    for t in (LIGHT, DARK):
        assert len({phase_ground(phase, t).name() for phase in phases}) == len(phases)


def test_a_part_is_painted_as_in_the_whole(qapp: QApplication) -> None:
    """Two exchanges that lie on top of each other: the end of a live call is painted alone."""
    canvas = shown_call(qapp)
    first = canvas.arrows[0]
    near = replace(first, seq=first.seq + 1, start=first.start + 20, end=first.end + 20)
    canvas.arrows = [first, near]
    whole = picture_of(canvas)
    part = QRect(int(canvas.pixel(first.start)) + 40, 0, 60, canvas.height())
    image = QImage(canvas.size(), QImage.Format.Format_RGB32)
    canvas.render(image, part.topLeft(), QRegion(part))
    assert image.copy(part) == whole.copy(part).convertToFormat(image.format())


def test_words_at_the_right_edge_are_whole(qapp: QApplication) -> None:
    call = Told()
    call.records(initialSilenceTimeoutInSeconds=2)
    call.hears(concatenate([("silence", 2.1)]))
    canvas = shown_call(qapp, call)
    canvas.resize(500, 320)
    canvas.fit()
    (run,) = canvas.lanes.runs
    assert run.end is not None
    image, edge = picture_of(canvas), int(canvas.layout_now().right)
    lane = row(canvas, "initial_silence", 0, 0)
    left, right = int(canvas.pixel(run.end)) + 3, int(canvas.pixel(run.end)) - 90
    beyond = QRect(left, lane.top(), edge - left, lane.height())
    assert edge - left < 40 and not has(image, LIGHT.text, beyond)
    assert has(image, LIGHT.text, QRect(right, lane.top(), 80, lane.height()))
