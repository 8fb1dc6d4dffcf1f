"""Where a table's rows end, and which rows inside it are no records: numbering, sections, totals, notes, signatures.

A row with enough of its usual squares is a record whatever its words are; only a poor row is judged by them, and
one that carries a running number and something beside it, or a person's name, stays a record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from addin import glossary
from addin.core.grids import Grid, Raw
from addin.core.records import dataclass
from addin.core.tables.recognition import row_words
from addin.core.tables.recognition.frame import Frame
from addin.core.tables.recognition.headings import is_known
from addin.core.tables.recognition.profiles import tags_of
from addin.core.tables.squares.names import is_person
from addin.core.tables.squares.values import as_text, is_blank
from addin.patterns import pattern

_LONGEST_GAP = 2
_LETTERS = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WIDE_SECTION = 3
_YEAR = pattern(r"(?<!\d)20[0-4]\d(?!\d)")
_FEW_SIGNERS = 3
_DATA = (("paper",), ("date",))
"""What no row of headings holds, whatever its other words may head."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Record rows in order; `sections` gives the group, `kinds` the kind of inspection a section row put over a record."""

    rows: tuple[int, ...]
    sections: Mapping[int, str]
    last_row: int
    stray_row: int | None = None
    kinds: Mapping[int, str] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)


def find_extent(grid: Grid, first: int, frame: Frame) -> Extent:
    """Walk down from `first` to a total, a signature, the next table's headings or two empty rows."""
    return _Walk(grid, frame).run(first)


class _Walk:
    """One pass down a sheet."""

    def __init__(self, grid: Grid, frame: Frame) -> None:
        self._grid = grid
        self._frame = frame
        self._rows: list[int] = []
        self._sections: dict[int, str] = {}
        self._kinds: dict[int, str] = {}
        self._years: dict[int, int] = {}
        self._group = self._kind = ""
        self._year: int | None = None
        self._is_summing = False
        self._title = ""
        self._anchors = [column - 1 for column in frame.anchors]
        self._wide = {
            merged.first_row
            for merged in grid.merged
            if merged.first_row == merged.last_row and merged.last_column - merged.first_column + 1 >= _WIDE_SECTION
        }

    def run(self, first: int) -> Extent:
        """The records from `first` to the end of the table."""
        gap, row, ended = 0, first, False
        while row <= self._grid.row_count and not ended:
            line = self._grid.row(row)
            filled = self._filled(line)
            if filled == 0 and self._is_empty(line):
                gap += 1
                ended = gap >= _LONGEST_GAP
            else:
                gap = 0
                ended = self._take(row, line, filled)
            row += 1
        last = self._rows[-1] if self._rows else first - 1
        stray = self._stray(row) if gap >= _LONGEST_GAP else None
        return Extent(tuple(self._rows), self._sections, last, stray, self._kinds, self._years)

    def _filled(self, line: tuple[Raw, ...]) -> int:
        """How many usual squares of the row hold something."""
        width = len(line)
        held = [line[index] for index in self._anchors if index < width]
        filled = len(held) - held.count(None)
        for raw in held:
            if raw.__class__ is str and not raw[:1].isalnum() and is_blank(raw):
                filled -= 1
        return filled

    def _take(self, row: int, line: tuple[Raw, ...], filled: int) -> bool:
        """Keep, pass over, or end at a row that is not empty."""
        wanted = len(self._frame.anchors)
        held = [raw for raw in line if raw is not None]
        words = [raw for raw in held if raw.__class__ is str]
        if not self._rows and row_words.numbers_columns(line):
            return False
        if line in self._frame.heading_lines or (held[0].__class__ is str and self._frame.repeats(words)) or self._is_above_repeated(row, line, filled):
            return bool(_YEAR.search(self._title))
        if (len(words) == len(held) and self._is_heading(line)) or self._is_signed(line, words):
            return True
        is_alone = len(held) == len(words) == 1
        is_poor = filled * 2 < wanted or filled <= 1 < wanted or (filled <= 1 and is_alone and row_words.says_year(as_text(words[0])))
        is_odd = self._is_total(line, words) or (is_alone and row_words.is_enumerated(as_text(words[0])))
        if is_poor or row in self._wide or is_odd:
            verdict = self._judge(row, line, is_poor=is_poor)
            if verdict is not None:
                return verdict
        self._keep(row)
        return False

    def _keep(self, row: int) -> None:
        self._rows.append(row)
        self._is_summing = False
        self._title = ""
        if self._group:
            self._sections[row] = self._group
        if self._kind:
            self._kinds[row] = self._kind
        if self._year:
            self._years[row] = self._year

    def _is_signed(self, line: tuple[Raw, ...], words: list[str]) -> bool:
        """Who drew the list up and for whom it is signed, side by side: no record even where it fills the usual squares."""
        if len(words) > _FEW_SIGNERS and " " not in [text[:1] for text in words[: _FEW_SIGNERS + 1]]:
            return False
        signers = [text for text in words if text[:1] not in ("", " ")]
        is_signed = len(signers) <= _FEW_SIGNERS and any(row_words.says_signed_for(as_text(text)) for text in signers)
        return is_signed and not self._is_numbered(line)

    def _is_total(self, line: tuple[Raw, ...], words: list[str]) -> bool:
        """Totals carry figures in many columns, so they need not be poor; they carry no running number."""
        if not words or not row_words.may_say_total(words[0]):
            return False
        return row_words.says_total(as_text(words[0])) and not self._is_numbered(line)

    def _judge(self, row: int, line: tuple[Raw, ...], *, is_poor: bool) -> bool | None:
        """Whether the table ends at a row that is no record; None where it is one after all."""
        texts = self._texts(line)
        is_numbered = self._is_numbered(line)
        if not self._names_a_person(line) and any(row_words.says_total(text) for text in texts[:2]) and not (is_numbered and not is_poor):
            self._is_summing = True
            return not self._goes_on(row)
        if not is_numbered and not self._names_a_person(line) and any(row_words.says_signature(text) for text in texts):
            return True
        if self._is_summing and is_poor and not is_numbered and not self._is_section(row, texts):
            return False
        if not is_numbered and texts and row_words.says_note(texts[0]) and len(texts) <= 2:
            return False
        if not (is_numbered or self._names_a_person(line)) and self._is_section(row, texts):
            self._enter(texts)
            return False
        return None if is_numbered or not is_poor or self._is_worth_keeping(line) else False

    def _is_worth_keeping(self, line: tuple[Raw, ...]) -> bool:
        """A poor row stays where it says whom or what it is about, and something more or nothing else was expected."""
        if self._names_a_person(line):
            return True
        name = self._frame.name
        held = sum(column <= len(line) and not is_blank(line[column - 1]) for column in self._frame.columns)
        return held >= 2 and (name is None or (name <= len(line) and not is_blank(line[name - 1])) or held * 2 >= len(self._frame.columns))

    def _texts(self, line: tuple[Raw, ...]) -> list[str]:
        """The words of a row; a running number is none, a section's title in the numbering column is."""
        return [as_text(raw) for index, raw in enumerate(line) if not is_blank(raw) and not self._only_numbers(index, raw)]

    def _only_numbers(self, index: int, raw: Raw) -> bool:
        if index + 1 not in self._frame.numbering:
            return False
        text = as_text(raw)
        return not isinstance(raw, str) or row_words.is_ordinal(text) or bool(row_words.RUNNING_NUMBER.fullmatch(text))

    def _is_numbered(self, line: tuple[Raw, ...]) -> bool:
        """A running number stands in the numbering column, and something beside it."""
        return any(
            column <= len(line) and row_words.RUNNING_NUMBER.fullmatch(as_text(line[column - 1])) for column in self._frame.numbering
        ) and any(column <= len(line) and not is_blank(line[column - 1]) for column in self._frame.columns)

    def _names_a_person(self, line: tuple[Raw, ...]) -> bool:
        """Two to six capitalised words in the column of names: a record whose other squares nobody filled in yet."""
        column = self._frame.name
        if column is None or column > len(line):
            return False
        text = glossary.without_honorific(as_text(line[column - 1]))
        words = text.split()
        is_name = 2 <= len(words) <= 6 and all(_LETTERS.fullmatch(word) and word[0].isupper() for word in words)
        if not is_name or row_words.group_of(text) or row_words.says_total(text) or row_words.says_signature(text):
            return False
        return not text.isupper() or sum(not is_blank(raw) for raw in line) > 2

    def _is_section(self, row: int, texts: list[str]) -> bool:
        """One text alone, or one merged across the row."""
        distinct = list(dict.fromkeys(text for text in texts if not row_words.is_ordinal(text) and not row_words.says_count(text)))
        if row in self._wide and len(distinct) == 1:
            return True
        if len(distinct) != 1:
            return False
        text = distinct[0]
        is_titled = row_words.is_enumerated(text) or row_words.says_year(text)
        return len(self._frame.anchors) > 1 or is_titled or bool(row_words.group_of(text) or row_words.kind_of(text))

    def _enter(self, texts: list[str]) -> None:
        text = next((text for text in texts if not row_words.is_ordinal(text)), "")
        group, kind = row_words.group_of(text), row_words.kind_of(text)
        self._title = text
        self._group = group or self._group
        self._kind = kind or self._kind
        self._year = row_words.year_of(text) or self._year

    def _is_above_repeated(self, row: int, line: tuple[Raw, ...], filled: int) -> bool:
        """Parents over the headings once more, whatever their words on the new page; half of them may be the headings themselves."""
        is_half = self._frame.is_half_heading(line)
        if (filled * 2 >= len(self._frame.anchors) and not is_half) or row == self._grid.row_count or len(self._texts(line)) < 2:
            return False
        below = [raw for raw in self._grid.row(row + 1) if raw is not None]
        words = [raw for raw in below if isinstance(raw, str)]
        is_repeated = bool(words) and below[0] is words[0] and self._frame.repeats(words)
        return is_repeated and (is_half or not (self._names_a_person(line) or self._is_numbered(line)))

    def _is_heading(self, line: tuple[Raw, ...]) -> bool:
        """Headings of the next table."""
        texts = []
        for raw in line:
            if isinstance(raw, str):
                texts.append(as_text(raw))
            elif raw is not None:
                return False
        names = [text for text in texts if text and glossary.fold(text) not in glossary.ignored_headings()]
        name = self._frame.name
        named = as_text(line[name - 1]) if name is not None and name <= len(line) else ""
        if len(names) < 2 or is_person(named) or (self._names_a_person(line) and not is_known(named)):
            return False
        names = list(dict.fromkeys(names))
        sought = 0
        for text in names:
            sought += row_words.begins_heading(text) and is_known(text)
        return sought * 3 > len(names) * 2 and not any(tags_of(text)[:1] in _DATA for text in names)

    def _is_empty(self, line: tuple[Raw, ...]) -> bool:
        return all(is_blank(raw) or self._only_numbers(index, raw) or as_text(raw) in row_words.MARKS for index, raw in enumerate(line))

    def _goes_on(self, row: int) -> bool:
        """A subtotal: a section row or a full record follows, at most one blank row and more totals between."""
        for below in range(row + 1, min(row + 8, self._grid.row_count) + 1):
            line = self._grid.row(below)
            texts = self._texts(line)
            if any(row_words.says_signature(text) for text in texts):
                return False
            if any(row_words.says_total(text) for text in texts[:2]):
                continue
            if texts and row_words.group_of(texts[0]) and len(texts) <= 2:
                return True
            if self._is_numbered(line) and self._filled(line) * 2 > len(self._frame.anchors):
                return True
            if not self._frame.numbering and self._filled(line) * 2 > len(self._frame.anchors) and self._names_a_person(line):
                return True
            if texts and (row_words.kind_of(texts[0]) or row in self._wide) and len(texts) <= 2:
                return True
        return False

    def _stray(self, row: int) -> int | None:
        """The first row below the gap that looks like one more record."""
        wanted = len(self._frame.anchors)
        for below in range(row, self._grid.row_count + 1):
            line = self._grid.row(below)
            texts = [as_text(raw) for raw in line if not is_blank(raw)]
            if any(row_words.says_signature(text) or row_words.says_total(text) for text in texts[:2]) or self._is_heading(line):
                return None
            if self._filled(line) == wanted and wanted > 1:
                return below
        return None
