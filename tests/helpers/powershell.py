"""Reads a command as PowerShell would, and hands its words to a program as Windows does.

Only what the exports write: barewords, texts in single quotes, ``(& $q '…')``, a pipe, backticks
at the end of lines. ``old`` is PowerShell before 7.3, which does not escape double quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SINGLE = "'\u2018\u2019\u201a\u201b"
_ESCAPER = (
    r"""$q = { param($s) if ($PSVersionTable.PSVersion -lt '7.3') """
    r"""{ $s -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1' } else { $s } }"""
)
_ENCODING = "$OutputEncoding = [Text.UTF8Encoding]::new($false)"


@dataclass(frozen=True, slots=True)
class Command:
    """``argv`` as the program gets it; ``piped`` is what comes through its standard input."""

    argv: list[str]
    piped: str | None


def read(text: str, *, old: bool) -> Command:
    """Return what PowerShell would run for ``text``. Raises ValueError for anything else."""
    piped_encoding = "ascii" if old else "utf-8"
    while text.startswith("$"):
        line, _, text = text.partition("\n")
        if line == _ENCODING:
            piped_encoding = "utf-8"
        elif line != _ESCAPER:
            raise ValueError(f"unknown statement: {line}")
    reader = _Reader(text, old=old)
    first = reader.word()
    piped = None
    if reader.follows("|"):
        piped = f"{first}\r\n".encode(piped_encoding, "replace").decode(piped_encoding)
        first = reader.word()
    words = [first]
    while not reader.at_end:
        words.append(reader.word())
    return Command(_old_windows(words) if old else words, piped)


class _Reader:
    def __init__(self, text: str, *, old: bool) -> None:
        self._text, self._at, self._old = text, 0, old

    @property
    def at_end(self) -> bool:
        self._skip()
        return self._at >= len(self._text)

    def follows(self, sign: str) -> bool:
        self._skip()
        found = self._text.startswith(sign, self._at)
        self._at += len(sign) if found else 0
        self._skip(lines=found)
        return found

    def word(self) -> str:
        self._skip()
        if self.follows("(& $q "):
            word = self._quoted()
            if not self.follows(")"):
                raise ValueError("an open parenthesis")
            if self._old:
                word = re.sub(r'(\\*)"', r'\1\1\\"', word)
                word = re.sub(r"(\\+)$", r"\1\1", word)
            return word
        if self._text[self._at] in _SINGLE:
            return self._quoted()
        bare = re.compile(r"[\w./:-]+", re.ASCII).match(self._text, self._at)
        if bare is None:
            raise ValueError(f"what is {self._text[self._at :]!r:.40}?")
        self._at = bare.end()
        if bare[0].startswith("-") and re.search(r"[.:]", bare[0]):
            raise ValueError(f"{bare[0]} would be torn in two")
        return bare[0]

    def _quoted(self) -> str:
        word: list[str] = []
        self._at += 1
        while True:
            sign = self._text[self._at]
            self._at += 1
            if sign in _SINGLE:
                if self._text[self._at : self._at + 1] not in tuple(_SINGLE):
                    return "".join(word)
                # Of two in a row the second one stands.
                sign = self._text[self._at]
                self._at += 1
            word.append(sign)

    def _skip(self, *, lines: bool = False) -> None:
        signs = re.compile(r"(?:[ ]|`\n|\n)*" if lines else r"(?:[ ]|`\n)*")
        found = signs.match(self._text, self._at)
        assert found is not None
        self._at = found.end()


def _old_windows(words: list[str]) -> list[str]:
    """Join words as old versions do, and take them apart as programs do."""
    line = " ".join(f'"{word}"' if _wants_quotes(word) else word for word in words)
    return _split(line)


def _wants_quotes(word: str) -> bool:
    quotes = 0
    for sign in word:
        if sign == '"':
            quotes += 1
        elif sign.isspace() and quotes % 2 == 0:
            return True
    return False


def _split(line: str) -> list[str]:
    """The rules of CommandLineToArgvW for backslashes and double quotes."""
    words: list[str] = []
    word: list[str] | None = None
    quoted, at = False, 0
    while at < len(line):
        run = re.compile(r"\\*").match(line, at)
        assert run is not None
        slashes, at = len(run[0]), run.end()
        sign = line[at : at + 1]
        if slashes:
            word = word if word is not None else []
            word.append("\\" * (slashes // 2 if sign == '"' else slashes))
        at += 1
        if sign == '"' and slashes % 2 == 0:
            quoted, word = not quoted, word if word is not None else []
        elif sign and sign in " \t" and not quoted:
            if word is not None:
                words.append("".join(word))
            word = None
        elif sign:
            word = word if word is not None else []
            word.append(sign)
    return words if word is None else [*words, "".join(word)]
