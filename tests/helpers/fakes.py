"""Small fakes of the runtime's ports: no sound system, a bot that only listens, prompts of silence.

Everything else in a test is the real thing.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from app.engine.ears import Ears
from app.engine.outcome import Cause
from app.graph.requests import MediaInfo
from app.runtime.ports import (
    Audio,
    AudioUnavailable,
    ClipPlayer,
    DeviceList,
    Microphone,
    Progress,
    PromptUnavailable,
    Speaker,
    TargetRefused,
)


class NoAudio:
    """A machine without any sound device."""

    def devices(self) -> DeviceList:
        return DeviceList((), (), "There is no sound here.")

    def refresh(self) -> DeviceList:
        return self.devices()

    def open_microphone(self, device: str | None, *, stand_in: bool = False) -> Microphone:
        raise AudioUnavailable("There is no microphone here.")

    def open_speaker(self, device: str | None, *, stand_in: bool = False) -> Speaker:
        raise AudioUnavailable("There is no speaker here.")

    def player(self) -> ClipPlayer:
        raise AudioUnavailable("There is no speaker here.")

    def echo_canceller(self) -> Ears:
        raise AudioUnavailable("There is no echo cancellation here.")


@dataclass(frozen=True, slots=True)
class Notified:
    """One notification as it was handed over for delivery."""

    call_id: str
    url: str
    body: dict[str, Any]

    @property
    def change(self) -> str:
        return str(self._first.get("changeType", "legacy"))

    @property
    def data(self) -> Any:
        """The resource; a list of them where it is the roster."""
        return self._first.get("resourceData", self._first)

    @property
    def _first(self) -> dict[str, Any]:
        first: dict[str, Any] = self.body.get("value", [self.body])[0]
        return first


@dataclass
class Notifications:
    """Keeps what is sent; :meth:`until` waits for one."""

    sent: list[Notified] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def send(self, call_id: str, url: str, body: dict[str, Any]) -> None:
        self.sent.append(Notified(call_id, url, body))
        self._news.set()

    async def until(self, change: str, **data: Any) -> Notified:
        """Return the first notification of that kind whose resource has the members ``data``."""
        async with asyncio.timeout(10):
            while True:
                self._news.clear()
                for sent in self.sent:
                    members = sent.data if isinstance(sent.data, dict) else {}
                    if sent.change == change and data.items() <= members.items():
                        return sent
                await self._news.wait()


@dataclass
class Prompts:
    """Prompts of ``samples`` zeros; an address with ``missing`` in it cannot be had."""

    samples: int = 1600
    asked: list[MediaInfo] = field(default_factory=list)

    async def fetch(
        self, call_id: str, media: MediaInfo, progress: Progress | None = None
    ) -> Audio:
        self.asked.append(media)
        if "missing" in media.uri:
            raise PromptUnavailable(Cause.PROMPT_DOWNLOAD, f"{media.uri} cannot be had.")
        return np.zeros(self.samples, np.int16)


@dataclass
class Targets:
    """Lets every bot be phoned but those of ``refused`` hosts."""

    refused: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)

    async def check(self, url: str, purpose: str) -> None:
        self.asked.append(url)
        for host in self.refused:
            if f"//{host}" in url:
                raise TargetRefused(f"{host} must not be contacted. Allow it with --allow-target.")
