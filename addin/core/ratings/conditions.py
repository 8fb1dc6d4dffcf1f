"""How conditions make a ceiling: the one algorithm under every regime (design.md §4a).

A condition holds, fails, or is not known yet. Failing conditions bar a level; unknown ones never do, but what
they lack is said with what it could change. An adverse fact nobody entered is no condition at all: none is on record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from addin.core.levels import Level
from addin.core.parameters import Parameter
from addin.core.places import Place
from addin.core.ratings.inputs import Inputs
from addin.core.ratings.results import Lacking, Ruling
from addin.core.reasons import Missing, Reason
from addin.core.records import dataclass
from addin.core.references import Reference
from addin.glossary import level_words


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that does not hold (False) or is not known yet (None); `failing` is what is said then."""

    rule: str
    holds: bool | None
    failing: str
    reference: Reference | None = None
    places: tuple[Place, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def reason(self) -> Reason:
        """Why the level above is barred."""
        return Reason(self.rule, self.failing, self.reference, self.places)


@dataclass(frozen=True, slots=True)
class Limit:
    """A condition that, failing, allows no more than `level` (sick leave, a bad quarter)."""

    level: Level
    condition: Condition


def _no_notes(_: Level) -> tuple[Reason, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Conditions:
    """All that one regime asks of one subject. `scale` runs from the top level to the bottom.

    `bottom` conditions failing mean the bottom level; `asked_at` gives the conditions of a level, asked from
    the top and only as far as needed; `unmet` is what remains where none is reached (ratings.md Q17);
    `source_of` cites a level, `evidence` gives the squares all was judged on, `notes` what else to know
    once the ceiling is known.
    """

    year: int
    subject: str
    scale: tuple[Level, ...]
    bottom: tuple[Condition, ...]
    asked_at: Callable[[Level], tuple[Condition, ...]]
    unmet: Level
    source_of: Callable[[Level], Reference | None]
    evidence: Callable[[], tuple[Place, ...]]
    unmet_reference: Reference | None = None
    limits: tuple[Limit, ...] = ()
    notes: Callable[[Level], tuple[Reason, ...]] = _no_notes

    def words(self, level: Level) -> str:
        """The level in the words of the year."""
        return level_words(level.value, self.year, self.subject)

    def below(self, level: Level) -> Level:
        """What remains where the conditions of a level fail."""
        following = self.scale[self.scale.index(level) + 1]
        return self.unmet if following is self.scale[-1] else following


def condition(
    rule: str, holds: bool | None, failing: str, parameter: Parameter | None, inputs: Inputs, *keys: str
) -> Condition:
    """A condition on inputs: its squares and its blanks are those of the keys."""
    places = inputs.places(*keys) + (parameter.places if parameter else ())
    missing = inputs.missing(*keys) if holds is None else ()
    return Condition(rule, holds, failing, parameter.reference if parameter else None, places, missing)


def present(conditions: Iterable[Condition | None]) -> tuple[Condition, ...]:
    """Those that say something: what holds, or is not asked that year, is None."""
    return tuple([one for one in conditions if one is not None])


def rule_on(asked: Conditions) -> Ruling:
    """The highest level that no failing condition bars, and why no higher."""
    cases = [case.reason for case in asked.bottom if case.holds is False]
    if cases:
        return Ruling(asked.scale[-1], _unique([*cases, *asked.notes(asked.scale[-1])]))
    levels = _Levels(asked)
    reached = next((level for level in asked.scale[:-1] if not levels.failed(level)), None)
    limited = [one.level for one in asked.limits if one.condition.holds is False]
    ceiling = min([reached or asked.unmet, *limited], key=_rank)
    lacking = _what_is_lacking(ceiling, _open_conditions(levels, ceiling if reached else None))
    because = [*_why_no_higher(levels, ceiling, reached), *_said_to_lack(asked, lacking), *asked.notes(ceiling)]
    return Ruling(ceiling, _unique(because), lacking)


class _Levels:
    """The conditions of each level, asked once and only where somebody wants to know."""

    def __init__(self, asked: Conditions) -> None:
        self.asked = asked
        self._known: dict[Level, tuple[Condition, ...]] = {}

    def at(self, level: Level) -> tuple[Condition, ...]:
        if level not in self._known:
            self._known[level] = self.asked.asked_at(level)
        return self._known[level]

    def failed(self, level: Level) -> list[Reason]:
        return [one.reason for one in self.at(level) if one.holds is False]


def _rank(level: Level) -> int:
    return level.rank


def _why_no_higher(levels: _Levels, ceiling: Level, reached: Level | None) -> list[Reason]:
    asked = levels.asked
    failed = [reason for level in _explaining(asked, ceiling, reached) for reason in levels.failed(level)]
    limits = [one.condition.reason for one in asked.limits if one.condition.holds is False and one.level is ceiling]
    if reached is None:
        failed.append(_no_level(asked))
    reasons = [*failed, *limits]
    if ceiling is reached:
        text = f"Không điều kiện nào của mức “{asked.words(ceiling)}” bị vi phạm trên số liệu đã nhập."
        reasons.append(Reason("level.reached", text, asked.source_of(ceiling), asked.evidence()))
    return reasons


def _explaining(asked: Conditions, ceiling: Level, reached: Level | None) -> tuple[Level, ...]:
    """The next higher level; where none is reached, the lowest level that can be reached too."""
    position = asked.scale.index(ceiling)
    higher = asked.scale[position - 1 : position] if position else ()
    lowest = asked.scale[-2]
    return higher if reached is not None or lowest in higher else (*higher, lowest)


def _no_level(asked: Conditions) -> Reason:
    if asked.unmet is asked.scale[-1]:
        text = f"Không đạt mức “{asked.words(asked.scale[-2])}” nên thuộc mức “{asked.words(asked.unmet)}”."
    else:
        text = (
            "Không mức nào đạt đủ điều kiện và không thuộc trường hợp không hoàn thành: "
            f"tạm để “{asked.words(asked.unmet)}”, chi bộ xem xét, xin ý kiến đảng uỷ."
        )
    return Reason("no_level", text, asked.unmet_reference)


def _open_conditions(levels: _Levels, reached: Level | None) -> list[tuple[Level, Condition]]:
    """What is not known yet, each with the level it could leave; lower levels only where the reached one may fall."""
    asked = levels.asked
    opened = [(asked.scale[-1], case) for case in asked.bottom if case.holds is None]
    opened += [(limit.level, limit.condition) for limit in asked.limits if limit.condition.holds is None]
    start = asked.scale.index(reached) if reached else len(asked.scale)
    for level in asked.scale[start:-1]:
        unknown = [(asked.below(level), one) for one in levels.at(level) if one.holds is None]
        opened += unknown
        if not unknown:
            break
    return opened


def _what_is_lacking(ceiling: Level, opened: list[tuple[Level, Condition]]) -> tuple[Lacking, ...]:
    """Every blank that could still lower the ceiling, once, with the lowest level it could mean."""
    worst: dict[str, Lacking] = {}
    for lowest, one in opened:
        if lowest.rank >= ceiling.rank:
            continue
        for blank in one.missing:
            known = worst.get(blank.key)
            low = min(known.could_lower_to, lowest, key=_rank) if known else lowest
            worst[blank.key] = Lacking(blank.key, blank.label, low, blank.place)
    return tuple(worst.values())


def _said_to_lack(asked: Conditions, lacking: tuple[Lacking, ...]) -> list[Reason]:
    """One line for all of it."""
    if not lacking:
        return []
    lowest = min((one.could_lower_to for one in lacking), key=_rank)
    text = f"Chưa đủ căn cứ: thiếu {labels(lacking)}; có thể hạ mức xuống “{asked.words(lowest)}”."
    return [Reason("lacking", text, None, tuple(dict.fromkeys(one.place for one in lacking)))]


def labels(lacking: Iterable[Lacking]) -> str:
    """`“Điểm tiêu chí chung”, “Số nhiệm vụ được giao”`: the headings as people know them."""
    return ", ".join(f"“{one.label}”" for one in lacking)


def _unique(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    said = tuple(reasons)
    return said if len({one.rule for one in said}) == len(said) else tuple(dict.fromkeys(said))
