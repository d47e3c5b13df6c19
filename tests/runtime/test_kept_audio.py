"""Audio in memory: what is kept is bit for bit, what is old goes, what is needed stays."""

from __future__ import annotations

import numpy as np

from app.runtime.kept_audio import BLOCK, KeptAudio

SOUND = (np.arange(5 * BLOCK) % 30_000).astype(np.int16)


def kept(frame: int = 320) -> KeptAudio:
    audio = KeptAudio()
    for start in range(0, len(SOUND), frame):
        audio.append(SOUND[start : start + frame])
    return audio


def test_it_gives_back_what_it_got_however_it_was_cut() -> None:
    for frame in (1 << 20, 320, 777):
        audio = kept(frame)
        assert audio.length == len(SOUND)
        read = audio.read(BLOCK - 5, 3 * BLOCK + 7)
        assert read is not None and np.array_equal(read, SOUND[BLOCK - 5 : 3 * BLOCK + 7])


def test_what_lies_beyond_is_left_out() -> None:
    audio = kept()
    read = audio.read(-10, 99 * BLOCK)
    assert read is not None and np.array_equal(read, SOUND)
    beyond = audio.read(99 * BLOCK, 100 * BLOCK)
    assert beyond is not None and len(beyond) == 0


def test_old_blocks_go_unless_they_are_needed() -> None:
    audio = kept()
    asked: list[tuple[int, int]] = []

    def needed(span: tuple[int, int]) -> bool:
        asked.append(span)
        return span[0] == BLOCK

    audio.drop_older(3 * BLOCK + 10, needed)
    audio.drop_older(3 * BLOCK + 20, needed)
    assert asked == [(0, BLOCK), (BLOCK, 2 * BLOCK), (2 * BLOCK, 3 * BLOCK)], "each once"
    assert audio.spans() == ((BLOCK, 2 * BLOCK), (3 * BLOCK, 5 * BLOCK))
    assert audio.read(0, 10) is None and audio.read(BLOCK, BLOCK + 10) is not None
    assert audio.blocks == 3


def test_the_oldest_goes_first_and_all_can_go() -> None:
    audio = kept()
    assert audio.drop_oldest() and audio.spans() == ((BLOCK, 5 * BLOCK),)
    audio.clear()
    assert not audio.drop_oldest() and audio.spans() == () and audio.length == len(SOUND)
    audio.append(SOUND[:10])
    assert audio.spans() == ((5 * BLOCK, 5 * BLOCK + 10),)
