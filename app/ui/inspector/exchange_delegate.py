"""Paints a row of the list: nothing but text, an arrow and a badge, so that any length scrolls."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.ui import fonts
from app.ui.icons import draw_icon
from app.ui.inspector.exchange_filter import ExchangeFilter
from app.ui.inspector.exchange_model import Column
from app.ui.inspector.row import Level, Row
from app.ui.theme import Tokens, blend, tokens

ROW_HEIGHT: Final = 28
PADDING: Final = 8
ARROW: Final = 12
BADGE_HEIGHT: Final = 18
GAP: Final = 6
PIN: Final = 11
SHORTEST: Final = 40
"""Pixels below which a cut summary would say nothing."""

EVENT_ICONS: Final = {
    "callCreated": ("phone-outgoing-fill", "accent"),
    "callStateChanged": ("phone-call-fill", "muted"),
    "mediaActivated": ("activity", "muted"),
    "operationQueued": ("queue", "muted"),
    "promptStarted": ("speaker-high-fill", "prompt"),
    "promptEnded": ("speaker-high", "prompt"),
    "beepStarted": ("bell-fill", "prompt"),
    "recordingStarted": ("record-fill", "error"),
    "speechStarted": ("chat-teardrop-text-fill", "speech"),
    "speechEnded": ("chat-teardrop", "speech"),
    "toneReceived": ("dots-nine", "tone"),
    "ended": ("flag-fill", "muted"),
    "warning": ("warning-fill", "warn"),
    "muted": ("microphone-slash-fill", "muted"),
    "unmuted": ("microphone-fill", "muted"),
    "recordingDiscarded": ("trash", "muted"),
}
"""Icon and colour token of each kind of event; the name beside it says the same in words."""
OTHER_EVENT: Final = ("circle-fill", "muted")


def badge_colors(level: Level) -> tuple[QColor, QColor]:
    """Return text and ground of a badge."""
    t = tokens()
    return {
        Level.OK: (t.ok, t.ok_soft),
        Level.INFO: (t.accent, t.accent_soft),
        Level.WARNING: (t.warn, t.warn_soft),
        Level.ERROR: (t.error, t.error_soft),
        Level.NEUTRAL: (t.muted, t.raised),
    }[level]


class ExchangeDelegate(QStyledItemDelegate):
    """For views over an :class:`ExchangeFilter`. GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plain = fonts.ui(fonts.SMALL)
        self._bold = fonts.ui(fonts.SMALL, bold=True)
        self._digits = fonts.ui(fonts.SMALL, tabular=True)
        self._badge = fonts.ui(11, bold=True, tabular=True)
        # Made once: a list in motion paints some thousand cells a second.
        self._metrics = {
            font.key(): QFontMetrics(font)
            for font in (self._plain, self._bold, self._digits, self._badge)
        }

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = cast(ExchangeFilter, index.model()).row(index.row())
        t = tokens()
        rect = option.rect
        state = option.state
        painter.save()
        self._ground(painter, rect, state, row, t, first=index.column() == 0)
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        match Column(index.column()):
            case Column.TIME:
                self._text(painter, inner, row.time, t.muted, self._digits)
                if cast(ExchangeFilter, index.model()).is_pinned(row):
                    place = QRectF(rect.right() - PIN - 2, rect.center().y() - PIN / 2, PIN, PIN)
                    draw_icon(painter, place, "push-pin-fill", t.accent)
            case Column.DIRECTION:
                self._direction(painter, inner, row, t)
            case Column.NAME:
                view = option.widget
                behind = isinstance(view, QTableView) and view.isColumnHidden(Column.SUMMARY)
                self._name(painter, inner, row, t, with_summary=behind)
            case Column.SUMMARY:
                self._summary(painter, inner, row, t)
            case Column.STATUS:
                self._status(painter, inner, row)
            case Column.DURATION:
                right = Qt.AlignmentFlag.AlignRight
                self._text(painter, inner, row.duration, t.muted, self._digits, right)
            case Column.SIZE:
                right = Qt.AlignmentFlag.AlignRight
                self._text(painter, inner, row.size, t.muted, self._digits, right)
            case Column.CALL | Column.OPERATION:
                self._text(painter, inner, index.data(), t.muted, self._digits)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        rect: QRect,
        state: QStyle.StateFlag,
        row: Row,
        t: Tokens,
        *,
        first: bool,
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, t.accent_soft)
        elif row.record.exchange is not None and row.record.exchange.status is None:
            painter.fillRect(rect, t.error_soft)
        elif row.opens_call:
            painter.fillRect(rect, t.raised)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, blend(t.hover, t.card, 0.5))
        if row.opens_call:
            painter.fillRect(rect.x(), rect.y(), rect.width(), 1, t.border)
        if first and row.level in (Level.ERROR, Level.WARNING):
            edge = t.error if row.level is Level.ERROR else t.warn
            painter.fillRect(rect.x(), rect.y() + 4, 3, rect.height() - 8, edge)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        color: QColor,
        font: QFont,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> int:
        """Draw ``text``, cut to fit; return the width that it took."""
        metrics = self._metrics[font.key()]
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _direction(self, painter: QPainter, rect: QRect, row: Row, t: Tokens) -> None:
        place = QRectF(rect.x(), rect.center().y() - ARROW / 2 + 1, ARROW, ARROW)
        if not row.direction:
            name, role = EVENT_ICONS.get(row.record.kind, OTHER_EVENT)
            draw_icon(painter, place, name, getattr(t, role))
            return
        out = row.direction == "out"
        color = t.prompt if out else t.speech
        draw_icon(painter, place, "arrow-fat-up-fill" if out else "arrow-fat-down-fill", color)
        if rect.width() > 3 * ARROW:
            label = self.tr("out") if out else self.tr("in")
            rest = rect.adjusted(ARROW + 4, 0, PADDING, 0)
            self._text(painter, rest, label, t.muted, self._plain)

    def _name(
        self, painter: QPainter, rect: QRect, row: Row, t: Tokens, *, with_summary: bool
    ) -> None:
        taken = 0
        if row.verb:
            taken = self._text(painter, rect, row.verb, t.muted, self._plain) + GAP
        bold = bool(row.verb) or row.opens_call or bool(row.badge)
        rest = rect.adjusted(taken, 0, 0, 0)
        font = self._bold if bold else self._plain
        taken = self._text(painter, rest, row.name, t.text, font) + 2 * GAP
        rest = rest.adjusted(taken, 0, 0, 0)
        if with_summary and rest.width() > SHORTEST:
            self._summary(painter, rest, row, t)

    def _summary(self, painter: QPainter, rect: QRect, row: Row, t: Tokens) -> None:
        color = t.error if row.level is Level.ERROR else t.muted
        self._text(painter, rect, row.summary, color, self._plain)

    def _status(self, painter: QPainter, rect: QRect, row: Row) -> None:
        if not row.badge:
            return
        color, ground = badge_colors(row.level)
        metrics = self._metrics[self._badge.key()]
        width = min(rect.width() + PADDING, metrics.horizontalAdvance(row.badge) + 14)
        pill = QRectF(rect.x(), rect.center().y() + 1 - BADGE_HEIGHT / 2, width, BADGE_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(blend(color, ground, 0.3))
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, BADGE_HEIGHT / 2, BADGE_HEIGHT / 2)
        painter.setFont(self._badge)
        painter.setPen(color)
        shown = metrics.elidedText(row.badge, Qt.TextElideMode.ElideRight, int(width - 10))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
