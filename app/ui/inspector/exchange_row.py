"""An HTTP exchange as a line of the list."""

from __future__ import annotations

from http import HTTPStatus

from PySide6.QtCore import QCoreApplication

from app.graph.catalogue import profile_of
from app.graph.endpoint import Endpoint, read_endpoint
from app.graph.errors import GraphError
from app.graph.payload import read_object
from app.graph.requests import parse_record_response
from app.runtime.records import HttpExchange, Record
from app.ui.inspector import formats
from app.ui.inspector.row import Category, Level, Row, sought
from app.ui.inspector.wire import (
    read_audio_note,
    read_failure,
    read_notification,
    short_ids,
)

translate = QCoreApplication.translate


def status_words(status: int) -> str:
    """Return a status with its phrase: ``404 Not Found``."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def exchange_row(record: Record, exchange: HttpExchange, time: str) -> Row:
    """Return the line for ``exchange``, the one of ``record``; ``time`` is printed as it is."""
    endpoint = read_endpoint(exchange.url)
    if exchange.kind == "webhook":
        name, summary = _webhook(exchange)
    else:
        name, summary = _request_name(exchange, endpoint), _request_summary(exchange, endpoint)
    category = Category.WEBHOOK if exchange.kind == "webhook" else Category.API
    if exchange.error is not None:
        summary = exchange.error
    badge = (
        translate("InspectorRow", "No answer") if exchange.status is None else str(exchange.status)
    )
    return Row(
        record=record,
        category=category,
        time=time,
        direction=exchange.direction,
        verb=exchange.method,
        name=name,
        summary=summary,
        badge=badge,
        level=exchange_level(exchange),
        duration=formats.duration(exchange.seconds),
        sought=sought(record, exchange.method, exchange.url, name, summary, badge),
        size=_size(exchange),
    )


def exchange_level(exchange: HttpExchange) -> Level:
    """Return how an exchange went."""
    if exchange.error is not None or exchange.status is None or exchange.status >= 400:
        return Level.ERROR
    return Level.OK if exchange.status < 300 else Level.WARNING


def _size(exchange: HttpExchange) -> str:
    """Return how much both bodies are; audio, which is not kept, counts too."""
    count = 0
    sides = (
        (exchange.request_body, exchange.long_request),
        (exchange.response_body, exchange.long_response),
    )
    for body, long in sides:
        if long is not None:
            count += long.characters
            continue
        note = read_audio_note(body) if body.startswith("[") else None
        if note is not None:
            count += note.size
        else:
            count += len(body) if body.isascii() else len(body.encode("utf-8", "replace"))
    return formats.short_size(count) if count else ""


def _request_name(exchange: HttpExchange, endpoint: Endpoint) -> str:
    if exchange.kind == "prompt":
        return translate("InspectorRow", "prompt")
    if exchange.kind == "download":
        return translate("InspectorRow", "recording")
    return short_ids(endpoint.name)


def _request_summary(exchange: HttpExchange, endpoint: Endpoint) -> str:
    failure = read_failure(exchange.response_body)
    if failure is not None:
        return f"{failure.code} · {failure.message}"
    if endpoint.name in ("recordResponse", "record") and (limits := _limits(exchange, endpoint)):
        return limits
    return short_ids(exchange.url if exchange.direction == "out" else endpoint.path)


def _limits(exchange: HttpExchange, endpoint: Endpoint) -> str:
    """Return what a recordResponse waits for, short."""
    profile = profile_of(endpoint.generation)
    try:
        wanted = parse_record_response(read_object(exchange.request_body.encode()), profile)
    except (GraphError, UnicodeError):
        return ""
    words = translate("InspectorRow", "silence {initial} s · pause {pause} s · at most {most} s")
    text = words.format(
        initial=wanted.initial_silence, pause=wanted.max_silence, most=wanted.max_duration
    )
    return f"{text} · {' '.join(wanted.stop_tones)}" if wanted.stop_tones else text


def _webhook(exchange: HttpExchange) -> tuple[str, str]:
    told = read_notification(exchange.request_body)
    if told is None:
        return translate("InspectorRow", "notification"), exchange.url
    if told.resource == "call":
        name = translate("InspectorRow", "call {state}").format(state=told.state)
        if told.media_active:
            name = translate("InspectorRow", "call audio active")
    else:
        name = translate("InspectorRow", "operation {state}").format(state=told.state)
    summary = exchange.url
    if told.code is not None:
        summary = f"{told.code}/{told.subcode} · {told.message}"
    if exchange.attempt > 1:
        again = translate("InspectorRow", "attempt {n}").format(n=exchange.attempt)
        summary = f"{again} · {summary}"
    return name, summary
