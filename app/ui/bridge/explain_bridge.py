"""What the bridge did, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.runtime.bodies import was_cut
from app.runtime.bridging import BridgeMode
from app.runtime.records import HttpExchange, Record
from app.ui.bridge.bridge_words import mode_meaning, mode_name
from app.ui.inspector.explanation import Explanation
from app.ui.inspector.wire import read_json

translate = QCoreApplication.translate


def explain_bridge(record: Record) -> Explanation | None:
    """Return what ``record`` means, ``None`` where the bridge has no part in it."""
    data = record.data
    match record.kind:
        case "bridgeMode":
            mode = BridgeMode(str(data.get("mode")))
            words = translate("Bridge", "The bridge: {mode}.").format(mode=mode_name(mode))
            target = data.get("target")
            said = translate("Bridge", "Target: {target}.").format(target=target) if target else ""
            return Explanation(words, _said(mode_meaning(mode), said))
        case "bridgeNotSent":
            return Explanation(
                translate("Bridge", "A request stayed here."),
                _said(f"{data.get('method', '')} {data.get('path', '')}", data.get("message")),
            )
        case "realCall":
            words = translate("Bridge", "The real call is '{state}'.")
            how = {
                "answer": translate("Bridge", "An answer of the real service said so."),
                "notification": translate("Bridge", "A notification of the real service said so."),
            }.get(str(data.get("toldBy")), "")
            return Explanation(words.format(state=data.get("state", "")), _said(how))
    exchange = record.exchange
    if exchange is None or "bridge" not in data:
        return None
    if exchange.kind == "bridge":
        return _sent(record, exchange)
    if exchange.kind == "webhook":
        return _notified(record, exchange)
    return Explanation(
        translate("Bridge", "The bot asked; the real service answered."),
        (translate("Bridge", "The simulator only watched (pass-through)."),),
    )


def _sent(record: Record, exchange: HttpExchange) -> Explanation:
    told = record.data["bridge"]
    words = translate("Bridge", "The bridge sent this to {target}.")
    headline = words.format(target=told.get("target", ""))
    if exchange.status is None:
        return Explanation(
            translate("Bridge", "The real service gave no answer."),
            _said(exchange.error, headline),
            translate("Bridge", "Nothing is sent a second time; you can send it once by hand."),
        )
    sentences = [translate("Bridge", "Its answer: {status}.").format(status=exchange.status)]
    if "differences" in told:
        counted = sum(1 for one in told["differences"] if one["kind"] != "expected")
        words = translate("Bridge", "{n} differences from the simulator: see Compare.")
        same = translate("Bridge", "The simulator answered the same.")
        sentences.append(words.format(n=counted) if counted else same)
    if (
        exchange.response_body.strip()
        and not was_cut(exchange.response_body)
        and read_json(exchange.response_body) is None
    ):
        sentences.append(translate("Bridge", "Its answer is not JSON."))
    remedy = ""
    if exchange.status == 429:
        remedy = translate("Bridge", "What follows waits until the service may be asked again.")
    elif exchange.status in (401, 403):
        remedy = translate("Bridge", "Check the token and its permissions.")
    elif exchange.status == 404:
        remedy = translate("Bridge", "Check the pairs of simulated and real ids.")
    elif exchange.status >= 500:
        remedy = translate("Bridge", "Nothing is sent a second time; you can send it once by hand.")
    return Explanation(headline, tuple(sentences), remedy)


def _notified(record: Record, exchange: HttpExchange) -> Explanation:
    if record.data["bridge"].get("verified"):
        return Explanation(
            translate("Bridge", "The real service notified the bot."),
            (translate("Bridge", "Its token was verified."),),
        )
    return Explanation(
        translate("Bridge", "Somebody claimed to be the real service, and was refused."),
        _said(exchange.error),
    )


def _said(*sentences: object) -> tuple[str, ...]:
    """Return what there is to be said."""
    return tuple(text for text in (str(one or "").strip() for one in sentences) if text)
