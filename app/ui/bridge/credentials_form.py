"""Whose token the target gets: what the user chooses and types in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.runtime.bridge_wish import CredentialsKind, Secrets
from app.ui.bridge.file_line import FileLine
from app.ui.theme import SPACE

KINDS: tuple[CredentialsKind, ...] = ("bot", "token", "client")


class CredentialsForm(QWidget):
    """GUI thread. What is secret is shown as dots, and leaves the fields with :meth:`clear`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox(self)
        names = (
            self.tr("The bot's own token"),
            self.tr("A pasted token"),
            self.tr("Client credentials"),
        )
        for name, kind in zip(names, KINDS, strict=True):
            self.kind.addItem(name, kind)
        self.kind.setAccessibleName(self.tr("Credentials"))
        self.token = _secret(self.tr("Access token"))
        self.tenant = _line(self.tr("Tenant"))
        self.client_id = _line(self.tr("Client id"))
        self.secret = _secret(self.tr("Client secret"))
        self.certificate = FileLine(self.tr("Certificate with its private key (PEM)"), self)
        self.authority = _line(self.tr("Sign-in service"))
        self.authority.setPlaceholderText(self.tr("that of the target"))
        self.keep = QCheckBox(self.tr("Keep in the system's keyring"), self)
        self.keep.setToolTip(
            self.tr("Without this, and where there is no keyring: in memory, for this session only")
        )
        pages = QStackedWidget(self)
        pages.addWidget(QWidget())
        pages.addWidget(_page((self.tr("Token"), self.token)))
        pages.addWidget(
            _page(
                (self.tr("Tenant"), self.tenant),
                (self.tr("Client id"), self.client_id),
                (self.tr("Secret"), self.secret),
                (self.tr("or certificate"), self.certificate),
                (self.tr("Sign-in"), self.authority),
            )
        )
        self._pages = pages
        self._certificate = ""
        """That of the keyring: it has no file."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for part in (self.kind, pages, self.keep):
            column.addWidget(part)
        self.kind.currentIndexChanged.connect(self._turn)
        self._turn(0)

    @property
    def chosen(self) -> CredentialsKind:
        """What the user chose."""
        return KINDS[self.kind.currentIndex()]

    def choose(self, kind: CredentialsKind) -> None:
        """Choose ``kind``."""
        self.kind.setCurrentIndex(KINDS.index(kind))

    def secrets(self) -> Secrets:
        """Return what was typed in; reads the certificate's file. Raises ValueError."""
        client = self.chosen == "client"
        path, certificate = self.certificate.path, self._certificate if client else ""
        if client and path:
            try:
                certificate = Path(path).read_text("utf-8")
            except (OSError, UnicodeError):
                text = self.tr("The certificate '{path}' cannot be read.")
                raise ValueError(text.format(path=path)) from None
        return Secrets(
            token=self.token.text().strip() if self.chosen == "token" else "",
            tenant=self.tenant.text().strip(),
            client_id=self.client_id.text().strip(),
            secret=self.secret.text() if client else "",
            certificate=certificate,
            authority=self.authority.text().strip(),
        )

    def show_kept(self, kept: Secrets) -> None:
        """Fill in what the keyring had."""
        fields = {
            self.token: kept.token,
            self.tenant: kept.tenant,
            self.client_id: kept.client_id,
            self.secret: kept.secret,
            self.authority: kept.authority,
        }
        for line, text in fields.items():
            if text and not line.text():
                line.setText(text)
        self._certificate = kept.certificate
        self.choose("token" if kept.token else "client")
        self.keep.setChecked(True)

    def clear(self) -> None:
        """Forget what is secret."""
        self._certificate = ""
        self.token.clear()
        self.secret.clear()

    def _turn(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        for number, page in enumerate(map(self._pages.widget, range(self._pages.count()))):
            if page is None:
                continue
            # A stack is as high as its highest page, unless the others claim nothing.
            policy = QSizePolicy.Policy.Preferred if number == index else QSizePolicy.Policy.Ignored
            page.setSizePolicy(policy, policy)
        self.keep.setVisible(index > 0)
        self._pages.setVisible(index > 0)


def _page(*rows: tuple[str, QWidget]) -> QWidget:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(0, 0, 0, 0)
    form.setSpacing(SPACE)
    for label, field in rows:
        form.addRow(label, field)
    return page


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    return line


def _secret(name: str) -> QLineEdit:
    line = _line(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
