"""The Timing tab: when it happened, what it waited for, how long it took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.engine.timebase import to_samples
from app.runtime.records import HttpExchange, Record
from app.ui import fonts
from app.ui.accessible import set_role
from app.ui.inspector import formats
from app.ui.inspector.facts import Facts
from app.ui.theme import SPACE, tokens


@dataclass(frozen=True, slots=True)
class Stretch:
    """A bar: ``start`` and ``seconds`` after the first moment shown."""

    name: str
    start: float
    seconds: float
    waiting: bool


class TimingView(QScrollArea):
    """GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Timing"))
        set_role(self, QAccessible.Role.Grouping)
        page = QWidget(self)
        self.facts = Facts(page)
        self.bars = _Bars(page)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, SPACE + SPACE // 2, SPACE, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.bars)
        layout.addWidget(self.facts)
        layout.addStretch(1)
        self.setWidget(page)
        page.setAutoFillBackground(False)  # the card shines through
        self.viewport().setAutoFillBackground(False)

    def show_record(
        self, record: Record, call_created: datetime | None, trigger: Record | None
    ) -> None:
        """Show the times of ``record``; ``trigger`` is the event that a webhook tells about."""
        exchange = record.exchange
        if exchange is None:
            self.bars.show_stretches([])
            self.facts.show_facts(self._event_facts(record, call_created))
            return
        stretches = []
        waited = 0.0
        if trigger is not None:
            waited = max(0.0, (exchange.started - trigger.at).total_seconds())
            stretches.append(Stretch(self.tr("Until it was sent"), 0.0, waited, waiting=True))
        stretches += self._parts(exchange, waited)
        self.bars.show_stretches(stretches)
        ended = exchange.started + timedelta(seconds=exchange.seconds)
        facts = [
            (self.tr("Started"), self._moment(exchange.started, call_created)),
            (self.tr("Ended"), self._moment(ended, call_created)),
        ]
        if trigger is not None:
            words = self.tr("{wait} after no. {n} ({kind})")
            after = words.format(wait=formats.duration(waited), n=trigger.seq, kind=trigger.kind)
            facts.append((self.tr("Sent"), after))
        if exchange.kind == "webhook":
            facts.append((self.tr("Attempt"), str(exchange.attempt)))
        self.facts.show_facts(facts)

    def _parts(self, exchange: HttpExchange, start: float) -> list[Stretch]:
        """Return the bars of an exchange: those parts of it that were measured."""
        before, after = exchange.request_seconds or 0.0, exchange.response_seconds or 0.0
        between = max(0.0, exchange.seconds - before - after)
        name = self.tr("Until the answer") if exchange.status else self.tr("Until it failed")
        parts = [
            (self.tr("Request came in"), before, exchange.request_seconds is not None),
            (name, between, True),
            (self.tr("Answer went out"), after, exchange.response_seconds is not None),
        ]
        if exchange.direction == "out":
            parts[2] = (self.tr("Answer came in"), *parts[2][1:])
        stretches = []
        for words, seconds, measured in parts:
            if measured:
                stretches.append(Stretch(words, start, seconds, waiting=False))
            start += seconds
        return stretches

    def _event_facts(self, record: Record, call_created: datetime | None) -> list[tuple[str, str]]:
        facts = [(self.tr("Recorded"), self._moment(record.at, call_created))]
        if record.seconds is None:
            return facts
        words = self.tr("{seconds:.4f} s, sample {sample} at 16 kHz")
        sample = f"{to_samples(record.seconds):,}"
        facts.append((self.tr("Call's audio"), words.format(seconds=record.seconds, sample=sample)))
        known = record.data.get("knownAt")
        if isinstance(known, float | int):
            delay = formats.duration(known - record.seconds)
            text = self.tr("{delay} later, at {seconds:.4f} s").format(delay=delay, seconds=known)
            facts.append((self.tr("Decided"), text))
        return facts

    def _moment(self, at: datetime, call_created: datetime | None) -> str:
        if call_created is None:
            return formats.clock_time(at)
        in_call = formats.call_time((at - call_created).total_seconds())
        words = self.tr("{time} of the call, at {clock}")
        return words.format(time=in_call, clock=formats.clock_time(at))


class _Bars(QWidget):
    """One bar for each stretch, on a common scale."""

    LINE = 24

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stretches: list[Stretch] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, QAccessible.Role.Chart)

    def show_stretches(self, stretches: list[Stretch]) -> None:
        self._stretches = stretches
        self.setVisible(bool(stretches))
        self.setAccessibleName(self.tr("Durations"))
        self.setAccessibleDescription(
            ", ".join(f"{s.name}: {formats.duration(s.seconds)}" for s in stretches)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.LINE * len(self._stretches))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.LINE * len(self._stretches))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = fonts.ui(fonts.SMALL, tabular=True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        names = max((metrics.horizontalAdvance(s.name) for s in self._stretches), default=0)
        figures = max(
            (metrics.horizontalAdvance(formats.duration(s.seconds)) for s in self._stretches),
            default=0,
        )
        left = names + 2 * SPACE
        width = max(20, self.width() - left - figures - 2 * SPACE)
        whole = max((s.start + s.seconds for s in self._stretches), default=0.0) or 1.0
        for number, stretch in enumerate(self._stretches):
            line = QRectF(0, number * self.LINE, self.width(), self.LINE)
            painter.setPen(t.muted)
            vertical = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, vertical | Qt.AlignmentFlag.AlignLeft, stretch.name)
            painter.setPen(t.text)
            painter.drawText(
                line, vertical | Qt.AlignmentFlag.AlignRight, formats.duration(stretch.seconds)
            )
            painter.setPen(Qt.PenStyle.NoPen)
            bar = QRectF(left, line.center().y() - 4, width, 8)
            painter.setBrush(t.track)
            painter.drawRoundedRect(bar, 4, 4)
            bar.setLeft(left + width * stretch.start / whole)
            bar.setWidth(max(4.0, width * stretch.seconds / whole))
            painter.setBrush(t.warn if stretch.waiting else t.accent)
            painter.drawRoundedRect(bar, 4, 4)
