"""What every context of a document shares: ready strings, each with its Vietnamese meaning.

A context is a frozen dataclass; a field made by `word` or `words` is a placeholder of the template of the
same kind, and its meaning is what the template checker and docs/templates.md tell a secretary. `layout` and `day`
are no placeholders: how the cell wants its pages, and the date. Contexts decide; templates only place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from addin.core.tables.rows.members import Member

BLANK = "…………"
"""Printed where the workbook has no datum; the job tells which one it is."""

DEFAULT_LINE_SPACING = Decimal(18)

_SAMPLE_LINES = 40

_SPACES = re.compile(r"\s+")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_UNTIDY = re.compile(r"[\x00-\x1f\x7f-\xa0\u2000-\u200a\u2028\u2029\u202f\u3000\ufffe\uffff\ud800-\udfff]|^ |  | $")
_COMMITTEE = re.compile(r"\b(?:uỷ|ủy|Uỷ|Ủy|UỶ|ỦY)\b")
_SPELLINGS = {
    "uỷ": {"ủy": "uỷ", "Ủy": "Uỷ", "ỦY": "UỶ"},
    "ủy": {"uỷ": "ủy", "Uỷ": "Ủy", "UỶ": "ỦY"},
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How the pages look where a cell may choose: exact line spacing in points, and uỷ or ủy."""

    line_spacing: Decimal = DEFAULT_LINE_SPACING
    spelling: str = "uỷ"


def word(meaning: str) -> Any:
    """A placeholder that holds one ready string."""
    return field(metadata={"meaning": meaning})


def words(meaning: str) -> Any:
    """A placeholder that holds several ready strings, or several records of them."""
    return field(default=(), metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What every Party paper has (documents.md §3); `day` is its date where known, no placeholder: the register enters it."""

    place_date: str = word("địa danh, ngày tháng năm")
    summary: str = word("trích yếu nội dung")
    layout: Layout = Layout()
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed(Context):
    """A paper under the cell's own head."""

    superior_name: str = word("tên đảng bộ cấp trên, chữ in hoa")
    cell_name: str = word("tên chi bộ, chữ in hoa")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Headed):
    """A paper signed for the cell, without a number of its own: a list, an explanation."""

    authority: str = word("quyền hạn ký, ví dụ “T/M CHI BỘ”")
    signer_post: str = word("chức vụ người ký, chữ in hoa")
    signer_name: str = word("họ và tên người ký")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued(Signed):
    """A paper with a number, sent to recipients."""

    number: str = word("số và ký hiệu, ví dụ “Số 23-QĐ/CB”")
    recipients: tuple[str, ...] = words("các dòng nơi nhận, trừ dòng cuối")
    archive: str = word("dòng cuối của nơi nhận, ví dụ “Lưu Chi bộ.”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Headed):
    """The record of a meeting, signed by who wrote it and who chaired it."""

    number: str = word("số và ký hiệu, ví dụ “Số 05-BB/CB”")
    recorder_name: str = word("họ và tên người ghi biên bản")
    chair_name: str = word("họ và tên người chủ trì hội nghị")


ContextType = TypeVar("ContextType", bound=Context)


def placeholders(context_type: type[Any]) -> dict[str, str]:
    """The names a template may ask for, with their meanings; `list.part` for the parts of a list's records."""
    hints = get_type_hints(context_type)
    found: dict[str, str] = {}
    for item in fields(context_type):
        if "meaning" not in item.metadata:
            continue
        found[item.name] = item.metadata["meaning"]
        for part_type in get_args(hints[item.name]):
            if is_dataclass(part_type) and isinstance(part_type, type):
                parts = placeholders(part_type)
                found.update({f"{item.name}.{name}": meaning for name, meaning in parts.items()})
    return found


def lists(context_type: type[Any]) -> frozenset[str]:
    """The names a template may walk through, line by line."""
    hints = get_type_hints(context_type)
    found: set[str] = set()
    for item in fields(context_type):
        if "meaning" in item.metadata and get_origin(hints[item.name]) is tuple:
            found.add(item.name)
            for part_type in get_args(hints[item.name]):
                if is_dataclass(part_type) and isinstance(part_type, type):
                    found.update(f"{item.name}.{name}" for name in lists(part_type))
    return frozenset(found)


def sample(context_type: type[Any], *, empty: bool = False) -> dict[str, Any]:
    """A value for every placeholder: its meaning, and lists long enough to show what a loop costs; or nothing anywhere."""
    hints = get_type_hints(context_type)
    return {
        item.name: _sample_of(hints[item.name], "" if empty else item.metadata["meaning"])
        for item in fields(context_type)
        if "meaning" in item.metadata
    }


def _sample_of(hint: Any, meaning: str) -> Any:
    if get_origin(hint) is tuple:
        return (_sample_of(get_args(hint)[0], meaning),) * (_SAMPLE_LINES if meaning else 0)
    if is_dataclass(hint) and isinstance(hint, type):
        return SimpleNamespace(**sample(hint, empty=not meaning))
    return meaning


def spell(text: str, spelling: str, names: tuple[str, ...] = ()) -> str:
    """The text with the cell's spelling of the word uỷ/ủy; `names`, and words such as Thuỷ, keep their letters."""
    table = _SPELLINGS.get(spelling, {})
    if not names:
        return _COMMITTEE.sub(lambda match: table.get(match[0], match[0]), text)
    pieces = re.split(f"({'|'.join(map(re.escape, names))})", text)
    return "".join(piece if piece in names else spell(piece, spelling) for piece in pieces)


def plain(text: str) -> str:
    """NFC, one line, without control characters: what may stand in a paragraph."""
    if not _UNTIDY.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    return _SPACES.sub(" ", _FORBIDDEN.sub("", unicodedata.normalize("NFC", text))).strip()


def settled(context: ContextType, members: Iterable[Member]) -> ContextType:
    """The context with every string made plain and spelled as the cell spells; names of members stay theirs."""
    names = (plain(member.full_name) for member in members if member.full_name)
    kept = tuple(sorted({name for name in names if _COMMITTEE.search(name)}, key=lambda name: (-len(name), name)))
    spelling = context.layout.spelling
    parts = {item.name: _settled(getattr(context, item.name), spelling, kept) for item in fields(context)}
    return replace(context, **parts)


def _settled(value: Any, spelling: str, kept: tuple[str, ...]) -> Any:
    if isinstance(value, str):
        return spell(plain(value), spelling, kept)
    if isinstance(value, tuple):
        return tuple(_settled(part, spelling, kept) for part in value)
    if is_dataclass(value) and not isinstance(value, Layout | type):
        parts = {item.name: _settled(getattr(value, item.name), spelling, kept) for item in fields(value)}
        return replace(value, **parts)
    return value
