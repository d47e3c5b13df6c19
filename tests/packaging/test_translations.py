"""The translations: complete, in step with the sources, and with every placeholder."""

from __future__ import annotations

import ast
import re
import shutil
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

import translations

UI = translations.ROOT / "app" / "ui"

SHOWING = {
    "QAction",
    "QCheckBox",
    "QGroupBox",
    "QLabel",
    "QPushButton",
    "addAction",
    "addItem",
    "addRow",
    "addTab",
    "setAccessibleDescription",
    "setAccessibleName",
    "setPlaceholderText",
    "setStatusTip",
    "setText",
    "setToolTip",
    "setWindowTitle",
    "showMessage",
}
"""Calls whose texts a user reads or hears."""


def test_every_text_of_the_sources_is_translated(tmp_path: Path) -> None:
    for language in translations.LANGUAGES:
        shutil.copy(translations.ts_file(language), tmp_path)
    translations.update(tmp_path)
    assert translations.unfinished(tmp_path) == [], "run packaging/dev.py translate"


def test_a_new_text_is_missed(tmp_path: Path) -> None:
    for language in translations.LANGUAGES:
        kept = translations.ts_file(language).read_text("utf-8")
        first = re.sub(r"<translation>[^<]+</translation>", "<translation/>", kept, count=1)
        (tmp_path / translations.ts_file(language).name).write_text(first, "utf-8")
    missing = translations.unfinished(tmp_path)
    assert [text.language for text in missing] == list(translations.LANGUAGES)


def _messages(language: str) -> list[tuple[str, list[str]]]:
    tree = ElementTree.parse(translations.ts_file(language))
    found = []
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation] or [translation.text or ""]
        found.append((message.findtext("source", ""), forms))
    return found


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_placeholders_and_edges_are_kept(language: str) -> None:
    places = re.compile(r"\{[^}]*\}|%n|Ctrl\+[A-Za-z,+]+")
    for source, forms in _messages(language):
        for form in forms:
            assert Counter(places.findall(form)) == Counter(places.findall(source)), source
            if not source.endswith(": "):  # Chinese has a colon with room of its own
                assert source.endswith("\n") == form.endswith("\n"), source


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_the_compiler_takes_all_of_it(language: str, tmp_path: Path) -> None:
    target = tmp_path / "made.qm"
    translations.compile_one(language, target)
    assert target.read_bytes()[:4] == b"\x3c\xb8\x64\x18"
    assert [path.name for path in tmp_path.iterdir()] == ["made.qm"]


def test_a_changed_file_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in translations.LANGUAGES:
        shutil.copy(translations.ts_file(language), tmp_path)
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    assert translations.stale() == list(translations.LANGUAGES)
    translations.compile_stale()
    assert translations.stale() == []


def test_no_text_for_users_stands_outside_tr() -> None:
    found = []
    for path in sorted(UI.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if name not in SHOWING:
                continue
            # The last one of an item is its datum.
            shown = call.args[:-1] if name == "addItem" and call.args[1:] else call.args
            texts = [a.value for a in shown if isinstance(a, ast.Constant)]
            words = [t for t in texts if isinstance(t, str) and re.search("[A-Za-z]{3}", t)]
            found += [f"{path.relative_to(UI)}:{call.lineno} {word}" for word in words]
    assert found == []


def test_texts_are_looked_up_when_they_are_shown() -> None:
    """At import there is no translator yet, and a language that is put on later comes too late."""
    found: list[str] = []

    class Finder(ast.NodeVisitor):
        path = Path()

        def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
            """What stands in a function runs later."""

        def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
            """So does this."""

        def visit_Lambda(self, node: ast.Lambda) -> None:
            """So does this."""

        def visit_Call(self, node: ast.Call) -> None:
            if getattr(node.func, "attr", getattr(node.func, "id", "")) in ("tr", "translate"):
                found.append(f"{self.path.relative_to(UI)}:{node.lineno}")
            self.generic_visit(node)

    finder = Finder()
    for finder.path in UI.rglob("*.py"):
        finder.visit(ast.parse(finder.path.read_text("utf-8")))
    assert found == []
