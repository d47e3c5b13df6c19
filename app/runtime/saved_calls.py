"""Calls as they outlive their run: what is known of one, and its records, to JSON and back.

Pure. What is read may come from another machine: nothing in it is trusted.
"""

from __future__ import annotations

import dataclasses
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, cast, get_args

from app import __version__
from app.runtime.describe import record_json
from app.runtime.ports import Audio
from app.runtime.records import Direction, ExchangeKind, HttpExchange, Record

Redact = Callable[[Record], Record]
"""Takes secrets out of a record."""

MOST_RECORDS: Final = 1_000_000
"""Of one call, as the journal at its largest."""

_LONG: Final = 1_000
"""Characters of a text that is shown in a line."""


class UnreadableCall(ValueError):
    """What was kept of a call cannot be understood; the message says where."""


@dataclass(frozen=True, slots=True)
class CallInfo:
    """A call in a line. ``ended`` is ``None`` where the end was not kept; ``reasons`` are those of
    its operations, in the order in which they ended; ``run`` names the run of the program."""

    id: str
    started: datetime
    ended: datetime | None = None
    direction: str = "incoming"
    caller: str = ""
    number: str = ""
    bot_url: str = ""
    reasons: tuple[str, ...] = ()
    records: int = 0
    run: str = ""

    @property
    def seconds(self) -> float | None:
        """How long it took, ``None`` where that is not known."""
        return None if self.ended is None else (self.ended - self.started).total_seconds()


@dataclass(frozen=True, slots=True)
class SavedCall:
    """A call with its records, and the settings and versions with which it was made.

    ``audio`` is what was recorded, by operation: never kept in a history, and in a case file only
    where somebody wanted it.
    """

    info: CallInfo
    records: tuple[Record, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    audio: Mapping[str, Audio] = field(default_factory=dict)


def with_record(info: CallInfo, record: Record) -> CallInfo:
    """Return what is known of a call once ``record`` is added to it."""
    data, count = record.data, info.records + 1
    match record.kind:
        case "callCreated":
            return dataclasses.replace(
                info,
                started=record.at,
                direction=_line(data.get("direction", "incoming")),
                caller=_line(data.get("caller", "")),
                number=_line(data.get("number", "")),
                bot_url=_line(data.get("botUrl", "")),
                records=count,
            )
        case "callStateChanged" if data.get("state") == "terminated":
            return dataclasses.replace(info, ended=record.at, records=count)
        case "ended":
            reasons = (*info.reasons, _line(data.get("reason", "")))
            return dataclasses.replace(info, reasons=reasons, records=count)
    return dataclasses.replace(info, records=count)


def saved_call(
    records: Iterable[Record],
    settings: Mapping[str, Any] | None = None,
    versions: Mapping[str, str] | None = None,
    audio: Mapping[str, Audio] | None = None,
) -> SavedCall:
    """Return a call of this run from its records (at least one), oldest first."""
    kept = tuple(records)
    info = CallInfo(kept[0].call_id or "", kept[0].at)
    for record in kept:
        info = with_record(info, record)
    return SavedCall(info, kept, settings or {}, versions or own_versions(), audio or {})


def own_versions(detector: str = "") -> dict[str, str]:
    """Return the versions that belong into a saved call, and the speech detector's name."""
    versions = {"callsim": __version__, "python": platform.python_version()}
    return versions | {"detector": detector} if detector else versions


def redacted_head(call: SavedCall, redact: Redact) -> SavedCall:
    """Return ``call`` with no secrets in what is known of it; its records stay as they are."""
    info = call.info
    known = {"number": info.number, "botUrl": info.bot_url, "caller": info.caller}
    shown = _clean(info, known, redact)
    info = dataclasses.replace(
        info, number=shown["number"], bot_url=shown["botUrl"], caller=shown["caller"]
    )
    settings = _clean(info, dict(call.settings), redact)
    return dataclasses.replace(call, info=info, settings=settings)


def redacted(call: SavedCall, redact: Redact) -> SavedCall:
    """Return ``call`` without secrets; its audio stays, which somebody asked for."""
    records = tuple(redact(record.whole()) for record in call.records)
    return dataclasses.replace(redacted_head(call, redact), records=records)


def _clean(info: CallInfo, members: dict[str, Any], redact: Redact) -> dict[str, Any]:
    return redact(Record(0, info.started, "info", None, None, None, members)).data


def info_json(info: CallInfo) -> dict[str, Any]:
    """Return what is known of a call for a file."""
    return {
        "id": info.id,
        "started": info.started.isoformat(timespec="milliseconds"),
        "ended": None if info.ended is None else info.ended.isoformat(timespec="milliseconds"),
        "direction": info.direction,
        "caller": info.caller,
        "number": info.number,
        "botUrl": info.bot_url,
        "reasons": list(info.reasons),
        "records": info.records,
    }


def read_info(value: Any) -> CallInfo:
    """Return what :func:`info_json` wrote. Raises UnreadableCall."""
    members = _object(value, "call")
    ended = members.get("ended")
    return CallInfo(
        id=_line(members.get("id", "")),
        started=_moment(members.get("started"), "started"),
        ended=None if ended is None else _moment(ended, "ended"),
        direction=_line(members.get("direction", "incoming")),
        caller=_line(members.get("caller", "")),
        number=_line(members.get("number", "")),
        bot_url=_line(members.get("botUrl", "")),
        reasons=tuple(_line(reason) for reason in _list(members.get("reasons", []), "reasons")),
        records=int(_number(members.get("records", 0), "records")),
    )


def read_record(value: Any) -> Record:
    """Return the record that ``describe.record_json`` wrote. Raises UnreadableCall."""
    members = _object(value, "record")
    exchange = members.get("exchange")
    seconds = members.get("seconds")
    return Record(
        int(_number(members.get("seq"), "seq")),
        _moment(members.get("at"), "at"),
        _text(members.get("kind"), "kind"),
        _optional(members.get("callId"), "callId"),
        _optional(members.get("operationId"), "operationId"),
        _seconds(seconds, "seconds"),
        _object(members.get("data", {}), "data"),
        None if exchange is None else _read_exchange(_object(exchange, "exchange")),
    )


def _read_exchange(members: dict[str, Any]) -> HttpExchange:
    request = _object(members.get("request", {}), "request")
    response = _object(members.get("response", {}), "response")
    status = response.get("status")
    kind, direction = members.get("kind"), members.get("direction")
    if kind not in get_args(ExchangeKind) or direction not in get_args(Direction):
        raise UnreadableCall(f"no exchange is of the kind {str(kind)[:40]!r}")
    return HttpExchange(
        kind=cast(ExchangeKind, kind),
        direction=cast(Direction, direction),
        method=_text(members.get("method"), "method"),
        url=_text(members.get("url"), "url"),
        started=_moment(members.get("started"), "started"),
        seconds=_duration(members.get("durationSeconds"), "durationSeconds"),
        request_headers=_headers(request.get("headers", [])),
        request_body=_text(request.get("body", ""), "body"),
        status=None if status is None else int(_number(status, "status")),
        response_headers=_headers(response.get("headers", [])),
        response_body=_text(response.get("body", ""), "body"),
        error=_optional(members.get("error"), "error"),
        attempt=int(_number(members.get("attempt", 1), "attempt")),
        request_seconds=_seconds(members.get("requestSeconds"), "requestSeconds"),
        response_seconds=_seconds(members.get("responseSeconds"), "responseSeconds"),
    )


def record_line(record: Record) -> dict[str, Any]:
    """Return ``record`` for a file: as for the control plane, but to the microsecond, and with
    secrets if it has them."""
    out = record_json(record)
    out["at"] = record.at.isoformat()
    exchange = record.exchange
    if exchange is not None:
        out["exchange"]["started"] = exchange.started.isoformat()
        # record_json hides what gives access; who wants that hidden redacts the record first.
        out["exchange"]["request"] = {
            "headers": [list(pair) for pair in exchange.request_headers],
            "body": exchange.request_body,
        }
        out["exchange"]["response"] = {
            "status": exchange.status,
            "headers": [list(pair) for pair in exchange.response_headers],
            "body": exchange.response_body,
        }
    return out


# -- what cannot be trusted ----------------------------------------------------------------------


def _moment(value: Any, name: str) -> datetime:
    try:
        at = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise UnreadableCall(f"'{name}' is no moment: {str(value)[:40]!r}") from None
    if not 1970 < at.year < 3000:  # Time zones and durations lead out of the calendar elsewhere.
        raise UnreadableCall(f"'{name}' is out of all bounds: {str(value)[:40]!r}")
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _object(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UnreadableCall(f"'{name}' is no object")
    return value


def _list(value: Any, name: str) -> Sequence[Any]:
    if not isinstance(value, list):
        raise UnreadableCall(f"'{name}' is no list")
    return value


def _number(value: Any, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UnreadableCall(f"'{name}' is no number")
    if not -1e12 < value < 1e12:
        raise UnreadableCall(f"'{name}' is out of all bounds")
    return value


def _seconds(value: Any, name: str) -> float | None:
    return None if value is None else _duration(value, name)


def _duration(value: Any, name: str) -> float:
    seconds = float(_number(value, name))
    if abs(seconds) > 1e9:
        raise UnreadableCall(f"'{name}' is out of all bounds")
    return seconds


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise UnreadableCall(f"'{name}' is no text")
    # Half a surrogate pair can be escaped in JSON, and no file or window can take it.
    return value.encode("utf-8", "replace").decode("utf-8")


def _optional(value: Any, name: str) -> str | None:
    return None if value is None else _text(value, name)


def _line(value: Any) -> str:
    return _text(value if isinstance(value, str) else str(value), "text")[:_LONG]


def _headers(value: Any) -> tuple[tuple[str, str], ...]:
    pairs = []
    for pair in _list(value, "headers"):
        if not (isinstance(pair, list) and len(pair) == 2):
            raise UnreadableCall("a header is no pair of name and value")
        pairs.append((_text(pair[0], "header"), _text(pair[1], "header")))
    return tuple(pairs)
