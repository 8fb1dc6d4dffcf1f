"""Whether a Word package will open, and whether it holds more than words: looked at part by part, without Word.

A template whose styles, settings, relationships or list of types is broken would make papers Word calls unreadable;
one with macros, linked fields or a template elsewhere would make papers that run or fetch something. Both are refused
before a field is filled in, and what was filled in is looked at once more before it leaves (`refuse_unreadable`).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from lxml import etree

from addin.errors import TemplateBroken

_TYPES = "[Content_Types].xml"
_DOCUMENT = "word/document.xml"
_XML_PARTS = (".xml", ".rels")
_LARGEST_XML = 4 * 1024 * 1024
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAIN_TYPES = frozenset({"wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml"})
_ROOTS = {
    "wordprocessingml.document.main+xml": "document",
    "wordprocessingml.template.main+xml": "document",
    "wordprocessingml.styles+xml": "styles",
    "wordprocessingml.settings+xml": "settings",
    "wordprocessingml.numbering+xml": "numbering",
    "wordprocessingml.fontTable+xml": "fonts",
    "wordprocessingml.webSettings+xml": "webSettings",
    "wordprocessingml.header+xml": "hdr",
    "wordprocessingml.footer+xml": "ftr",
    "wordprocessingml.footnotes+xml": "footnotes",
    "wordprocessingml.endnotes+xml": "endnotes",
    "theme+xml": "theme",
    "relationships+xml": "Relationships",
}
_RUNNING = re.compile(r"vbaproject|vbadata|macroenabled|activex|oleobject|\.bin$|/embeddings/", re.IGNORECASE)
_PRINTER = re.compile(r"printersettings\d*\.bin$", re.IGNORECASE)
_FIELDS = re.compile(
    r"\s*(DDE|DDEAUTO|LINK|EMBED|IMPORT|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|DATABASE|MACROBUTTON|RD|QUOTE)\b", re.IGNORECASE
)
_LINKED = frozenset({"altChunk", "subDoc", "object", "control"})
_HARMLESS_LINKS = frozenset({"hyperlink"})


def refuse_unsound(name: str, parts: Mapping[str, bytes]) -> None:
    """TemplateBroken, naming the part, where Word could not open the package or it holds more than words."""
    for part in parts:
        if _RUNNING.search(part) and not _PRINTER.search(part):
            raise _refused(name, f"chứa macro hoặc đối tượng nhúng («{part}»)", "Lưu mẫu dạng .docx, bỏ macro và đối tượng nhúng.")
    trees = {part: _tree(name, part, data) for part, data in parts.items() if part.lower().endswith(_XML_PARTS)}
    _check_types(name, trees)
    for part, tree in trees.items():
        _check_links(name, part, tree, parts)
        if part.startswith("word/") and not part.endswith(".rels"):
            _check_content(name, tree)


def refuse_unreadable(name: str, part: str, data: bytes) -> None:
    """TemplateBroken where a filled-in part is no XML any more: an `if` that takes a tag without its end, say."""
    try:
        expat.ParserCreate().Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise TemplateBroken(
            f"Mẫu «{name}» cho ra văn bản Word không mở được (phần «{part}»), nên không lập.",
            "Mỗi lệnh for, if và lệnh kết thúc của nó phải nằm trọn trong một đoạn, hoặc mỗi lệnh đứng riêng một đoạn ({%p … %}).",
        ) from error


def _tree(name: str, part: str, data: bytes) -> etree._Element:
    if len(data) > _LARGEST_XML:
        raise _broken(name, part, "lớn quá 4 MB")
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise _broken(name, part, "có khai báo DOCTYPE")
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise _broken(name, part, "không phải XML lành lặn") from error


def _check_types(name: str, trees: Mapping[str, etree._Element]) -> None:
    """Word goes by the list of types: each XML part has one, and what stands in the part is what the list says."""
    defaults, overrides = _types(trees[_TYPES])
    if overrides.get(f"/{_DOCUMENT}".lower(), "").partition("officedocument.")[2] not in _MAIN_TYPES:
        running = "macroenabled" in overrides.get(f"/{_DOCUMENT}".lower(), "").lower()
        raise _refused(name, "có macro", "Lưu mẫu dạng .docx.") if running else _broken(name, _TYPES, "không nói đâu là văn bản")
    for part, tree in trees.items():
        if part == _TYPES:
            continue
        kind = overrides.get(f"/{part}".lower()) or defaults.get(part.rpartition(".")[2].lower())
        if kind is None:
            raise _broken(name, part, f"không có trong «{_TYPES}»")
        if "macroenabled" in kind.lower() or "vba" in kind.lower():
            raise _refused(name, "có macro", "Lưu mẫu dạng .docx.")
        wanted = _ROOTS.get(re.split(r"officedocument\.|package\.", kind)[-1])
        if wanted is not None and etree.QName(tree).localname != wanted:
            raise _broken(name, part, "có nội dung của một phần khác")


def _types(tree: etree._Element) -> tuple[dict[str, str], dict[str, str]]:
    defaults, overrides = {}, {}
    for item in tree.iter("{*}Default", "{*}Override"):
        kind = item.get("ContentType", "")
        if etree.QName(item).localname == "Default":
            defaults[item.get("Extension", "").lower()] = kind
        else:
            overrides[item.get("PartName", "").lower()] = kind
    return defaults, overrides


def _check_links(name: str, part: str, tree: etree._Element, parts: Mapping[str, bytes]) -> None:
    """Links lead to parts that are there, and nothing but a hyperlink leads outside; every number of a link is known."""
    if part.endswith(".rels"):
        folder, own = posixpath.split(posixpath.dirname(part)), posixpath.basename(part)
        there = {one.lower() for one in parts}
        for link in tree.iter("{*}Relationship"):
            _check_link(name, part, link, folder[0], there)
        if own == ".rels" and not any(_kind(link) == "officeDocument" for link in tree.iter("{*}Relationship")):
            raise _broken(name, part, "không dẫn tới văn bản")
        return
    asked = {value for item in tree.iter("{*}*") for key, value in item.attrib.items() if key == _OFFICE_ID and value}
    if asked:
        folder_of, file = posixpath.split(part)
        links = parts.get(posixpath.join(folder_of, "_rels", f"{file}.rels"), b"<none/>")
        known = {link.get("Id") for link in _tree(name, part, links).iter("{*}Relationship")}
        if asked - known:
            raise _broken(name, part, "dẫn tới phần không có")


def _check_link(name: str, part: str, link: etree._Element, folder: str, there: set[str]) -> None:
    kind, target = _kind(link), str(link.get("Target", ""))
    if link.get("TargetMode") == "External":
        if kind == "attachedTemplate":
            raise _refused(
                name,
                f"gắn với một mẫu khác ở ngoài («{target[:80]}»)",
                "Trong Word vào Developer → Document Template, đổi về Normal, rồi lưu lại.",
            )
        if kind not in _HARMLESS_LINKS:
            raise _refused(name, f"lấy nội dung từ nơi khác («{target[:80]}»)", "Chèn hẳn nội dung vào mẫu, bỏ liên kết.")
        return
    path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    if not target.startswith("#") and path.lower() not in there and not target.endswith("NULL"):
        raise _broken(name, part, f"dẫn tới phần không có («{target[:80]}»)")


def _kind(link: etree._Element) -> str:
    return str(link.get("Type", "")).rpartition("/")[2]


def _check_content(name: str, tree: etree._Element) -> None:
    """Fields that fetch or run something, however they are split, and parts of other files."""
    for item in tree.iter("{*}*"):
        if etree.QName(item).localname in _LINKED and str(item.tag).startswith(_WORD):
            raise _refused(name, "chứa đối tượng nhúng hoặc nội dung của tệp khác", "Chèn hẳn nội dung vào mẫu dạng chữ.")
    for code in _field_codes(tree):
        found = _FIELDS.match(code)
        if found is not None:
            raise _refused(
                name, f"có trường Word lấy dữ liệu từ nơi khác ({found[1].upper()})", "Trong Word chọn trường, bấm Ctrl+Shift+F9."
            )


def _field_codes(tree: etree._Element) -> Iterator[str]:
    """Every field's code: of one element, and of runs joined from where a field begins to where it shows its result."""
    for simple in tree.iter(f"{_WORD}fldSimple"):
        yield str(simple.get(f"{_WORD}instr", ""))
    open_fields: list[list[str]] = [[]]
    for item in tree.iter(f"{_WORD}instrText", f"{_WORD}delInstrText", f"{_WORD}fldChar"):
        kind = item.get(f"{_WORD}fldCharType")
        if kind == "begin":
            open_fields.append([])
        elif kind == "end" and len(open_fields) > 1:
            yield "".join(open_fields.pop())
        elif kind is None:
            open_fields[-1].append(str(item.text or ""))
    yield from map("".join, open_fields)


def _broken(name: str, part: str, reason: str) -> TemplateBroken:
    return TemplateBroken(
        f"Mẫu «{name}» hỏng: phần «{part}» {reason}.", "Mở mẫu bằng Word, lưu lại dạng .docx; nếu Word không mở được thì lấy lại bản cũ."
    )


def _refused(name: str, what: str, way_out: str) -> TemplateBroken:
    return TemplateBroken(f"Mẫu «{name}» {what} nên không dùng được.", way_out)
