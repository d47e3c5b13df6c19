"""The real local Graph, once per test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.helpers.local_graph import Line, local_graph


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with local_graph() as started:
        yield started
