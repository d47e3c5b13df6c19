"""What the bot asked of the local Graph, and what Graph fetched for it, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.graph.catalogue import find, profile_of
from app.graph.endpoint import Endpoint, read_endpoint
from app.graph.errors import GraphError
from app.graph.payload import read_object
from app.runtime.records import HttpExchange
from app.ui.inspector import formats
from app.ui.inspector.exchange_row import exchange_level, status_words
from app.ui.inspector.explanation import Explanation
from app.ui.inspector.row import Level
from app.ui.inspector.wire import (
    is_composed,
    read_audio_note,
    read_failure,
    short_ids,
)
from app.ui.inspector.words import body_words

translate = QCoreApplication.translate


def explain_request(exchange: HttpExchange) -> Explanation:
    """Return what a request of the bot, answered or refused, means."""
    endpoint = read_endpoint(exchange.url)
    template, meaning = _asked(exchange, endpoint)
    headline = template.format(
        who=_who(exchange), method=exchange.method, path=short_ids(endpoint.path)
    )
    if exchange.status is None:
        gone = translate("Explain", "The bot left before it was answered.")
        return Explanation(headline, (exchange.error or gone,))
    answer = translate("Explain", "Graph answered {status} after {duration}.").format(
        status=status_words(exchange.status), duration=formats.duration(exchange.seconds)
    )
    failure = read_failure(exchange.response_body)
    if failure is not None:
        refused = translate("Explain", "Graph refused it: {message} (code {code})").format(
            message=failure.message, code=failure.code
        )
        return Explanation(headline, (refused, answer), _remedy(exchange.status, failure.code))
    trouble = (exchange.error,) if exchange.error else ()
    return Explanation(headline, (*meaning, answer, *trouble))


def _who(exchange: HttpExchange) -> str:
    if is_composed(exchange):
        return translate("Explain", "The composer")
    return translate("Explain", "The bot")


def _asked(exchange: HttpExchange, endpoint: Endpoint) -> tuple[str, list[str]]:
    """Return a template of what was asked, and what follows when it was accepted."""
    if endpoint.resource == "recording":
        return translate("Explain", "{who} fetched a recording."), _fetched(exchange)
    if endpoint.resource == "call" and exchange.method == "DELETE":
        ends = translate("Explain", "The call ends; what was still being recorded is lost.")
        return translate("Explain", "{who} hung up."), [ends]
    if endpoint.resource == "call":
        return translate("Explain", "{who} asked how the call stands."), []
    if endpoint.resource == "calls" and exchange.method == "POST":
        placed = translate("Explain", "{who} placed a call to this phone.")
        return placed, _meaning(exchange, "create call", endpoint)
    if endpoint.resource == "calls":
        return translate("Explain", "{who} asked which calls there are."), []
    if endpoint.resource == "operation":
        return translate("Explain", "{who} asked how an operation stands."), []
    if endpoint.resource == "operations":
        return translate("Explain", "{who} asked which operations there are."), []
    if endpoint.resource == "participants":
        return translate("Explain", "{who} asked who is in the call."), []
    if endpoint.resource == "participant":
        return _participant(exchange, endpoint), []
    headlines = {
        "answer": translate("Explain", "{who} answered the call."),
        "reject": translate("Explain", "{who} turned the call away."),
        "redirect": translate("Explain", "{who} sent the call on."),
        "transfer": translate("Explain", "{who} asked to transfer the call."),
        "invite": translate("Explain", "{who} invited somebody to the call."),
        "recordResponse": translate("Explain", "{who} asked to record the caller."),
        "record": translate("Explain", "{who} asked to record the caller, as in 2018."),
        "playPrompt": translate("Explain", "{who} asked to play to the caller."),
        "cancelMediaProcessing": translate("Explain", "{who} cancelled all media."),
        "keepAlive": translate("Explain", "{who} kept the call alive."),
        "mute": translate("Explain", "{who} muted itself."),
        "unmute": translate("Explain", "{who} unmuted itself."),
        "subscribeToTone": translate("Explain", "{who} subscribed to the caller's keys."),
        "sendDtmfTones": translate("Explain", "{who} sent keys to the caller."),
        "updateRecordingStatus": translate("Explain", "{who} told whether it records the call."),
    }
    other = translate("Explain", "{who} sent {method} {path} to the local Graph.")
    return headlines.get(endpoint.name, other), _meaning(exchange, endpoint.name, endpoint)


def _participant(exchange: HttpExchange, endpoint: Endpoint) -> str:
    if endpoint.name == "mute":
        return translate("Explain", "{who} muted a participant.")
    if exchange.method == "DELETE":
        return translate("Explain", "{who} removed a participant.")
    return translate("Explain", "{who} asked about a participant.")


def _meaning(exchange: HttpExchange, name: str, endpoint: Endpoint) -> list[str]:
    """Return what a body that was accepted does."""
    profile = profile_of(endpoint.generation)
    operation = find(name, profile)
    if operation is None:
        return []
    try:
        return body_words(operation, read_object(exchange.request_body.encode()), profile)
    except (GraphError, UnicodeError):
        return []


def _fetched(exchange: HttpExchange) -> list[str]:
    note = read_audio_note(exchange.response_body)
    if note is None:
        return []
    words = translate("Explain", "It got the whole WAV file: {size}.")
    return [words.format(size=formats.size(note.size))]


def _remedy(status: int, code: str) -> str:
    """Return what a bot's developer can do about a refusal."""
    if status == 401:
        return translate(
            "Explain",
            "Send 'Authorization: Bearer …': any token for the calls, and for a recording the "
            "recordingAccessToken of its notification.",
        )
    known = {
        "8501": translate(
            "Explain", "Wait for the notification that says state 'established', then ask again."
        ),
        "8503": translate(
            "Explain",
            "Wait for the notification with mediaState.audio 'active', then ask again.",
        ),
        "8522": translate(
            "Explain", "The id is not known, or the call has ended. Compare it with the list."
        ),
        "8523": translate(
            "Explain", "Correct the named parameter. The composer shows the limits while you type."
        ),
        "8585": translate("Explain", "The call has moved on; look at the states above."),
        "BadRequest": translate("Explain", "The body is not the JSON that Graph reads."),
    }
    return known.get(code, "")


def explain_prompt(exchange: HttpExchange) -> Explanation:
    """Return what the download of a prompt means."""
    headline = translate("Explain", "Graph fetched a prompt for the caller.")
    where = translate("Explain", "It comes from {url}.").format(url=exchange.url)
    note = read_audio_note(exchange.response_body)
    if exchange_level(exchange) is Level.ERROR:
        why = exchange.error or status_words(exchange.status or 0)
        remedy = translate(
            "Explain",
            "Prompts are WAV files, PCM 16 kHz mono 16 bit, at an address that this machine can "
            "reach.",
        )
        failed = translate("Explain", "It could not be had: {why}").format(why=why)
        return Explanation(headline, (where, failed), remedy)
    took = formats.duration(exchange.seconds)
    if note is None:
        words = translate("Explain", "It took {duration}.").format(duration=took)
    else:
        words = translate("Explain", "{size} in {duration}.").format(
            size=formats.size(note.size), duration=took
        )
    return Explanation(headline, (where, words))
