"""Which answer belongs to which request."""

from __future__ import annotations

import pytest

from app.ui.composer.sent import KEPT, Outbox, Sent, result_words
from tests.helpers.inspected import CALL, CALLED, request, webhook, wire

PATH = f"/v1.0/communications/calls/{CALL}/recordResponse"


def sent(body: str = "{}", method: str = "POST") -> Sent:
    template = "/v1.0/communications/calls/{id}/recordResponse"
    return Sent(CALLED, method, template, PATH, body)


def test_an_answer_finds_its_request() -> None:
    outbox = Outbox()
    outbox.add(sent('{"a": 1}'))
    outbox.add(sent('{"b": 2}'))
    assert outbox.answered(wire(4, request(body='{"c": 3}'))) is None
    assert outbox.answered(wire(5, webhook({}))) is None
    result = outbox.answered(wire(6, request(body='{"b": 2}', answer={"status": "running"})))
    assert result is not None and result.seq == 6 and result.good
    assert result.sent.body == '{"b": 2}' and len(outbox) == 1
    assert result.text == "200 OK · 4.20 ms · the operation is running"


def test_the_method_counts() -> None:
    outbox = Outbox()
    outbox.add(sent("", "GET"))
    assert outbox.answered(wire(1, request(body=""))) is None
    assert outbox.answered(wire(2, request(body="", method="GET"))) is not None


def test_a_query_is_part_of_the_path() -> None:
    outbox = Outbox()
    outbox.add(Sent(CALLED, "GET", "/x", "/x?a=1", ""))
    plain = request(url="http://h/x", method="GET")
    assert outbox.answered(wire(1, plain)) is None
    assert outbox.answered(wire(2, request(url="http://h/x?a=1", method="GET"))) is not None


def test_a_huge_body_is_recognised_by_its_beginning() -> None:
    outbox = Outbox()
    text = '{"clientContext": "' + "x" * 70_000 + '"}'
    outbox.add(sent(text))
    kept = request(body=text[:65_536] + "\n[70,021 bytes in all, the first 65,536 are kept]")
    assert outbox.answered(wire(1, kept)) is not None


def test_what_did_not_get_out() -> None:
    outbox = Outbox()
    assert outbox.refused() is None
    outbox.add(sent("1"))
    outbox.add(sent("2"))
    refused = outbox.refused()
    assert refused is not None and refused.body == "1" and len(outbox) == 1


def test_the_history_keeps_each_body_once_newest_first() -> None:
    outbox = Outbox()
    for body in ("1", "2", "1"):
        outbox.add(sent(body))
    assert [s.body for s in outbox.history] == ["1", "2"]
    for number in range(50):
        outbox.add(sent(str(number)))
    assert len(outbox.history) == KEPT and outbox.history[0].body == "49"


@pytest.mark.parametrize(
    ("status", "answer", "error", "text", "good"),
    [
        (202, None, None, "202 Accepted · 4.20 ms", True),
        (
            400,
            {"error": {"code": "8523", "message": "No."}},
            None,
            "400 Bad Request · 4.20 ms · 8523: No.",
            False,
        ),
        (500, None, None, "500 Internal Server Error · 4.20 ms", False),
        (None, None, "The client left.", "The client left.", False),
        (None, None, None, "There was no answer.", False),
    ],
)
def test_results_in_words(
    status: int | None, answer: object, error: str | None, text: str, good: bool
) -> None:
    assert result_words(request(status=status, answer=answer, error=error)) == (text, good)
