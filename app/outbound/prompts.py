"""Fetches prompts from where the bot says, within bounds, and decodes them as strictly as Graph.

A prompt with a ``resourceId`` is fetched once per run: Graph documents that id as the key under
which it caches (resource mediaInfo). Without one it is fetched each time.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Protocol
from urllib.parse import urljoin

from app.engine.outcome import Cause
from app.graph.requests import MediaInfo
from app.outbound.client import LazyClient
from app.outbound.notification import USER_AGENT
from app.outbound.reply import Reply
from app.outbound.targets import Targets
from app.runtime.clock import SystemClock
from app.runtime.journal import Journal
from app.runtime.ports import (
    Audio,
    Clock,
    Progress,
    PromptBroken,
    PromptUnavailable,
    TargetRefused,
)
from app.settings import Settings

MOST_REDIRECTS: Final = 3
"""Storage services answer with one; more than a few lead nowhere."""

CACHE_SAMPLES: Final = 10 * 60 * 16_000
"""Bound of the cache: ten minutes of prompts (19 MB); those unused for longest go first."""

REDIRECTS: Final = (301, 302, 303, 307, 308)


class ReadPrompt(Protocol):
    """Decodes a sound file; ValueError says, for a user, why Graph (or anybody) cannot play it, and
    PromptBroken that it is of the right kind all the same."""

    def __call__(self, data: bytes, *, lenient: bool) -> Audio: ...


class PromptFetcher:
    """The runtime's PromptPort over HTTP. Core thread only.

    ``read_prompt`` runs in a worker. ``settings`` is asked at each fetch.
    """

    def __init__(
        self,
        journal: Journal,
        targets: Targets,
        read_prompt: ReadPrompt,
        settings: Callable[[], Settings],
        *,
        clock: Clock | None = None,
    ) -> None:
        self._journal = journal
        self._targets = targets
        self._read = read_prompt
        self._settings = settings
        self._clock = clock or SystemClock()
        self._client = LazyClient(targets)
        self._cache: OrderedDict[tuple[str, str, bool], Audio] = OrderedDict()

    async def fetch(
        self, call_id: str, media: MediaInfo, progress: Progress | None = None
    ) -> Audio:
        """Return the prompt, int16 mono 16 kHz. Raises PromptUnavailable. Cancelled, it stops the
        download and says so in the journal."""
        settings = self._settings()
        key = (media.resource_id or "", media.uri, settings.prompt_lenient)
        if media.resource_id and (known := self._cache.get(key)) is not None:
            self._cache.move_to_end(key)
            self._journal.append(
                "promptCached",
                call_id=call_id,
                data={"uri": media.uri, "resourceId": media.resource_id},
            )
            return known
        data = await self._download(call_id, media.uri, settings, progress)
        audio = await self._decode(call_id, media.uri, data, lenient=settings.prompt_lenient)
        if media.resource_id:
            self._keep(key, audio)
        return audio

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    # -- the download ------------------------------------------------------------------------

    async def _download(
        self, call_id: str, uri: str, settings: Settings, progress: Progress | None
    ) -> bytes:
        url, left = uri, settings.prompt_timeout
        for _ in range(MOST_REDIRECTS + 1):
            try:
                await self._targets.check(url, "prompt")
                began = self._clock.monotonic()
                reply = await self._get(call_id, url, settings, left, progress)
            except TargetRefused as error:
                raise _unavailable(uri, f"it was not fetched. {error}") from None
            # What a person takes to allow a host is not the server's time.
            left = max(0.1, left - (self._clock.monotonic() - began))
            where = reply.header("location")
            if reply.error is None and reply.status in REDIRECTS and where:
                url = urljoin(url, where)
                continue
            return _content(uri, reply, settings)
        raise _unavailable(uri, f"more than {MOST_REDIRECTS} redirects. Give its final address.")

    async def _get(
        self,
        call_id: str,
        url: str,
        settings: Settings,
        seconds: float,
        progress: Progress | None,
    ) -> Reply:
        client = await self._client.get()
        from app.outbound.exchange import ask

        started, begun = self._clock.now(), self._clock.monotonic()
        headers = {"Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": USER_AGENT}
        try:
            reply = await ask(
                client,
                "GET",
                url,
                headers,
                limit=settings.prompt_bytes,
                seconds=seconds,
                listener="server",
                progress=progress,
            )
        except asyncio.CancelledError:
            lasted = self._clock.monotonic() - begun
            reply = Reply(tuple(headers.items()), error="stopped: its operation ended first")
            exchange = reply.exchange("prompt", "GET", url, "", started, lasted)
            self._journal.append("exchange", call_id=call_id, exchange=exchange)
            raise
        lasted = self._clock.monotonic() - begun
        note = await asyncio.to_thread(_describe, reply)
        exchange = reply.exchange("prompt", "GET", url, "", started, lasted, response_body=note)
        self._journal.append("exchange", call_id=call_id, exchange=exchange)
        return reply

    # -- the sound ---------------------------------------------------------------------------

    async def _decode(self, call_id: str, uri: str, data: bytes, *, lenient: bool) -> Audio:
        try:
            return await asyncio.to_thread(self._read, data, lenient=False)
        except PromptBroken as error:
            raise _broken(uri, error) from None
        except ValueError as error:
            refusal = str(error)
        if not lenient:
            raise PromptUnavailable(
                Cause.PROMPT_FORMAT,
                f"The prompt {uri} cannot be played. {refusal} "
                "(To play what Graph would refuse, set prompts.lenient.)",
            )
        try:
            audio = await asyncio.to_thread(self._read, data, lenient=True)
        except PromptBroken as error:
            raise _broken(uri, error) from None
        except ValueError as error:
            raise PromptUnavailable(
                Cause.PROMPT_FORMAT, f"The prompt {uri} cannot be played. {error}"
            ) from None
        self._journal.append(
            "warning",
            call_id=call_id,
            data={
                "message": f"Graph would refuse the prompt {uri}, which is played because of the "
                f"setting prompts.lenient. {refusal}"
            },
        )
        return audio

    def _keep(self, key: tuple[str, str, bool], audio: Audio) -> None:
        audio.flags.writeable = False  # Several calls may play it.
        self._cache[key] = audio
        self._cache.move_to_end(key)
        while sum(len(kept) for kept in self._cache.values()) > CACHE_SAMPLES:
            self._cache.popitem(last=False)


def _content(uri: str, reply: Reply, settings: Settings) -> bytes:
    if reply.error is not None:
        raise _unavailable(uri, f"{reply.error}.")
    if reply.status != 200:
        raise _unavailable(
            uri, f"its server answered {reply.status}. Check the address in a browser."
        )
    if reply.truncated:
        raise _unavailable(
            uri,
            f"it is larger than {settings.prompt_bytes:,} bytes. Shorten it, or raise the setting "
            "prompts.maxBytes.",
        )
    return reply.body


def _unavailable(uri: str, why: str) -> PromptUnavailable:
    return PromptUnavailable(
        Cause.PROMPT_DOWNLOAD, f"The prompt {uri} could not be downloaded: {why}"
    )


def _broken(uri: str, error: PromptBroken) -> PromptUnavailable:
    return PromptUnavailable(Cause.PROMPT_FAILED, f"The prompt {uri} cannot be played. {error}")


def _describe(reply: Reply) -> str | None:
    """Return the note that stands for the sound; ``None`` where the body is something else."""
    if reply.status is None or not 200 <= reply.status < 300:
        return None
    size = f"{len(reply.body):,} bytes" + (" kept of a longer body" if reply.truncated else "")
    digest = hashlib.sha256(reply.body).hexdigest()
    kind = reply.header("content-type") or "no content type"
    return f"[audio: {size}, {kind}, SHA-256 {digest}]"
