"""`--take`: a choice given with the command, for one conflict or for all that are open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.sharing.choosing import KEEP, Choice
from addin.core.sharing.plain import plain
from addin.errors import Misuse
from addin.jobs.put import value_of

_LETTERS = re.compile(r"[A-Z](?:\s*,\s*[A-Z])*")
_CODE = re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Taking:
    """One `--take` as given: `target` a square (`Giám sát!G12`), a row (`Giám sát!12`) or a conflict's code; empty for all."""

    text: str
    target: str
    value: str

    @property
    def is_for_all(self) -> bool:
        """Whether it is meant for every conflict."""
        return not self.target

    def means(self, code: str, place: Place) -> bool:
        """Whether it is given for that conflict."""
        return self.is_for_all or self.target in {code, f"{place.sheet}!{place.cell}", f"'{place.sheet}'!{place.cell}"}

    def choice_for(self, letters: Sequence[str], *, is_square: bool) -> Choice:
        """Letters the conflict has; for a square anything else is another value."""
        chosen = tuple(re.findall(r"[A-Z]", self.value)) if _LETTERS.fullmatch(self.value) else ()
        if chosen and {*chosen} <= {KEEP, *letters}:
            return Choice(chosen)
        return Choice((), plain(value_of(self.value)), is_other=True) if is_square and not self.is_for_all else Choice()


def takings(texts: Iterable[str]) -> tuple[Taking, ...]:
    """Those for one conflict first; Misuse for what cannot be meant."""
    found = [_taking(text) for text in texts]
    return tuple(sorted(found, key=lambda taking: taking.is_for_all))


def _taking(text: str) -> Taking:
    if _LETTERS.fullmatch(text.strip()):
        return Taking(text, "", text.strip())
    target, equals, value = text.partition("=")
    if not equals or not (_CODE.fullmatch(target) or "!" in target):
        raise Misuse(f"“{text}” không đúng dạng.", "Ghi chữ cái cho mọi xung đột (A là theo sổ), hoặc “Giám sát!G12=B”, “Giám sát!G12=giá trị”, “MÃ=B”.")
    return Taking(text, target, value.strip())
