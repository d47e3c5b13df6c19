"""Requests in plain words: what a recordResponse or playPrompt body makes the call do.

Used by the inspector for what was sent and by the composer for what would be.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.graph.requests import PlayPromptRequest, RecordResponseRequest

translate = QCoreApplication.translate


def record_words(request: RecordResponseRequest) -> list[str]:
    """Return what ``request`` makes the call do, sentence by sentence."""
    sentences = []
    if request.barge_in_allowed:
        sentences.append(
            translate("Words", "It barges in: what plays, records or waits is cancelled first.")
        )
    sentences.append(_before(len(request.prompts), beep=request.play_beep))
    sentences.append(
        translate(
            "Words", "It fails if nothing is said for {initial} s, and completes {ends}."
        ).format(initial=request.initial_silence, ends=_ends(request))
    )
    return sentences


def play_words(request: PlayPromptRequest) -> list[str]:
    """Return what ``request`` makes the call do."""
    if len(request.prompts) == 1:
        return [translate("Words", "One prompt is played to the caller.")]
    words = translate("Words", "{n} prompts are played to the caller, one after the other.")
    return [words.format(n=len(request.prompts))]


def _before(prompts: int, *, beep: bool) -> str:
    if prompts and beep:
        return translate("Words", "A prompt and the beep play, then the caller is recorded.")
    if prompts:
        return translate("Words", "A prompt plays, then the caller is recorded, without a beep.")
    if beep:
        return translate("Words", "The beep plays, then the caller is recorded.")
    return translate("Words", "The caller is recorded at once, without a prompt or beep.")


def _ends(request: RecordResponseRequest) -> str:
    tones = list(dict.fromkeys(request.stop_tones))
    longest = translate("Words", "after {n} s at the latest").format(n=request.max_duration)
    pause = translate("Words", "on a pause of {n} s").format(n=request.max_silence)
    if not tones:
        return translate("Words", "{pause}, or {longest}").format(pause=pause, longest=longest)
    keys = tones[0]
    if len(tones) > 1:
        keys = translate("Words", "{some} or {last}").format(
            some=", ".join(tones[:-1]), last=tones[-1]
        )
    words = translate("Words", "on the key {keys}, {pause}, or {longest}")
    return words.format(keys=keys, pause=pause, longest=longest)
