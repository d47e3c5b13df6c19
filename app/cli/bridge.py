"""The bridge on the command line: mode and target by options, credentials never by them.

Credentials come from the environment (``CALLSIM_BRIDGE_*``, removed from it once they are read) or
as one JSON object on standard input: what stands in options, every user of the machine can read.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import IO, Any, Final

from app.cli import UserError
from app.main import Program
from app.runtime.bridge_wish import BridgeWish, Secrets
from app.runtime.bridging import BridgeMode

PREFIX: Final = "CALLSIM_BRIDGE_"

NAMES: Final = {
    "TENANT": "tenant",
    "CLIENT_ID": "client_id",
    "CLIENT_SECRET": "secret",
    "CERTIFICATE": "certificate",
    "TOKEN": "token",
    "AUTHORITY": "authority",
}

JSON_NAMES: Final = {
    "tenant": "tenant",
    "clientId": "client_id",
    "clientSecret": "secret",
    "certificate": "certificate",
    "token": "token",
    "authority": "authority",
}

MOST_BYTES: Final = 64 * 1024


def read_wish(options: argparse.Namespace) -> BridgeWish | None:
    """Return what the options ask of the bridge, ``None`` for nothing. Raises UserError.

    Takes the credentials out of the environment in any case.
    """
    found = take_variables(os.environ)
    mode = BridgeMode(options.bridge)
    if mode is BridgeMode.OFF:
        extra = [
            f"--{name.replace('_', '-')}"
            for name in ("target", "bridge_ca", "bridge_callback", "bridge_openid", "bridge_report")
            if getattr(options, name)
        ]
        extra += ["--credentials-stdin"] * options.credentials_stdin
        if extra:
            raise UserError(
                f"{extra[0]} says nothing without the bridge: add --bridge mirror or "
                "--bridge pass-through."
            )
        return None
    if not options.target:
        raise UserError(
            f"--bridge {mode.value} needs a target: add --target https://graph.microsoft.com."
        )
    if options.credentials_stdin:
        found = read_json(sys.stdin)
    return BridgeWish(
        mode=mode,
        target=options.target,
        credentials=options.bridge_credentials,
        secrets=Secrets(**found),
        ca_file=options.bridge_ca,
        callback_url=options.bridge_callback,
        openid=options.bridge_openid or "",
    )


def take_variables(environment: MutableMapping[str, str]) -> dict[str, str]:
    """Return the credentials in ``environment``, which has them no longer."""
    found = {}
    for name, key in NAMES.items():
        value = environment.pop(f"{PREFIX}{name}", "")
        if value:
            found[key] = value
    return found


def read_json(stream: IO[str]) -> dict[str, str]:
    """Return the credentials on ``stream``, in one JSON object. Raises UserError; what was read is
    never quoted."""
    known = ", ".join(JSON_NAMES)
    try:
        value: Any = json.loads(stream.read(MOST_BYTES))
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, Mapping) or not all(isinstance(v, str) for v in value.values()):
        raise UserError(
            f"Standard input is no JSON object of credentials: send one with any of {known}."
        )
    unknown = sorted(set(value) - set(JSON_NAMES))
    if unknown:
        raise UserError(f"Unknown members of the credentials on standard input: known are {known}.")
    return {JSON_NAMES[name]: text for name, text in value.items()}


def tell_bridge(program: Program) -> None:
    """Say on standard error where traffic goes, while it goes anywhere."""
    config = program.bridge.config
    if config is None:
        return
    what = {
        BridgeMode.MIRROR: "the bot's requests also go to",
        BridgeMode.PASS_THROUGH: "the bot's requests are answered by",
    }[config.mode]
    print(
        f"callsim: BRIDGE {config.mode.value}: {what} {config.target.base}",
        file=sys.stderr,
        flush=True,
    )


def write_report(program: Program, path: Path) -> None:
    """Write what the comparisons of this run say. Raises UserError."""
    try:
        path.write_text(program.bridge_desk.report(), "utf-8")
    except OSError as error:
        raise UserError(f"The report '{path}' cannot be written ({error.strerror}).") from None
