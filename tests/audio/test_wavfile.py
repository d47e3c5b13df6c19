"""Sound files: every kind for a caller, Graph's one for a prompt."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.audio import wavfile
from app.audio.wavfile import AudioFileError, PromptFormatError, read_caller, read_prompt
from app.runtime.ports import PromptBroken
from tests.helpers.listening import Sound, noise, place_of
from tests.helpers.wave_bytes import wav


def tone(rate: int, seconds: float = 0.5) -> np.ndarray:
    """A 500 Hz sine of half the full scale."""
    return 0.5 * np.sin(2 * np.pi * 500 * np.arange(round(rate * seconds)) / rate)


def encoded(
    data: np.ndarray,
    rate: int = 16_000,
    kind: str = "WAV",
    subtype: str = "PCM_16",
    endian: str | None = None,
) -> bytes:
    out = io.BytesIO()
    soundfile.write(out, data, rate, format=kind, subtype=subtype, endian=endian)
    return out.getvalue()


GRAPH = noise(0.3)
CONFORM = encoded(GRAPH)

KINDS = [
    ("WAV", "PCM_16", 8_000),
    ("WAV", "PCM_U8", 11_025),
    ("WAV", "PCM_24", 48_000),
    ("WAV", "PCM_32", 96_000),
    ("WAV", "FLOAT", 44_100),
    ("WAV", "DOUBLE", 16_000),
    ("WAV", "ULAW", 8_000),
    ("WAV", "ALAW", 8_000),
    ("WAV", "IMA_ADPCM", 22_050),
    ("WAV", "GSM610", 8_000),
    ("FLAC", "PCM_16", 44_100),
    ("OGG", "VORBIS", 44_100),
    ("OGG", "OPUS", 48_000),
    ("MP3", "MPEG_LAYER_III", 44_100),
    ("AIFF", "PCM_16", 16_000),
    ("AU", "ULAW", 8_000),
    ("CAF", "PCM_16", 32_000),
]


@pytest.mark.parametrize(("kind", "subtype", "rate"), KINDS)
def test_every_kind_is_read(kind: str, subtype: str, rate: int) -> None:
    sound = read_caller(encoded(tone(rate), rate, kind, subtype))
    assert sound.dtype == np.int16
    assert len(sound) == pytest.approx(8_000, abs=1_000)  # codecs pad to whole blocks
    middle = sound[2_000:6_000]
    wanted = np.rint(32_767 * tone(16_000)[:1_000]).astype(np.int16)
    assert place_of(wanted, middle)[1] > 0.99
    assert np.abs(middle).max() == pytest.approx(16_384, rel=0.08)


@pytest.mark.parametrize("kind", ["WAV", "WAVEX", "FLAC", "AIFF"])
def test_conform_sound_is_passed_bit_for_bit(kind: str) -> None:
    np.testing.assert_array_equal(read_caller(encoded(GRAPH, kind=kind)), GRAPH)


def test_file_is_read_by_path_or_bytes(tmp_path: Path) -> None:
    path = tmp_path / "Ünï côde.wav"
    path.write_bytes(CONFORM)
    np.testing.assert_array_equal(read_caller(path), GRAPH)
    np.testing.assert_array_equal(read_caller(str(path)), GRAPH)
    np.testing.assert_array_equal(read_caller(CONFORM), GRAPH)


@pytest.mark.parametrize("channels", [2, 8])
def test_channels_are_mixed_or_chosen(channels: int) -> None:
    data = np.zeros((1_600, channels), np.int16)
    data[:, 0] = 800 * channels
    data[:, 1] = -400 * channels
    file = encoded(data)
    assert set(read_caller(file)) == {400}
    assert set(read_caller(file, channel=1)) == {800 * channels}
    assert set(read_caller(file, channel=2)) == {-400 * channels}
    with pytest.raises(AudioFileError, match=f"has {channels} channel.*no channel {channels + 1}"):
        read_caller(file, channel=channels + 1)


def test_pieces_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    file = encoded(tone(44_100, 1.0), 44_100)
    whole = read_caller(file)
    monkeypatch.setattr(wavfile, "PIECE", 1_000)
    np.testing.assert_allclose(read_caller(file), whole, atol=1)
    assert len(whole) == 16_000


def test_loud_floats_are_clipped_and_nonsense_is_silence() -> None:
    data = np.array([2.0, -2.0, np.nan, np.inf, 0.25], np.float32)
    out = read_caller(encoded(data, subtype="FLOAT"))
    assert out.tolist() == [32_767, -32_768, 0, 32_767, 8_192]


def test_header_that_was_never_finished_is_no_obstacle() -> None:
    endless = bytearray(CONFORM)
    endless[4:8] = endless[40:44] = b"\xff\xff\xff\xff"  # as ffmpeg writes into a pipe
    np.testing.assert_array_equal(read_caller(bytes(endless)), GRAPH)
    np.testing.assert_array_equal(read_caller(CONFORM[:2_044]), GRAPH[:1_000])  # cut off


UNREADABLE = {
    "empty": b"",
    "text": b"This is not a sound. " * 10,
    "half a header": CONFORM[:30],
    "m4a": b"\0\0\0\x20ftypM4A \0\0\0\0" + bytes(200),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_unreadable_data_is_told(kind: str) -> None:
    with pytest.raises(AudioFileError, match=r"is empty|not a sound file that can be read"):
        read_caller(UNREADABLE[kind])
    for lenient in (True, False):
        with pytest.raises(PromptFormatError, match=r"^The prompt is"):
            read_prompt(UNREADABLE[kind], lenient=lenient)


def test_file_without_sound_is_told() -> None:
    with pytest.raises(AudioFileError, match="contains no sound"):
        read_caller(CONFORM[:44])


def test_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(AudioFileError, match=r"none\.wav” cannot be read: No such file"):
        read_caller(tmp_path / "none.wav")
    with pytest.raises(AudioFileError, match="cannot be read"):
        read_caller(tmp_path)


def test_too_long_a_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wavfile, "MAX_SECONDS", 0.2)
    with pytest.raises(AudioFileError, match="is longer than"):
        read_caller(CONFORM)
    endless = bytearray(encoded(GRAPH, kind="AU"))
    endless[8:12] = b"\xff\xff\xff\xff"  # AU: length unknown
    with pytest.raises(AudioFileError, match="is longer than"):
        read_caller(bytes(endless))


def test_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "soundfile", None)
    with pytest.raises(AudioFileError, match="pip install --force-reinstall soundfile"):
        read_caller(CONFORM)


@pytest.mark.parametrize("kind", ["WAV", "WAVEX"])
def test_strict_prompt_is_bit_for_bit(kind: str) -> None:
    np.testing.assert_array_equal(read_prompt(encoded(GRAPH, kind=kind), lenient=False), GRAPH)


@pytest.mark.parametrize(
    ("file", "found"),
    [
        (encoded(GRAPH, 8_000), "1 channel.s., 8000 Hz"),
        (encoded(np.stack([GRAPH, GRAPH], 1)), "2 channel.s., 16000 Hz"),
        (encoded(GRAPH, subtype="PCM_24"), "24 bit PCM"),
        (encoded(GRAPH, subtype="ULAW"), "U-Law"),
        (encoded(GRAPH, kind="FLAC"), "FLAC"),
        (encoded(GRAPH, endian="BIG"), "WAV"),
        (encoded(tone(44_100), 44_100, "MP3", "MPEG_LAYER_III"), "MPEG"),
    ],
)
def test_strict_prompt_says_what_it_found(file: bytes, found: str) -> None:
    with pytest.raises(PromptFormatError, match=f"{found}.*Graph plays only WAV"):
        read_prompt(file, lenient=False)
    lenient = read_prompt(file, lenient=True)
    assert len(lenient) >= 4_800


def similar(one: Sound, other: Sound) -> float:
    return place_of(one, other)[1]


@pytest.mark.parametrize("lenient", [False, True])
def test_a_prompt_of_the_right_kind_without_a_sound_is_broken(lenient: bool) -> None:
    with pytest.raises(PromptBroken, match="The prompt contains no sound"):
        read_prompt(wav(np.zeros(0, np.int16)), lenient=lenient)


def test_lenient_prompt_is_the_same_sound() -> None:
    out = read_prompt(encoded(np.repeat(GRAPH, 1), kind="FLAC"), lenient=True)
    np.testing.assert_array_equal(out, GRAPH)
    assert similar(GRAPH, out) == pytest.approx(1.0)
