"""The demo as a person gives it, act by act: what is pressed, what has to be seen, what is kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PIL import Image

from dev_common import say
from driven_window import DrivenWindow
from phoning_bot import listening
from picture_parts import (
    PHONE,
    arrow,
    operation,
    phone,
    primary_button,
    right_pane,
    same,
    save,
    timeline,
    warns,
)
from x_windows import Box, Failed

SIZE = (1440, 900)
"""Of the window in pictures that show all of it."""
TALL = (1440, 1240)
"""Of the window in pictures of one part, which has room then."""


class Story:
    """What the demo shows, in order. Each step ends when what it was to do is seen."""

    def __init__(self, window: DrivenWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self.taken: list[Path] = []

    def short(self) -> None:
        """The call, and why it ended."""
        self._window.resize(*SIZE)
        self._tour()
        self._call()
        self._choose_arrow()

    def whole(self) -> None:
        """All there is to see."""
        self.short()
        for act in (
            self._parts,
            self._panes,
            self._incoming,
            self._dialogs,
            self._palette,
            self._presentation,
            self._languages,
            self._colours,
        ):
            act()

    def _call(self) -> None:
        """Enter calls the practice bot, # ends the recording; the bot plays it and hangs up."""
        window = self._window
        window.take_focus()
        window.key("Return")
        window.until(lambda: len(window.records("speechStarted")) > 1, "the caller is heard")
        window.key("numbersign")
        window.until(lambda: window.records("ended"), "the recording ends")
        ended = window.records("ended")[0]["data"]
        if ended["subcode"] != 8514:
            raise Failed(f"The recording did not end by the key: {ended}")
        window.until(lambda: window.call_state() == "terminated", "the bot hangs up")
        window.settled("the call is shown as ended")

    def _choose_arrow(self) -> None:
        """A click on the arrow of the recording's notification chooses it in the list."""
        window = self._window
        before = window.picture()
        window.click(*arrow(before, self._told_of_recording()))
        lower = Box(PHONE, before.height // 2, before.width, before.height)
        window.until(
            lambda: not same(before.crop(lower), window.picture().crop(lower)),
            "the click on an arrow chooses its entry in the list",
        )
        after = window.settled("the arrow's entry is shown")
        self._take("window", after)

    def _told_of_recording(self) -> float:
        """When the bot was told of the recording: 0 is the first it was told of, 1 the last."""
        told = [record["exchange"] for record in self._window.records("exchange")]
        told = [exchange for exchange in told if exchange["direction"] == "out"]
        times = [datetime.fromisoformat(exchange["started"]).timestamp() for exchange in told]
        bodies = [str(exchange["request"]["body"]) for exchange in told]
        of_recording = next(n for n, body in enumerate(bodies) if "recordOperation" in body)
        return (times[of_recording] - min(times)) / (max(times) - min(times))

    def _parts(self) -> None:
        """Phone, timeline and operation, from one picture."""
        picture = self._window.picture()
        self._take("phone", picture, phone(picture))
        self._take("timeline", picture, timeline(picture))
        self._take("operation", picture, operation(picture))

    def _tour(self) -> None:
        """The three steps of the first run, by the mouse."""
        window = self._window
        window.until(lambda: primary_button(window.picture()), "the tour begins")
        window.until(lambda: not warns(window.picture()), "warnings of the start have gone")
        self._take("tour", window.settled("the tour's first step"), half=True)
        while button := primary_button(window.picture()):
            before = window.picture()
            window.click(*button)
            window.settled("the tour goes on", since=before)

    def _incoming(self) -> None:
        """A bot phones: Enter takes the call, it records, # ends that, and the caller hangs up."""
        window = self._window
        begun = len(window.records("recordingStarted"))
        with listening(window.base_url) as bot:
            window.take_focus()
            place = phone(window.picture())
            before = window.picture().crop(place)
            bot.phone()
            window.until(lambda: not same(before, window.picture().crop(place)), "the phone rings")
            window.until(lambda: window.call_state() == "establishing", "the call is placed")
            self._take("incoming", window.picture(), half=True)
            window.key("ctrl+shift+a")
            window.until(lambda: window.records("recordingStarted")[begun:], "the bot records")
            window.key("ctrl+shift+m", "ctrl+shift+m", "5", "numbersign")
            window.until(bot.recorded.is_set, "the key ends it")
            window.key("ctrl+shift+h")
            window.until(lambda: window.call_state() == "terminated", "the caller hangs up")
            window.until(lambda: bot.heard[-1]["changeType"] == "deleted", "the bot is told")
        if bot.failures:
            raise Failed(f"The local Graph refused the bot: {bot.failures}")

    def _panes(self) -> None:
        """Traffic with the entry in front, the composer, and other limits for the recording."""
        window = self._window
        window.resize(*TALL)
        window.command("show traffic", "the list")
        self._take_pane("traffic", window.settled("the list"))
        window.command("show composer", "the composer")
        self._take_pane("composer", window.settled("the composer"))
        window.command("show what if", "what if")
        window.resize(*SIZE)
        before = window.picture()
        window.key("Tab", "ctrl+a")
        window.type("0.2")
        window.key("Tab")
        self._take("what-if", window.settled("another end", since=before))
        window.command("show traffic", "the list")

    def _dialogs(self) -> None:
        """The calls that were kept, and the bridge."""
        window = self._window
        for name, words in (
            ("calls", "calls that were"),
            ("settings", "settings"),
            ("keys", "keys"),
            ("bridge", "bridge to"),
        ):
            before = window.picture()
            window.command(words, f"{name} is shown")
            place = window.other_window(f"{name} is shown")
            self._take(name, window.settled(f"{name} is drawn", since=before), place)
            window.key("Escape")
            window.settled(f"{name} is closed")

    def _palette(self) -> None:
        """Ctrl+K finds everything by a few letters."""
        window = self._window
        window.take_focus()
        before = window.picture()
        window.key("ctrl+k")
        place = window.other_window("the palette opens")
        window.type("call")
        self._take("palette", window.settled("the palette has found it", since=before), place)
        window.key("Escape")
        window.settled("the palette is closed")

    def _presentation(self) -> None:
        """F9 runs the demo by itself, to its end."""
        window = self._window
        window.take_focus()
        calls = len(window.ask("/calls")["calls"])
        ended = len(window.records("ended"))
        window.key("F9")
        window.until(lambda: len(window.ask("/calls")["calls"]) > calls, "the demo calls")
        window.until(lambda: len(window.records("ended")) > ended, "the demo's recording ends")
        window.until(lambda: window.call_state() == "terminated", "the demo ends")
        self._take("presentation", window.settled("the demo has ended"))
        before = window.picture()
        window.key("F11")
        window.settled("the window is back", since=before)

    def _colours(self) -> None:
        """Dark, and high contrast; then light again."""
        for name, words in (("dark", "colours: dark"), ("contrast", "colours: high")):
            self._window.command(words, f"colours are {name}")
            self._take(name, self._window.settled(name), half=True)
        self._window.command("colours: light", "colours are light")

    def _languages(self) -> None:
        """Russian and Chinese; then English again."""
        for name in ("russian", "chinese", "english"):
            before = self._window.main
            self._window.command(f"language {name}", f"the language is {name}")
            self._window.another_main(before, f"the window is {name}")
            if name != "english":
                self._take(name, self._window.settled(name), half=True)

    def _take_pane(self, name: str, picture: Image.Image) -> None:
        self._take(name, picture, right_pane(picture))

    def _take(
        self, name: str, picture: Image.Image, part: Box | None = None, *, half: bool = False
    ) -> None:
        """Keep ``picture`` or its ``part``; ``half``: in half its size, to be seen as a whole."""
        if part is not None:
            picture = picture.crop(part)
        if half:
            picture = picture.resize((picture.width // 2, picture.height // 2))
        path = self._folder / f"{name}.png"
        save(picture, path)
        self.taken.append(path)
        say(f"  {path.name}: {picture.width}x{picture.height}, {path.stat().st_size // 1000} kB")
