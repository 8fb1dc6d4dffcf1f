"""Who may be proposed for the yearly and five-year rewards, how much, and what stands in the way.

A list of candidates with reasons, never a decision. Years count by what the superior decided; the five
years run across the renaming of levels and titles (ratings.md Q12). Factor and base wage are two dated
values; the product is shown only where both are known.
"""

from __future__ import annotations

from decimal import Decimal

from addin.core.levels import Level
from addin.core.parameters import Parameter, Parameters
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.ratings.disciplines import counted_in
from addin.core.ratings.facts import words_of
from addin.core.ratings.rating_year import RatingYear, rating_year_of
from addin.core.ratings.results import MemberRating
from addin.core.ratings.year import rate
from addin.core.reasons import Reason
from addin.core.records import dataclass
from addin.core.references import Reference
from addin.core.tables.rows.columns import position
from addin.core.tables.rows.ratings import WHOLE_CELL, CellYear, RatingRow
from addin.glossary import person_key

_YEAR, _CERTIFICATE, _COMMENDATION, _FLAG = "year", "five_years.certificate", "five_years.commendation", "five_years.flag"
_FORMS = {_YEAR: "Giấy khen", _CERTIFICATE: "Giấy khen", _COMMENDATION: "Bằng khen", _FLAG: "Cờ"}


@dataclass(frozen=True, slots=True)
class RewardCandidate:
    """One possible reward. `amount` in đồng; `blocks` empty where nothing stands in the way on what is entered."""

    subject: str
    form: str
    years: tuple[int, ...]
    authority: str | None
    factor: Decimal | None
    base_wage: int | None
    amount: Decimal | None
    references: tuple[Reference, ...]
    because: tuple[Reason, ...]
    blocks: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One reward asked about: `folder` and `kind` name its parameters."""

    folder: str
    subject: str
    kind: str
    years: tuple[int, ...]

    @property
    def stem(self) -> str:
        """The beginning of its parameters' paths."""
        return f"reward.{self.folder}.{self.kind}{'.' if self.kind == _YEAR else '_'}"


def reward_candidates(reading: Reading, year: int) -> tuple[RewardCandidate, ...]:
    """Members HTXS this year and five years in a row, then the party cell; Misuse as for `rate`."""
    rating_year = rating_year_of(reading, year)
    found: list[RewardCandidate] = []
    for one in rate(reading, year).members:
        if one.level is Level.HTXS:
            found += _of_member(rating_year, one)
    return (*found, *_of_party_cell(rating_year))


def _of_member(rating_year: RatingYear, rating: MemberRating) -> list[RewardCandidate]:
    name, this_year = rating.full_name, (rating_year.year,)
    because = (_level_reason(rating_year.year, rating.row),) if rating.row else ()
    undecided = _undecided(rating)
    blocks = (*undecided, *_disciplined(rating_year, rating, this_year))
    found = [_candidate(rating_year, _Asked("member", name, _YEAR, this_year), because, blocks)]
    years = _in_a_row(rating_year)
    decided = _decided_rows(rating_year, rating)
    if all(year in decided for year in years[:-1]):
        reasons = (*(_level_reason(year, decided[year]) for year in years[:-1]), *because, _series(rating_year))
        blocks = (*undecided, *_disciplined(rating_year, rating, years))
        found += [
            _candidate(rating_year, _Asked("member", name, kind, years), reasons, blocks)
            for kind in (_CERTIFICATE, _COMMENDATION)
        ]
    return found


def _of_party_cell(rating_year: RatingYear) -> list[RewardCandidate]:
    years = _in_a_row(rating_year)
    rows = {row.year: row for row in rating_year.book.cell_years if row.exemplary and row.year in years}
    if rating_year.year not in rows:
        return []
    folder = "base_organisation" if rating_year.book.settings.is_base_cell else "party_cell"
    asked = [_Asked(folder, WHOLE_CELL, _YEAR, (rating_year.year,))]
    if all(year in rows for year in years):
        longer = (_COMMENDATION, _FLAG) if rating_year.book.settings.is_base_cell else (_CERTIFICATE, _COMMENDATION)
        asked += [_Asked(folder, WHOLE_CELL, kind, years) for kind in longer]
    found = []
    for one in asked:
        because = tuple(_cell_reason(rows[year]) for year in one.years)
        blocks = tuple(block for year in one.years for block in _cell_blocks(rows[year]))
        found.append(_candidate(rating_year, one, because, blocks))
    return found


def _candidate(
    rating_year: RatingYear, asked: _Asked, because: tuple[Reason, ...], blocks: tuple[Reason, ...]
) -> RewardCandidate:
    law, stem = rating_year.law, asked.stem
    factor, authority, wage = law.find(f"{stem}factor"), law.find(f"{stem}authority"), law.find("reward.base_wage")
    references = tuple(found.reference for found in (factor, authority, wage) if found is not None)
    return RewardCandidate(
        subject=asked.subject,
        form=_FORMS[asked.kind],
        years=asked.years,
        authority=authority.word if authority else None,
        factor=factor.share if factor else None,
        base_wage=int(wage.share) if wage else None,
        amount=factor.share * wage.share if factor and wage else None,
        references=tuple(dict.fromkeys(references)),
        because=because,
        blocks=(*blocks, *_already(rating_year, asked), *_unknown(law, factor, wage)),
    )


def _in_a_row(rating_year: RatingYear) -> tuple[int, ...]:
    rule = rating_year.law.find("reward.years_in_a_row")
    count = int(rule.share) if rule else 5
    return tuple(range(rating_year.year - count + 1, rating_year.year + 1))


def _decided_rows(rating_year: RatingYear, rating: MemberRating) -> dict[int, RatingRow]:
    """The person's earlier years decided HTXS, under whatever name the level then had."""
    if rating.member is None:
        return {}
    return {
        row.year: row
        for row in sorted(rating_year.book.ratings, key=position)
        if row.year and row.final_level is Level.HTXS and row.member and rating_year.roster.find(row.member).member is rating.member
    }


def _level_reason(year: int, row: RatingRow) -> Reason:
    place = row.place("final_level" if row.final_level else "cell_level")
    return Reason("reward.level", f"Năm {year}: Hoàn thành xuất sắc nhiệm vụ.", None, (place,))


def _series(rating_year: RatingYear) -> Reason:
    rule = rating_year.law.find("reward.series_across_names")
    text = "Tính liền qua các lần đổi tên mức xếp loại."
    return Reason("reward.series", text, rule.reference if rule else None)


def _undecided(rating: MemberRating) -> tuple[Reason, ...]:
    if rating.row is not None and rating.row.final_level is not None:
        return ()
    place: Place = rating.row.place("final_level") if rating.row else rating.place
    return (Reason("reward.undecided", "Cấp trên chưa quyết định mức xếp loại của năm.", None, (place,)),)


def _disciplined(rating_year: RatingYear, rating: MemberRating, years: tuple[int, ...]) -> tuple[Reason, ...]:
    rows = rating_year.disciplines.get(id(rating.member), ())
    found = [one for year in years for one in counted_in(rows, year, rating_year.on)]
    return tuple(
        Reason("reward.discipline", f"Bị kỷ luật ngày {one.decision_date}.", None, (one.place("form"),)) for one in found
    )


def _cell_reason(row: CellYear) -> Reason:
    return Reason("reward.exemplary", f"Năm {row.year}: được công nhận tiêu biểu.", None, (row.place("exemplary"),))


def _cell_blocks(row: CellYear) -> tuple[Reason, ...]:
    if row.level in (Level.TSVM, Level.HTXS):
        return ()
    seen = f"đang ghi {words_of(row.level, row.year or 0)}" if row.level else "chưa ghi"
    text = f"Năm {row.year}: mức được quyết định {seen}; tiêu biểu chỉ chọn trong mức cao nhất."
    return (Reason("reward.not_top", text, None, (row.place("level"),)),)


def _already(rating_year: RatingYear, asked: _Asked) -> tuple[Reason, ...]:
    """A reward of the same form for the same period is already entered."""
    key, form, years = person_key(asked.subject), _FORMS[asked.kind], asked.years
    return tuple(
        Reason("reward.already", f"Đã có {form.lower()} cho cùng thời gian, ngày {row.decision_date}.", None, (row.place("form"),))
        for row in sorted(rating_year.book.rewards, key=position)
        if row.subject
        and person_key(row.subject) == key
        and row.form
        and person_key(row.form).startswith(person_key(form))
        and (row.year_from or row.year_to, row.year_to or row.year_from) == (years[0], years[-1])
    )


def _unknown(law: Parameters, factor: Parameter | None, wage: Parameter | None) -> tuple[Reason, ...]:
    found = []
    if factor is None:
        found.append(Reason("reward.no_factor", f"Năm {law.year} chưa có hệ số tiền thưởng trong chương trình."))
    if wage is None:
        found.append(Reason("reward.no_wage", f"Năm {law.year} chưa có mức lương cơ sở trong chương trình."))
    return tuple(found)
