"""Takes: fetched with their own token, discarded by the clock."""

from __future__ import annotations

import io
import wave
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from app.runtime.clock import new_id
from app.runtime.recordings import RecordingStore, TakeNotFound, WrongToken, encode_wav

AUDIO = np.arange(-800, 800).astype(np.int16)


class HandClock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.at.timestamp()


def test_a_take_is_a_wav_of_exactly_its_samples() -> None:
    data = encode_wav(AUDIO)
    assert len(data) == 44 + 2 * len(AUDIO)
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 16_000)
        assert np.array_equal(np.frombuffer(file.readframes(9_999), "<i2"), AUDIO)


def test_it_is_fetched_with_its_own_token_only() -> None:
    store = RecordingStore(HandClock(), new_id)
    take, other = store.add("call", "op", AUDIO), store.add("call", "op-2", AUDIO)
    assert store.fetch(take.id, take.token) is take
    for wrong in (None, "", other.token, take.token + "x", "é"):
        with pytest.raises(WrongToken):
            store.fetch(take.id, wrong)
    with pytest.raises(TakeNotFound):
        store.fetch(new_id(), take.token)


def test_it_goes_when_its_time_after_the_call_is_over() -> None:
    clock = HandClock()
    store = RecordingStore(clock, new_id)
    take, stays = store.add("call", "op", AUDIO), store.add("other", "op-2", AUDIO)
    clock.at += timedelta(hours=5)
    assert store.fetch(take.id, take.token) is take, "the call still runs"
    assert store.call_ended("call", 60) == clock.at + timedelta(seconds=60)
    clock.at += timedelta(seconds=59)
    assert store.of_operation("op") is take
    clock.at += timedelta(seconds=1)
    assert store.discard_due() == [take]
    assert store.of_operation("op") is None
    with pytest.raises(TakeNotFound):
        store.fetch(take.id, take.token)
    assert store.fetch(stays.id, stays.token) is stays


def test_a_call_without_takes_starts_no_clock() -> None:
    assert RecordingStore(HandClock(), new_id).call_ended("call", 60) is None


def test_ids_and_tokens_are_never_alike() -> None:
    store = RecordingStore(HandClock(), new_id)
    takes = [store.add("call", "op", AUDIO) for _ in range(50)]
    assert len({take.id for take in takes} | {take.token for take in takes}) == 100
