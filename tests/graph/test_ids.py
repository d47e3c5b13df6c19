"""One spelling for every id."""

from __future__ import annotations

import pytest

from app.graph.ids import guid


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("57DAB8B1894C409AB240BD8BEAE78896", "57dab8b1-894c-409a-b240-bd8beae78896"),
        ("{57dab8b1-894c-409a-b240-bd8beae78896}", "57dab8b1-894c-409a-b240-bd8beae78896"),
        ("57dab8b1-894c-409a-b240-bd8beae78896", "57dab8b1-894c-409a-b240-bd8beae78896"),
        ("no-guid", "no-guid"),
        ("", ""),
    ],
)
def test_guid_has_one_spelling(text: str, expected: str) -> None:
    assert guid(text) == expected
