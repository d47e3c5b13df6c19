"""Which entries of the ledger an exchange, or an event of a call, rests on.

Pure: it reads what went over the wire, whoever sent it, and never raises for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

from app.engine.outcome import OUTCOMES, Cause
from app.graph.endpoint import read_endpoint
from app.graph.ledger import LEDGER, Entry
from app.graph.notifications import GUID
from app.graph.permissions import NEEDED
from app.graph.request_evidence import request_subjects

Kind = Literal["api", "webhook", "download", "prompt", "bridge"]

BRIDGE_CODES: Final = ("BadGateway", "GatewayTimeout")
"""What the bridge answers for a service that did not."""

_BY_RESULT: Final = {
    (outcome.code, outcome.subcode): cause.value
    for cause, outcome in OUTCOMES.items()
    if outcome.code is not None
}
_MEMBERS: Final = tuple(
    subject.removeprefix("member.") for subject in LEDGER if subject.startswith("member.")
)


def exchange_evidence(
    kind: Kind,
    method: str,
    url: str,
    request_body: str,
    status: int | None,
    response_body: str,
) -> tuple[Entry, ...]:
    """Return the entries that an exchange rests on, each once, what matters most first.

    Args:
        kind: what the exchange was (``app.runtime.records.ExchangeKind``).
        method: the HTTP method.
        url: the whole address, or the path.
        request_body, response_body: as they went over the wire; anything that is no JSON is fine.
        status: of the answer, ``None`` where there was none.

    Any thread.
    """
    if kind == "webhook":
        return _entries(_notification(_json(request_body)))
    if kind == "prompt":
        failed = status is None or status >= 300
        return _entries(["outcome.promptDownload"] if failed else [])
    endpoint = read_endpoint(url)
    subjects = ["bridge.throttling"] if kind == "bridge" and status == 429 else []
    subjects += _failure(_json(response_body))
    subjects += request_subjects(method, endpoint, _json(request_body))
    if "error.7504" in subjects:
        action = "create" if endpoint.resource == "calls" else endpoint.name
        subjects += [f"permission.{role}" for role in NEEDED.get(action, ())]
    if endpoint.resource == "operation":
        subjects += _operation(_json(response_body))
    return _entries(subjects)


def event_evidence(kind: str, data: dict[str, Any]) -> tuple[Entry, ...]:
    """Return the entries that the event ``kind`` of a call rests on; ``data`` is what it says."""
    if kind != "ended":
        return ()
    if data.get("status") == "lost":
        return _entries(["outcome.callLost", "setting.call.hangUpWhileRecording"])
    return _entries(_result(data))


def _entries(subjects: Iterable[str]) -> tuple[Entry, ...]:
    by_lower = {subject.lower(): entry for subject, entry in LEDGER.items()}
    found = (by_lower.get(subject.lower()) for subject in dict.fromkeys(subjects))
    return tuple(entry for entry in found if entry is not None)


def _failure(body: dict[str, Any]) -> Iterator[str]:
    """Name a refusal, also one inside the gateway's UnknownError."""
    error = _object(body, "error")
    code = error.get("code")
    if not isinstance(code, str):
        return
    if code in BRIDGE_CODES:
        yield "bridge.noAnswer"
        return
    inner = _json(error.get("message") if code == "UnknownError" else None)
    wrapped = inner.get("errorCode")
    yield f"error.{wrapped if isinstance(wrapped, str) else code}"
    if wrapped is not None:
        yield "setting.errors.shape"


def _notification(body: dict[str, Any]) -> Iterator[str]:
    values = body.get("value")
    first = values[0] if isinstance(values, list) and values else None
    if not isinstance(first, dict):
        return
    data = _object(first, "resourceData")
    kind = str(data.get("@odata.type", "")).rpartition(".")[2]
    if kind == "call":
        yield from _call(data)
    else:
        yield from _operation(data)
        if kind == "recordOperation":
            yield f"generation.{_generation(first, data)}"
    addresses = [str(first[name]) for name in ("resource", "resourceUrl") if name in first]
    if any("/participants" in address for address in addresses):
        yield from ("behaviour.wholeRoster", "setting.notifications.roster")
    yield from (f"member.{name}" for name in _MEMBERS if data.get(name) is not None)
    both = "resource" in first and "resourceUrl" in first
    if both:
        yield "member.resource"
    if addresses and not any(GUID.search(address) for address in addresses):
        yield "setting.notifications.ids"
    elif addresses:
        yield "member.resourceUrl"
    if "@odata.id" in data:
        yield "setting.notifications.shape"


def _call(data: dict[str, Any]) -> Iterator[str]:
    if data.get("toneInfo"):
        yield "action.subscribeToTone"
    state = data.get("state")
    subcode = _object(data, "resultInfo").get("subcode")
    if state in ("terminating", "terminated") and subcode is not None:
        yield f"end.{subcode}"
    if state == "established":
        yield "setting.notifications.secondEstablished"
    if state == "incoming":
        yield "setting.call.answerTimeoutSeconds"


def _operation(data: dict[str, Any]) -> Iterator[str]:
    yield from _result(_object(data, "resultInfo"))
    if data.get("recordingLocation") or data.get("recordResourceLocation"):
        yield "setting.recording.discardAfterSeconds"


def _generation(envelope: dict[str, Any], data: dict[str, Any]) -> str:
    """Tell it by what it alone sends; a cancelled recording has the reason in v1.0 too, and leaves
    open which it is."""
    if "@odata.type" not in envelope:
        return "2018"
    if data.get("completionReason") == OUTCOMES[Cause.CANCELLED].reason:
        return ""
    return "beta" if "completionReason" in data else "v1.0"


def _result(info: dict[str, Any]) -> Iterator[str]:
    code, subcode = info.get("code"), info.get("subcode")
    if isinstance(code, int) and isinstance(subcode, int) and (code, subcode) in _BY_RESULT:
        cause = _BY_RESULT[code, subcode]
        yield f"outcome.{cause}"
        if cause == Cause.MEDIA_TIMEOUT:
            yield "setting.media.onLoss"


def _object(members: dict[str, Any], name: str) -> dict[str, Any]:
    value = members.get(name)
    return value if isinstance(value, dict) else {}


def _json(text: Any) -> dict[str, Any]:
    if not isinstance(text, str):
        return {}
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
