"""The engine as a whole: states, refusals, the caller's path, keys, and any cut into frames."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from app.engine.call import AudioNotActive, CallNotEstablished, Engine, EngineConfig
from app.engine.commands import (
    Abandon,
    Answer,
    Command,
    Delete,
    HangUp,
    MuteBot,
    PickUp,
    PressTone,
    RecordResponse,
    SetHeld,
    SetMuted,
    SetSensitivity,
    Transfer,
    TransferDone,
    TurnAway,
)
from app.engine.events import (
    CallStateChanged,
    MediaActivated,
    OperationEnded,
    SpeechStarted,
    ToneReceived,
)
from app.engine.outcome import Cause
from app.engine.states import CallState, IllegalTransition
from app.engine.tones import dtmf
from tests.helpers.playbook import BEEP, Playbook, ScriptedModel, concatenate

REQUEST = RecordResponse("op", 80_000, 80_000, 80_000)


def states(play: Playbook) -> list[CallState]:
    return [event.state for event in play.told(CallStateChanged)]


def test_a_call_is_answered_and_its_audio_becomes_active_with_the_first_sample() -> None:
    play = Playbook(answered=False)
    play.does(Answer())
    assert states(play) == [CallState.ESTABLISHING, CallState.ESTABLISHED]
    assert play.told(MediaActivated) == []
    play.is_silent(0.02)
    assert len(play.told(MediaActivated)) == 1


def test_the_caller_hangs_up_the_bot_deletes_nobody_answers() -> None:
    hung_up, deleted, abandoned = Playbook(), Playbook(), Playbook(answered=False)
    hung_up.does(HangUp())
    assert states(hung_up)[2:] == [CallState.TERMINATED]
    deleted.does(Delete())
    assert states(deleted)[2:] == [CallState.TERMINATING, CallState.TERMINATED]
    abandoned.does(Abandon())
    assert states(abandoned) == [CallState.TERMINATED]


@pytest.mark.parametrize("command", [Answer(), Delete(), HangUp(), Abandon()])
def test_a_call_that_has_ended_refuses_and_nothing_moves(command: object) -> None:
    play = Playbook()
    play.does(HangUp())
    before = play.engine.snapshot()
    with pytest.raises(IllegalTransition):
        play.does(command)  # type: ignore[arg-type]
    assert play.engine.snapshot() == before


def test_a_second_answer_is_refused() -> None:
    play = Playbook()
    with pytest.raises(IllegalTransition):
        play.does(Answer())
    assert play.engine.state is CallState.ESTABLISHED


def test_recording_needs_an_established_call_with_active_audio() -> None:
    play = Playbook(answered=False)
    with pytest.raises(CallNotEstablished):
        play.does(REQUEST)
    play.does(Answer())
    with pytest.raises(AudioNotActive):
        play.does(REQUEST)
    play.is_silent(0.02)
    play.does(REQUEST)
    play.is_silent(1)
    assert play.engine.recording


@pytest.mark.parametrize("tone", ["X", "", "12", "#1"])
def test_an_unknown_key_is_refused(tone: str) -> None:
    play = Playbook()
    with pytest.raises(ValueError, match=f"'{tone}' is no DTMF key"):
        play.does(PressTone(tone))
    assert play.told(ToneReceived) == []


def test_mute_feeds_zeros_and_the_timers_go_on() -> None:
    play = Playbook()
    play.record(initial_silence=2)
    play.does(SetMuted(muted=True))
    play.says(3)
    assert play.ending == ("failed", "initialSilenceTimeout", 2.0)


class Unsure(ScriptedModel):
    """Takes speech for what is speech at the usual sensitivity, and not at the lowest."""

    def feed(self, samples: NDArray[np.int16]) -> list[float]:
        return [min(value, 0.6) for value in super().feed(samples)]


def test_another_sensitivity_decides_the_next_recording(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.helpers.playbook.ScriptedModel", Unsure)
    play = Playbook()
    play.record(initial_silence=1, max_silence=1, max_duration=3)
    play.is_silent(0.5)
    play.does(SetSensitivity(0.0))
    play.says(4)
    assert play.ending == ("completed", "maxRecordDurationReached", 3.0)
    play.record(initial_silence=1, max_silence=1, max_duration=3)
    play.says(4)
    assert play.ending == ("failed", "initialSilenceTimeout", 1.0)


def test_a_sounding_pad_key_feeds_zeros() -> None:
    play = Playbook()
    play.record(max_duration=1)
    play.says(0.5)
    play.does(PressTone("5", 1_600))
    play.says(1)
    audio = play.endings[0].audio
    assert audio is not None
    assert (audio[8_000:9_600] == 0).all()
    assert (audio[:8_000] == 1000).all() and (audio[9_600:] == 1000).all()


def test_a_pad_key_counts_at_the_press() -> None:
    play = Playbook()
    play.record(stop_tones=("#",))
    play.is_silent(1.234)
    play.presses("#")
    assert play.ending == ("completed", "stopToneDetected", 1.234)
    audio = play.endings[0].audio
    assert audio is not None and len(audio) == 19_744


def test_a_key_heard_in_the_audio_counts_and_can_be_switched_off() -> None:
    tone = np.concatenate([np.zeros(8_000, np.int16), dtmf("#", 1_600), np.zeros(8_000, np.int16)])
    on, off = Playbook(), Playbook(tones_in_audio=False)
    for play in (on, off):
        play.record(stop_tones=("#",))
        play.hears(tone)
    assert on.ending is not None
    assert on.ending[:2] == ("completed", "stopToneDetected")
    assert 0.52 <= on.ending[2] <= 0.6
    assert off.ending is None and off.told(ToneReceived) == []


def test_the_echo_of_a_pad_key_is_not_a_second_key() -> None:
    play = Playbook()
    play.record()
    play.presses("7")
    play.hears(np.concatenate([np.zeros(2_400, np.int16), dtmf("7", 1_600)]))
    play.is_silent(0.2)
    assert [(t.tone, t.source) for t in play.told(ToneReceived)] == [("7", "pad")]
    play.is_silent(1)
    play.hears(dtmf("7", 1_600))
    play.is_silent(0.2)
    assert [t.source for t in play.told(ToneReceived)] == ["pad", "audio"]


def test_a_tone_that_began_before_the_recording_is_not_one_of_its_stop_tones() -> None:
    play = Playbook()
    play.record(beep=True, stop_tones=("5",))
    audio = np.zeros(16_000, np.int16)
    audio[5_600:7_200] = dtmf("5", 1_600)  # the recording starts at 6400
    play.hears(audio)
    assert [t.tone for t in play.told(ToneReceived)] == ["5"]
    assert play.ending is None


@pytest.mark.parametrize("frame", [1, 160, 320, 777, 100_000])
def test_the_same_call_happens_however_it_is_cut(frame: int) -> None:
    audio = concatenate(
        [("silence", 1.1), ("speech", 0.7), ("silence", 1.4), ("speech", 0.5), ("silence", 3)]
    )
    audio[40_000:41_600] = dtmf("3", 1_600)

    def call(cut: int) -> Playbook:
        play = Playbook(frame=cut)
        play.record(beep=True, max_silence=1)
        play.record(beep=True, max_silence=1, max_duration=3)
        play.hears(audio)
        return play

    cut, whole = call(frame), call(320)
    assert [(type(e), e.sample) for e in cut.events] == [(type(e), e.sample) for e in whole.events]
    assert np.array_equal(cut.speaker, whole.speaker)
    assert len(cut.endings) == 2


class Deaf:
    """Ears that hear nothing, and remember what was played."""

    def __init__(self) -> None:
        self.speaker = np.zeros(0, np.int16)

    def hear(self, caller: np.ndarray) -> np.ndarray:
        return np.zeros(len(caller), np.int16)

    def played(self, speaker: np.ndarray) -> None:
        self.speaker = np.concatenate([self.speaker, speaker])


def test_ears_change_what_is_detected_and_never_what_is_recorded() -> None:
    ears = Deaf()
    engine = Engine(EngineConfig(BEEP), ScriptedModel, ears)
    engine.handle(Answer())
    engine.receive_audio(np.zeros(1, np.int16))
    engine.handle(RecordResponse("op", 160_000, 32_000, 16_000, stop_tones=("5",)))
    said = np.full(32_000, 1_000, np.int16)
    said[12_000:13_600] = dtmf("5", 1_600)
    events, speaker, _ = engine.receive_audio(said)
    ended = next(event for event in events if isinstance(event, OperationEnded))
    assert ended.cause is Cause.MAX_DURATION, "neither the speech nor the key was heard"
    assert ended.audio is not None
    assert np.array_equal(ended.audio, said[len(BEEP) : len(BEEP) + 16_000])
    assert not any(isinstance(event, SpeechStarted) for event in events)
    assert np.array_equal(ears.speaker[1:], speaker)


def test_a_bot_that_muted_itself_is_not_heard_and_its_prompt_goes_on() -> None:
    play = Playbook()
    play.does(MuteBot(True))
    play.play(np.full(1_600, 7, np.int16))
    play.is_silent(0.05)
    assert not play.speaker.any()
    play.does(MuteBot(False))
    play.is_silent(0.05)
    assert np.count_nonzero(play.speaker) == 800
    assert play.ending is not None and play.ending[1] == "completedSuccessfully"


def test_a_bot_cannot_mute_itself_before_the_call_is_established() -> None:
    with pytest.raises(CallNotEstablished):
        Playbook(answered=False).does(MuteBot(True))


def test_only_a_call_that_can_be_answered_can_be_turned_away() -> None:
    play = Playbook(answered=False)
    play.does(TurnAway())
    assert states(play) == [CallState.TERMINATED]
    for late in (Playbook(), play):
        with pytest.raises(IllegalTransition):
            late.does(TurnAway())


def outgoing() -> Engine:
    return Engine(EngineConfig(BEEP), ScriptedModel, outgoing=True)


def test_a_call_that_the_bot_placed_rings_until_it_is_picked_up() -> None:
    engine = outgoing()
    events, _, _ = engine.receive_audio(np.zeros(320, np.int16))
    assert events == [] and engine.state is CallState.ESTABLISHING
    assert engine.handle(PickUp()) == [CallStateChanged(320, CallState.ESTABLISHED)]
    events, _, _ = engine.receive_audio(np.zeros(320, np.int16))
    assert events == [MediaActivated(320)]
    with pytest.raises(IllegalTransition):
        engine.handle(PickUp())


@pytest.mark.parametrize("end", [HangUp(), Delete(), Abandon()])
def test_a_ringing_call_can_end(end: Command) -> None:
    engine = outgoing()
    engine.handle(end)
    assert engine.state is CallState.TERMINATED


def test_a_call_that_the_phone_placed_cannot_be_picked_up() -> None:
    with pytest.raises(IllegalTransition):
        Playbook(answered=False).does(PickUp())


def test_a_call_that_is_handed_over_leaves_this_phone() -> None:
    play = Playbook()
    play.record()
    play.does(Transfer())
    play.says(1)
    assert play.endings == [], "the audio flows until the target takes the call"
    play.does(TransferDone(accepted=True))
    assert states(play)[-3:] == ["transferring", "transferAccepted", "terminated"]
    names = play.names()
    assert names[-4:] == [
        "OperationEnded",
        "CallStateChanged",
        "MediaDeactivated",
        "CallStateChanged",
    ]
    assert play.endings[0].outcome.reason == "callTerminated"


def test_a_call_that_nobody_takes_over_goes_on() -> None:
    play = Playbook()
    play.is_silent(1)
    play.record(max_duration=2)
    play.does(Transfer())
    with pytest.raises(CallNotEstablished):
        play.record()
    play.does(PressTone("1"))
    play.says(1)
    play.does(TransferDone(accepted=False))
    play.says(1)
    assert play.ending == ("completed", "maxRecordDurationReached", 2.0)
    assert play.engine.snapshot().established_at == 0.0


@pytest.mark.parametrize("command", [HangUp(), Delete()])
def test_a_call_can_end_while_it_is_handed_over(command: Command) -> None:
    play = Playbook()
    play.does(Transfer())
    play.does(command)
    assert states(play)[-1] == "terminated"
    with pytest.raises(IllegalTransition):
        play.does(TransferDone(accepted=True))


def test_only_an_established_call_is_handed_over() -> None:
    play = Playbook(answered=False)
    with pytest.raises(CallNotEstablished):
        play.does(Transfer())
    assert play.events == []


def test_on_hold_nothing_flows_and_a_recording_stands_still() -> None:
    play = Playbook()
    play.record(max_silence=2, max_duration=60)
    play.says(1.0)
    play.does(SetHeld(True))
    play.says(30.0)
    assert play.told(OperationEnded) == []
    snapshot = play.engine.snapshot()
    assert (snapshot.state, snapshot.media_active) == (CallState.HOLD, False)
    assert not play.engine.recording and play.engine.boundary is None
    assert not play.speaker[-16_000:].any()
    play.does(SetHeld(False))
    play.is_silent(3.0)
    assert states(play)[-2:] == [CallState.HOLD, CallState.ESTABLISHED]
    assert len(play.told(MediaActivated)) == 2
    [ended] = play.told(OperationEnded)
    assert ended.outcome.reason == "maxSilenceTimeout"
    recorded = play.engine.snapshot().operations[0].seconds
    assert recorded == pytest.approx(3.0, abs=0.1)
    assert ended.audio is not None and len(ended.audio) == round(recorded * 16_000)
    assert ended.sample == 1 + 30 * 16_000 + len(ended.audio), "in the call's own time"


@pytest.mark.parametrize("command", [REQUEST, PressTone("1"), Transfer(), SetHeld(True)])
def test_what_cannot_be_done_on_hold(command: Command) -> None:
    play = Playbook()
    play.does(SetHeld(True))
    with pytest.raises((CallNotEstablished, IllegalTransition)):
        play.engine.handle(command)
    assert play.engine.state is CallState.HOLD


@pytest.mark.parametrize("command", [HangUp(), Delete()])
def test_a_held_call_can_end(command: Command) -> None:
    play = Playbook(fail_on_hang_up=True)
    play.record(max_duration=60)
    play.says(1.0)
    play.does(SetHeld(True))
    play.is_silent(10.0)
    play.does(command)
    assert play.engine.state is CallState.TERMINATED
    assert play.engine.snapshot().operations[0].seconds == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize("answered", [False, True])
def test_only_a_held_call_is_taken_up_again(answered: bool) -> None:
    play = Playbook(answered=answered)
    with pytest.raises(IllegalTransition):
        play.does(SetHeld(False))
