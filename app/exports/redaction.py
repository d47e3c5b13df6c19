"""Takes secrets out of what is exported: tokens, keys, phone numbers, keyed digits.

Pure. What is taken out reads ``[redacted]``. Configured ``stopTones`` stay: they are part of the
request, not of what somebody keyed.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Final
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

from app.runtime.records import HttpExchange, Record

REDACTED: Final = "[redacted]"

Headers = tuple[tuple[str, str], ...]

_HEADERS: Final = re.compile(
    r"authorization|cookie|token|secret|password|api-?key|subscription-key|functions-key"
    r"|callsim-key|signature",
    re.IGNORECASE,
)
"""Headers whose value gives access, by a part of their name."""

_SECRET_END: Final = (
    "token|secret|password|passwd|assertion|authorization|cookie|api_?key|signature"
    "|private_?key|connection_?string"
)
"""Members of JSON objects and fields of forms, by the end of their name."""
_KEYED: Final = r"tones?|digits?|dtmf\w*"
_PHONE: Final = "(?:(?:phone|caller|callee)_?)?number|phone"

_MEMBERS: Final = re.compile(f"(?:{_SECRET_END})$", re.IGNORECASE)
_KEYED_MEMBERS: Final = re.compile(_KEYED, re.IGNORECASE)
_PHONE_MEMBERS: Final = re.compile(_PHONE, re.IGNORECASE)
_QUERY: Final = re.compile(
    rf"(?:^(?:sig|sas|code|key|pwd|auth|pass)|(?:{_SECRET_END}))$", re.IGNORECASE
)
"""Parameters of addresses: shared access signatures, function keys, tokens."""

_URL: Final = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)
_IN_TEXT: Final = (
    (re.compile(r"\b(Bearer|Basic)\s+[\w.~+/=-]{4,}", re.IGNORECASE), r"\1 [redacted]"),
    # What this program made for itself.
    (re.compile(r"\bcallsim-[a-z-]+\.[\w-]{20,}"), REDACTED),
    # E.164, with the separators that people write; encoded in an address; without its plus.
    (re.compile(r"(?<![\w.])\+\d(?:[ ().-]{0,2}\d){6,14}(?!\d)"), REDACTED),
    (re.compile(r"%2B\d{7,15}(?!\d)", re.IGNORECASE), REDACTED),
    (re.compile(r"\b(tel:)(?!\[redacted\])[\d().-]{3,}", re.IGNORECASE), r"\1[redacted]"),
)
_DOTTED: Final = re.compile(r"(?<![\w-])[\w-]++(?=(\.[\w-]++\.[\w-]*+))")
_TOKEN_START: Final = re.compile(r"\beyJ[\w-]")
"""A JSON Web Token, wherever it stands. In two steps: from each of many starts, one pattern would
look to the end of a long text, which takes hours."""

_SIGNS: Final = ("+", "eyj", "bearer", "basic", "%2b", "tel:", "callsim-")
"""A text, in lower case, without any of these fits none of the patterns: most have none, and
looking is cheap."""

_BROKEN_MEMBER: Final = re.compile(
    rf'("(?:[\w@.-]*(?:{_SECRET_END})|{_KEYED}|{_PHONE})"\s*:\s*)'
    r'(?:"(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|\{[^}]*\}?|[^\s,}\]]+)',
    re.IGNORECASE,
)
"""A secret member of JSON that cannot be parsed: half typed, or cut because it was long."""
_FORM: Final = re.compile(r"[\w.-]+=[^&\s]*(?:&[\w.-]+=[^&\s]*)*")


def redact_exchange(exchange: HttpExchange) -> HttpExchange:
    """Return ``exchange`` without secrets."""
    return dataclasses.replace(
        exchange,
        url=redact_url(exchange.url),
        request_headers=redact_headers(exchange.request_headers),
        request_body=redact_body(exchange.request_body),
        response_headers=redact_headers(exchange.response_headers),
        response_body=redact_body(exchange.response_body),
        error=None if exchange.error is None else redact_text(exchange.error),
    )


def redact_record(record: Record) -> Record:
    """Return ``record`` without secrets, its exchange included."""
    exchange = None if record.exchange is None else redact_exchange(record.exchange)
    return dataclasses.replace(record, data=redact_value(record.data), exchange=exchange)


def redact_headers(headers: Iterable[tuple[str, str]]) -> Headers:
    """Return ``headers`` with the values that give access replaced."""
    return tuple(
        (name, REDACTED if _gives_access(name) else redact_text(value)) for name, value in headers
    )


def redact_url(url: str) -> str:
    """Return an address without password, secret parameters and phone numbers."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")
        netloc = f"{REDACTED}@{host[2]}" if host[1] else parts.netloc
    except ValueError:
        return _redact_patterns(url)
    query = _redact_pairs(parts.query)
    fragment = _redact_pairs(parts.fragment)
    if (netloc, query, fragment) != (parts.netloc, parts.query, parts.fragment):
        url = urlunsplit((parts.scheme, netloc, parts.path, query, fragment))
    return _redact_patterns(url)


def redact_body(text: str) -> str:
    """Return a body without secrets; JSON stays JSON, and one without secrets stays as it is."""
    if not text:
        return text
    changed = False

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal changed
        # Here and not afterwards: of two members with one name the first would be lost unseen.
        clean = [(name, _member(name, value, _redact_inside)) for name, value in pairs]
        changed = changed or clean != pairs
        return dict(clean)

    try:
        value = json.loads(text, object_pairs_hook=members)
    except (ValueError, RecursionError):
        return _redact_broken(text)
    if not isinstance(value, dict):
        clean = redact_value(value)
        changed, value = changed or clean != value, clean
    if not changed:
        return text
    indent = 2 if "\n" in text.strip() else None
    clean_text = json.dumps(value, ensure_ascii=False, indent=indent)
    # Half a surrogate pair, which JSON can escape, is no text: it stays escaped.
    half = not clean_text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in clean_text)
    return json.dumps(value, indent=indent) if half else clean_text


def redact_value(value: Any) -> Any:
    """Return a JSON value without secrets."""
    match value:
        case dict():
            return {name: _member(name, item) for name, item in value.items()}
        case list():
            return [redact_value(item) for item in value]
        case str():
            return redact_text(value)
    return value


def redact_text(text: str) -> str:
    """Return any text without tokens, secret addresses and phone numbers."""
    if "://" in text:
        text = _URL.sub(lambda found: redact_url(found[0]), text)
    return _redact_patterns(text)


def _redact_inside(value: Any) -> Any:
    """Redact a value whose objects are clean already: JSON is read from the inside."""
    if isinstance(value, str):
        return redact_text(value)
    return [_redact_inside(item) for item in value] if isinstance(value, list) else value


def _member(name: str, value: Any, inside: Callable[[Any], Any] = redact_value) -> Any:
    if value is None or value in ("", [], {}) or isinstance(value, bool):
        return value
    match _kind(name):
        case "secret":
            return REDACTED
        case "keyed":
            return [REDACTED] * len(value) if isinstance(value, list) else REDACTED
        case "phone":
            if not isinstance(value, dict):
                return REDACTED
            # An identity of Graph: its id is the number.
            value = {key: REDACTED if key == "id" else item for key, item in value.items()}
    return inside(value)


@lru_cache(4096)
def _kind(name: str) -> str:
    """Return what a member is by its name; the same few names come again and again."""
    if _MEMBERS.search(name):
        return "secret"
    if _KEYED_MEMBERS.fullmatch(name):
        return "keyed"
    return "phone" if _PHONE_MEMBERS.fullmatch(name) else ""


@lru_cache(4096)
def _gives_access(name: str) -> bool:
    return _HEADERS.search(name) is not None


def _redact_patterns(text: str) -> str:
    lower = text.lower()
    if not any(sign in lower for sign in _SIGNS):
        return text
    if "eyj" in lower:
        text = _redact_tokens(text)
    for pattern, replacement in _IN_TEXT:
        text = pattern.sub(replacement, text)
    return text


def _redact_tokens(text: str) -> str:
    kept, done = [], 0
    for found in _DOTTED.finditer(text):
        start = _TOKEN_START.search(text, max(done, found.start()), found.end())
        if start is not None:
            kept += [text[done : start.start()], REDACTED]
            done = found.end(1)
    return "".join([*kept, text[done:]])


def _redact_pairs(text: str) -> str:
    """Redact a query, a fragment or a form; what has no secret in it stays as it is."""
    pairs = parse_qsl(text, keep_blank_values=True)
    if not any(value and _QUERY.search(name) for name, value in pairs):
        return text
    return "&".join(
        f"{quote(name)}={REDACTED if value and _QUERY.search(name) else quote(value)}"
        for name, value in pairs
    )


def _redact_broken(text: str) -> str:
    """Redact what is no JSON (any more): a form, or anything in which members can be seen."""
    if _FORM.fullmatch(text.strip()):
        return _redact_patterns(_redact_pairs(text.strip()))
    return redact_text(_BROKEN_MEMBER.sub(rf'\1"{REDACTED}"', text))
