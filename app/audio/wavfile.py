"""Sound files in: any kind for a caller, Graph's one format for a prompt.

soundfile (libsndfile) decodes, soxr resamples. A file that is 16 kHz mono 16 bit already is passed
on bit for bit. Files are read in pieces, so that two hours of stereo do not fill the memory.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from app.engine.timebase import SAMPLE_RATE
from app.runtime.ports import Audio, PromptBroken

MAX_SECONDS: Final = 7200
"""Two hours: the longest call of this simulator's tests, 230 MB of samples."""

PIECE: Final = 1 << 18
"""Frames that are decoded at a time."""

EXACT: Final = frozenset({"PCM_16", "PCM_S8", "PCM_U8", "ULAW", "ALAW"})
"""Subtypes whose every value is an int16 value."""

READABLE: Final = "WAV, FLAC, OGG (Vorbis, Opus), MP3, AIFF, AU and CAF"


class AudioFileError(ValueError):
    """A sound file cannot be used; the message says why and what to do."""


class PromptFormatError(AudioFileError):
    """A prompt is not what Graph plays; the message says what was found."""


def read_caller(source: str | Path | bytes, *, channel: int = 0) -> Audio:
    """Return the sound of a file (its path, or its bytes) as int16 mono 16 kHz.

    ``channel`` (from 1) picks one of several; 0 mixes them with equal weight. Raises
    AudioFileError. Blocks: about 50 ms for a minute of 48 kHz stereo.
    """
    name = "The sound data" if isinstance(source, bytes) else f"“{source}”"
    with _opened(source, name) as file:
        if not 0 <= channel <= file.channels:
            raise AudioFileError(
                f"{name} has {file.channels} channel(s), so there is no channel {channel}. "
                "The first is 1; 0 mixes all."
            )
        if file.samplerate < 1 or file.frames > MAX_SECONDS * file.samplerate:
            raise AudioFileError(_too_long(name))
        pieces = list(_converted(file, channel, name))
    sound = np.concatenate(pieces) if pieces else np.zeros(0, np.int16)
    if not len(sound):
        raise AudioFileError(f"{name} contains no sound. Choose another file.")
    return sound


def read_prompt(data: bytes, *, lenient: bool) -> Audio:
    """Return a prompt as int16 mono 16 kHz.

    Strict, only what Graph takes is let through, and bit for bit: "only Wave file (.wav) format,
    single-channel, 16-bit samples with a 16,000 (16 KHz) sampling rate" (mediaInfo resource).
    ``lenient`` converts what can be read. Raises PromptFormatError, or PromptBroken for one that is
    of the right kind and still cannot be played.
    """
    try:
        with _opened(data, "The prompt") as file:
            if not lenient:
                _require_graph_format(file)
    except PromptFormatError:
        raise
    except AudioFileError as error:
        raise PromptFormatError(str(error)) from error
    try:
        return read_caller(data)
    except AudioFileError as error:
        raise PromptBroken(str(error).replace("The sound data", "The prompt")) from error


def _require_graph_format(file: Any) -> None:
    # WAVEX is the same PCM behind the longer header that some tools write.
    if (
        file.format in ("WAV", "WAVEX")
        and file.endian != "BIG"
        and (file.channels, file.subtype, file.samplerate) == (1, "PCM_16", SAMPLE_RATE)
    ):
        return
    raise PromptFormatError(
        f"The prompt is {file.format_info}, {file.subtype_info}, {file.channels} channel(s), "
        f"{file.samplerate} Hz. Graph plays only WAV, 16-bit PCM, one channel, 16000 Hz. Convert "
        "it: ffmpeg -i IN -ac 1 -ar 16000 -c:a pcm_s16le OUT.wav"
    )


@contextmanager
def _opened(source: str | Path | bytes, name: str) -> Iterator[Any]:
    try:
        import soundfile
    except (ImportError, OSError) as error:
        raise AudioFileError(
            f"Sound files cannot be read: the Python package soundfile does not load ({error}). "
            "Install it again: python3 -m pip install --force-reinstall soundfile"
        ) from error
    if not isinstance(source, bytes):
        try:
            # Opened here and not by libsndfile, whose "System error." tells nothing.
            source = Path(source).expanduser()
            stream: Any = source.open("rb")
        except OSError as error:
            raise AudioFileError(f"{name} cannot be read: {error.strerror}.") from error
    else:
        stream = io.BytesIO(source)
    with stream:
        if not stream.read(1):
            raise AudioFileError(f"{name} is empty. Choose another file.")
        stream.seek(0)
        try:
            with soundfile.SoundFile(stream) as file:
                yield file
        except soundfile.LibsndfileError as error:
            raise AudioFileError(
                f"{name} is not a sound file that can be read ({error.error_string.strip(' .')}). "
                f"Readable are {READABLE}; convert others: ffmpeg -i IN OUT.wav"
            ) from error


def _converted(file: Any, channel: int, name: str) -> Iterator[NDArray[np.int16]]:
    """The file's sound piece by piece, as int16 mono 16 kHz."""
    rate = file.samplerate
    exact = file.subtype in EXACT and (file.channels == 1 or channel > 0)
    resampler: Any = None
    if rate != SAMPLE_RATE:
        import soxr

        resampler = soxr.ResampleStream(rate, SAMPLE_RATE, 1, dtype="float32")
        exact = False
    frames = 0
    mix = np.full(file.channels, 1.0 / file.channels, np.float32)
    while len(piece := file.read(PIECE, dtype="int16" if exact else "float32", always_2d=True)):
        frames += len(piece)
        if frames > MAX_SECONDS * rate:  # a format without a length in its header
            raise AudioFileError(_too_long(name))
        mixed = channel == 0 and file.channels > 1
        mono = piece @ mix if mixed else piece[:, max(0, channel - 1)]
        if resampler is not None:
            mono = resampler.resample_chunk(np.ascontiguousarray(mono))
        yield mono if exact else _to_int16(mono)
    if resampler is not None and frames:
        yield _to_int16(resampler.resample_chunk(np.zeros(0, np.float32), last=True))


def _to_int16(values: NDArray[np.float32]) -> NDArray[np.int16]:
    scaled = np.rint(np.nan_to_num(values, posinf=1.0, neginf=-1.0) * 32768.0)
    rounded: NDArray[np.int16] = np.clip(scaled, -32768, 32767).astype(np.int16)
    return rounded


def _too_long(name: str) -> str:
    return f"{name} is longer than {MAX_SECONDS // 3600} hours. Choose or cut a shorter one."
