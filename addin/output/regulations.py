"""Tells the register of instruments: in force or not that day, by what replaced, what stands where, what a citation means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from addin.core.dates import vn_date
from addin.core.numerals import padded
from addin.core.regulations.provisions import Provision
from addin.jobs.regulations import Entry, Reading, RegulationsResult
from addin.output.forms import plain

_SHOWN = 3
"""Values told of one article; `--json` has them all."""
_UNCHECKED = " (chưa kiểm chứng)"


def form(result: RegulationsResult) -> dict[str, Any]:
    """`{"workbook", "on", "words", "instruments": [{"id", "kind", "number", "title", "issuer", "issued", "from", "to", "in_force", "replaced_by", "confidence", "own", "places": [{"place", "about", "confidence", "taken": [{"what", "since", "confidence"}]}]}], "citations": [{"text", "chapter", "articles", "meant", "candidates", "near"}], "kind", "bases"}`."""
    return {
        "workbook": result.workbook,
        "on": result.on.isoformat(),
        "words": result.words,
        "instruments": [_entry_form(entry) for entry in result.entries],
        "citations": [_reading_form(reading) for reading in result.readings],
        "kind": result.kind,
        "bases": list(result.bases),
    }


def _entry_form(entry: Entry) -> dict[str, Any]:
    one = entry.instrument
    return {
        "id": one.id,
        "kind": one.kind,
        "number": one.number,
        "title": one.title,
        "issuer": one.issuer,
        "issued": plain(one.issued),
        "from": plain(one.effective_from),
        "to": plain(one.effective_to),
        "in_force": entry.in_force,
        "replaced_by": entry.successor.number if entry.successor else one.replaced_by,
        "confidence": one.confidence.value,
        "own": plain(entry.place),
        "places": [_provision_form(provision) for provision in entry.provisions],
    }


def _provision_form(provision: Provision) -> dict[str, Any]:
    taken = [{"what": one.what, "since": one.since.isoformat(), "confidence": one.confidence.value} for one in provision.taken]
    return {"place": provision.place, "about": provision.about, "confidence": provision.confidence.value, "taken": taken}


def _reading_form(reading: Reading) -> dict[str, Any]:
    cited = reading.cited
    return {
        "text": cited.text,
        "chapter": cited.chapter,
        "articles": list(cited.articles) if cited.articles else None,
        "meant": reading.meant.id if reading.meant else None,
        "candidates": [one.id for one in cited.candidates],
        "near": [one.id for one in cited.near],
    }


def lines(result: RegulationsResult) -> Iterator[str]:
    """A line an instrument; of a single one its articles; then what the words mean and the bases asked for."""
    if result.words or not result.kind:
        yield f"Danh mục văn bản vào ngày {vn_date(result.on)}: {padded(len(result.entries))} văn bản{f' ứng với “{result.words}”' if result.words else ''}."
    for entry in result.entries:
        yield f"• {_said(entry, result.on)}"
        yield from (f"    {_provision(provision)}" for provision in entry.provisions)
    yield from (_meaning(result, reading) for reading in result.readings)
    if result.kind:
        yield f"Căn cứ của {result.kind} ngày {vn_date(result.on)}:"
        yield from (f"  {line}" for line in result.bases)


box = lines


def _said(entry: Entry, on: date) -> str:
    one = entry.instrument
    told = [one.cite(), (one.title or "") if one.number else "", _force(entry, on)]
    own = f"chi bộ ghi ở {entry.place}" if entry.place else "" if one.confidence.is_checked else "chưa kiểm chứng"
    return "; ".join(part for part in (*told, own) if part)


def _force(entry: Entry, on: date) -> str:
    one = entry.instrument
    begun = f"từ {one.effective_from}" if one.effective_from and one.effective_from != one.issued else ""
    ended = f"đến {one.effective_to}" if one.effective_to else ""
    bounds = " ".join(part for part in (begun, ended) if part)
    after = entry.successor.cite_with_day() if entry.successor else one.replaced_by
    return f"{_state(entry, on)}{f' ({bounds})' if bounds else ''}{f', thay bằng {after}' if after else ''}"


def _state(entry: Entry, on: date) -> str:
    """Of what nobody knows when it began nothing is said but that."""
    begins = entry.instrument.effective_from
    if entry.in_force is None:
        return "chưa rõ ngày hiệu lực" if begins is None or begins.last > on else "chưa rõ ngày hết hiệu lực"
    if entry.in_force:
        return "có hiệu lực"
    return "chưa có hiệu lực" if begins is not None and begins > on else "hết hiệu lực"


def _provision(provision: Provision) -> str:
    mark = "" if provision.confidence.is_checked else _UNCHECKED
    shown = [f"{one.what} (từ {vn_date(one.since)}{'' if one.confidence.is_checked else ', chưa kiểm chứng'})" for one in provision.taken[:_SHOWN]]
    more = len(provision.taken) - len(shown)
    taken = "; ".join([*shown, *([f"và {padded(more)} giá trị khác"] if more else [])])
    told = "; ".join(part for part in (provision.about or "", f"chương trình lấy ở đây: {taken}" if taken else "") if part)
    return f"{provision.place}{mark}{f': {told}' if told else ''}"


def _meaning(result: RegulationsResult, reading: Reading) -> str:
    cited = reading.cited
    where = ", ".join(part for part in (f"Chương {cited.chapter}" if cited.chapter else "", _articles(cited.articles)) if part)
    text = f"“{cited.text}”{f' ({where})' if where else ''}"
    if reading.meant is not None:
        return f"{text} là {reading.meant.cite()}."
    if cited.candidates:
        names = "; ".join(one.cite_with_day() for one in cited.candidates)
        return f"{text} có thể là nhiều văn bản vào ngày {vn_date(result.on)}: {names}. Ghi đủ ký hiệu và ngày ban hành."
    if cited.near:
        return f"{text}: không có văn bản đúng như vậy; gần nhất: {'; '.join(one.cite_with_day() for one in cited.near)}."
    return f"{text}: không có trong danh mục; văn bản của đảng uỷ thì thêm vào sheet Quy định."


def _articles(articles: tuple[int, int] | None) -> str:
    if articles is None:
        return ""
    first, last = articles
    return f"Điều {first} đến Điều {last}, {padded(last - first + 1)} điều" if last > first else f"Điều {first}"
