"""Two entries, field by field. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.runtime.records import HttpExchange, Record
from app.ui.inspector.exchange_row import status_words
from app.ui.inspector.headers_view import SECRET, mask
from app.ui.inspector.json_nodes import Node
from app.ui.inspector.wire import read_json

translate = QCoreApplication.translate

Fields = dict[tuple[str, str], str]
"""Values by section and name."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of both; ``None`` where an entry does not have it."""

    section: str
    name: str
    left: str | None
    right: str | None

    @property
    def differs(self) -> bool:
        return self.left != self.right


def differences(left: Record, right: Record) -> list[Difference]:
    """Return every field of the two, those that are alike too, in the order of the first."""
    one, other = _fields(left), _fields(right)
    # What only the second has comes where its section is.
    keys = list(dict.fromkeys([*one, *other]))
    sections = list(dict.fromkeys(section for section, _ in keys))
    keys.sort(key=lambda key: sections.index(key[0]))
    return [Difference(*key, one.get(key), other.get(key)) for key in keys]


def _fields(record: Record) -> Fields:
    exchange = record.exchange
    if exchange is None:
        general = translate("Difference", "Event")
        return {(general, translate("Difference", "kind")): record.kind} | dict(
            _json(translate("Difference", "Data"), record.data)
        )
    return dict(_exchange(exchange))


def _exchange(exchange: HttpExchange) -> Iterator[tuple[tuple[str, str], str]]:
    request = translate("Difference", "Request")
    response = translate("Difference", "Response")
    yield (request, translate("Difference", "method")), exchange.method
    yield (request, translate("Difference", "address")), exchange.url
    yield from _headers(translate("Difference", "Request headers"), exchange.request_headers)
    yield from _body(translate("Difference", "Request body"), exchange.request_body)
    status = exchange.error or ""
    if exchange.status is not None:
        status = status_words(exchange.status)
    yield (response, translate("Difference", "status")), status
    yield from _headers(translate("Difference", "Response headers"), exchange.response_headers)
    yield from _body(translate("Difference", "Response body"), exchange.response_body)


def _headers(
    section: str, headers: tuple[tuple[str, str], ...]
) -> Iterator[tuple[tuple[str, str], str]]:
    joined: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        shown = mask(value) if key in SECRET else value
        joined[key] = f"{joined[key]}, {shown}" if key in joined else shown
    for key in sorted(joined):
        yield (section, key), joined[key]


def _body(section: str, text: str) -> Iterator[tuple[tuple[str, str], str]]:
    value = read_json(text)
    if isinstance(value, dict | list):
        yield from _json(section, value)
    elif text:
        yield (section, translate("Difference", "text")), text


def _json(section: str, value: object) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the leaves, and folders that are empty, by their paths."""
    waiting = [Node(value, None, None, 0)]
    while waiting:
        node = waiting.pop()
        if node.children:
            waiting += reversed(node.children)
        else:
            yield (section, node.path), json.dumps(node.value, ensure_ascii=False)
