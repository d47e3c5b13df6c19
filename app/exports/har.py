"""Exchanges as an HTTP archive (HAR 1.2), which browsers and many tools open.

Of a bot's request is measured how long it came in (``send``), was decided (``wait``) and its answer
went out (``receive``); of what goes to a bot, how long the answer came in. What was not measured is
part of ``wait``, and a comment says so: these three may not be negative. A call is a page.
Members that begin with an underscore are our own, as HAR allows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from typing import Any, TextIO
from urllib.parse import parse_qsl, urlsplit

from app import __version__
from app.exports.left_out import left_out
from app.exports.progress import Progress, go_on, reported
from app.exports.redaction import redact_exchange, redact_text
from app.runtime.records import HttpExchange, Record
from app.runtime.saved_calls import SavedCall

Headers = tuple[tuple[str, str], ...]


def write_har(
    calls: Sequence[SavedCall],
    out: TextIO,
    *,
    secrets: bool = False,
    progress: Progress = go_on,
    others: Sequence[Record] = (),
) -> None:
    """Write the exchanges of ``calls``, and ``others`` that belong to none, to ``out``.

    Secrets are redacted unless ``secrets``. Written piece by piece; any thread. Raises Cancelled.
    """
    exchanges = sorted(
        (
            (record.exchange, record)
            for records in (*(call.records for call in calls), others)
            for record in records
            if record.exchange is not None
        ),
        key=lambda found: found[0].started,
    )
    comment = "Left out: " + " ".join(
        left_out(calls, secrets=secrets, audio=False, events=False, others=others)
    )
    head = {
        "version": "1.2",
        "creator": {"name": "callsim", "version": __version__},
        "pages": [_page(call, secrets=secrets) for call in calls],
        "comment": comment,
    }
    pages = {call.info.id for call in calls}
    out.write('{"log": ' + json.dumps(head, ensure_ascii=False)[:-1] + ', "entries": [')
    for number, entry in enumerate(_entries(exchanges, pages, progress, secrets=secrets)):
        out.write(",\n" if number else "\n")
        out.write(entry)
    out.write("\n]}}\n")


def har_entry(exchange: HttpExchange, record: Record, page: str | None) -> dict[str, Any]:
    """Return one exchange as HAR has it, as it is."""
    milliseconds = _milliseconds(exchange.seconds)
    entry: dict[str, Any] = {
        "startedDateTime": exchange.started.isoformat(timespec="milliseconds"),
        "time": milliseconds,
        "request": _request(exchange),
        "response": _response(exchange),
        "cache": {},
        "timings": _timings(exchange, milliseconds),
        "_kind": exchange.kind,
        "_direction": exchange.direction,
        "_attempt": exchange.attempt,
        "_seq": record.seq,
    }
    if page is not None:
        entry["pageref"] = page
    if record.operation_id is not None:
        entry["_operationId"] = record.operation_id
    if exchange.error is not None:
        entry["_error"] = exchange.error
    return entry


def _timings(exchange: HttpExchange, milliseconds: float) -> dict[str, Any]:
    send = min(_milliseconds(exchange.request_seconds or 0), milliseconds)
    receive = min(_milliseconds(exchange.response_seconds or 0), milliseconds - send)
    timings: dict[str, Any] = {
        "blocked": -1,
        "dns": -1,
        "connect": -1,
        "send": send,
        "wait": round(milliseconds - send - receive, 3),
        "receive": round(receive, 3),
        "ssl": -1,
    }
    merged = [
        name
        for name, known in (
            ("connect", exchange.direction == "in"),
            ("send", exchange.request_seconds is not None),
            ("receive", exchange.response_seconds is not None),
        )
        if not known
    ]
    if merged:
        timings["comment"] = f"Not measured by itself, and part of 'wait': {', '.join(merged)}."
    return timings


def _milliseconds(seconds: float) -> float:
    return max(0.0, round(seconds * 1000, 3))


def _entries(
    exchanges: Sequence[tuple[HttpExchange, Record]],
    pages: set[str],
    progress: Progress,
    *,
    secrets: bool,
) -> Iterator[str]:
    for exchange, record in reported(exchanges, len(exchanges), progress):
        whole = exchange.whole()
        shown = whole if secrets else redact_exchange(whole)
        page = record.call_id if record.call_id in pages else None
        yield json.dumps(har_entry(shown, record, page), ensure_ascii=False)


def _page(call: SavedCall, *, secrets: bool) -> dict[str, Any]:
    title = f"Call of {call.info.started.isoformat(timespec='seconds')} to {call.info.bot_url}"
    return {
        "startedDateTime": call.info.started.isoformat(timespec="milliseconds"),
        "id": call.info.id,
        "title": title if secrets else redact_text(title),
        "pageTimings": {"onContentLoad": -1, "onLoad": -1},
    }


def _request(exchange: HttpExchange) -> dict[str, Any]:
    body = exchange.request_body
    request: dict[str, Any] = {
        "method": exchange.method,
        "url": exchange.url,
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _headers(exchange.request_headers),
        "queryString": _query(exchange.url),
        "headersSize": -1,
        "bodySize": _size(exchange.request_headers, body),
    }
    if body:
        kind = _header(exchange.request_headers, "content-type")
        request["postData"] = {"mimeType": kind, "text": body}
    return request


def _response(exchange: HttpExchange) -> dict[str, Any]:
    status = exchange.status or 0
    body, headers = exchange.response_body, exchange.response_headers
    kind = _header(headers, "content-type") or "x-unknown"
    response: dict[str, Any] = {
        "status": status,
        "statusText": _reason(status),
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _headers(headers),
        "content": {"size": max(0, _size(headers, body)), "mimeType": kind},
        "redirectURL": _header(headers, "location"),
        "headersSize": -1,
        "bodySize": _size(headers, body) if status else -1,
    }
    if body:
        response["content"]["text"] = body
    if exchange.error is not None:
        response["comment"] = exchange.error
    return response


def _headers(headers: Headers) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in headers]


def _header(headers: Headers, wanted: str) -> str:
    return next((value for name, value in headers if name.lower() == wanted), "")


def _query(url: str) -> list[dict[str, str]]:
    if "?" not in url:
        return []
    try:
        pairs = parse_qsl(urlsplit(url).query, keep_blank_values=True)
    except ValueError:
        return []
    return [{"name": name, "value": value} for name, value in pairs]


def _size(headers: Headers, body: str) -> int:
    """Return the bytes of a body on the wire: what is kept may be a note, cut, or redacted."""
    said = _header(headers, "content-length")
    return int(said) if said.isascii() and said.isdigit() else len(body.encode())


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
