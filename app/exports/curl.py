"""An exchange as a curl command: for bash and its kin, and for PowerShell."""

from __future__ import annotations

import re
import shlex
from typing import Final
from urllib.parse import urlsplit

from app.exports.headers import to_repeat
from app.runtime.records import HttpExchange

_QUOTES: Final = re.compile("['\u2018\u2019\u201a\u201b]")
"""PowerShell ends a text at any of these; doubled they stand for themselves."""

_PLAIN: Final = re.compile(r"--?[A-Za-z-]+|https?://[\w./:-]+|[A-Za-z]+|curl\.exe", re.ASCII)
"""Words that PowerShell takes as they are."""

LONGEST_WORD: Final = 100_000
"""Bytes of a body that stands on the command line: Linux takes words of 128 KiB at the most, with
the zero byte at their end."""

_ESCAPE: Final = (
    "$q = { param($s) if ($PSVersionTable.PSVersion -lt '7.3') "
    "{ $s -replace '(\\\\*)\"', '$1$1\\\"' -replace '(\\\\+)$', '$1$1' } else { $s } }"
)
"""Before 7.3, PowerShell hands double quotes to programs as they are, where Windows needs them
escaped, and the backslashes before them (and at the end) doubled."""

_UTF8: Final = "$OutputEncoding = [Text.UTF8Encoding]::new($false)"
"""PowerShell 5 would pipe ASCII."""


def curl_posix(exchange: HttpExchange, *, secrets: bool = False) -> str:
    """Return a command for bash, zsh or sh that sends the request of ``exchange`` again.

    Secrets are redacted unless ``secrets``. Raises ValueError for what cannot be said on a command
    line. Any thread.
    """
    *groups, last = _words(to_repeat(exchange, secrets=secrets))
    before = ""
    if last[0] == "--data-raw" and len(last[1].encode("utf-8", "replace")) > LONGEST_WORD:
        # printf is part of the shell itself, which has no such limit.
        before = f"printf %s {shlex.quote(last[1])} |\n"
        last = ["--data-binary", "@-"]
    lines = (" ".join(shlex.quote(word) for word in group) for group in (*groups, last))
    return before + " \\\n  ".join(lines)


def curl_powershell(exchange: HttpExchange, *, secrets: bool = False) -> str:
    """Return commands for PowerShell on Windows, any version, that send the request again.

    As :func:`curl_posix`. The body goes through a pipe (which ends it with a line break): on the
    command line older versions would tear it apart.
    """
    *groups, last = _words(to_repeat(exchange, secrets=secrets))
    groups = [*groups, last] if last[0] != "--data-raw" else [*groups, ["--data-binary", "@-"]]
    groups[0][0] = "curl.exe"  # curl alone is another command in PowerShell 5
    command = " `\n  ".join(" ".join(_powershell(word) for word in group) for group in groups)
    before = []
    if last[0] == "--data-raw":
        command = f"{_quote(last[1])} |\n{command}"
        if not last[1].isascii():
            before.append(_UTF8)
    if "(& $q " in command:
        before.append(_ESCAPE)
    return "\n".join([*before, command])


def _words(exchange: HttpExchange) -> list[list[str]]:
    """Return the arguments, in groups that stand on a line each."""
    first = ["curl"]
    first += ["--head"] if exchange.method == "HEAD" else ["-X", exchange.method]
    if any(sign in exchange.url for sign in "[]{}"):
        first.append("--globoff")
    if re.search(r"/\.\.?(?:/|$)", urlsplit(exchange.url).path):
        first.append("--path-as-is")
    lines = [[*first, exchange.url]]
    for name, value in exchange.request_headers:
        # "Name:" would take the header away; with ";" it is sent empty.
        lines.append(["-H", f"{name}: {value}" if value.strip() else f"{name};"])
    if exchange.request_body and exchange.method != "HEAD":
        if not any(name.lower() == "content-type" for name, _ in exchange.request_headers):
            lines.append(["-H", "Content-Type:"])  # not the one of a form, which curl would add
        lines.append(["--data-raw", exchange.request_body])
    return lines


def _powershell(word: str) -> str:
    if _PLAIN.fullmatch(word):
        return word
    needs_escape = '"' in word or word.endswith("\\")
    return f"(& $q {_quote(word)})" if needs_escape else _quote(word)


def _quote(text: str) -> str:
    return "'" + _QUOTES.sub(lambda found: found[0] * 2, text) + "'"
