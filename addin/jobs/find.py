"""`find`: members by name without accents, in part, in Vietnamese order; in one workbook or in all of a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from addin import glossary
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.members import Member
from addin.errors import Misuse
from addin.glossary.folding import fold_plain
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Hit:
    """One member found; birth year and group tell namesakes apart."""

    workbook: str
    place: Place
    full_name: str
    birth_year: int | None
    group: str | None


@dataclass(frozen=True, slots=True)
class FindResult:
    """Who was found in how many workbooks; `unread` could not be searched, and why."""

    words: str
    workbooks: int
    hits: tuple[Hit, ...]
    unread: tuple[tuple[str, str], ...] = ()


def find(books: Iterable[tuple[str, Reading | str]], words: str) -> Outcome[FindResult]:
    """Workbooks by name, each as read or why it was not; Misuse where nothing is looked for."""
    wanted = fold_plain(words).split()
    if not wanted:
        raise Misuse("Chưa ghi tên cần tìm.", "Ghi một phần tên, có hay không có dấu, ví dụ: sochibo find sổ.xlsx “nguyen an”.")
    hits: list[Hit] = []
    unread: list[tuple[str, str]] = []
    count = 0
    for name, book in books:
        count += 1
        if isinstance(book, str):
            unread.append((name, book))
        else:
            hits += _in(name, book, wanted)
    hits.sort(key=lambda hit: (glossary.given_name_key(hit.full_name), hit.workbook, hit.place))
    return Outcome(FindResult(words, count, tuple(hits), tuple(unread)))


def _in(name: str, reading: Reading, wanted: list[str]) -> Iterator[Hit]:
    for member in reading.book.members:
        if member.full_name and _fits(member, wanted):
            born = member.birth_date
            yield Hit(name, member.place("full_name"), member.full_name, born.year if born else None, member.group)


def _fits(member: Member, wanted: list[str]) -> bool:
    """Every word begins a word of the name, in any order; a number ends the card or is the member's own number."""
    words = fold_plain(member.full_name or "").split()
    numbers = [fold_plain(one) for one in (member.member_id,) if one]
    return all(any(word.startswith(part) for word in words) or part in numbers for part in wanted)
