from __future__ import annotations

import json
from datetime import UTC, datetime
from urllib.parse import quote

from app.runtime.clock import SystemClock
from app.runtime.hiding import MOST, Hiding
from app.runtime.journal import Journal
from app.runtime.records import HttpExchange

SECRET = 's3cret/of "the"\nrun'


def exchange(text: str) -> HttpExchange:
    """Return one with ``text`` everywhere."""
    pairs = (("X-Echo", text),)
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return HttpExchange(
        "bridge", "out", "GET", text, at, 0.1, pairs, text, 200, pairs, text, f"said {text}"
    )


def test_every_spelling_is_hidden() -> None:
    hiding = Hiding()
    hiding.add(f" {SECRET} ")
    for spelling in (SECRET, json.dumps(SECRET), quote(SECRET), quote(SECRET, safe="")):
        assert "of" not in hiding.text(spelling) and "[redacted]" in hiding.text(spelling)
    assert hiding.value({"a": [SECRET, 1, None]}) == {"a": ["[redacted]", 1, None]}
    assert "s3cret" not in repr(hiding)


def test_what_is_too_short_stays() -> None:
    hiding = Hiding()
    for short in ("", "bot", "bearer1"):
        hiding.add(short)
    assert hiding.text("bot and bearer1") == "bot and bearer1"
    shown = exchange("bot")
    assert hiding.exchange(shown) is shown


def test_the_newest_are_remembered() -> None:
    hiding = Hiding()
    for number in range(MOST + 1):
        hiding.add(f"secret-number-{number}-")
    assert hiding.text("secret-number-0-") == "secret-number-0-"
    assert hiding.text(f"secret-number-{MOST}-") == "[redacted]"


def test_the_journal_keeps_none_of_them() -> None:
    journal = Journal(SystemClock())
    journal.hiding.add(SECRET)
    heard = []
    journal.listen(heard.append)
    journal.append("exchange", data={"message": f"no {SECRET}"}, exchange=exchange(SECRET))
    assert heard == journal.since(0)
    assert "s3cret" not in str(heard) and str(heard).count("[redacted]") == 7
