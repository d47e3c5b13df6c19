"""Playing a recording to the user."""

from __future__ import annotations

import numpy as np

from app.ui.recording.player import Player
from tests.helpers.keeping import Keep
from tests.helpers.window import World, on_qt_loop

AUDIO = np.zeros(32_000, np.int16)


class Heard:
    """What a player told."""

    def __init__(self, player: Player) -> None:
        self.moves: list[int] = []
        self.ends = 0
        self.failures: list[str] = []
        player.moved.connect(self.moves.append)
        player.ended.connect(self._end)
        player.failed.connect(self.failures.append)

    def _end(self) -> None:
        self.ends += 1


@on_qt_loop
async def test_the_cursor_follows_until_the_end(world: World, keep: Keep) -> None:
    player = keep(Player(world.link))
    heard = Heard(player)
    clips = world.core.audio.clips
    player.play(AUDIO, 1000)
    await world.until(lambda: heard.moves)
    assert heard.moves[0] == 1000 and player.polling and clips.clip is AUDIO
    clips.position = 20_000
    await world.until(lambda: heard.moves[-1] == 20_000)
    clips.stop()
    await world.until(lambda: heard.ends == 1)
    assert not player.playing and not player.polling


@on_qt_loop
async def test_stopping_ends_the_polling(world: World, keep: Keep) -> None:
    player = keep(Player(world.link))
    heard = Heard(player)
    player.play(AUDIO, 0)
    await world.until(lambda: player.polling)
    player.stop()
    assert not player.polling and not world.core.audio.clips.playing and heard.ends == 0


@on_qt_loop
async def test_stopped_before_it_began(world: World, keep: Keep) -> None:
    player = keep(Player(world.link))
    player.play(AUDIO, 0)
    player.stop()
    await player._tasks.stop()
    assert not player.playing and not player.polling


@on_qt_loop
async def test_another_clip_takes_its_place(world: World, keep: Keep) -> None:
    player = keep(Player(world.link))
    heard = Heard(player)
    other = np.ones(100, np.int16)
    player.play(AUDIO, 0)
    player.play(other, 50)
    await world.until(lambda: world.core.audio.clips.clip is other and heard.moves)
    assert heard.moves == [50] and len(world.core.audio.players) == 1
    await player.close()


@on_qt_loop
async def test_nobody_looks_no_timer_runs(world: World, keep: Keep) -> None:
    player = keep(Player(world.link))
    heard = Heard(player)
    player.set_seen(seen=False)
    player.play(AUDIO, 0)
    await world.until(lambda: heard.moves)
    assert player.playing and not player.polling
    player.set_seen(seen=True)
    assert player.polling
    player.set_seen(seen=False)
    world.core.audio.clips.stop()
    player.set_seen(seen=True)
    assert heard.ends == 1 and not player.polling


@on_qt_loop
async def test_without_a_speaker_it_says_why(world: World, keep: Keep) -> None:
    world.core.audio.problem = "There is no speaker. Plug one in."
    player = keep(Player(world.link))
    heard = Heard(player)
    player.play(AUDIO, 0)
    await world.until(lambda: heard.failures)
    assert heard.failures == ["There is no speaker. Plug one in."] and not player.playing
