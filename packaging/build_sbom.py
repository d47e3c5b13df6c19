"""Writes the bill of materials of the frozen program: CycloneDX 1.6, as JSON."""

from __future__ import annotations

from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Entry
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from build_inventory import Component

TYPES = {"data": ComponentType.DATA, "application": ComponentType.APPLICATION}


def write(components: list[Component], path: Path, *, version: str) -> None:
    """Write the bill of ``components`` to ``path``; ``version`` is the program's."""
    licences = LicenseFactory()
    bom = Bom()
    program = Entry(
        name="graph-call-simulator",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref="graph-call-simulator",
        licenses=[licences.make_from_string("MIT")],
    )
    bom.metadata.component = program
    entries = []
    for one in components:
        entry = Entry(
            name=one.name,
            version=one.version or None,
            type=TYPES.get(one.kind, ComponentType.LIBRARY),
            bom_ref=f"{one.within or one.kind}/{one.name}",
            purl=PackageURL.from_string(one.purl) if one.purl else None,
            licenses=[licences.make_from_string(one.licence)],
            properties=[Property(name="callsim:inside", value=one.within)] if one.within else None,
        )
        bom.components.add(entry)
        entries.append(entry)
    bom.register_dependency(program, entries)
    path.write_text(JsonV1Dot6(bom).output_as_string(indent=1), "utf-8")
