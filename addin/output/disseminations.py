"""Tells what was made known: year by year through each channel with attendance, then document by document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.dates import vn_date
from addin.core.numerals import padded, percent
from addin.core.summaries.records.dissemination import ChannelLine, DisseminationYear, DocumentLine
from addin.documents.parts.squares import squares
from addin.glossary.choices import Channel
from addin.jobs.disseminations import DisseminationsResult
from addin.output.forms import plain


def form(result: DisseminationsResult) -> dict[str, Any]:
    """`{"workbook", "on", "years": [{"year", "channels": [{"channel", "occasions", "documents", "present", "total", "understood", "asked", "links"}], "attendance", "understanding", "without_attendance"}], "documents": [{"text", "instrument", "occasions", "first_on", "last_on", "channels", "articles", "place"}], "unused_channels"}`."""
    record = result.record
    return {
        "workbook": result.workbook,
        "on": result.on.isoformat(),
        "year": result.year,
        "years": [_year_form(year) for year in record.years],
        "documents": [_document_form(one) for one in record.documents],
        "unused_channels": list(record.unused_channels),
    }


def _year_form(year: DisseminationYear) -> dict[str, Any]:
    return {
        "year": year.year,
        "channels": [_channel_form(line) for line in year.channels],
        "attendance": year.attendance,
        "understanding": year.understanding,
        "without_attendance": plain(year.without_attendance),
    }


def _channel_form(line: ChannelLine) -> dict[str, Any]:
    counted = {"occasions": line.occasions, "documents": line.documents, "present": line.present, "total": line.total}
    return {"channel": line.channel, **counted, "understood": line.understood, "asked": line.asked, "links": line.links}


def _document_form(one: DocumentLine) -> dict[str, Any]:
    return {
        "text": one.text,
        "instrument": one.instrument.id if one.instrument else None,
        "occasions": one.occasions,
        "first_on": plain(one.first_on),
        "last_on": plain(one.last_on),
        "channels": list(one.channels),
        "articles": one.articles,
        "place": plain(one.place),
    }


def lines(result: DisseminationsResult) -> Iterator[str]:
    """Years, documents, then what is lacking."""
    yield _head(result)
    for year in result.record.years:
        yield f"Năm {year.year}: {_shares(year)}"
        yield from (f"  {line.channel}: {_channel(line)}" for line in year.channels if line.occasions)
    yield from (f"• {_document(one)}" for one in result.record.documents)
    yield from _after(result)


def box(result: DisseminationsResult) -> Iterator[str]:
    """Years and what is lacking."""
    yield _head(result)
    yield from (f"Năm {year.year}: {_shares(year)}" for year in result.record.years)
    yield from _after(result)


def _head(result: DisseminationsResult) -> str:
    record = result.record
    count = sum(line.occasions for year in record.years for line in year.channels)
    when = f"năm {result.year}" if result.year else f"đến {vn_date(result.on)}"
    return f"Quán triệt {when}: {padded(count)} lần, {padded(len(record.documents))} văn bản."


def _shares(year: DisseminationYear) -> str:
    came = f"dự {percent(year.attendance)}" if year.attendance is not None else "chưa ghi số người dự"
    knew = f", đạt yêu cầu {percent(year.understanding)} số người dự" if year.understanding is not None else ""
    return f"{padded(sum(line.occasions for line in year.channels))} lần; {came}{knew}."


def _channel(line: ChannelLine) -> str:
    told = [f"{padded(line.occasions)} lần", f"{padded(line.documents)} văn bản"]
    if line.total:
        told.append(f"có mặt {padded(line.present or 0)}/{padded(line.total)} lượt")
    if line.links:
        told.append(f"{padded(line.links)} nơi nhận" if line.channel == Channel.DOCUMENT else f"{padded(line.links)} lượt kiểm tra, giám sát trong năm")
    return ", ".join(told)


def _document(one: DocumentLine) -> str:
    number = one.instrument.number if one.instrument else None
    known = f" ({one.instrument.cite_with_day()})" if one.instrument and number and number not in one.text else ""
    parts = f", {padded(one.articles)} điều" if one.articles else ""
    days = f"{one.first_on}" if one.first_on == one.last_on else f"{one.first_on} đến {one.last_on}"
    return f"{one.text}{known}{parts}: {padded(one.occasions)} lần, {days}; {', '.join(one.channels) or 'chưa ghi hình thức'} [{one.place}]"


def _after(result: DisseminationsResult) -> Iterator[str]:
    blank = tuple(place for year in result.record.years for place in year.without_attendance)
    if blank:
        yield f"Chưa ghi có mặt, tổng số: {squares(blank)}."
    if result.record.unused_channels:
        yield f"Chưa dùng hình thức: {', '.join(result.record.unused_channels)}."
