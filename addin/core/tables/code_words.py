"""Codes of contents as a cell writes them: in codes where its squares have codes, else in its own words for each."""

from __future__ import annotations

from collections.abc import Sequence

from addin import glossary
from addin.core.tables.squares.wordings import code_of, split_list


def said_in_words(choices: str, codes: str, own: Sequence[str], others: Sequence[str]) -> str:
    """`codes` as the column says them: `own` are its texts, `others` those of columns that hold the same codes."""
    near = own or others
    if not near or sum(_has_codes(choices, text) for text in near) * 2 >= len(near):
        return codes
    known = [item for text in (*own, *others) for item in split_list(text)]
    return "; ".join(_word(choices, code, known) for code in split_list(codes))


def _has_codes(choices: str, text: str) -> bool:
    return any(_is_code(choices, item) for item in split_list(text))


def _is_code(choices: str, item: str) -> bool:
    """A code as it stands, not a wording that means it."""
    return item in set(glossary.codes(choices).values())


def _word(choices: str, code: str, known: Sequence[str]) -> str:
    if not _is_code(choices, code):
        return code
    own = (item for item in known if not _is_code(choices, item) and code_of(choices, item) == code)
    return next(own, glossary.code_text(choices, code))
