from __future__ import annotations

from app.runtime.bridge_wish import BridgeWish, Secrets
from app.runtime.bridging import BridgeMode


def test_what_is_secret_is_not_shown() -> None:
    secrets = Secrets("the-token", "tenant", "client", "the-secret", "the-key", "https://x")
    wish = BridgeWish(BridgeMode.MIRROR, "https://graph.microsoft.com", "client", secrets)
    shown = repr(wish)
    assert "tenant" in shown and "client" in shown
    assert not [value for value in secrets.values if value in shown]
    assert secrets.values == ("the-token", "the-secret", "the-key")
    assert Secrets(tenant="t").values == ()
