"""The workbook part and its relationships: which sheets there are, in which part each stands, which epoch."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from xml.parsers import expat

from addin.core.records import dataclass
from addin.errors import NotAWorkbook
from addin.hosts.closed.guard.opening import Package, damaged
from addin.hosts.closed.guard.xml_events import parse_all

_MOST_SHEETS = 1_000
_TRUE = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One worksheet: `state` is visible, hidden or veryHidden."""

    name: str
    part: str
    state: str


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """Worksheets only: chart, dialog and macro sheets hold no table."""

    sheets: tuple[SheetPart, ...]
    epoch_1904: bool
    is_to_be_recalculated: bool
    styles: str | None
    shared_texts: str | None


def scan_workbook(package: Package, file_name: str) -> WorkbookFacts:
    """Follow the relationships from the root to the sheets, whatever the parts are called."""
    try:
        return _scan(package, file_name)
    except expat.ExpatError as error:
        raise damaged(file_name, "danh mục sheet không đọc được") from error


def _scan(package: Package, file_name: str) -> WorkbookFacts:
    main, xml = main_part(package, file_name)
    related = relationships(package, main)
    listed: list[Mapping[str, str]] = []
    flags: dict[str, str] = {}

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            listed.append(attributes)
        elif tag in {"workbookPr", "calcPr"}:
            flags.update(attributes)

    parse(xml, start)
    by_kind = dict(related.values())
    sheets = tuple(_sheets(listed, related))
    _refuse_odd_lists(sheets, file_name)
    return WorkbookFacts(
        sheets,
        flags.get("date1904") in _TRUE,
        flags.get("fullCalcOnLoad") in _TRUE,
        by_kind.get("styles"),
        by_kind.get("sharedStrings"),
    )


def _refuse_odd_lists(sheets: Sequence[SheetPart], file_name: str) -> None:
    """Excel never lists a name or a part twice; a list of thousands exhausts whoever reads them one by one."""
    if len(sheets) > _MOST_SHEETS:
        raise damaged(file_name, f"danh mục kê {len(sheets)} sheet, quá nhiều đối với một sổ")
    for seen in ([sheet.name.casefold() for sheet in sheets], [sheet.part.lower() for sheet in sheets]):
        if len(set(seen)) < len(seen):
            raise damaged(file_name, "danh mục kê một sheet hai lần")


def main_part(package: Package, file_name: str) -> tuple[str, bytes]:
    """The name and content of the workbook part."""
    roots = relationships(package, "")
    main = next((target for kind, target in roots.values() if kind == "officeDocument"), None)
    content = package.part(main) if main is not None else None
    if main is None or content is None:
        raise NotAWorkbook(
            f"Tệp «{file_name}» không có phần sổ tính nào bên trong, không phải sổ Excel.",
            "Xin lại tệp sổ .xlsx từ người gửi.",
        )
    return main, content


def _sheets(listed: list[Mapping[str, str]], related: Mapping[str, tuple[str, str]]) -> list[SheetPart]:
    sheets = []
    for attributes in listed:
        kind, part = related.get(attributes.get("id", ""), ("", ""))
        if kind == "worksheet":
            sheets.append(SheetPart(attributes.get("name", ""), part, attributes.get("state", "visible")))
    return sheets


def relationships(package: Package, of_part: str) -> dict[str, tuple[str, str]]:
    """By id: the kind (the last word of its type, so Strict files fit too) and the part aimed at."""
    folder, name = posixpath.split(of_part.replace("\\", "/"))
    xml = package.part(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], path

    if xml is not None:
        parse(xml, start)
    return found


def parse(xml: bytes, start: Callable[[str, Mapping[str, str]], None]) -> None:
    """Call `start` for each element, names and attribute names without their namespaces."""

    def local(name: str, attributes: Mapping[str, str]) -> None:
        start(name.rpartition("|")[2], {key.rpartition("|")[2]: value for key, value in attributes.items()})

    parser = expat.ParserCreate(namespace_separator="|")
    parser.StartElementHandler = local
    parse_all(parser, xml)
