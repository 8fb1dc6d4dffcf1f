"""Puts the add-in's parts into one .xlam: workbook, one sheet of messages, VBA project, ribbon.

Parts are stored, not deflated, and dated 1 January 1980: the bytes depend on the text in macros/ alone,
not on the clock or on which zlib is installed.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from tools.xlam.ascii_source import without_marks
from tools.xlam.faults import MacroFault
from tools.xlam.modules import Kind, Module, read_modules
from tools.xlam.vba_project import vba_project

MACROS = Path(__file__).parents[2] / "macros"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RIBBON_LINK = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DAY_ZERO = (1980, 1, 1, 0, 0, 0)
_COLUMNS = "ABC"


def build(macros: Path) -> bytes:
    """The whole add-in from a folder of text; MacroFault where Excel would stumble."""
    modules = read_modules(macros)
    messages = read_messages(macros / "messages.tsv")
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
            (_RIBBON_LINK, "customUI/customUI14.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _properties(messages["title"]),
        "xl/workbook.xml": _workbook(_code_name(modules, Kind.WORKBOOK)),
        "xl/_rels/workbook.xml.rels": _relationships(
            (f"{_OFFICE}/worksheet", "worksheets/sheet1.xml"),
            (f"{_OFFICE}/theme", "theme/theme1.xml"),
            (f"{_OFFICE}/styles", "styles.xml"),
            (f"{_OFFICE}/sharedStrings", "sharedStrings.xml"),
            ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
        ),
        "xl/worksheets/sheet1.xml": _sheet(_code_name(modules, Kind.SHEET), len(messages)),
        "xl/theme/theme1.xml": _as_written(macros / "theme.xml"),
        "xl/styles.xml": _styles(),
        "xl/sharedStrings.xml": _shared_strings(messages),
        "xl/vbaProject.bin": vba_project(modules),
        "customUI/customUI14.xml": _as_written(macros / "customUI14.xml"),
    }
    return _zipped(parts)


def read_messages(path: Path) -> dict[str, str]:
    """Texts in Vietnamese by id, from tab-separated lines."""
    messages: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        name, tab, text = line.partition("\t")
        if not name.isidentifier() or not tab or not text.strip() or "\t" in text or name in messages:
            raise MacroFault(f"{path.name}:{number}: a line is an id of its own, one tab, a text")
        messages[name] = unicodedata.normalize("NFC", text.strip())
    if "title" not in messages:
        raise MacroFault(f"{path.name}: the title is missing")
    return messages


def _as_written(path: Path) -> bytes:
    """A part that stands whole in the checkout, whatever line ends the checkout has."""
    return path.read_bytes().replace(b"\r\n", b"\n")


def _code_name(modules: tuple[Module, ...], kind: Kind) -> str:
    return next(module.name for module in modules if module.kind is kind)


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _DAY_ZERO)
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, data)
    return target.getvalue()


def _content_types() -> bytes:
    types = {
        "/xl/workbook.xml": "application/vnd.ms-excel.addin.macroEnabled.main+xml",
        "/xl/worksheets/sheet1.xml": f"{_SHEET_TYPE}.worksheet+xml",
        "/xl/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/xl/styles.xml": f"{_SHEET_TYPE}.styles+xml",
        "/xl/sharedStrings.xml": f"{_SHEET_TYPE}.sharedStrings+xml",
        "/xl/vbaProject.bin": "application/vnd.ms-office.vbaProject",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in types.items())
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _relationships(*links: tuple[str, str]) -> bytes:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_LINKS}">{listed}</Relationships>'.encode()


def _properties(title: str) -> bytes:
    """The name Excel shows in its list of add-ins."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
    ).encode()


def _workbook(code_name: str) -> bytes:
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr codeName="{code_name}"/>'
        '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="12000" windowHeight="8000"/></bookViews>'
        '<sheets><sheet name="messages" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ).encode()


def _sheet(code_name: str, count: int) -> bytes:
    """One message a row, where TextIn of Launcher.bas looks: id, text, and the text without its marks."""
    rows = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{column}{row}" t="s"><v>{len(_COLUMNS) * (row - 1) + at}</v></c>' for at, column in enumerate(_COLUMNS))
        + "</row>"
        for row in range(1, count + 1)
    )
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetPr codeName="{code_name}"/>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()


def _shared_strings(messages: dict[str, str]) -> bytes:
    """The texts of the sheet in its own order; Excel itself keeps texts nowhere else."""
    texts = [text for name, told in messages.items() for text in (name, told, without_marks(told))]
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    return f'{_HEAD}<sst xmlns="{_MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">{items}</sst>'.encode()


def _styles() -> bytes:
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ).encode()
