"""What the letterheads of an office's sheets say of the cell: its name, its superior, its place, its symbol, its terms.

Only what stands there in the Party's own layout is taken, each with the square it was read from; where sheets
disagree nothing is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import pairwise

from addin import glossary
from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.squares.texts import as_text
from addin.patterns import pattern

_CELL = pattern(r"chi bộ\s+\S.{0,60}", re.IGNORECASE)
_SUPERIOR = pattern(r"(?:đảng bộ|đảng u[ỷy]|đảng ủy)\s+\S.{0,80}", re.IGNORECASE)
_PLACE = pattern(r"(?P<place>[^\d,]{2,40}),\s*ngày\s*[\d.…]*\s*tháng\s*[\d.…]*\s*năm\s*[\d.…]*", re.IGNORECASE)
_SYMBOL = pattern(r"(?:số\s*)?\d{1,4}\s*-\s*(?:NQ|QĐ|QĐi|KL|QC|TB|BC|KH|CTr|TTr|CV|BB)\s*/\s*(?P<symbol>CB[^\W\d_]*)\b.*", re.IGNORECASE | re.DOTALL)
_TERM = pattern(
    r"nhiệm kỳ\s*[:(]?\s*(?:từ\s+)?(?:năm\s+)?(?P<first>(?:\d{1,2}/){0,2}\d{4})\s*(?:[-–—]|đến)\s*(?:năm\s+)?(?P<last>(?:\d{1,2}/){0,2}\d{4})",
    re.IGNORECASE,
)
_OF_OTHERS = pattern(r"đảng bộ|đảng u[ỷy]|đảng ủy|đại biểu|cấp trên", re.IGNORECASE)
_LONGEST_TERM = 6
_TOP_ROWS = 8
_ALONE_ROWS = 3
_SMALL_WORDS = frozenset({"và", "của", "các"})
_SHORTENED = pattern(r"[^aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{2,}|ubnd|hđnd|ubmttq|bhxh|i{1,3}|iv|vi{0,3}|ix|x")
"""What stays in capitals: letters no syllable is made of ("THCS", "TNHH"), a few with a vowel, Roman numerals."""
_TITLE_WORDS = pattern(r"danh sách|biểu|sổ|năm|kế hoạch|tổng hợp|đề nghị|đánh giá|xếp loại|báo cáo|theo dõi|kết quả|biên bản|trực thuộc", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """One setting and the square it was read from."""

    key: str
    value: str
    place: Place


def settings_shown(grids: Collection[Grid]) -> list[Shown]:
    """Cell, superior, place and symbol, where all sheets that say them agree; the terms the titles tell."""
    seen: dict[str, list[Shown]] = defaultdict(list)
    for grid in grids:
        for shown in (*_letterhead(grid), *_symbols(grid), *_terms(grid)):
            seen[shown.key].append(shown)
    for shown in () if seen["cell_name"] else (shown for grid in grids for shown in _alone(grid)):
        seen[shown.key].append(shown)
    told = (*(_agreed(seen[key]) for key in ("cell_name", "superior_name", "place", "symbol")), _joined(seen["terms"]))
    return [shown for shown in told if shown is not None]


def _agreed(found: list[Shown]) -> Shown | None:
    """The one value all say; of a symbol the one most papers carry."""
    counts = Counter(glossary.fold(shown.value) for shown in found)
    if not counts or (len(counts) > 1 and found[0].key != "symbol"):
        return None
    common = counts.most_common(1)[0][0]
    fitting = [shown for shown in found if glossary.fold(shown.value) == common]
    return next((shown for shown in fitting if not shown.value.isupper()), fitting[0])


def _letterhead(grid: Grid) -> Iterator[Shown]:
    """A superior's name with a cell's name right below it, and the place before a date."""
    for row in range(1, min(_TOP_ROWS, grid.row_count) + 1):
        for column, raw in enumerate(grid.row(row), start=1):
            text = as_text(raw) if isinstance(raw, str) else ""
            match = _PLACE.fullmatch(text)
            if match:
                yield Shown("place", match["place"].strip(), grid.place(row, column))
            below = as_text(grid.at(row + 1, column)) if _SUPERIOR.fullmatch(text) else ""
            if below and _CELL.fullmatch(below):
                yield Shown("superior_name", _written(text), grid.place(row, column))
                yield Shown("cell_name", _written(below), grid.place(row + 1, column))


def _alone(grid: Grid) -> Iterator[Shown]:
    """A cell's name in capitals that begins a row at the very top, with no superior over it and no word of a title."""
    for row in range(1, min(_ALONE_ROWS, grid.row_count) + 1):
        column, raw = next(((at, raw) for at, raw in enumerate(grid.row(row), start=1) if raw is not None), (0, None))
        text = as_text(raw) if isinstance(raw, str) else ""
        if text.isupper() and _CELL.fullmatch(text) and not _TITLE_WORDS.search(text):
            yield Shown("cell_name", _written(text), grid.place(row, column))


def _terms(grid: Grid) -> Iterator[Shown]:
    """"Nhiệm kỳ 2022 - 2025" in a title of the cell's own; the term of a party committee is another."""
    for row in range(1, min(_TOP_ROWS, grid.row_count) + 1):
        for column, raw in enumerate(grid.row(row), start=1):
            text = as_text(raw) if isinstance(raw, str) else ""
            found = None if _OF_OTHERS.search(text) else _TERM.search(text)
            if found and 1 <= int(found["last"][-4:]) - int(found["first"][-4:]) <= _LONGEST_TERM:
                yield Shown("terms", f"{found['first']}–{found['last']}", grid.place(row, column))


def _joined(found: list[Shown]) -> Shown | None:
    """All terms in their order; none where two that differ share more than the year one ends and the other begins."""
    first: dict[str, Shown] = {}
    for shown in found:
        first.setdefault(shown.value, shown)
    terms = sorted(first, key=lambda value: [int(end[-4:]) for end in value.split("–")])
    if not terms or any(int(earlier[-4:]) > int(later.split("–")[0][-4:]) for earlier, later in pairwise(terms)):
        return None
    return Shown("terms", "; ".join(terms), first[terms[0]].place)


def _symbols(grid: Grid) -> Iterator[Shown]:
    """The organisation behind the stroke of numbers of papers."""
    for row, line in enumerate(grid.values, start=1):
        for column, raw in enumerate(line, start=1):
            match = _SYMBOL.fullmatch(raw.strip()) if isinstance(raw, str) and "/" in raw and len(raw) < _LONGEST else None
            if match:
                yield Shown("symbol", match["symbol"].upper(), grid.place(row, column))


_LONGEST = 60


def _written(text: str) -> str:
    """A name in capitals as it is written in a sentence: "CHI BỘ THÔN ĐÔNG" is Chi bộ Thôn Đông."""
    if not text.isupper():
        return text
    kind, name = " ".join(text.split()[:2]).capitalize(), text.split()[2:]
    return " ".join((kind, *map(_word_written, name)))


def _word_written(word: str) -> str:
    small = word.lower()
    if small in _SMALL_WORDS:
        return small
    return "-".join(part if _SHORTENED.fullmatch(part.lower()) else part.capitalize() for part in word.split("-"))
