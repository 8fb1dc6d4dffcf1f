"""Chapter II.3 of the reports: how members and the cell were rated, and what was rewarded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from addin import glossary
from addin.core.levels import Level
from addin.core.numerals import padded
from addin.core.persons.rated import PARTY_CELL
from addin.documents.parts import prose
from addin.documents.parts.figure_words import UNKNOWN, number_words, reward_words
from addin.documents.parts.report_material import Material


def results(material: Material) -> tuple[str, ...]:
    """II.3 Levels of members, levels of the cell, rewards."""
    return (*_member_levels(material), *_cell_levels(material), *_rewards(material))


def _member_levels(material: Material) -> list[str]:
    by_level = material.known.mapping("ratings.by_level")
    nested = {year: part for year, part in by_level.items() if isinstance(part, Mapping)}
    if nested:
        lines = [f"Kết quả xếp loại đảng viên năm {year}: {_levels(part, int(year))}." for year, part in nested.items() if part]
        missing = material.missing_years("ratings.by_level", "Chưa có số liệu xếp loại đảng viên của {years}.")
        return [*lines, *_without_level(material), *([missing] if missing else [])]
    return [f"Kết quả xếp loại đảng viên: {_levels(by_level, material.span.last)}."] if by_level else []


def _without_level(material: Material) -> list[str]:
    """Whom a vote or an entry has given none: a report of eleven levels for twelve members says so."""
    count = material.known.quiet("ratings.without_level")
    if not isinstance(count, int) or not count:
        return []
    whom = "đồng chí" if material.span.first == material.span.last else "lượt"
    return [f"Còn {padded(count)} {whom} chưa có mức xếp loại."]


def _levels(counts: Mapping[str, object], year: int) -> str:
    told = [
        f"{prose.lower_first(glossary.level_words(str(level), year, 'member'))} {number_words(count)} đồng chí"
        for level, count in counts.items()
        if count
    ]
    return "; ".join(told) or UNKNOWN


def _cell_levels(material: Material) -> list[str]:
    """The seed's sentence: so many years, of them so many exemplary; and each year's level."""
    known, lines = material.known, []
    levels = {year: level for year, level in known.mapping("cell_years.levels").items() if level}
    if levels:
        told = [f"năm {year} {prose.lower_first(_cell_level(str(level), int(year)))}" for year, level in levels.items()]
        missing = material.missing_years("cell_years.levels", " Chưa có số liệu xếp loại chi bộ của {years}.")
        alone = next(iter(levels.items())) if material.span.first == material.span.last else None
        if alone:
            lines.append(f"Năm {alone[0]}, Chi bộ được xếp loại {prose.lower_first(_cell_level(str(alone[1]), int(alone[0])))}.")
        else:
            lines.append(f"Chi bộ được xếp loại: {'; '.join(told)}.{missing}")
    clean, exemplary = known.quiet("cell_years.tsvm"), known.quiet("cell_years.exemplary")
    if isinstance(clean, int) and clean:
        of_them = f", trong đó {padded(exemplary)} năm đạt “Trong sạch, vững mạnh tiêu biểu”" if exemplary else ""
        lines.append(
            f"{material.span.length}, Chi bộ có {padded(clean)} năm được xếp loại “Trong sạch, vững mạnh”{of_them}."
        )
    return lines


def _cell_level(level: str, year: int) -> str:
    return glossary.level_words(level, year, "party_cell") if level in set(Level) else level


def discipline(material: Material) -> tuple[str, ...]:
    """II.4 How many decisions, and of which form; nothing where there were none or nobody entered any."""
    count, forms = material.known.quiet("disciplines.count"), material.known.quiet("disciplines.by_form")
    if not isinstance(count, int) or not count:
        return ()
    told = [f"{prose.lower_first(str(form))} {number_words(part)}" for form, part in (forms or {}).items() if part]
    by_form = f", gồm: {'; '.join(told)}" if told else ""
    return (f"{material.span.length}, có {number_words(count)} quyết định thi hành kỷ luật đối với đảng viên của Chi bộ{by_form}.",)


def _rewards(material: Material) -> list[str]:
    """Rewards of the span, as entered."""
    told = [_reward(record) for record in material.known.quiet("rewards") or ()]
    return [f"{prose.upper_first('; '.join(told))}."] if told else []


def _reward(record: Mapping[str, Any]) -> str:
    """`Chi bộ được tặng Giấy khen của Ban Chấp hành … (2015-2020)`."""
    subject, _, rest = reward_words(record).partition(": ")
    return f"{subject if glossary.fold(subject) == PARTY_CELL else f'đồng chí {subject}'} được tặng {rest}"
