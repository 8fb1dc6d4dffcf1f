"""The people whose names no copy of a group takes along, looked for as whole words of any text."""

from __future__ import annotations

from collections.abc import Iterable

from addin import glossary
from addin.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Strangers:
    """`names` as written; `folded` as they are looked for."""

    names: tuple[str, ...]
    folded: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> Strangers:
        """Each once, in their order."""
        held = tuple(dict.fromkeys(names))
        return cls(held, frozenset(f" {glossary.fold(name)} " for name in held))

    def are_in(self, text: object) -> bool:
        """Whether one of them stands in the text; what is no text names nobody."""
        if not text or not isinstance(text, str):
            return False
        folded = f" {glossary.fold(text)} "
        return any(name in folded for name in self.folded)
