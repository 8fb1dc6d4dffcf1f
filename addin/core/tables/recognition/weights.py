"""Every weight and bar of recognition in one place, in hundredths; what they were measured on: tests/offices."""

from __future__ import annotations

EXACT = 100
"""A heading the list holds as it is written."""
WORDS = 97
"""The most that the same notions in other words are worth."""
EITHER = 90
"""A heading that may mean any of several keys; contents may decide."""
CHILD = 96
"""A sub-heading read without its parent, of the whole."""
SURELY_TOGETHER, CHILD_YIELDS = 90, 80
"""How surely parent and child name a key together so that what the child alone names yields, and to how much."""
REPAIRED = 80
"""A heading known only after one slip of the pen was mended."""
BESIDE_LISTED = 80
"""Another key that the same notions name, where the list holds the heading for one already."""
HINTED = 84
"""A known heading that carries a number of points behind it, which may mean another column."""

COLUMN_ACCEPTED = 62
WHOSE = 74
"""How well a heading must say whose level it is."""
COLUMN_ASKED = 50
COLUMN_MARGIN = 12
HEADING_KNOWN = 55
"""From here on a text counts as a heading when rows of headings are looked for."""

CONTENT_AGREES = 20
"""What contents of the right kind add."""
NUMBERS_AGREE = 4
"""Whole numbers agree with every count, so they say little."""
CONTENT_ALONE = 40
"""Contents alone, where the heading means nothing in any table."""

NAME_WHOLE, NAME_PART, TITLE = 1.0, 0.6, 0.8
NAME_AGAINST_TITLE = 0.5
"""What is left of a sheet's name where the title above the headings speaks of other tables."""
TITLE_SHARE = 0.66
"""How much of a title or name the words of a table's own must explain."""
BONUS_APART = 0.3
"""A table for which title and name speak so much less is no rival."""
CLEAR_TITLE = 0.75
CLOSE_CALL = 0.85
LITTLE, ENOUGH = 1.0, 2.0
FOREIGN_TITLE, FOREIGN_HEADING = 2.0, 0.7
UNEXPLAINED = 0.02
LEVELS_LEFT = 0.6
"""Against a table that has no use for a column full of levels."""
ALL_EXPLAINED = 0.5
AS_SURE = 3
"""Tables whose fit of a heading is this near to the best know it as surely."""
ORPHANS = 0.6
"""Against a block of headings that leaves a row of sub-headings below it."""

SHARE = 70
"""The share of a column's squares, in hundredths, from which their kind is the column's."""
SOME = 50
SAMPLE_ROWS = 24
FIRST_ROWS = 6
FEWEST_FOR_VETO = 2
FEWEST_TO_DECIDE = 3
"""Squares from which contents may decide between keys that a heading names alike."""
USUALLY_FILLED = 60
"""The share of rows from which a column is one that records usually fill."""
