"""What is wrong with the sound, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from app.engine.states import CallState
from app.runtime.calls import CallSnapshot
from app.runtime.ports import DeviceList, StreamStatus

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SoundProblem:
    """``key`` names the problem, so that a dismissed one stays away until another comes.
    ``without_microphone``: another caller would help."""

    key: str
    title: str
    text: str
    without_microphone: bool = False


def call_problem(call: CallSnapshot | None) -> SoundProblem | None:
    """Return what troubles the sound of a running call, the caller's side first."""
    if call is None or call.engine.state is CallState.TERMINATED:
        return None
    if call.caller == "live" and call.microphone is None:
        return SoundProblem(
            f"{call.id}/no microphone",
            translate("SoundText", "You are not heard"),
            translate(
                "SoundText",
                "No microphone could be opened; the call goes on with silence. For the next call "
                "choose another microphone, or another caller.",
            ),
            without_microphone=True,
        )
    microphone = _stream_problem(
        f"{call.id}/microphone",
        call.microphone,
        translate("SoundText", "The microphone is silent"),
        translate("SoundText", "The call goes on with silence until it is back."),
    )
    return microphone or _stream_problem(
        f"{call.id}/speaker",
        call.speaker,
        translate("SoundText", "The speaker is gone"),
        translate("SoundText", "The bot's sound is not heard until it is back."),
    )


def device_problem(devices: DeviceList | None) -> SoundProblem | None:
    """Return why there is no microphone to call with, if so (``None``: not known yet)."""
    if devices is None or devices.inputs:
        return None
    return SoundProblem(
        "no microphone",
        translate("SoundText", "No microphone"),
        translate("SoundText", "Until there is one, the demo caller speaks, or whom you choose.")
        + " "
        + (devices.problem or translate("SoundText", "None is connected. Plug one in.")),
        without_microphone=True,
    )


def device_news(
    kind: Literal["input", "output"], before: StreamStatus | None, now: StreamStatus | None
) -> str:
    """Return what became of the device that a call uses, since ``before``; empty: nothing new."""
    if now is None or now.state != "running" or now == before:
        return ""
    was_for = "" if before is None else before.stands_in_for
    if now.stands_in_for and now.stands_in_for != was_for:
        text = (
            translate("SoundText", "The microphone “{wanted}” is not there. “{name}” is used.")
            if kind == "input"
            else translate("SoundText", "The speaker “{wanted}” is not there. “{name}” is used.")
        )
        return text.format(wanted=now.stands_in_for, name=now.device)
    if was_for and not now.stands_in_for:
        text = (
            translate("SoundText", "The microphone “{name}” is back.")
            if kind == "input"
            else translate("SoundText", "The speaker “{name}” is back.")
        )
        return text.format(name=now.device)
    if before is not None and before.device and before.device != now.device:
        text = (
            translate("SoundText", "The microphone is “{name}” now, the system's default.")
            if kind == "input"
            else translate("SoundText", "The speaker is “{name}” now, the system's default.")
        )
        return text.format(name=now.device)
    return ""


def _stream_problem(
    key: str, status: StreamStatus | None, title: str, consequence: str
) -> SoundProblem | None:
    if status is None or status.state in ("running", "closed"):
        return None
    return SoundProblem(f"{key}/{status.state}", title, status.message or consequence)
