"""What the name of a sheet says: which table it is, and of which year."""

from __future__ import annotations

from collections.abc import Mapping

from addin import glossary
from addin.core.grids import Grid
from addin.core.tables.recognition import weights
from addin.core.tables.recognition.titles import titled
from addin.core.tables.squares.texts import as_text
from addin.kept_texts import kept
from addin.patterns import pattern

_NEUTRAL = pattern(r"\b(?:năm|nhiệm kỳ|quý (?:\d|i{1,3}|iv)|(?:đợt|lần|tháng) \d+|(?:của )?chi bộ|\d+)\b")
_OF_YEAR = pattern(r"\bnăm\b")
_YEAR = pattern(r"(?<!\d)(20[0-4]\d)(?!\d)")
_SHORT, _WHOLE_SHARE = 4, 0.9


@kept
def name_bonuses(sheet: str) -> Mapping[str, float]:
    """How far the sheet's name speaks for tables: 1 for the whole name, less where other words stand beside it.

    Years and words like "năm", "quý 2" are no other words; "đến" in "Văn bản đến" is.
    """
    known = glossary.sheet_names()
    full = glossary.fold(_YEAR.sub("", sheet))
    name = " ".join(_NEUTRAL.sub(" ", full).split())
    bare = " ".join(_OF_YEAR.sub(" ", full).split())
    if full in known or name in known or bare in known:
        listed = known.get(full) or known.get(name) or known[bare]
        others = {table for table, share in titled(name).items() if share >= weights.TITLE_SHARE} - {listed} if len(name) <= _SHORT else set()
        return dict.fromkeys({listed, *others}, weights.NAME_PART) if others else {listed: weights.NAME_WHOLE}
    found = {
        table: weights.NAME_PART for item, table in known.items() if name.startswith(f"{item} ") or name.endswith(f" {item}")
    }
    for table, share in titled(name).items() if name else ():
        if share >= weights.TITLE_SHARE:
            whole = share > _WHOLE_SHARE
            if whole and table != "members":  # "XL ĐV": whose they are, not what
                found.pop("members", None)
            found[table] = max(found.get(table, 0.0), weights.NAME_WHOLE if whole else weights.NAME_PART)
    if not found:
        found = {table: weights.NAME_WHOLE for table, share in titled(full).items() if share > _WHOLE_SHARE}
    return found


def year_in(text: str) -> int | None:
    """The only year a sheet name or title names."""
    years = {int(year) for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def title_text(grid: Grid, start: int, heading_row: int) -> str:
    """All that stands above the headings."""
    return " ".join(as_text(raw) for row in range(start, heading_row) for raw in grid.row(row))
