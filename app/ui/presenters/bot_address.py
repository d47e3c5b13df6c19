"""The address of a bot as people type it."""

from __future__ import annotations

from urllib.parse import urlsplit


def bot_address(text: str) -> str:
    """Return ``text`` as a URL: ``localhost:3978/api/calls`` gets its ``http://``. Empty stays so.

    Raises ValueError, with a message for the user, where no host can be read from it.
    """
    text = text.strip()
    if not text:
        return ""
    address = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in address
        _ = parts.port
    except ValueError:
        usable = False
    if not usable:
        raise ValueError(
            f"“{text}” is not the address of a bot. Write it like http://localhost:3978/api/calls, "
            "or leave it empty for the practice bot."
        )
    return address
