"""The options of the bridge. Loads nothing: ``callsim --version`` reads them too."""

from __future__ import annotations

import argparse
from typing import Final

MODES: Final = ("off", "mirror", "pass-through")
"""The values of ``app.runtime.bridging.BridgeMode``."""


def add_bridge(command: argparse.ArgumentParser) -> None:
    """Add the options of the bridge to ``command``."""
    group = command.add_argument_group("bridge to a real Graph (off)")
    group.add_argument(
        "--bridge",
        choices=MODES,
        default="off",
        help="mirror: the bot's requests go to TARGET too; pass-through: TARGET answers them",
    )
    group.add_argument("--target", metavar="URL", help="such as https://graph.microsoft.com")
    group.add_argument(
        "--bridge-credentials",
        choices=("bot", "token", "client"),
        default="bot",
        help="whose token TARGET gets: the bot's own, a given one, or one of client credentials",
    )
    group.add_argument(
        "--credentials-stdin",
        action="store_true",
        help="read them as one JSON object from standard input (else CALLSIM_BRIDGE_* variables)",
    )
    group.add_argument("--bridge-ca", metavar="FILE", help="a further authority for TLS (PEM)")
    group.add_argument(
        "--bridge-callback", metavar="URL", help="the public https address that leads here"
    )
    group.add_argument(
        "--bridge-openid", metavar="URL", help="OpenID document of whoever notifies (Microsoft's)"
    )
    group.add_argument(
        "--bridge-report", metavar="FILE", help="write a fidelity report (Markdown) at the end"
    )
