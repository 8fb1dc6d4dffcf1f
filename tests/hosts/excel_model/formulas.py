"""Formulas that follow rows as they move."""

from __future__ import annotations

import re

from tests.hosts.excel_model.addresses import letters

_REFERENCE = re.compile(r"('[^']+'!|\w+!)?(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?(?![\w(])")


def cell(row, column):
    return f"{letters(column)}{row}"


def followed(formula, home, sheet, first, by):
    """The formula after rows from `first` on moved: ranges that reach over them grow or shrink."""

    def moved(found):
        named = (found[1] or home).rstrip("!").strip("'")
        if named != sheet:
            return found[0]
        start, end = int(found[3]), int(found[5] or found[3])
        start = start + by if start >= first else start
        end = end + by if end >= first else min(end, first + by - 1) if by < 0 else end
        rest = f":{found[4]}{end}" if found[4] else ""
        return f"{found[1] or ''}{found[2]}{start}{rest}"

    return _REFERENCE.sub(moved, formula)
