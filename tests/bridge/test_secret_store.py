from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoBackend

from app.bridge import secret_store
from app.runtime.bridge_desk import NoKeyring
from app.runtime.bridge_wish import Secrets

TARGET = "https://graph.microsoft.com"
SECRETS = Secrets(tenant="t", client_id="c", secret="s3cret")


class InMemory(KeyringBackend):
    """A keyring for a test: the interface of the real ones, kept in a dictionary."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def store() -> Iterator[InMemory]:
    before = keyring.get_keyring()
    made = InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_what_is_kept_comes_back_until_it_is_forgotten(store: InMemory) -> None:
    assert secret_store.kept(TARGET) is None
    secret_store.keep(TARGET, SECRETS)
    assert secret_store.kept(TARGET) == SECRETS
    assert secret_store.kept("https://graph.microsoft.us") is None
    secret_store.forget(TARGET)
    secret_store.forget(TARGET)
    assert secret_store.kept(TARGET) is None and store.kept == {}


@pytest.mark.parametrize("text", ["no json", "[]", '{"secret": 1, "other": "x"}'])
def test_what_somebody_else_left_there_does_no_harm(store: InMemory, text: str) -> None:
    store.set_password(secret_store.SERVICE, TARGET, text)
    assert secret_store.kept(TARGET) in (None, Secrets())


def test_where_there_is_no_keyring_it_is_said() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(NoBackend())
    try:
        with pytest.raises(NoKeyring, match="this session only"):
            secret_store.keep(TARGET, SECRETS)
        assert secret_store.kept(TARGET) is None
        secret_store.forget(TARGET)
    finally:
        keyring.set_keyring(before)
