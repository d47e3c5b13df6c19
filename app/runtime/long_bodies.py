"""Bodies too long for memory: in files of the run's private folder, for as long as somebody holds
what was said in them."""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Final

from app.runtime.private_folder import PrivateFolder
from app.runtime.records import HttpExchange

log = logging.getLogger(__name__)

IN_MEMORY: Final = 64 * 1024
"""Characters of a body that stay in memory, for lists and searches."""


class LongBody:
    """A whole body, as ``characters`` of text. Its file goes with it."""

    def __init__(self, text: str) -> None:
        self.characters = len(text)
        self._text: str | None = text
        self._path: Path | None = None

    def read(self) -> str | None:
        """Return all of it, ``None`` where its file is gone. Any thread; blocks on the disk."""
        text = self._text
        if text is not None:
            return text
        with contextlib.suppress(OSError):
            return self._path.read_bytes().decode("utf-8", "replace") if self._path else None
        return None

    def write(self, folder: PrivateFolder, name: str) -> None:
        """Move it into ``folder``, on a worker; where that fails, its beginning has to do."""
        try:
            self._path = folder.write(name, (self._text or "").encode("utf-8", "replace"))
            weakref.finalize(self, _unlink, os.fspath(self._path)).atexit = False
        except OSError as error:
            log.warning("a body is not kept whole: %s", error)
        self._text = None


class LongBodies:
    """Takes bodies over :data:`IN_MEMORY` out of memory. Nobody waits for the disk: a thread of its
    own, started with the first of them, writes. Core thread, except where it says otherwise."""

    def __init__(self, folder: PrivateFolder) -> None:
        self._folder = folder
        self._numbers = itertools.count(1)
        self._writer: ThreadPoolExecutor | None = None
        self._closed = False

    def shorten(self, exchange: HttpExchange) -> HttpExchange:
        """Return ``exchange`` with the beginnings of its long bodies, and where the rest is."""
        request, response = exchange.request_body, exchange.response_body
        if len(request) > IN_MEMORY:
            exchange = replace(
                exchange, request_body=beginning(request), long_request=self._keep(request)
            )
        if len(response) > IN_MEMORY:
            exchange = replace(
                exchange, response_body=beginning(response), long_response=self._keep(response)
            )
        return exchange

    def close(self) -> None:
        """Take no more; the folder can be removed afterwards. Any thread; waits for what is on its
        way to the disk."""
        self._closed = True
        if self._writer is not None:
            self._writer.shutdown()

    def _keep(self, text: str) -> LongBody | None:
        if self._closed:
            return None
        if self._writer is None:
            self._writer = ThreadPoolExecutor(1, "long-bodies")
        body = LongBody(text)
        self._writer.submit(_write, weakref.ref(body), self._folder, f"body-{next(self._numbers)}")
        return body


def beginning(text: str) -> str:
    """Return what of a long body stays in memory, and says that it is not all."""
    kept = text[:IN_MEMORY]
    return f"{kept}\n[{len(text):,} characters in all, the first {IN_MEMORY:,} are here]"


def _write(body: weakref.ref[LongBody], folder: PrivateFolder, name: str) -> None:
    kept = body()
    if kept is not None:  # Nobody may want it any more.
        kept.write(folder, name)


def _unlink(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)
