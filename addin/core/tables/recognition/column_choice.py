"""Which column holds which key of a table: headings weighed, contents confirming or ruling out, shapes first.

The canonical heading wins over another; two columns that fit alike are a finding and neither is used; a heading
that may mean several keys is offered to a person unless what stands below it decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from addin import glossary
from addin.core.records import dataclass
from addin.core.tables.recognition import level_columns, shapes, weights
from addin.core.tables.recognition.assignment import assign
from addin.core.tables.recognition.below import Answer, Asked, Below, Held, Question, Summed
from addin.core.tables.recognition.contents import Says, agrees, column_of, judge, support
from addin.core.tables.recognition.headings import Heading, HeadingBlock
from addin.core.tables.recognition.offers import by_contents
from addin.core.tables.recognition.profiles import profile_of
from addin.core.tables.recognition.sense import is_ignored
from addin.core.tables.rows.columns import Kind
from addin.core.tables.squares.texts import is_blank
from addin.glossary.notions import readings

HALVES: Mapping[str, str] = {"birth_date_male": "birth_date", "birth_date_female": "birth_date"}
BY_HEADING, BY_CONTENTS, BY_BOTH, CONFIRMED = "tiêu đề", "nội dung", "tiêu đề, nội dung", "đã xác nhận"


@dataclass(frozen=True, slots=True)
class NearHeading:
    """A heading that is used for nothing until a person says which of `keys` it is."""

    column: int
    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Key → column as far as that is certain; `rivals` and `near` are what a person must settle.

    `years` are columns of levels, one a year; `fits` how well each heading fits its key; `reasons` what decided.
    """

    places: Mapping[str, int]
    titles: Mapping[str, str]
    unknown: tuple[tuple[int, str], ...]
    rivals: tuple[tuple[str, tuple[int, ...]], ...] = ()
    near: tuple[NearHeading, ...] = ()
    years: Mapping[int, int] = field(default_factory=dict)
    fits: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)


def heading_of(table: str, key: str) -> str:
    """The canonical heading; both halves of a split birth date are the birth date, parts of a name or date the whole."""
    base = shapes.base_of(key)
    return glossary.header(table, HALVES.get(base, base))


def choose_columns(block: HeadingBlock, table: str, below: Below) -> Columns:
    """The columns of a table under a block of headings."""
    return _Choosing(block, table, below).columns()


def ask(below: Below, asked: Question) -> Answer:
    """What the squares say; a few do not decide between keys that a heading names alike."""
    if isinstance(asked, Held):
        return below.held(asked)
    if isinstance(asked, Summed):
        return below.is_sum(asked.column)
    table, column, key, fit, is_known = asked
    if is_known:
        squares = below.first_squares(column)
        return agrees(table, key, squares) or judge(table, key, profile_of(squares)) is not Says.RULES_OUT
    profile = below.profile_asked(column)
    says = judge(table, key, profile)
    is_little = fit == weights.EITHER and profile.count < weights.FEWEST_TO_DECIDE
    return Says.NOTHING if says is Says.AGREES and is_little else says


class _Choosing:
    """One block read as one table."""

    def __init__(self, block: HeadingBlock, table: str, below: Below) -> None:
        self._block, self._table, self._below = block, table, below
        self._texts = {heading.column: heading.text for heading in block.headings}
        self._years: Mapping[int, int] = {}

    def columns(self) -> Columns:
        """Shapes first, then every other column."""
        shaped = self._shaped()
        taken = {*shaped.values(), *self._years.values()}
        bases = {HALVES.get(shapes.base_of(key), shapes.base_of(key)) for key in shaped}
        fits, agreeing = self._fits(taken, bases)
        self._without_own(fits)
        _without_others(fits, agreeing)
        chosen = self._by_neighbours(self._without_overlaps(assign(fits), fits), fits)
        near = list(self._ambiguous(chosen, fits))
        rivals = dict(self._rivals(chosen, fits))
        doubtful = {item.column for item in near} | {column for columns in rivals.values() for column in columns}
        places: dict[str, int] = dict(shaped)
        marks = dict.fromkeys(shaped, weights.EXACT)
        reasons = dict.fromkeys(shaped, BY_BOTH)
        for column, joined in sorted(chosen.items()):
            if column in doubtful:
                continue
            for key in joined.split("+"):
                places[key] = column
                marks[key] = min(fits[column][joined], weights.EXACT)
                reasons[key] = BY_BOTH if joined in agreeing.get(column, ()) else BY_HEADING
        for key, column in self._by_contents(places):
            places[key], marks[key], reasons[key] = column, weights.CONTENT_ALONE, BY_CONTENTS
        used = {*places.values(), *self._years.values()}
        unknown = tuple((heading.column, heading.text) for heading in self._block.headings if heading.column not in used and not _is_ignored(heading))
        titles = {key: self._texts.get(column, "") for key, column in places.items()}
        return Columns(places, titles, unknown, tuple(rivals.items()), tuple(near), self._years, marks, reasons)

    def _shaped(self) -> dict[str, int]:
        headings, profiles = self._block.headings, self._below.standing
        found: dict[str, int] = {}
        if self._table in ("members", "ratings"):
            self._years = shapes.year_columns(headings, profiles)
        if self._table == "members":
            found |= shapes.sexes(headings, profiles)
        if self._table == "ratings":
            found |= level_columns.marked_levels(headings, profiles) or (
                {} if self._years else level_columns.lone_level(headings, profiles)
            )
        found |= shapes.split_dates(headings, self._table, profiles)
        name = person_key_of(self._table)
        if name:
            found |= shapes.split_names(headings, self._table, name)
        return found

    def _fits(self, taken: set[int], bases: set[str]) -> tuple[dict[int, dict[str, int]], dict[int, set[str]]]:
        """Per column the keys its heading may mean, contents weighed in; and the keys the contents agree with."""
        fits: dict[int, dict[str, int]] = {}
        agreeing: dict[int, set[str]] = {}
        for heading in self._block.headings:
            column = heading.column
            offered = heading.senses.get(self._table)
            if not offered or column in taken:
                continue
            offered = by_contents(offered, heading, self._table, self._block, self._below)
            is_plain = len(offered) == 1
            keys: dict[str, int] = {}
            for key, fit in offered.items():
                if key in bases or fit < weights.COLUMN_ASKED:
                    continue
                if is_plain and fit == weights.EXACT and key not in _WEIGHED and self._is_undisputed(column, key):
                    keys[key] = fit
                    continue
                says = self._says(column, key, fit)
                if key in _COUNTS_OF_TASKS and fit < weights.EXACT and self._ask(Summed(column)) is True:
                    continue
                if says is Says.AGREES:
                    agreeing.setdefault(column, set()).add(key)
                weighed = fit + (support(self._table, key) if says is Says.AGREES else 0)
                if says is not Says.RULES_OUT and weighed >= weights.COLUMN_ACCEPTED and not self._is_nobodys(key, fit):
                    keys[key] = weighed
            if keys:
                fits[column] = keys
        return fits, agreeing

    def _without_own(self, fits: dict[int, dict[str, int]]) -> None:
        """Where members score themselves beside those who score them, the points are the others'."""
        own = {heading.column for heading in self._block.headings if any("own" in reading for part in heading.parts for reading in readings(part))}
        for key in _POINTS if self._table == "ratings" else ():
            offering = {column for column, keys in fits.items() if key in keys}
            if offering - own:
                for column in offering & own:
                    del fits[column][key]

    def _is_nobodys(self, key: str, fit: int) -> bool:
        """Whether a level's heading hardly says whose it is: no contents can tell that."""
        column = column_of(self._table, key)
        return column is not None and column.kind is Kind.LEVEL and fit < weights.WHOSE

    def _is_undisputed(self, column: int, key: str) -> bool:
        """Whether a known heading stands: nothing rules texts out, and the first squares of the rest agree or say nothing."""
        of_key = column_of(self._table, key)
        if of_key is not None and of_key.kind in _TEXTS and key not in _LOOKED_AT:
            return True
        return self._ask(Asked(self._table, column, key, weights.EXACT, is_known=True)) is True

    def _says(self, column: int, key: str, fit: int) -> Answer:
        """What the contents say."""
        return self._ask(Asked(self._table, column, key, fit, is_known=False))

    def _ask(self, asked: Asked | Summed) -> Answer:
        answer = ask(self._below, asked)
        self._below.asked.append((asked, answer))
        return answer

    def _without_overlaps(self, chosen: Mapping[int, str], fits: Mapping[int, Mapping[str, int]]) -> dict[int, str]:
        """Of a joined column and one of its parts on its own, the better fit stays."""
        kept: dict[int, str] = {}
        held: set[str] = set()
        for column, joined in sorted(chosen.items(), key=lambda item: (-fits[item[0]][item[1]], item[0])):
            keys = set(joined.split("+"))
            if not keys & held:
                kept[column] = joined
                held |= keys
        return kept

    def _by_neighbours(self, chosen: dict[int, str], fits: dict[int, dict[str, int]]) -> dict[int, str]:
        """Of keys a heading fits alike, the one of the family of the columns beside it ("votes_", "tasks_")."""
        for column, joined in sorted(chosen.items()):
            close = [key for key, fit in fits[column].items() if fit >= fits[column][joined] - weights.COLUMN_MARGIN]
            if len(close) == 1:
                continue
            families = {near.split("_")[0] for near in (chosen.get(column - 1), chosen.get(column + 1)) if near and "_" in near}
            held = {key for other, keys in chosen.items() if other != column for key in keys.split("+")}
            related = [key for key in close if key.split("_")[0] in families and "_" in key and key not in held]
            if len(related) == 1:
                chosen[column] = related[0]
                fits[column] = {related[0]: fits[column][related[0]]}
        return chosen

    def _ambiguous(self, chosen: Mapping[int, str], fits: Mapping[int, Mapping[str, int]]) -> Iterator[NearHeading]:
        """Headings that fit another free key nearly as well."""
        held = {key for joined in chosen.values() for key in joined.split("+")}
        for column, joined in sorted(chosen.items()):
            fit = fits[column][joined]
            others = [
                key
                for key, value in fits[column].items()
                if key != joined and value >= fit - weights.COLUMN_MARGIN and "+" not in key and key not in held
            ]
            if others and "+" not in joined:
                order = list(_listed(self._block, column, self._table))
                keys = sorted((joined, *others), key=lambda key: order.index(key) if key in order else len(order))
                yield NearHeading(column, self._texts[column], tuple(keys))

    def _rivals(self, chosen: Mapping[int, str], fits: Mapping[int, Mapping[str, int]]) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Keys with two columns of equal fit, none of them headed with the canonical word alone."""
        for column, joined in sorted(chosen.items()):
            fit = fits[column][joined]
            others = [other for other in fits if other != column and other not in chosen and fits[other].get(joined, 0) >= fit - weights.COLUMN_MARGIN]
            if not others or "+" in joined:
                continue
            canonical = glossary.fold(heading_of(self._table, joined))
            exact = [one for one in (column, *others) if glossary.fold(self._texts[one]) == canonical]
            if len(exact) != 1:
                yield joined, tuple(sorted((column, *others)))

    def _by_contents(self, places: Mapping[str, int]) -> Iterator[tuple[str, int]]:
        """Where a heading means nothing in any table: sexes, 12-digit numbers, the one column of names."""
        held = {HALVES.get(shapes.base_of(key), shapes.base_of(key)) for key in places} | set(places)
        used = {*places.values(), *self._years.values()}
        free = [heading for heading in self._block.headings if heading.column not in used and not heading.senses and not _is_ignored(heading)]
        wanted = [("gender", "sex"), ("id_number", "identity")] if self._table == "members" else []
        name = person_key_of(self._table)
        wanted += [(name, "person")] if name else []
        for key, tag in wanted:
            fitting = [heading.column for heading in free if self._below.standing(heading.column).are(tag) and self._below.standing(heading.column).hold(2)]
            if key not in held and len(fitting) == 1:
                yield key, fitting[0]


def _without_others(fits: dict[int, dict[str, int]], agreeing: Mapping[int, set[str]]) -> None:
    """Where one column holds posts, a column of duties beside it ("Phân công nhiệm vụ") is no role."""
    held = {column for column, keys in agreeing.items() if "role" in keys}
    for column, keys in fits.items() if held else ():
        if column not in held:
            keys.pop("role", None)


def person_key_of(table: str) -> str:
    """The key of the person a row of the table is about, where it is about one."""
    return {"members": "full_name", "groups": "leader", "rewards": "subject", "tallies": "subject"}.get(
        table, "member" if column_of(table, "member") else ""
    )


_TEXTS = frozenset({Kind.TEXT, Kind.CODES, Kind.LIST, Kind.CHOICES, Kind.RESTRICTED})
_POINTS = ("points_general", "points_tasks")
_COUNTS_OF_TASKS = frozenset({"tasks_assigned", "tasks_done"})
_WEIGHED = frozenset({"role"})
_LOOKED_AT = frozenset({"text", "suitability", "group", "party_post", "job_title", "employer", "residence", "hometown", "ethnicity"})


def _listed(block: HeadingBlock, column: int, table: str) -> tuple[str, ...]:
    """The keys of a heading in the order the list names them."""
    return next((tuple(heading.senses.get(table, {})) for heading in block.headings if heading.column == column), ())


def _is_ignored(heading: Heading) -> bool:
    return is_ignored(heading.text) or is_blank(heading.text)
