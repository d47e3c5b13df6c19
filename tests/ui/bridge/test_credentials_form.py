from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.runtime.bridge_wish import Secrets
from app.ui.bridge.credentials_form import CredentialsForm


@pytest.fixture
def form(qtbot: QtBot) -> CredentialsForm:
    made = CredentialsForm()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_bots_own_token_needs_no_field(form: CredentialsForm) -> None:
    assert form.chosen == "bot" and form.secrets() == Secrets()
    assert not form.keep.isVisible() and not form.token.isVisible()
    form.choose("token")
    assert form.token.isVisible() and form.keep.isVisible()


def test_it_is_no_higher_than_what_is_asked_for(form: CredentialsForm, qtbot: QtBot) -> None:
    line = form.token.sizeHint().height()
    form.choose("token")
    qtbot.waitUntil(lambda: form._pages.sizeHint().height() == line)
    form.choose("client")
    qtbot.waitUntil(lambda: form._pages.sizeHint().height() > 5 * line)
    form.choose("token")
    qtbot.waitUntil(lambda: form._pages.sizeHint().height() == line)


def test_secrets_are_dots_and_can_be_cleared(form: CredentialsForm, tmp_path: Path) -> None:
    hidden = QLineEdit.EchoMode.Password
    assert form.token.echoMode() == form.secret.echoMode() == hidden
    (tmp_path / "key.pem").write_text("PEM")
    form.choose("client")
    form.tenant.setText(" t ")
    form.client_id.setText("c")
    form.secret.setText("s")
    form.certificate.line.setText(str(tmp_path / "key.pem"))
    assert form.secrets() == Secrets(tenant="t", client_id="c", secret="s", certificate="PEM")
    form.clear()
    assert form.secret.text() == form.token.text() == ""


def test_a_file_that_cannot_be_read_is_refused(form: CredentialsForm) -> None:
    form.choose("client")
    form.certificate.line.setText("/nowhere")
    with pytest.raises(ValueError, match="cannot be read"):
        form.secrets()


def test_what_the_keyring_had_is_filled_in_and_nothing_overwritten(form: CredentialsForm) -> None:
    form.tenant.setText("mine")
    form.show_kept(Secrets(tenant="kept", client_id="c", secret="s"))
    assert (form.chosen, form.keep.isChecked()) == ("client", True)
    assert (form.tenant.text(), form.client_id.text()) == ("mine", "c")
    form.show_kept(Secrets(token="t"))
    assert form.chosen == "token" and form.token.text() == "t"


def test_a_kept_certificate_is_used_until_it_is_cleared(form: CredentialsForm) -> None:
    form.show_kept(Secrets(tenant="t", client_id="c", certificate="PEM"))
    assert form.secrets() == Secrets(tenant="t", client_id="c", certificate="PEM")
    form.choose("token")
    assert form.secrets().values == ()
    form.choose("client")
    form.clear()
    assert form.secrets().certificate == ""
