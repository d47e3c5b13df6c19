"""Which devices are shown, and which one a name means, on the systems' own lists."""

from __future__ import annotations

from typing import Any

import pytest

from app.audio.catalogue import Catalogue, UnknownDevice


def device(
    name: str, api: int, inputs: int, outputs: int, rate: float = 48_000.0
) -> dict[str, Any]:
    return {
        "name": name,
        "hostapi": api,
        "max_input_channels": inputs,
        "max_output_channels": outputs,
        "default_samplerate": rate,
        "default_low_input_latency": 0.01,
        "default_low_output_latency": 0.02,
    }


ALSA = Catalogue.read(
    {
        "hostApis": ["ALSA", "JACK Audio Connection Kit"],
        "devices": [
            device("HDA Intel PCH: ALC3246 Analog (hw:0,0)", 0, 2, 2, 44_100.0),
            device("sysdefault", 0, 128, 128),
            device("front", 0, 0, 2),
            device("surround51", 0, 0, 6),
            device("samplerate", 0, 128, 128),
            device("USB Headset: Audio (hw:2,0)", 0, 1, 2),
            device("dmix", 0, 0, 2),
            device("default", 0, 32, 32),
        ],
        "defaults": [7, 7],
    }
)

WINDOWS = Catalogue.read(
    {
        "hostApis": ["MME", "Windows WASAPI"],
        "devices": [
            device("Microsoft Sound Mapper - Input", 0, 2, 0, 44_100.0),
            device("Microphone (Realtek High Defini", 0, 2, 0, 44_100.0),
            device("Speakers (Realtek High Definiti", 0, 0, 8, 44_100.0),
            device("Microphone (Realtek High Definition Audio)", 1, 2, 0),
            device("Speakers (Realtek High Definition Audio)", 1, 0, 2),
            device("Line (Only in WASAPI)", 1, 2, 0),
        ],
        "defaults": [1, 2],
    }
)

NOTHING = Catalogue.read({"hostApis": [], "devices": [], "defaults": [-1, -1]})


def test_plumbing_of_alsa_is_not_shown() -> None:
    assert [found.name for found in ALSA.shown("output")] == [
        "HDA Intel PCH: ALC3246 Analog (hw:0,0)",
        "sysdefault",
        "USB Headset: Audio (hw:2,0)",
        "default",
    ]


def test_only_devices_of_the_direction_are_shown() -> None:
    assert all(found.channels > 0 for found in ALSA.shown("input"))
    assert [found.name for found in ALSA.shown("input") if found.is_default] == ["default"]


def test_device_under_two_host_apis_is_shown_once() -> None:
    assert [(found.name, found.host_api) for found in WINDOWS.shown("input")] == [
        ("Microsoft Sound Mapper - Input", "MME"),
        ("Microphone (Realtek High Defini", "MME"),
        ("Line (Only in WASAPI)", "Windows WASAPI"),
    ]
    assert [found.is_default for found in WINDOWS.shown("input")] == [False, True, False]
    assert [found.default_rate for found in WINDOWS.shown("output")] == [44_100]


@pytest.mark.parametrize("name", [None, ""])
def test_no_name_means_the_default(name: str | None) -> None:
    assert WINDOWS.find("input", name).index == 1
    assert WINDOWS.find("output", name).index == 2


def test_name_is_taken_exactly_first() -> None:
    assert ALSA.find("output", "default").index == 7  # and not sysdefault


def test_part_of_a_name_will_do_in_any_case() -> None:
    assert ALSA.find("input", "usb headset").index == 5
    assert WINDOWS.find("input", "line").index == 5


def test_full_name_of_another_host_api_is_found() -> None:
    assert WINDOWS.find("output", "Speakers (Realtek High Definition Audio)").index == 4


def test_plumbing_can_still_be_named() -> None:
    assert ALSA.find("output", "dmix").index == 6


def test_ambiguous_part_is_refused() -> None:
    with pytest.raises(UnknownDevice, match="no microphone “Mic”; several contain that text"):
        WINDOWS.find("input", "Mic")


def test_device_of_the_other_direction_is_unknown() -> None:
    with pytest.raises(UnknownDevice, match=r"no microphone “front”. There are: “HDA Intel"):
        ALSA.find("input", "front")


def test_no_device_at_all() -> None:
    assert NOTHING.shown("input") == ()
    with pytest.raises(UnknownDevice, match="No speaker was found"):
        NOTHING.find("output", None)


def test_without_a_default_the_first_one_serves() -> None:
    tables = {"hostApis": ["ALSA"], "devices": [device("a", 0, 1, 0)], "defaults": [-1, -1]}
    assert Catalogue.read(tables).find("input", None).name == "a"
