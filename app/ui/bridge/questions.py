"""The questions before anything goes to the real service. They block nothing, the phone least."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

translate = QCoreApplication.translate

SHOWN_BODY = 4000
"""Characters of a body that are shown."""


def ask(
    parent: QWidget, title: str, text: str, yes: str, accepted: Callable[[], None]
) -> QMessageBox:
    """Ask (never blocking) and call ``accepted`` if the answer is ``yes``; no is the default."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowModality(Qt.WindowModality.NonModal)
    box.setText(title)
    box.setInformativeText(text)
    go = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(no)
    box.setEscapeButton(no)

    def finished() -> None:
        if box.clickedButton() is go:
            accepted()
        box.deleteLater()

    box.finished.connect(finished)
    box.show()
    return box


def ask_once(
    parent: QWidget, target: str, method: str, path: str, body: str, accepted: Callable[[], None]
) -> QMessageBox:
    """Ask whether one request shall go to the real service: target, method, path and body."""
    shown = body.strip() or translate("Bridge", "(no body)")
    if len(shown) > SHOWN_BODY:
        shown = f"{shown[:SHOWN_BODY]}…"
    title = translate("Bridge", "Send this to {target}?").format(target=target)
    return ask(
        parent, title, f"{method} {path}\n\n{shown}", translate("Bridge", "Send once"), accepted
    )
