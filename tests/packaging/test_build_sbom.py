"""The bill of materials keeps to its schema."""

from __future__ import annotations

import json
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from build_inventory import Component
from build_sbom import write


def test_it_is_valid_and_names_every_part(tmp_path: Path) -> None:
    parts = [
        Component("httpx", "0.28", "BSD-3-Clause", "wheel", "pkg:pypi/httpx@0.28"),
        Component("Qt", "6.11", "LGPL-3.0-only", "inside", within="pyside6"),
        Component("libfoo", "1", "see the texts", "debian", "pkg:deb/debian/libfoo@1?arch=amd64"),
    ]
    path = tmp_path / "sbom.json"
    write(parts, path, version="9.9")
    text = path.read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    assert bill["metadata"]["component"]["version"] == "9.9"
    assert {entry["name"] for entry in bill["components"]} == {"httpx", "Qt", "libfoo"}
    qt = next(entry for entry in bill["components"] if entry["name"] == "Qt")
    assert qt["licenses"] == [{"license": {"id": "LGPL-3.0-only"}}]
    assert len(bill["dependencies"]) == 4
