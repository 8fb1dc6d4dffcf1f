"""Which table a sheet's headings belong to: headings, contents, title and name weighed in one score.

First a quick look at every block of headings and every table; the few that come near the best are then weighed with
what stands below them. Title and name of the sheet speak for tables, the words of other lists speak against all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from addin.core.grids import Grid
from addin.core.records import dataclass
from addin.core.tables.recognition import row_words, weights
from addin.core.tables.recognition.below import Below
from addin.core.tables.recognition.column_choice import HALVES, Columns, choose_columns
from addin.core.tables.recognition.heading_rows import is_year_heading
from addin.core.tables.recognition.headings import HeadingBlock, find_blocks, leaves_orphans
from addin.core.tables.recognition.level_columns import marked_levels, names_levels, says_nobody
from addin.core.tables.recognition.scoring import (
    contents_agree,
    found_keys,
    has_evidence,
    is_of_kind,
    proves_little,
    required_keys,
    score_of,
    shares_of,
    weight_left,
)
from addin.core.tables.recognition.sense import is_foreign, is_remark, is_signed, strange_to, votes_of
from addin.core.tables.recognition.sheet_names import name_bonuses, title_text, year_in
from addin.core.tables.recognition.titles import says_foreign, titled
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Kind

__all__ = ["HALVES", "Choice", "choose", "name_bonuses", "required_keys", "title_text", "year_in"]

_FEWEST_MATCHES = 2
_NEAR_BEST, _MOST_WEIGHED = 0.55, 5
_CURSORY = 0.5
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Choice:
    """The table a block belongs to and its columns; `rivals` where the evidence does not decide, `is_weak` where it is little.

    `looks` is all that was looked at below any headings until this was chosen.
    """

    block: HeadingBlock
    table: str
    columns: Columns
    rivals: tuple[str, ...] = ()
    is_weak: bool = False
    score: float = 0.0
    bonus: float = 0.0
    below: Below | None = None
    looks: tuple[Below, ...] = ()


def choose(grid: Grid, start: int, tables: frozenset[str] | None = None) -> Choice | None:
    """The first table on the sheet from row `start` on, of all or of `tables`; None where no headings are known."""
    return _Weighing(grid, start, tables).choose()


class _Weighing:
    """One look for the next table of a sheet."""

    def __init__(self, grid: Grid, start: int, tables: frozenset[str] | None) -> None:
        self._grid, self._start, self._tables = grid, start, tables
        self._names = name_bonuses(grid.sheet)
        self._below: dict[int, Below] = {}
        self._titled: dict[int, Mapping[str, float]] = {}

    def choose(self) -> Choice | None:
        """Quickly over all, then closely over the few that matter."""
        rough = [(score, block, table) for block in find_blocks(self._grid, self._start) for table, score in self._rough(block)]
        best_of_row: dict[int, float] = {}
        for score, block, _table in rough:
            best_of_row[block.last] = max(best_of_row.get(block.last, 0.0), score)
        near = [item for item in rough if item[0] >= best_of_row[item[1].last] * _NEAR_BEST or item[2] in self._titles(item[1])]
        near.sort(key=lambda item: (-item[0], item[1].first, item[1].last, item[2]))
        weighed: dict[int, int] = {}
        choices = []
        for _score, block, table in near:
            if weighed.get(block.last, 0) < _MOST_WEIGHED:
                weighed[block.last] = weighed.get(block.last, 0) + 1
                choice = self.weigh(block, table)
                choices += [choice] if choice else []
        return self._topmost(choices)

    def weigh(self, block: HeadingBlock, table: str) -> Choice | None:
        """One block as one table; None where what the table must have is not there."""
        below = self._below.get(block.last)
        if below is None:
            below = self._below[block.last] = Below(self._grid, range(block.first, block.last + 1))
        if table == "tallies" and marked_levels(block.headings, below.standing):
            return None
        columns = choose_columns(block, table, below)
        found = found_keys(columns)
        titles = self._titles(block)
        name, title = self._names.get(table, 0.0), titles.get(table, 0.0)
        if titles and not title:
            name *= weights.NAME_AGAINST_TITLE
        is_named = name >= weights.NAME_WHOLE and all(table in strange_to(text) for _column, text in columns.unknown)
        if self._tables is None and not is_named and not has_evidence(table, found, columns):
            return None
        bonus = max(name, title) + min(name, title) / 2
        is_bare = table == "residence_comments" and not bonus and not _ASKED_AND_TOLD & found
        if self._tables is None and is_bare and any(says_nobody(heading.text) for heading in block.headings):
            return None
        shares = shares_of(block, columns, below)
        given = {"year"} if columns.years or year_in(self._grid.sheet) or year_in(title_text(self._grid, self._start, block.first)) else set()
        required = required_keys(table)
        covered = len(required & ({*found} | given)) / len(required)
        strength = sum(shares.values()) + (weights.ALL_EXPLAINED if covered == 1 and len(found) > 3 and not columns.unknown else 0.0)
        if len(found) < min(_FEWEST_MATCHES, len(required)) or (self._tables is None and covered < _CURSORY and bonus < weights.NAME_PART and strength < weights.ENOUGH):
            return None
        foreign = self._foreign(block, columns, is_titled=bonus >= weights.TITLE / 2)
        unexplained = sum(weight_left(column, columns, below) for column, _text in columns.unknown)
        score = score_of(table, shares, covered) - foreign - unexplained
        score += bonus - 0.05 * (block.last - block.first) - (weights.ORPHANS if leaves_orphans(self._grid, block) else 0.0)
        is_clear = bonus >= weights.CLEAR_TITLE and all(is_remark(text) for _column, text in columns.unknown) and len(found) >= _FEWEST_MATCHES
        is_clear |= name >= weights.NAME_WHOLE and covered == 1 and len(found) > _FEWEST_MATCHES
        is_weak = not is_clear and proves_little(table, found, covered, strength - foreign, bonus)
        least = weights.LITTLE / 2 if covered == 1 else weights.LITTLE
        if self._tables is None and is_weak and (foreign > 0 or strength < least):
            return None
        return Choice(block, table, columns, (), is_weak, score, bonus, below)

    def _rough(self, block: HeadingBlock) -> Iterable[tuple[str, float]]:
        """Every table the block may be, by headings alone."""
        sums: dict[str, float] = {}
        counts: dict[str, int] = {}
        for heading in block.headings:
            votes = heading.votes if self._tables is None else votes_of({table: fit for table, fit in heading.best.items() if table in self._tables})
            for table, vote in votes.items():
                sums[table] = sums.get(table, 0.0) + vote
                counts[table] = counts.get(table, 0) + 1
        years = sum(is_year_heading(heading.parts[-1]) for heading in block.headings)
        if years:
            for table in sums.keys() & _YEARLY:
                sums[table] += 0.5 + (0.3 * years if table == "ratings" else 0.0)
                counts[table] += 1
        elif "ratings" in sums and any(names_levels(heading) for heading in block.headings):
            sums["ratings"] += 0.5
            counts["ratings"] += 1
        names, titles = self._names, self._titles(block)
        for table, total in sums.items():
            if counts[table] >= _FEWEST_MATCHES or names.get(table, 0) >= 1:
                yield table, total + max(names.get(table, 0.0), titles.get(table, 0.0))

    def _titles(self, block: HeadingBlock) -> Mapping[str, float]:
        """What the rows above the headings say; asked for every table a block may be, looked at once."""
        found = self._titled.get(block.first)
        if found is None:
            found = self._titled[block.first] = self._titles_above(block.first)
        return found

    def _titles_above(self, first: int) -> Mapping[str, float]:
        """The nearest row that speaks of any table: "I. Khen thưởng" right above under a title that names both."""
        found: dict[str, float] = {}
        for row in range(first - 1, max(self._start, first - 8) - 1, -1):
            if found:
                break
            for raw in self._grid.row(row):
                if isinstance(raw, str) and 4 < len(raw) <= _LONGEST_TITLE:
                    for table, share in titled(" ".join(row_words.section_name(raw).split())).items():
                        if share >= weights.TITLE_SHARE:
                            found[table] = max(found.get(table, 0.0), share * weights.TITLE)
        return found

    def _foreign(self, block: HeadingBlock, columns: Columns, *, is_titled: bool) -> float:
        """How far headings, title and name say that the list is none of ours; under a title of ours people may sign."""
        found = weights.FOREIGN_TITLE if says_foreign(self._grid.sheet) else 0.0
        for row in range(max(self._start, block.first - 4), block.first):
            texts = [raw for raw in self._grid.row(row) if isinstance(raw, str) and len(raw) <= _LONGEST_TITLE]
            if any(says_foreign(" ".join(text.split())) for text in texts):
                found = weights.FOREIGN_TITLE
        foreign = sum(is_foreign(text) and not (is_titled and is_signed(text)) for _column, text in columns.unknown)
        has_phone_only = foreign == 1 and any("phone" in text.casefold() or "điện thoại" in text.casefold() for _column, text in columns.unknown)
        return found + (0.0 if has_phone_only and len(columns.places) > _PHONE_AMONG else foreign * weights.FOREIGN_HEADING)

    def _topmost(self, choices: list[Choice]) -> Choice | None:
        """The best of all, unless another sure table stands above it, with rows between: then that one comes first."""
        best = self._best(choices)
        if best is None:
            return None
        above = [choice for choice in choices if choice.block.last + 1 < best.block.first and not choice.is_weak]
        return self._topmost(above) or best

    def _best(self, choices: list[Choice]) -> Choice | None:
        best: dict[str, Choice] = {}
        for choice in choices:
            if choice.table not in best or _outdoes(choice, best[choice.table]):
                best[choice.table] = choice
        if not best:
            return None
        order = list(ROW_TYPES)
        is_named = any(choice.bonus >= weights.TITLE / 2 and not choice.is_weak for choice in best.values())
        has_years = any(choice.table == "ratings" and choice.columns.years and not choice.is_weak for choice in best.values())
        kept = [
            choice
            for choice in best.values()
            if not (choice.is_weak and choice.bonus == 0 and (is_named or (has_years and choice.table == "members")))
        ]
        ranked = sorted(kept, key=lambda choice: (-choice.score, order.index(choice.table)))
        first = ranked[0]
        rivals = tuple(
            other.table
            for other in ranked[1:]
            if other.score >= first.score * weights.CLOSE_CALL
            and first.bonus <= other.bonus + weights.BONUS_APART
            and abs(other.block.first - first.block.first) <= 2
            and not _words_decide(first, other)
        )
        return replace(first, rivals=rivals, looks=tuple(self._below.values()))


_PHONE_AMONG = 4
_ASKED_AND_TOLD = frozenset({"requested_on", "received_on"})
_YEARLY = frozenset({"ratings", "members"})


def _outdoes(choice: Choice, other: Choice) -> bool:
    """The greater score; but of headings with and without the rows above those that find all the others do, and more."""
    if choice.block.last == other.block.last and choice.block.first != other.block.first:
        one, two = _found(choice), _found(other)
        if one != two and (one <= two or two <= one):
            return two < one
    return choice.score > other.score + 1e-9


def _found(choice: Choice) -> set[tuple[str, int]]:
    return {*choice.columns.places.items(), *((str(year), at) for year, at in choice.columns.years.items())}


def _words_decide(first: Choice, rival: Choice) -> bool:
    """Whether words of one of our lists stand where the rival reads any text ("Kiểm tra" is no form of a reward)."""
    below = first.below
    taken = {column: key for key, column in rival.columns.places.items()}
    return below is not None and any(
        column in taken and is_of_kind(first.table, key, Kind.CHOICE) and not is_of_kind(rival.table, taken[column], Kind.CHOICE) and contents_agree(first.table, column, key, below)
        for key, column in first.columns.places.items()
    )
