"""Checks a body while it is typed, with the very parser that the local Graph uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from app.graph.catalogue import Operation
from app.graph.errors import GraphError, invalid_argument
from app.graph.payload import read_object
from app.graph.profiles import Profile
from app.graph.properties import remarks
from app.graph.requests import parse_answer, parse_record_response
from app.settings import Settings
from app.ui.inspector.words import body_words

translate = QCoreApplication.translate

DEFAULTS: Final = Settings()

_POSITION: Final = re.compile(r"at line (\d+), column (\d+)")
_NAME: Final = re.compile(r"@odata\.type|[A-Za-z]+")
_ARGUMENT: Final = re.compile(r"Invalid argument '([^']*)'")


@dataclass(frozen=True, slots=True)
class BodyCheck:
    """What Graph would say to a body.

    ``code`` is empty for a body that Graph takes; then ``words`` say what it does. ``line`` and
    ``column`` count from 1; ``line`` is ``None`` where no place can be named. ``notes`` are remarks
    on a body that is accepted all the same.
    """

    code: str = ""
    message: str = ""
    line: int | None = None
    column: int | None = None
    words: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    field: str = ""
    """The parameter that is refused, where it is one."""

    @property
    def accepted(self) -> bool:
        return not self.code


def check_body(
    operation: Operation | None, text: str, profile: Profile, settings: Settings = DEFAULTS
) -> BodyCheck:
    """Return what Graph would say to ``text`` sent to ``operation`` of ``profile``'s generation; of
    what has no body of its own only the JSON is checked."""
    if operation is not None and operation.check is None and not text.strip():
        return BodyCheck()
    try:
        body = read_object(text.encode("utf-8", "surrogatepass"))
        words = [] if operation is None else body_words(operation, body, profile)
        if operation is not None:
            _switched(operation.name, body, profile, settings)
    except GraphError as error:
        line, column = _place(text, error.message)
        return BodyCheck(error.code, error.message, line, column, field=_field(error.message))
    known = operation is not None and operation.check is not None
    notes = remarks(operation.name, body, profile) if operation is not None and known else ()
    return BodyCheck(words=tuple(words), notes=tuple(notes))


def _switched(name: str, body: dict[str, Any], profile: Profile, settings: Settings) -> None:
    """Refuse what is refused under these settings alone. Raises GraphError."""
    if name == profile.record_action and settings.empty_prompts == "reject":
        parse_record_response(body, profile, empty_prompts=False)
    if name == "answer" and settings.callback_scheme == "https":
        callback = parse_answer(body).callback_uri
        if not callback.lower().startswith("https:"):
            raise invalid_argument("callbackUri", "expected an absolute https URL.")


def _field(message: str) -> str:
    """Return the parameter that a refusal is about: of ``prompts[0].mediaInfo.uri`` the first."""
    argument = _ARGUMENT.search(message)
    return re.split(r"[.\[]", argument[1], maxsplit=1)[0] if argument is not None else ""


def _place(text: str, message: str) -> tuple[int | None, int | None]:
    """Return where the refusal ``message`` points to in ``text``."""
    position = _POSITION.search(message)
    if position is not None:
        return int(position[1]), int(position[2])
    argument = _ARGUMENT.search(message)
    if argument is None:
        return None, None
    # Of a.b.c the innermost name that is there: a required one may be what is missing.
    for name in reversed(_NAME.findall(argument[1])):
        found = re.search(rf'"{re.escape(name)}"\s*:', text, re.IGNORECASE)
        if found is not None:
            before = text[: found.start()]
            return before.count("\n") + 1, found.start() - before.rfind("\n")
    return None, None
