"""Recordings as the bot fetches them: ``GET /recordings/{id}`` with the recording's own token."""

from __future__ import annotations

from typing import Final

from aiohttp import hdrs, web

from app.api.answers import Answer, Seen
from app.api.refusals import bearer, require_method, unauthorized
from app.graph.errors import GraphError
from app.graph.ids import guid
from app.runtime.live_takes import LiveTake
from app.runtime.recordings import RecordingStore, Take, TakeNotFound, WrongToken

OCTETS: Final = "application/octet-stream"
"""Of a recording: what the documentation shows, not audio/wav (contract section 3)."""


class Downloads:
    """Core thread."""

    def __init__(self, recordings: RecordingStore) -> None:
        self._recordings = recordings

    def answer(self, request: web.BaseRequest, take_id: str, seen: Seen) -> Answer:
        """Answer with the WAV, or as much as there is of it. Raises GraphError: 401, 404, 405."""
        seen.download = True
        require_method(request.method, "GET", "HEAD")
        take = self._take(guid(take_id), bearer(request))
        seen.call_id, seen.operation_id = take.call_id, take.operation_id
        headers = ((hdrs.CONTENT_TYPE, OCTETS),)
        if isinstance(take, LiveTake):
            return Answer(200, headers=headers, stream=take)
        return Answer(200, headers=headers, recording=take.wav)

    def _take(self, take_id: str, token: str | None) -> Take | LiveTake:
        try:
            return self._recordings.fetch(take_id, token)
        except TakeNotFound:
            raise GraphError(
                404,
                "ResourceNotFound",
                "There is no such recording. It is discarded shortly after the end of its call "
                "(setting recording.discardAfterSeconds).",
            ) from None
        except WrongToken:
            problem = "is missing" if token is None else "is not the one of this recording"
            raise unauthorized(
                f"The token {problem}: send 'Authorization: Bearer {{recordingAccessToken}}' "
                "with the token of the notification."
            ) from None
