"""The system's voice: the real one where there is one, and programs that behave badly."""

from __future__ import annotations

import shutil
import stat
import sys
import threading
import wave
from pathlib import Path

import numpy as np
import pytest

from app.audio.speech import LONGEST, SystemVoice
from app.runtime.ports import Audio, SpeechUnavailable

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
ESPEAK = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is missing")
USUAL = ":/usr/bin:/bin"


def program(folder: Path, name: str, script: str) -> str:
    """Make ``name`` a program in ``folder``; returns a search path that begins with it."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return f"{folder}{USUAL}"


@ESPEAK
def test_a_text_becomes_speech() -> None:
    short = SystemVoice("linux").say("One.").result()
    long = SystemVoice("linux").say("One, two, three — Grüße, and 42 dollars.").result()
    assert short is not None and long is not None
    assert short.dtype == np.int16 and 0.2 * 16_000 < len(short) < len(long)
    assert np.abs(long).max() > 3_000


@ESPEAK
def test_a_text_that_looks_like_an_option_is_said() -> None:
    said = SystemVoice("linux").say("--version; rm -rf $HOME").result()
    assert said is not None and len(said) > 8_000


@POSIX
def test_the_text_is_on_no_command_line(tmp_path: Path) -> None:
    path = program(tmp_path, "espeak-ng", f'echo "$@" > {tmp_path}/arguments; cat > {tmp_path}/in')
    with pytest.raises(SpeechUnavailable, match="gave no sound"):
        SystemVoice("linux", path).say("my secret").result()
    assert "secret" not in (tmp_path / "arguments").read_text()
    assert (tmp_path / "in").read_text() == "my secret"


@POSIX
@pytest.mark.parametrize(
    ("platform", "name", "target"),
    [("darwin", "say", "$2"), ("win32", "powershell.exe", "$CALLSIM_SPEECH")],
)
def test_voices_that_write_a_file(tmp_path: Path, platform: str, name: str, target: str) -> None:
    with wave.open(str(tmp_path / "said.wav"), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(np.arange(1_600, dtype=np.int16).tobytes())
    path = program(tmp_path, name, f'cat > /dev/null; cp {tmp_path}/said.wav "{target}"')
    said = SystemVoice(platform, path).say("hello").result()
    assert said is not None and said.tolist() == list(range(1_600))


@POSIX
def test_it_can_be_cancelled_while_it_works(tmp_path: Path) -> None:
    path = program(tmp_path, "espeak-ng", f"touch {tmp_path}/begun; exec sleep 60")
    utterance = SystemVoice("linux", path).say("hello")
    results: list[Audio | None] = []
    worker = threading.Thread(target=lambda: results.append(utterance.result()))
    worker.start()
    while not (tmp_path / "begun").exists():
        assert worker.is_alive()
    utterance.cancel()
    worker.join(10)
    assert results == [None]


@ESPEAK
def test_cancelled_before_it_began_it_never_begins() -> None:
    utterance = SystemVoice("linux").say("hello")
    utterance.cancel()
    assert utterance.result() is None


@POSIX
def test_a_voice_that_fails_says_why(tmp_path: Path) -> None:
    path = program(tmp_path, "espeak-ng", "cat > /dev/null; echo no such voice >&2; exit 3")
    with pytest.raises(SpeechUnavailable, match="no such voice"):
        SystemVoice("linux", path).say("hello").result()


@pytest.mark.parametrize(
    ("platform", "words"), [("linux", "espeak-ng"), ("darwin", "'say'"), ("win32", "powershell")]
)
def test_without_a_voice_it_says_how_to_get_one(tmp_path: Path, platform: str, words: str) -> None:
    voice = SystemVoice(platform, str(tmp_path))
    assert voice.problem is not None and words in voice.problem
    with pytest.raises(SpeechUnavailable, match=words):
        voice.say("hello")


@pytest.mark.parametrize("text", ["", "  \n", "a" * (LONGEST + 1)])
def test_what_cannot_be_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"nothing to say|can be said"):
        SystemVoice().say(text)
