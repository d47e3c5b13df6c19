"""Who the bot is: the application and tenant that calls and tokens name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from app.runtime.ports import NewId
from app.settings import Settings

GUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class BotIdentity:
    """Belongs to the core thread. What the settings leave open is what the bot itself last said
    when it fetched a token, and random before that."""

    def __init__(self, settings: Callable[[], Settings], new_id: NewId) -> None:
        self._settings = settings
        self._app, self._tenant = new_id(), new_id()

    @property
    def app_id(self) -> str:
        """The bot's application (client) id."""
        return self._settings().bot_app_id or self._app

    @property
    def tenant_id(self) -> str:
        """The id of the bot's tenant."""
        return self._settings().bot_tenant_id or self._tenant

    def note(self, client_id: str, tenant: str) -> None:
        """The application ``client_id`` fetched a token for ``tenant``, as the path names it."""
        self._app = client_id
        if GUID.fullmatch(tenant):
            self._tenant = tenant.lower()

    def tenant_of(self, tenant: str) -> str:
        """Return the id for ``tenant``: an id itself, else (a domain, ``common``) the bot's."""
        return tenant.lower() if GUID.fullmatch(tenant) else self.tenant_id
