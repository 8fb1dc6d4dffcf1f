"""Chapter II.3 of the reports: how members and the cell were rated, and what was rewarded."""

from __future__ import annotations

from collections.abc import Mapping

from addin import glossary
from addin.core.levels import Level
from addin.core.numerals import padded
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
        return [f"Xếp loại đảng viên năm {year}: {_levels(part, int(year))}." for year, part in nested.items() if part]
    return [f"Xếp loại đảng viên: {_levels(by_level, material.span.last)}."] if by_level else []


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
        told = [f"năm {year}: {prose.lower_first(_cell_level(str(level), int(year)))}" for year, level in levels.items()]
        lines.append(f"Xếp loại chi bộ: {'; '.join(told)}.")
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
    by_form = f": {'; '.join(told)}" if told else ""
    return (f"{material.span.length}, số quyết định thi hành kỷ luật đảng: {number_words(count)}{by_form}.",)


def _rewards(material: Material) -> list[str]:
    """Rewards of the span, as entered."""
    told = [reward_words(record) for record in material.known.quiet("rewards") or ()]
    return [f"Khen thưởng: {'; '.join(told)}."] if told else []
