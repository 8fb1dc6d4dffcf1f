"""instruments.yaml: checked, with `replaced_by` and open ends filled from who replaces whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from addin.core.references import Confidence

if TYPE_CHECKING:
    from addin.core.regulations.store import StoredInstrument, StoredPart
    from tools.regulations.entries import Entry

_OPTIONAL = {
    "kind", "number", "title", "title_confidence", "issuer", "issued", "effective_from", "effective_to",
    "replaces", "replaces_confidence", "note", "parts",
}  # fmt: skip
_KINDS = {
    "Điều lệ", "Quy định", "Quyết định", "Hướng dẫn", "Kết luận", "Chỉ thị", "Nghị quyết", "Nghị định",
    "Luật", "Công văn", "Thông báo", "Kế hoạch", "Đề án",
}  # fmt: skip
_MARKS = tuple(mark.value for mark in Confidence)
_ID = r"[0-9A-Z]+(-[0-9A-Z]+)+"


def register(root: Entry) -> dict[str, StoredInstrument]:
    """Every instrument of the file, in its order; the first fault is raised."""
    entries = root.take_mapping()
    stored = {key: _instrument(entry) for key, entry in entries.items()}
    for key, entry in entries.items():
        for old in stored[key].get("replaces", []):
            if old not in stored:
                raise entry.fault(f"thay thế «{old}», văn bản không có trong danh sách.")
            if "replaced_by" in stored[old]:
                raise entry.fault(f"«{old}» đã có văn bản thay thế: {stored[old]['replaced_by']}.")
            stored[old]["replaced_by"] = key
            _close(entry, stored[old], stored[key].get("effective_from"))
    return stored


def _instrument(entry: Entry) -> StoredInstrument:
    entry.as_key().take_matching(_ID, "mã không dấu như 30-QD-TW-2016")
    fields = entry.take_mapping(_OPTIONAL, required=("confidence",))
    stored: StoredInstrument = {"confidence": fields["confidence"].take_choice(_MARKS)}
    if "kind" in fields:
        stored["kind"] = fields["kind"].take_choice(_KINDS)
    if "number" in fields:
        stored["number"] = fields["number"].take_text()
    if "title" in fields:
        stored["title"] = fields["title"].take_text()
    if "title_confidence" in fields:
        stored["title_confidence"] = fields["title_confidence"].take_choice(_MARKS)
    if "issuer" in fields:
        stored["issuer"] = fields["issuer"].take_text()
    if "note" in fields:
        stored["note"] = fields["note"].take_text()
    if "parts" in fields:
        stored["parts"] = [_part(part) for part in fields["parts"].take_entries()]
    if "number" not in stored and "title" not in stored:
        raise entry.fault("thiếu «number» (hoặc «title» nếu không có số).")
    _days(entry, fields, stored)
    _replacing(entry, fields, stored)
    return stored


def _days(entry: Entry, fields: dict[str, Entry], stored: StoredInstrument) -> None:
    if "issued" in fields:
        stored["issued"] = fields["issued"].take_partial_day()
    if "effective_from" in fields:
        stored["effective_from"] = fields["effective_from"].take_partial_day()
    elif "issued" in stored:
        stored["effective_from"] = stored["issued"]
    if "effective_to" in fields:
        stored["effective_to"] = fields["effective_to"].take_partial_day()
    issued, begun = stored.get("issued", ""), stored.get("effective_from", "")
    if begun < issued:
        raise entry.fault("có hiệu lực trước ngày ban hành.")
    if stored.get("effective_to", "9999") < begun:
        raise entry.fault("hết hiệu lực trước ngày có hiệu lực.")


def _part(entry: Entry) -> StoredPart:
    """A chapter with its articles, or an article and what it is about."""
    fields = entry.take_mapping({"chapter", "about"}, required=("articles", "confidence"))
    first, _, last = fields["articles"].take_matching(r"[0-9]{1,3}(-[0-9]{1,3})?", "số điều như 11 hoặc 30-33").partition("-")
    stored: StoredPart = {"first": int(first), "last": int(last or first), "confidence": fields["confidence"].take_choice(_MARKS)}
    if stored["last"] < stored["first"]:
        raise fields["articles"].fault("điều cuối đứng trước điều đầu.")
    if "chapter" in fields:
        stored["chapter"] = fields["chapter"].take_matching(r"[IVXLC]+", "số chương La Mã như VII")
    if "about" in fields:
        stored["about"] = fields["about"].take_text()
    return stored


def _replacing(entry: Entry, fields: dict[str, Entry], stored: StoredInstrument) -> None:
    if ("replaces" in fields) != ("replaces_confidence" in fields):
        raise entry.fault("«replaces» và «replaces_confidence» phải đi cùng nhau.")
    if "replaces" in fields:
        stored["replaces"] = [old.take_text() for old in fields["replaces"].take_list()]
        stored["replaces_confidence"] = fields["replaces_confidence"].take_choice(_MARKS)


def _close(entry: Entry, old: StoredInstrument, begun: str | None) -> None:
    """The old one's last day is the day before; a written one may not lie after it."""
    if begun is None or len(begun) < len("2026-01-01"):
        return
    last = (date.fromisoformat(begun) - timedelta(days=1)).isoformat()
    if last < old.get("effective_from", ""):
        raise entry.fault("văn bản mới không thể có hiệu lực trước văn bản bị thay thế.")
    if old.get("effective_to", "") > last:
        raise entry.fault(f"văn bản cũ còn hiệu lực đến {old['effective_to']}, sau ngày bị thay thế.")
    old.setdefault("effective_to", last)
