from __future__ import annotations

import pytest

from app.cli import UserError
from app.cli.arguments import parse
from app.cli.starting import begin, ready_facts


async def test_a_program_that_listens_and_what_is_told_of_it() -> None:
    program = await begin(parse(["serve", "--port", "0", "--no-control"]))
    try:
        assert ready_facts(program) == {"baseUrl": program.simulator.base_url}
        assert program.simulator.settings.phone_answer == "auto"
    finally:
        await program.close()


async def test_what_cannot_start_is_the_users_to_put_right() -> None:
    with pytest.raises(UserError, match=r"169\.254"):
        await begin(parse(["serve", "--port", "0", "--bot-url", "http://169.254.169.254/x"]))
