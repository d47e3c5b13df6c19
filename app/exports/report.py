"""A call as a report: one HTML file that needs nothing else and runs no script.

Everything in it is escaped, and its policy (CSP) lets a browser load nothing at all: what a bot
sent cannot do anything to who reads it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, TextIO

from app.exports.left_out import left_out
from app.exports.progress import Progress, go_on, reported
from app.exports.redaction import redact_record
from app.exports.report_style import STYLE
from app.exports.timeline_picture import timeline_svg
from app.runtime.recordings import encode_wav
from app.runtime.records import HttpExchange, Record
from app.runtime.saved_calls import SavedCall, redacted
from app.settings import SettingError, default_of

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; media-src data:"


def write_report(
    calls: Sequence[SavedCall],
    out: TextIO,
    *,
    secrets: bool = False,
    audio: bool = False,
    progress: Progress = go_on,
) -> None:
    """Write a report of ``calls`` to ``out``, with their ``audio`` where that is wanted.

    Secrets are redacted unless ``secrets``. Any thread. Raises Cancelled.
    """
    title = "Call report" if len(calls) == 1 else f"Report of {len(calls)} calls"
    out.write(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    )
    notes = left_out(calls, secrets=secrets, audio=audio)
    out.write("<section><h2>Left out</h2>\n<ul>")
    out.writelines(f"<li>{escape(note)}</li>" for note in notes)
    out.write("</ul></section>\n")
    for number, call in enumerate(calls):
        shown = call if secrets else redacted(call, redact_record)
        low, high = number / len(calls), (number + 1) / len(calls)
        out.writelines(_head(shown))
        if audio:
            out.writelines(_audio(shown))
        out.write("<section><h2>What happened</h2>\n")
        records = reported(shown.records, len(shown.records), progress, low=low, high=high)
        for record in records:
            out.write(_record(shown, record))
        out.write("</section>\n")
        out.writelines(_settings(shown))
        out.write("</article>\n")
    out.write("</body>\n</html>\n")


def _head(call: SavedCall) -> Iterator[str]:
    info = call.info
    seconds = f"{info.seconds:.1f} s" if info.seconds is not None else "its end was not kept"
    facts = [
        ("Began", info.started.isoformat(timespec="milliseconds")),
        ("Lasted", seconds),
        ("Number", info.number or "none"),
        ("Caller", info.caller),
        ("Bot", info.bot_url),
        ("Placed by", "the bot" if info.direction == "outgoing" else "the phone"),
        ("Operations ended", ", ".join(info.reasons) or "none"),
        ("Id", info.id),
        *((f"Made by {name}", version) for name, version in call.versions.items()),
    ]
    yield "<article>\n<section><h2>The call</h2>\n<dl>"
    for name, value in facts:
        yield f"<dt>{escape(name)}</dt><dd>{escape(str(value))}</dd>"
    yield f'</dl></section>\n<section><h2>Timeline</h2>\n<div class="picture">{timeline_svg(call)}'
    yield "</div></section>\n"


def _audio(call: SavedCall) -> Iterator[str]:
    if not call.audio:
        return
    yield "<section><h2>Recordings</h2>\n"
    for number, (operation, samples) in enumerate(call.audio.items(), start=1):
        data = base64.b64encode(encode_wav(samples)).decode("ascii")
        yield (
            f"<p>No. {number}, operation {escape(operation)}</p>"
            f'<audio controls src="data:audio/wav;base64,{data}"></audio>\n'
        )
    yield "</section>\n"


def _settings(call: SavedCall) -> Iterator[str]:
    changed = {name: value for name, value in call.settings.items() if not _usual(name, value)}
    yield "<section><h2>Settings other than the defaults</h2>\n<dl>"
    for name, value in changed.items():
        yield f"<dt>{escape(name)}</dt><dd>{escape(str(value))}</dd>"
    yield "</dl></section>\n" if changed else "</dl><p>None.</p></section>\n"


def _usual(name: str, value: object) -> bool:
    try:
        return default_of(name) == value
    except SettingError:
        return False


def _record(call: SavedCall, record: Record) -> str:
    after = record.seconds
    if after is None:
        began = record.exchange.started if record.exchange is not None else record.at
        after = (began - call.info.started).total_seconds()
    time = f'<span class="time">{after:9.3f} s</span>'
    if record.exchange is not None:
        return _exchange(record.exchange.whole(), time)
    words = ", ".join(f"{name} {value}" for name, value in record.data.items())
    level = " warning" if record.kind == "warning" else ""
    return f'<p class="event{level}">{time} <b>{escape(record.kind)}</b> {escape(words)}</p>\n'


def _exchange(exchange: HttpExchange, time: str) -> str:
    failed = exchange.error is not None or (exchange.status or 0) >= 400
    way = "from the bot" if exchange.direction == "in" else "to the bot"
    answer = str(exchange.status) if exchange.status is not None else "no answer"
    parts = [
        f'<details class="{"failed" if failed else "went"}"><summary>{time} '
        f"<b>{escape(exchange.method)}</b> {escape(exchange.url)} "
        f'<span class="badge">{answer}</span> '
        f'<span class="small">{way}, {exchange.seconds * 1000:.1f} ms</span></summary>'
    ]
    if exchange.error is not None:
        parts.append(f'<p class="event warning">{escape(exchange.error)}</p>')
    parts.append(_message("Request", exchange.request_headers, exchange.request_body))
    if exchange.status is not None:
        parts.append(_message("Response", exchange.response_headers, exchange.response_body))
    return "".join([*parts, "</details>\n"])


def _message(title: str, headers: tuple[tuple[str, str], ...], body: str) -> str:
    lines = "\n".join(f"{name}: {value}" for name, value in headers)
    out = f'<h3>{title}</h3><pre class="headers">{escape(lines)}</pre>'
    return f"{out}<pre>{escape(_pretty(body))}</pre>" if body else out


def _pretty(body: str) -> str:
    if not body.lstrip().startswith(("{", "[")):
        return body
    try:
        return json.dumps(json.loads(body), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return body
