"""What was made known, through which channel, to how many: by year, channel and document (F58, R11–R15, H9, H10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from addin import glossary
from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.regulations.instruments import Instrument
from addin.core.regulations.parsing import find_cited
from addin.core.tables.known_regulations import own_instruments
from addin.core.tables.rows.activities import Dissemination
from addin.glossary.choices import Channel

CHANNELS = (Channel.REGULAR_MEETING, Channel.THEMATIC_MEETING, Channel.DOCUMENT, Channel.INSPECTION)
MEETINGS = (Channel.REGULAR_MEETING, Channel.THEMATIC_MEETING)
_Pairs = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """One channel in one year; attendance and understanding are of the rows that give both figures, None where none does.

    `links`: what the channel rests on — recipients a written text was sent to, turns of inspection it was made known through.
    """

    channel: str
    occasions: int
    documents: int
    present: int | None
    total: int | None
    understood: int | None
    asked: int | None
    links: int | None


@dataclass(frozen=True, slots=True)
class DisseminationYear:
    """`attendance` is the share of those called who came; `without_attendance` meetings whose figures nobody entered."""

    year: int
    channels: tuple[ChannelLine, ...]
    attendance: float | None
    understanding: float | None
    without_attendance: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document: as entered first, what it is in the register, how often, when, through which channels; how many articles it was cited by."""

    text: str
    instrument: Instrument | None
    occasions: int
    first_on: PartialDate | None
    last_on: PartialDate | None
    channels: tuple[str, ...]
    articles: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class DisseminationRecord:
    """The years with a row, and every document of them."""

    years: tuple[DisseminationYear, ...]
    documents: tuple[DocumentLine, ...]

    @property
    def unused_channels(self) -> tuple[str, ...]:
        """Channels no row of these years went through."""
        used = {line.channel for year in self.years for line in year.channels if line.occasions}
        return tuple(channel for channel in CHANNELS if channel not in used)


def dissemination_record(reading: Reading, on: date, year: int | None = None) -> DisseminationRecord:
    """All that was made known by that day, or in one year."""
    rows = [row for row in reading.book.disseminations if row.date is not None and not row.date > on and year in (None, row.date.year)]
    by_year: dict[int, list[Dissemination]] = defaultdict(list)
    for row in rows:
        by_year[row.date.year if row.date else 0].append(row)
    return DisseminationRecord(tuple(_year(reading, key, by_year[key]) for key in sorted(by_year)), _documents(reading, rows))


def _year(reading: Reading, year: int, rows: Sequence[Dissemination]) -> DisseminationYear:
    channels = tuple(_channel(reading, year, channel, [row for row in rows if row.channel == channel]) for channel in CHANNELS)
    came, knew = _shares(rows)
    blank = tuple(row.place("present") for row in rows if row.channel in MEETINGS and (row.present is None or not row.total))
    return DisseminationYear(year, channels, _share(came), _share(knew), blank)


def _channel(reading: Reading, year: int, channel: str, rows: Sequence[Dissemination]) -> ChannelLine:
    came, knew = _shares(rows)
    return ChannelLine(
        channel,
        len(rows),
        len({glossary.fold(row.document) for row in rows if row.document}),
        *_sums(came),
        *_sums(knew),
        _links(reading, year, channel, rows),
    )


def _links(reading: Reading, year: int, channel: str, rows: Sequence[Dissemination]) -> int | None:
    """Recipients of the same text in Gửi nhận; turns of inspection and supervision decided that year."""
    if channel == Channel.DOCUMENT and rows:
        named = {glossary.fold(row.document) for row in rows if row.document}
        return sum(1 for row in reading.book.dispatches if row.document and glossary.fold(row.document) in named) or None
    if channel == Channel.INSPECTION and rows:
        return sum(1 for row in reading.book.inspections if row.year == year and row.member) or None
    return None


def _shares(rows: Sequence[Dissemination]) -> tuple[_Pairs, _Pairs]:
    """Who came of those called, who understood of those who came: of the rows that give both."""
    came = [(row.present, row.total) for row in rows if row.present is not None and row.total]
    return came, [(row.understood, row.present) for row in rows if row.understood is not None and row.present]


def _sums(pairs: _Pairs) -> tuple[int | None, int | None]:
    return (sum(part for part, _ in pairs), sum(whole for _, whole in pairs)) if pairs else (None, None)


def _share(pairs: _Pairs) -> float | None:
    part, whole = _sums(pairs)
    return part / whole if part is not None and whole else None


def _documents(reading: Reading, rows: Sequence[Dissemination]) -> tuple[DocumentLine, ...]:
    """One line a document: the same instrument however it was cited, else the same words."""
    own = own_instruments(reading.book)
    found: dict[str, list[Dissemination]] = defaultdict(list)
    known: dict[str, tuple[Instrument | None, int | None]] = {}
    for row in sorted(rows, key=lambda row: row.date.first if row.date else date.min):
        cited = find_cited(row.document or "", own)
        meant = cited[0].meant_on(row.date.last if row.date else None) if len(cited) == 1 else None
        articles = cited[0].articles if len(cited) == 1 else None
        key = f"{meant.id} {articles or ''}" if meant else glossary.fold(row.document or "")
        if key:
            found[key].append(row)
            known[key] = (meant, articles[1] - articles[0] + 1 if articles else None)
    return tuple(_document(rows_of, *known[key]) for key, rows_of in found.items())


def _document(rows: Sequence[Dissemination], meant: Instrument | None, articles: int | None) -> DocumentLine:
    channels = tuple(channel for channel in CHANNELS if any(row.channel == channel for row in rows))
    return DocumentLine(rows[0].document or "", meant, len(rows), rows[0].date, rows[-1].date, channels, articles, rows[0].place("document"))
