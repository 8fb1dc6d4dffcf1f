"""Why something is so, and what is not known: the two sentences ratings and standings are explained with."""

from __future__ import annotations

from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.references import Reference


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of the explanation; `rule` is a stable code, `places` the squares it rests on."""

    rule: str
    text: str
    reference: Reference | None = None
    places: tuple[Place, ...] = ()

    @property
    def cited(self) -> str:
        """The sentence with its reference."""
        return f"{self.text} [{self.reference}]" if self.reference else self.text


@dataclass(frozen=True, slots=True)
class Missing:
    """A blank input: its key, its heading as people know it, and where to enter it."""

    key: str
    label: str
    place: Place
