"""One parameter's file: description, unit, dated values each with its place in an instrument."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from addin.core.references import Confidence
from addin.core.regulations import units
from addin.core.regulations.instruments import instrument_of
from tools.regulations.entries import Entry

if TYPE_CHECKING:
    from addin.core.regulations.store import StoredEntry, StoredInstrument, StoredParameter

_MARKS = tuple(mark.value for mark in Confidence)
_PLACES = (
    ("point", "điểm", r"[a-zđ]|[0-9]+([.][0-9]+)*[a-zđ]?", "tên điểm như c hoặc 11.4.2"),
    ("clause", "khoản", r"[0-9]+([.][0-9]+)*", "số khoản như 2"),
    ("article", "Điều", r"[0-9]+[a-z]?", "số điều như 11"),
)


def parameter(root: Entry, known: Mapping[str, StoredInstrument]) -> StoredParameter:
    """The file checked and ready to store; `known` is the register of instruments."""
    fields = root.take_mapping(required=("description", "unit", "values", "checked_on"), allowed=())
    unit = fields["unit"].take_choice(units.UNITS)
    dated = fields["values"].take_mapping()
    if not dated:
        raise fields["values"].fault("chưa có giá trị nào.")
    return {
        "description": fields["description"].take_text(),
        "unit": unit,
        "checked_on": fields["checked_on"].take_day().isoformat(),
        "values": _ascending(dated, unit, known),
    }


def _ascending(dated: dict[str, Entry], unit: str, known: Mapping[str, StoredInstrument]) -> list[StoredEntry]:
    stored: list[StoredEntry] = []
    for entry in dated.values():
        since = entry.as_key().take_day()
        if stored and since.isoformat() <= stored[-1]["since"]:
            raise entry.fault(f"ngày phải tăng dần; sau {stored[-1]['since']} không thể là {since.isoformat()}.")
        stored.append(_value(entry, since, unit, known))
        if len(stored) == 1 and "value" not in stored[0]:
            raise entry.fault("giá trị đầu tiên không thể là null (chưa có gì để bãi bỏ).")
    return stored


def _value(entry: Entry, since: date, unit: str, known: Mapping[str, StoredInstrument]) -> StoredEntry:
    fields = entry.take_mapping({"value", "at", "confidence", "note"})
    if "value" not in fields:
        raise entry.fault("thiếu «value» (ghi null nếu bị bãi bỏ).")
    repealed = fields["value"].content is None
    if "at" not in fields:
        raise entry.fault("bãi bỏ (null) mà thiếu căn cứ «at»." if repealed else "giá trị thiếu căn cứ «at».")
    if "confidence" not in fields:
        raise entry.fault("thiếu «confidence»: verified, local, recalled hoặc inferred.")
    identifier, text = _place(fields["at"], since, known)
    mark = fields["confidence"].take_choice(_MARKS)
    if mark == Confidence.VERIFIED and known[identifier]["confidence"] == Confidence.INFERRED:
        raise fields["confidence"].fault(f"«{identifier}» không phải văn bản nên không thể là verified.")
    stored: StoredEntry = {"since": since.isoformat(), "instrument": identifier, "text": text, "confidence": mark}
    if not repealed:
        stored["value"] = checked(fields["value"], unit, known)
    if "note" in fields:
        stored["note"] = fields["note"].take_text()
    return stored


def _place(at: Entry, since: date, known: Mapping[str, StoredInstrument]) -> tuple[str, str]:
    """The instrument and the citation: "điểm c khoản 2 Điều 11 Quy định số …, ngày …"."""
    fields = at.take_mapping({"article", "clause", "point", "text"}, required=("instrument",))
    identifier = _known(fields["instrument"], known)
    cited = instrument_of(identifier, known[identifier])
    if cited.effective_from is not None and cited.effective_from > since:
        raise at.fault(f"«{identifier}» chưa ban hành vào ngày {since.isoformat()}.")
    return identifier, f"{_within(at, fields)} {cited.cite_with_day()}".strip()


def _within(at: Entry, fields: dict[str, Entry]) -> str:
    """Where in the instrument, as it is printed."""
    if "text" in fields:
        return _free_place(at, fields)
    for part in ("clause", "point"):
        if part in fields and "article" not in fields:
            raise at.fault(f"«{part}» cần có «article».")
    said = [f"{word} {fields[part].take_matching(*shape)}" for part, word, *shape in _PLACES if part in fields]
    return " ".join(said)


def _free_place(at: Entry, fields: dict[str, Entry]) -> str:
    if {"article", "clause", "point"} & fields.keys():
        raise at.fault("«text» thay cho article, clause, point; không ghi cả hai.")
    text = fields["text"].take_text()
    if not text[0].islower():
        raise fields["text"].fault(f"«{text}»: ghi như sẽ in, bắt đầu bằng chữ thường, như mục II.6.")
    return text


def _known(entry: Entry, known: Mapping[str, StoredInstrument]) -> str:
    identifier = entry.take_text()
    if identifier not in known:
        raise entry.fault(f"văn bản «{identifier}» không có trong instruments.yaml.")
    return identifier


def checked(entry: Entry, unit: str, known: Mapping[str, StoredInstrument]) -> units.Storable:
    """The value as it is stored; what does not fit its unit is refused."""
    if unit == units.INSTRUMENTS:
        return [_known(item, known) for item in entry.take_list()]
    return _READERS[unit](entry)


def _flag(entry: Entry) -> bool:
    return entry.take_choice(("false", "true")) == "true"


def _whole(entry: Entry) -> int:
    return int(entry.take_matching(r"0|[1-9][0-9]*", "số nguyên không âm"))


def _factor(entry: Entry) -> str:
    return entry.take_matching(r"(0|[1-9][0-9]*)([.][0-9]+)?", "số thập phân viết đủ như 1.5")


def _share(entry: Entry) -> str:
    text = entry.take_matching(r"[01]([.][0-9]+)?", "tỷ lệ từ 0 đến 1 như 0.2")
    if Decimal(text) > 1:
        raise entry.fault(f"tỷ lệ {text} lớn hơn 1.")
    return text


def _month_day(entry: Entry) -> str:
    text = entry.take_matching(r"[0-9]{2}-[0-9]{2}", "tháng-ngày như 01-31")
    try:
        date.fromisoformat(f"2001-{text}")
    except ValueError:
        raise entry.fault(f"«{text}» không phải là ngày có thật.") from None
    return text


def _words(entry: Entry) -> list[str]:
    return [item.take_text() for item in entry.take_list()]


_READERS: Mapping[str, Callable[[Entry], units.Storable]] = {
    units.FLAG: _flag,
    units.SHARE: _share,
    units.MONTH_DAY: _month_day,
    units.LIST: _words,
    units.TEXT: Entry.take_text,
    **dict.fromkeys(units.WHOLE, _whole),
    **dict.fromkeys(units.EXACT - {units.SHARE}, _factor),
}
