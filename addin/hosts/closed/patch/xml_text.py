"""The text of an XML part: decoded with its own encoding, looked at and edited by splicing, never re-serialised.

Two parts of the work share it: finding elements (`tag_pattern`, `attribute_of`) and changing them (`splice`).
Comments, CDATA sections and instructions are blanked letter by letter in a shadow of the text, so that what
looks like an element inside them is never taken for one; the splices then go into the true text.
"""

from __future__ import annotations

import codecs
import re
import sys
from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from addin.core.records import dataclass
from addin.hosts.refusal import refuse
from addin.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = pattern(rb"^<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']")
_NOT_MARKUP = pattern(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_ATTRIBUTE = pattern(r"\s([\w:.\-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENTITIES = pattern(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(lt|gt|amp|quot|apos));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


@dataclass(frozen=True, slots=True)
class XmlText:
    """A decoded part: `text` is what is edited, `shadow` what is searched (same length), `codec` and `mark` its bytes."""

    text: str
    shadow: str
    codec: str
    mark: bytes

    @classmethod
    def of(cls, data: bytes) -> XmlText:
        """Decode by mark, by the look of the first bytes, by declaration, else UTF-8; RefusedWrite where impossible."""
        mark, codec = _encoding(data)
        try:
            return cls.holding(data[len(mark) :].decode(codec), codec, mark)
        except (UnicodeDecodeError, LookupError):
            refuse("một phần của tệp không đúng bảng mã đã khai", "Mở sổ bằng Excel, lưu lại rồi chạy lại.")

    @classmethod
    def holding(cls, text: str, codec: str, mark: bytes) -> XmlText:
        """Text with its shadow; a DOCTYPE is refused, as no workbook has one."""
        shadow = text
        if "<!" in text or text.find("<?", 5) >= 0:
            shadow = _NOT_MARKUP.sub(lambda found: " " * len(found[0]), text)
            if "<!" in shadow:
                refuse("tệp có khai báo DOCTYPE, sổ tính không có phần này", "Lấy lại tệp từ nguồn tin cậy.")
        return cls(text, shadow, codec, mark)

    def spliced(self, edits: Iterable[Edit]) -> XmlText:
        """A new text with the edits made; everything else letter for letter the same."""
        return self.holding(splice(self.text, edits), self.codec, self.mark)

    @property
    def data(self) -> bytes:
        """The bytes again; letters a narrow encoding lacks become character references."""
        return self.mark + self.text.encode(self.codec, "xmlcharrefreplace")


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in place of the letters from `start` to `end`; `start == end` inserts."""

    start: int
    end: int
    text: str


def splice(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits that do not overlap: insertions at a point in the order given, before what is replaced there."""
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    pieces.append(text[done:])
    return "".join(pieces)


def _encoding(data: bytes) -> tuple[bytes, str]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return mark, codec
    if data[:2] == b"<\0":
        return b"", "utf-16-le"
    if data[:2] == b"\0<":
        return b"", "utf-16-be"
    declared = _DECLARED.match(data)
    return b"", declared[1].decode("ascii") if declared else "utf-8"


@cache
def tag_pattern(name: str) -> re.Pattern[str]:
    """An opening tag by its whole name: group 1 its attributes, group 2 the slash of a self-closing one."""
    return re.compile(rf"<{name}(?=[\s/>])((?:[^<>\"'/]|/(?!>)|\"[^\"]*\"|'[^']*')*)(/?)>")


@cache
def any_tag_pattern(local_name: str) -> re.Pattern[str]:
    """An opening tag in whatever prefix: group 1 the prefix with its colon, 2 the attributes, 3 the slash.

    No possessive quantifier (`*+`): CPython 3.11.2, Debian's, matches them wrongly over a group.
    """
    return re.compile(
        rf"<((?:[\w.\-]+:)?){local_name}(?=[\s/>])((?:[^<>\"'/]|/(?!>)|\"[^\"]*\"|'[^']*')*)(/?)>"
    )


@cache
def closing_pattern(name: str) -> re.Pattern[str]:
    """A closing tag by its whole name."""
    return re.compile(rf"</{name}\s*>")


def append_child(xml: XmlText, parent: str, child: str) -> list[Edit]:
    """Put `child`, written without prefix for its first name, behind the last child of the first such parent.

    `{p}` in the child stands for the parent's prefix. No edit where there is no such parent.
    """
    tag = any_tag_pattern(parent).search(xml.shadow)
    if tag is None:
        return []
    child = child.replace("{p}", tag[1])
    closing = None if tag[3] else closing_pattern(tag[1] + parent).search(xml.shadow, tag.end())
    if closing is not None:
        return [Edit(closing.start(), closing.start(), child)]
    return [Edit(tag.start(), tag.end(), f"<{tag[1]}{parent}{tag[2].rstrip()}>{child}</{tag[1]}{parent}>")]


def attributes_of(inside: str) -> dict[str, str]:
    """The attributes of a tag, entities resolved."""
    return {found[1]: unescape(found[2] if found[2] is not None else found[3]) for found in _ATTRIBUTE.finditer(inside)}


def attribute_of(inside: str, name: str) -> str | None:
    """One attribute by its exact name."""
    return attributes_of(inside).get(name)


def with_attribute(inside: str, name: str, value: str) -> str:
    """The attributes with one set: changed where it stands, else added at the end."""
    for found in _ATTRIBUTE.finditer(inside):
        if found[1] == name:
            return f"{inside[: found.start()]} {name}={quoted(value)}{inside[found.end() :]}"
    return f"{inside.rstrip()} {name}={quoted(value)}"


def is_true(value: str | None) -> bool:
    """An XML boolean that says yes."""
    return value in {"1", "true"}


def quoted(value: str) -> str:
    """An attribute value with its quotes."""
    return '"' + escape(value, {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}) + '"'


def unescape(text: str) -> str:
    """The five named entities and character references; others cannot occur without a DOCTYPE."""
    if "&" not in text:
        return text
    return _ENTITIES.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    """The letter an entity stands for; one that is none stays as written."""
    if found[3]:
        return _NAMED[found[3]]
    code = int(found[1], 16) if found[1] else int(found[2])
    return chr(code) if code <= sys.maxunicode else found[0]
