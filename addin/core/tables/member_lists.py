"""One sheet a year of members: the newest list speaks for whoever is on several of them.

Without a year in every sheet's name or title nothing tells which list is newer; then all rows stay, and the
rules report whoever stands twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from addin import glossary
from addin.core.findings import Finding
from addin.core.tables.rows.book import FoundTable
from addin.core.tables.rows.columns import Row
from addin.core.tables.rows.members import GONE, Member
from addin.core.tables.squares import faults
from addin.glossary import person_key


def newest_lists(rows: Sequence[Row], layout: Iterable[FoundTable]) -> tuple[list[Row], list[Finding]]:
    """The rows without older doubles, and who is on an older list only."""
    years = {found.sheet: found.year for found in layout if found.table == "members"}
    dated = {sheet: year for sheet, year in years.items() if year is not None}
    if len(years) < 2 or len(set(dated.values())) < len(years):
        return list(rows), []
    newest = max(dated.values())
    kept: list[Row] = []
    found: list[Finding] = []
    seen: set[tuple[str, str]] = set()
    for row in sorted(rows, key=lambda row: -dated[row.source.sheet]):
        if not isinstance(row, Member) or not row.full_name:
            kept.append(row)
        elif not seen.intersection(_names(row)):
            kept.append(row)
            found += _only_older(row, dated[row.source.sheet], newest)
            seen |= _names(row)
    return kept, found


def _names(member: Member) -> set[tuple[str, str]]:
    """What identifies a person: the number, or name and birth date."""
    birth = member.birth_date.iso if member.birth_date else ""
    names = {(person_key(member.full_name or ""), birth)}
    return names | ({("", glossary.fold(member.member_id))} if member.member_id else set())


def _only_older(member: Member, year: int, newest: int) -> list[Finding]:
    if year == newest or member.status in GONE or member.left_cell_on is not None:
        return []
    message = f"“{member.full_name}” có trong danh sách năm {year} nhưng không có trong danh sách năm {newest}."
    return [faults.OLD_LIST.at(member.place("full_name"), message)]
