"""A `Reference` says where a rule or value stands: instrument, article, and how sure we are of it."""

from __future__ import annotations

from enum import StrEnum

from addin.core.records import dataclass


class Confidence(StrEnum):
    """How the value was come by (domain/ratings.md §0)."""

    VERIFIED = "verified"
    LOCAL = "local"
    RECALLED = "recalled"
    INFERRED = "inferred"

    @property
    def is_checked(self) -> bool:
        """Whether it may be shown without "chưa kiểm chứng"."""
        return self is Confidence.VERIFIED


@dataclass(frozen=True, slots=True)
class Reference:
    """`instrument` is an id of instruments.yaml; `text` is how it is cited, in Vietnamese."""

    instrument: str
    text: str
    confidence: Confidence = Confidence.VERIFIED

    def __str__(self) -> str:
        """The citation, marked where nobody has compared it with the text."""
        return self.text if self.confidence.is_checked else f"{self.text} (chưa kiểm chứng)"
