from __future__ import annotations

import itertools

import pytest

from app.runtime.identity import BotIdentity
from app.settings import Settings

TENANT = "0B1C7E4D-8F6A-4D1B-9C7D-5B3A2F1E0D9C"


def identity(**settings: str) -> BotIdentity:
    numbers = itertools.count(1)
    return BotIdentity(lambda: Settings(**settings), lambda: f"random-{next(numbers)}")


def test_random_until_the_bot_says_who_it_is() -> None:
    bot = identity()
    assert (bot.app_id, bot.tenant_id) == ("random-1", "random-2")
    bot.note("the-bot", TENANT)
    assert (bot.app_id, bot.tenant_id) == ("the-bot", TENANT.lower())


def test_settings_have_the_last_word() -> None:
    bot = identity(bot_app_id="set-app", bot_tenant_id="set-tenant")
    bot.note("the-bot", TENANT)
    assert (bot.app_id, bot.tenant_id) == ("set-app", "set-tenant")


@pytest.mark.parametrize("name", ["common", "organizations", "contoso.onmicrosoft.com", ""])
def test_a_tenant_that_is_no_id_is_the_bots_own(name: str) -> None:
    bot = identity()
    bot.note("the-bot", name)
    assert bot.tenant_id == bot.tenant_of(name) == "random-2"
    assert bot.tenant_of(TENANT) == TENANT.lower()
