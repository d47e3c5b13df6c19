"""The small bot, against the real program."""

from __future__ import annotations

import urllib.error
from pathlib import Path

import pytest

from phoning_bot import CALLS, PhoningBot, listening
from tests.helpers.program import serving


@pytest.mark.slow
def test_it_phones_and_records_until_the_caller_was_silent(tmp_path: Path) -> None:
    with (
        serving(tmp_path, "--answer", "auto") as (_, ready),
        listening(ready["baseUrl"]) as bot,
    ):
        call_id = bot.phone()
        assert bot.recorded.wait(30) and not bot.failures
        told = bot.heard[-1]
        assert call_id in told["resource"]
        assert told["resourceData"]["status"] == "failed"
        assert told["resourceData"]["resultInfo"]["subcode"] == 8510


def test_a_refusal_is_kept(tmp_path: Path) -> None:
    with serving(tmp_path) as (_, ready):
        bot = PhoningBot(ready["baseUrl"])
        with pytest.raises(urllib.error.HTTPError):
            bot._post(f"{CALLS}/unknown/recordResponse", {})
        assert "error" in bot.failures[0]
