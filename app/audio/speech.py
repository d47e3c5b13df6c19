"""Lets the system's own voice read a text, into samples and never onto a speaker.

Each voice is a program that comes with the system, run for one text: it can be ended at any moment,
and nothing of it lives in this process. (The package pyttsx3 wraps the same voices in one event
loop a process, which is known to hang from the second text on and on macOS wants the main thread.)
The text goes in by a pipe: it is on no command line, where others could see it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Final

from app.audio.wavfile import AudioFileError, read_caller
from app.runtime.ports import Audio, SpeechUnavailable

LONGEST: Final = 2000
"""Characters of one text: some two minutes of speech, the longest recording there is."""

PATIENCE: Final = 30.0
"""Seconds that a voice may take; the slowest (SAPI) is many times faster than speech."""

ESPEAK: Final = ("espeak-ng", "espeak")

HOW_TO: Final = {
    "linux": "Install one: sudo apt-get install espeak-ng",
    "darwin": "macOS has one, 'say': it was not found in the search path (PATH).",
    "win32": "Windows has one, reached by powershell.exe: it was not found in the search path.",
}

WINDOWS: Final = (
    "Add-Type -AssemblyName System.Speech; "
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voice.SetOutputToWaveFile($env:CALLSIM_SPEECH); "
    "$voice.Speak([Console]::In.ReadToEnd()); $voice.Dispose()"
)


class Utterance:
    """One text on its way to samples. ``result`` blocks: for a worker; ``cancel`` is for others."""

    def __init__(self, command: list[str], text: str, *, to_file: bool) -> None:
        self._command = command
        self._text = text
        self._to_file = to_file
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._cancelled = False

    def result(self) -> Audio | None:
        """Return the speech, ``None`` if it was cancelled. Raises SpeechUnavailable."""
        with tempfile.TemporaryDirectory(prefix="callsim-") as folder:
            file = Path(folder, "speech.wav")
            command = [part.replace("{file}", str(file)) for part in self._command]
            try:
                sound = self._run(command, {**os.environ, "CALLSIM_SPEECH": str(file)})
                if sound is None:
                    return None
                return read_caller(file if self._to_file else sound)
            except (OSError, AudioFileError) as error:
                raise SpeechUnavailable(f"The system's voice gave no sound: {error}") from error

    def cancel(self) -> None:
        """Stop; nothing happens where it has ended. Any thread."""
        with self._lock:
            self._cancelled = True
            if self._process is not None:
                self._process.kill()

    def _run(self, command: list[str], environment: dict[str, str]) -> bytes | None:
        with self._lock:
            if self._cancelled:
                return None
            self._process = process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment,
            )
        try:
            sound, problem = process.communicate(self._text.encode(), PATIENCE)
        except subprocess.TimeoutExpired as error:
            process.kill()
            process.communicate()
            raise SpeechUnavailable(
                f"The system's voice took more than {PATIENCE:g} s. Try a shorter text."
            ) from error
        if self._cancelled:
            return None
        if process.returncode != 0:
            said = problem.decode(errors="replace").strip().splitlines()[-1:] or ["no reason given"]
            raise SpeechUnavailable(f"The system's voice failed ({said[0][:200]}).")
        return sound


class SystemVoice:
    """The runtime's :class:`app.runtime.ports.VoicePort`. Making one costs nothing."""

    def __init__(self, platform: str = sys.platform, path: str | None = None) -> None:
        self._platform = platform
        self._path = path

    @property
    def problem(self) -> str | None:
        """Why there is no voice and how to get one; ``None`` where there is. Any thread."""
        if self._program() is not None:
            return None
        how = HOW_TO.get(self._platform, HOW_TO["linux"])
        return f"This system has no voice that reads texts. {how}"

    def say(self, text: str, language: str = "en") -> Utterance:
        """Return ``text`` as an utterance; ``language`` is ISO 639-1, where the voice has several.

        Raises SpeechUnavailable (no voice), ValueError (no text, or too long). Any thread.
        """
        text = text.strip()
        if not text:
            raise ValueError("There is nothing to say: type a text.")
        if len(text) > LONGEST:
            raise ValueError(
                f"This text has {len(text)} characters; {LONGEST} can be said at once."
            )
        program = self._program()
        if program is None:
            raise SpeechUnavailable(self.problem or "")
        if self._platform == "darwin":
            form = ["--file-format=WAVE", "--data-format=LEI16@22050"]
            return Utterance([program, "-o", "{file}", *form, "-f", "-"], text, to_file=True)
        if self._platform == "win32":
            command = [program, "-NoProfile", "-NonInteractive", "-Command", WINDOWS]
            return Utterance(command, text, to_file=True)
        # -b 1: UTF-8, whatever the locale.
        command = [program, "-b", "1", "-v", language, "--stdin", "--stdout"]
        return Utterance(command, text, to_file=False)

    def _program(self) -> str | None:
        names = {"darwin": ("say",), "win32": ("powershell.exe",)}.get(self._platform, ESPEAK)
        found = (shutil.which(name, path=self._path) for name in names)
        return next((program for program in found if program), None)
