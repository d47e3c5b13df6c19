"""Events, records and snapshots as JSON: one vocabulary for the journal, the control plane, the
command line and exports."""

from __future__ import annotations

import re
from typing import Any, Final

from app.engine.events import (
    CallStateChanged,
    Event,
    OperationEnded,
    PromptEnded,
    PromptStarted,
    SpeechEnded,
    SpeechStarted,
    ToneReceived,
    ToneSent,
)
from app.engine.snapshot import OperationSnapshot
from app.engine.timebase import to_seconds
from app.runtime.calls import CallSnapshot
from app.runtime.records import HttpExchange, Record

TOKEN: Final = re.compile(r'("record(?:ing|Resource)AccessToken"\s*:\s*)"[^"]+"?')


def event_kind(event: Event) -> str:
    """Return the name of an event: its type in camel case, ``ended`` for an operation's end."""
    if isinstance(event, OperationEnded):
        return "ended"
    name = type(event).__name__
    return name[0].lower() + name[1:]


def event_data(event: Event) -> dict[str, Any]:
    """Return what an event says besides its time and operation."""
    match event:
        case CallStateChanged():
            return {"state": event.state.value}
        case PromptStarted() | PromptEnded():
            return {"index": event.index}
        case SpeechStarted() | SpeechEnded():
            return {"knownAt": to_seconds(event.known)}
        case ToneReceived():
            return {"tone": event.tone, "source": event.source}
        case ToneSent():
            return {"tone": event.tone or "flash"}
        case OperationEnded():
            outcome = event.outcome
            return {
                "status": outcome.status.value,
                "reason": outcome.reason,
                "code": outcome.code,
                "subcode": outcome.subcode,
                "message": outcome.message,
            }
        case _:
            return {}


def record_json(record: Record) -> dict[str, Any]:
    """Return a journal record for the control plane; credentials in it are redacted."""
    out: dict[str, Any] = {
        "seq": record.seq,
        "at": record.at.isoformat(timespec="milliseconds"),
        "kind": record.kind,
        "callId": record.call_id,
        "operationId": record.operation_id,
        "seconds": record.seconds,
        "data": record.data,
    }
    if record.exchange is not None:
        out["exchange"] = exchange_json(record.exchange)
    return out


def exchange_json(exchange: HttpExchange) -> dict[str, Any]:
    """Return an exchange; the Authorization header reads ``[redacted]``, and so do tokens."""
    return {
        "kind": exchange.kind,
        "direction": exchange.direction,
        "method": exchange.method,
        "url": exchange.url,
        "started": exchange.started.isoformat(timespec="milliseconds"),
        "durationSeconds": round(exchange.seconds, 6),
        "requestSeconds": _rounded(exchange.request_seconds),
        "responseSeconds": _rounded(exchange.response_seconds),
        "attempt": exchange.attempt,
        "request": {
            "headers": _headers(exchange.request_headers),
            "body": _redact(exchange.request_body),
        },
        "response": {
            "status": exchange.status,
            "headers": _headers(exchange.response_headers),
            "body": _redact(exchange.response_body),
        },
        "error": exchange.error,
    }


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 6)


def call_json(call: CallSnapshot) -> dict[str, Any]:
    """Return the snapshot of a call as the control plane shows it."""
    result = None
    if call.result is not None:
        code, subcode, message = call.result
        result = {"code": code, "subcode": subcode, "message": message}
    return {
        "id": call.id,
        "state": call.engine.state.value,
        "direction": call.direction,
        "caller": call.caller,
        "number": call.number,
        "botUrl": call.bot_url,
        "muted": call.engine.muted,
        "seconds": call.engine.seconds,
        "mediaActive": call.engine.media_active,
        "result": result,
        "operations": [_operation_json(operation) for operation in call.engine.operations],
        "downloads": [
            {
                "operationId": download.operation_id,
                "index": download.index,
                "bytes": download.received,
                "total": download.total,
            }
            for download in call.downloads
        ],
    }


def _operation_json(operation: OperationSnapshot) -> dict[str, Any]:
    return {
        "id": operation.id,
        "kind": operation.kind,
        "clientContext": operation.client_context,
        "status": operation.status.value,
        "phase": operation.phase.value,
        "reason": operation.outcome.reason if operation.outcome else None,
        "seconds": operation.seconds,
    }


def _headers(headers: tuple[tuple[str, str], ...]) -> list[list[str]]:
    hidden = ("authorization", "cookie", "set-cookie")
    return [[n, "[redacted]" if n.lower() in hidden else v] for n, v in headers]


def _redact(body: str) -> str:
    """Return a body without the tokens that fetch recordings."""
    return TOKEN.sub(r'\g<1>"[redacted]"', body)
