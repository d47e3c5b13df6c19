"""Credentials in the system's keyring, where there is one and the user wants them kept.

All functions block (a keyring may ask the user): run them in a worker.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any, Final

from app.runtime.bridge_desk import NoKeyring
from app.runtime.bridge_wish import Secrets

SERVICE: Final = "Graph Call Simulator: bridge"


def keep(target: str, secrets: Secrets) -> None:
    """Keep ``secrets`` for ``target``. Raises NoKeyring."""
    import keyring
    from keyring.errors import KeyringError

    _require(keyring)
    try:
        keyring.set_password(SERVICE, target, json.dumps(asdict(secrets)))
    except KeyringError as error:
        raise NoKeyring(_why(error)) from None


def kept(target: str) -> Secrets | None:
    """Return what is kept for ``target``; ``None`` where that is nothing, or no keyring."""
    import keyring
    from keyring.errors import KeyringError

    try:
        text = keyring.get_password(SERVICE, target)
        found = json.loads(text) if text else None
    except (KeyringError, ValueError):
        return None
    if not isinstance(found, dict):
        return None
    names = {field.name for field in fields(Secrets)}
    return Secrets(**{k: v for k, v in found.items() if k in names and isinstance(v, str)})


def forget(target: str) -> None:
    """Delete what is kept for ``target``, if anything is. Raises NoKeyring where it cannot."""
    import keyring
    from keyring.errors import KeyringError, NoKeyringError

    try:
        if keyring.get_password(SERVICE, target) is not None:
            keyring.delete_password(SERVICE, target)
    except NoKeyringError:
        return  # and so there is nothing to be forgotten
    except KeyringError as error:
        raise NoKeyring(_why(error)) from None


def _require(keyring: Any) -> None:
    """Refuse a backend that keeps nothing, or keeps it where everybody can read it."""
    backend = keyring.get_keyring()
    if backend.priority < 1:
        raise NoKeyring(_why("there is none"))


def _why(what: object) -> str:
    return (
        f"The system's keyring cannot be used ({what}). The credentials are kept in memory, for "
        "this session only."
    )
