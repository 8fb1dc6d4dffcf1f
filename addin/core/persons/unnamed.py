"""A sentence without the people of the workbook, for what is kept where no name belongs."""

from __future__ import annotations

from collections.abc import Iterable

from addin.core.masks import without_numbers
from addin.glossary import fold
from addin.patterns import pattern

_WORD = pattern(r"\w+")
_SOMEBODY = "…"


def without_people(text: str, names: Iterable[str | None]) -> str:
    """Every full name gone, in whatever letters and tones it is written; numbers that name a person masked."""
    wanted = sorted({tuple(fold(name).split()) for name in names if name}, key=len, reverse=True)
    words = list(_WORD.finditer(text))
    folded = [fold(word[0]) for word in words]
    kept, at, end = [], 0, 0
    while at < len(words):
        length = next((len(name) for name in wanted if tuple(folded[at : at + len(name)]) == name), 0)
        if length:
            kept += [text[end : words[at].start()], _SOMEBODY]
            end = words[at + length - 1].end()
        at += length or 1
    return without_numbers("".join([*kept, text[end:]]))
