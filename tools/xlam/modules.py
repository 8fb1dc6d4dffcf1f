"""The modules of the VBA project as they stand in macros/: .bas procedures, .cls for the workbook and its sheet.

A file begins with its name, as the VBA editor exports it; the other attributes follow from its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tools.xlam.ascii_source import ascii_source
from tools.xlam.faults import MacroFault

_NAME_LINE = re.compile(r'Attribute VB_Name = "([A-Za-z][A-Za-z0-9_]{0,30})"$')
_DOCUMENT_ATTRIBUTES = """Attribute VB_Base = "0{base}"
Attribute VB_GlobalNameSpace = False
Attribute VB_Creatable = False
Attribute VB_PredeclaredId = True
Attribute VB_Exposed = True
Attribute VB_TemplateDerived = False
Attribute VB_Customizable = True
"""


class Kind(Enum):
    """What a module belongs to; the value is the class Excel gives such a document, blank for procedures."""

    PROCEDURES = ""
    WORKBOOK = "{00020819-0000-0000-C000-000000000046}"
    SHEET = "{00020820-0000-0000-C000-000000000046}"


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its name, its kind, its whole source in ASCII with attributes."""

    name: str
    kind: Kind
    source: str


def read_modules(folder: Path) -> tuple[Module, ...]:
    """Documents first, then procedures by name; exactly one workbook and one sheet."""
    files = sorted(folder.glob("*.cls"), reverse=True) + sorted(folder.glob("*.bas"))
    modules = tuple(_read(path) for path in files)
    kinds = [module.kind for module in modules]
    if kinds.count(Kind.WORKBOOK) != 1 or kinds.count(Kind.SHEET) != 1:
        raise MacroFault(f"{folder}: one ThisWorkbook.cls and one Sheet1.cls are needed")
    return modules


def _read(path: Path) -> Module:
    name_line, _, body = ascii_source(path.read_text(encoding="utf-8"), path.name).partition("\r\n")
    named = _NAME_LINE.match(name_line)
    if not named or named.group(1) != path.stem:
        raise MacroFault(f'{path.name}:1: the first line must be Attribute VB_Name = "{path.stem}"')
    kind = _kind(path)
    attributes = _DOCUMENT_ATTRIBUTES.format(base=kind.value) if kind.value else ""
    return Module(path.stem, kind, f"{name_line}\r\n" + attributes.replace("\n", "\r\n") + body)


def _kind(path: Path) -> Kind:
    if path.suffix == ".bas":
        return Kind.PROCEDURES
    kinds = {"ThisWorkbook": Kind.WORKBOOK, "Sheet1": Kind.SHEET}
    if path.stem not in kinds:
        raise MacroFault(f"{path.name}: class modules are not built; write a .bas")
    return kinds[path.stem]
