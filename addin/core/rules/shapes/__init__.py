"""The stock shapes of rules: each makes a `Rule` from one line. Thought is a function under `@rule` instead."""

from addin.core.rules.shapes.blanks import left_blank, overdue, required, required_setting, setting_place
from addin.core.rules.shapes.days import (
    date_order,
    days_of_law,
    days_of_setting,
    in_the_future,
    outside_the_year,
    too_many_days,
    year_in_the_future,
)
from addin.core.rules.shapes.numbers import out_of_range, part_of
from addin.core.rules.shapes.people import known_person, the_cell, the_cell_by_any_name
from addin.core.rules.shapes.repetition import folded, named, person, repeated
from addin.core.rules.shapes.words import known_codes, level_of_the_year

__all__ = [
    "date_order",
    "days_of_law",
    "days_of_setting",
    "folded",
    "in_the_future",
    "known_codes",
    "known_person",
    "left_blank",
    "level_of_the_year",
    "named",
    "out_of_range",
    "outside_the_year",
    "overdue",
    "part_of",
    "person",
    "repeated",
    "required",
    "required_setting",
    "setting_place",
    "the_cell",
    "the_cell_by_any_name",
    "too_many_days",
    "year_in_the_future",
]
