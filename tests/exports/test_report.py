"""The report: everything is in it, nothing of it runs, nothing is loaded."""

from __future__ import annotations

import base64
import dataclasses
import io
import re
import wave
from html.parser import HTMLParser

import numpy as np

from app.exports.report import POLICY, write_report
from app.exports.report_style import STYLE
from app.runtime.saved_calls import SavedCall
from tests.helpers.inspected import OPERATION, event, request, wire
from tests.helpers.saved import planted_call

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&</pre></style>"


class Tags(HTMLParser):
    """Collects tags and attributes, and complains about what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "line"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def report(*calls: SavedCall, **how: bool) -> tuple[str, Tags]:
    out = io.StringIO()
    write_report(calls or [planted_call()], out, **how)
    tags = Tags()
    tags.feed(out.getvalue())
    assert tags.open == []
    return out.getvalue(), tags


def hostile() -> SavedCall:
    call = planted_call()
    evil = request(f"/{HOSTILE}", HOSTILE, answer=HOSTILE, error=HOSTILE)
    evil = dataclasses.replace(evil, method=HOSTILE, request_headers=((HOSTILE, HOSTILE),))
    records = (
        *call.records,
        wire(90, evil),
        event(91, HOSTILE, data=HOSTILE),
        event(92, "toneReceived", tone=HOSTILE, source=HOSTILE),
    )
    info = dataclasses.replace(call.info, caller=HOSTILE, reasons=(HOSTILE,), id=HOSTILE)
    return SavedCall(
        info, records, {HOSTILE: HOSTILE}, {HOSTILE: HOSTILE}, {HOSTILE: np.zeros(1, np.int16)}
    )


def test_nothing_that_a_bot_sent_becomes_markup() -> None:
    _, tags = report(hostile(), secrets=True, audio=True)
    names = {tag for tag, _ in tags.seen}
    assert names.isdisjoint({"script", "img", "link", "iframe", "object", "form", "a", "base"})
    assert not [a for _, attrs in tags.seen for a in attrs if a.startswith("on")]
    assert "<script>alert(1)</script>" in tags.text


def test_it_needs_nothing_else() -> None:
    text, tags = report(planted_call({OPERATION: np.zeros(1, np.int16)}), audio=True)
    addresses = [
        attrs[name] or "" for _, attrs in tags.seen for name in ("src", "href") if name in attrs
    ]
    assert len(addresses) == 1 and addresses[0].startswith("data:audio/wav;base64,")
    assert ("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}) in tags.seen
    assert "url(" not in STYLE and "@import" not in STYLE and "default-src 'none'" in text


def test_payloads_timeline_settings_and_versions_are_in_it() -> None:
    _, tags = report()
    names = [tag for tag, _ in tags.seen]
    assert names.count("svg") == 1 and names.count("details") == 3
    for expected in ("kept-context", "maxSilenceTimeout", "bot.url", "Made by callsim", "2.500 s"):
        assert expected in tags.text


def test_the_recording_is_the_recording() -> None:
    samples = np.arange(-100, 100, dtype=np.int16)
    text, _ = report(planted_call({OPERATION: samples}), audio=True)
    found = re.search(r"base64,([^\"]+)", text)
    assert found is not None
    with wave.open(io.BytesIO(base64.b64decode(found[1]))) as file:
        assert np.array_equal(np.frombuffer(file.readframes(1000), "<i2"), samples)


def test_several_calls() -> None:
    text, tags = report(planted_call(), planted_call())
    assert [tag for tag, _ in tags.seen].count("article") == 2
    assert "Report of 2 calls" in text
