"""What Graph told the bot, and how the bot took it, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.runtime.records import HttpExchange
from app.ui.inspector import formats
from app.ui.inspector.exchange_row import exchange_level, status_words
from app.ui.inspector.explanation import Explanation
from app.ui.inspector.row import Level
from app.ui.inspector.wire import Notification, read_notification

translate = QCoreApplication.translate


def explain_webhook(exchange: HttpExchange) -> Explanation:
    """Return what a notification told the bot, and whether it arrived."""
    told = read_notification(exchange.request_body)
    headline = _told(told)
    sentences = list(_result(told)) if told is not None else []
    if exchange.attempt > 1:
        again = translate("Explain", "It was delivery attempt {n}.").format(n=exchange.attempt)
        sentences.append(again)
    where = exchange.url
    if exchange.status is None:
        down = translate("Explain", "The bot at {url} could not be reached: {error}").format(
            url=where, error=exchange.error or translate("Explain", "there was no answer.")
        )
        remedy = translate(
            "Explain",
            "Start the bot, or correct its address. Delivery is tried again a few times; the "
            "setting webhooks.attempts says how often.",
        )
        return Explanation(headline, (down, *sentences), remedy)
    answered = translate("Explain", "The bot at {url} answered {status} after {duration}.").format(
        url=where,
        status=status_words(exchange.status),
        duration=formats.duration(exchange.seconds),
    )
    remedy = ""
    if exchange_level(exchange) is not Level.OK:
        remedy = translate(
            "Explain",
            "Graph takes only a 2xx answer for delivered: answer 200 or 202 at once and work "
            "afterwards.",
        )
    return Explanation(headline, (*sentences, answered), remedy)


def _told(told: Notification | None) -> str:
    if told is None:
        return translate("Explain", "Graph sent the bot a notification.")
    if told.media_active:
        return translate("Explain", "Graph told the bot that the call's audio is active.")
    if told.resource == "call":
        headlines = {
            "incoming": translate("Explain", "Graph told the bot that a call is coming in."),
            "establishing": translate("Explain", "Graph told the bot that the call is set up."),
            "established": translate("Explain", "Graph told the bot that the call is established."),
            "terminating": translate("Explain", "Graph told the bot that the call is ending."),
            "terminated": translate("Explain", "Graph told the bot that the call has ended."),
        }
        generic = translate("Explain", "Graph told the bot that the call is '{state}'.")
        return headlines.get(told.state) or generic.format(state=told.state)
    what = {
        "recordOperation": translate("Explain", "the recording"),
        "playPromptOperation": translate("Explain", "the prompt"),
    }.get(told.resource, translate("Explain", "an operation"))
    outcomes = {
        "completed": translate("Explain", "Graph told the bot that {what} completed."),
        "failed": translate("Explain", "Graph told the bot that {what} failed."),
    }
    generic = translate("Explain", "Graph told the bot that {what} is '{state}'.")
    return outcomes.get(told.state, generic).format(what=what, state=told.state)


def _result(told: Notification) -> list[str]:
    sentences = []
    if told.code is not None:
        words = translate("Explain", "The reason: {message} ({code}/{subcode})")
        sentences.append(words.format(message=told.message, code=told.code, subcode=told.subcode))
    if told.recording_location:
        sentences.append(
            translate(
                "Explain",
                "The bot can now fetch the recording at recordingLocation, with "
                "recordingAccessToken as bearer token.",
            )
        )
    elif told.resource == "recordOperation" and told.state == "failed":
        sentences.append(translate("Explain", "There is no recording to fetch."))
    if told.state == "incoming":
        sentences.append(
            translate("Explain", "The bot now has to answer, before the caller gives up.")
        )
    if told.media_active:
        sentences.append(
            translate("Explain", "From now on recordResponse and playPrompt are accepted.")
        )
    return sentences
