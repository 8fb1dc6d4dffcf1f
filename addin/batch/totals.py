"""What all lines of a run come to: counted in one pass, a row a workbook kept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import field
from typing import Any

from addin.core.records import dataclass
from addin.jobs.batch import Failure

LEVELS = ("HTXS", "HTT", "HTN", "KHT")


@dataclass(frozen=True, slots=True)
class BookRow:
    """One workbook in few words; None where it was not asked, or not known."""

    workbook: str
    cell: str | None
    status: str
    reason: str | None
    fix: str | None
    errors: int | None
    warnings: int | None
    notices: int | None
    rated: int | None
    levels: dict[str, int]
    without_level: int | None
    cap: int | None
    over: bool | None
    cell_level: str | None


@dataclass(slots=True)
class Totals:
    """Sums over the workbooks that were done."""

    books: list[BookRow] = field(default_factory=list)
    by_code: Counter[tuple[str, str]] = field(default_factory=Counter)
    books_by_code: Counter[str] = field(default_factory=Counter)
    levels: Counter[str] = field(default_factory=Counter)
    cell_levels: Counter[str] = field(default_factory=Counter)
    rated: int = 0
    without_level: int = 0

    @property
    def failed(self) -> list[BookRow]:
        """Those that could not be done, in the order of their names."""
        return [book for book in self.books if book.status == "failed"]

    @property
    def with_errors(self) -> int:
        """How many hold an error."""
        return sum(1 for book in self.books if book.errors)

    @property
    def over(self) -> list[BookRow]:
        """Those with more at the top than their own cap."""
        return [book for book in self.books if book.over]

    def add(self, line: dict[str, Any]) -> None:
        """One more."""
        rate, check, cell = line.get("rate") or {}, line.get("check") or {}, line.get("cell") or {}
        self.books.append(
            BookRow(
                line["workbook"], cell.get("name"), line["status"], line["reason"], line.get("fix"),
                check.get("error"), check.get("warning"), check.get("notice"),
                rate.get("rated"), rate.get("by_level", {}), rate.get("without_level"), rate.get("cap"), rate.get("over"),
                cell.get("cell_level"),
            )
        )  # fmt: skip
        found = line.get("findings", ())
        self.by_code.update((one["code"], one["severity"]) for one in found)
        self.books_by_code.update({one["code"] for one in found})
        self.levels.update(rate.get("by_level", {}))
        self.rated += rate.get("rated") or 0
        self.without_level += rate.get("without_level") or 0
        if cell.get("cell_level"):
            self.cell_levels[cell["cell_level"]] += 1


    @property
    def ending(self) -> Ending:
        """What is told at the end."""
        failures = tuple(Failure(one.workbook, one.reason or "", one.fix or "") for one in self.failed)
        return Ending(len(self.books), self.with_errors, failures)


@dataclass(frozen=True, slots=True)
class Ending:
    """What a run comes to in few words: kept in the manifest, so that a finished one need not be counted again."""

    workbooks: int
    with_errors: int
    failures: tuple[Failure, ...]

    @classmethod
    def of(cls, told: dict[str, Any]) -> Ending:
        """The inverse of `form`."""
        return cls(told["workbooks"], told["with_errors"], tuple(Failure(*one) for one in told["failures"]))

    @property
    def form(self) -> dict[str, Any]:
        """As the manifest keeps it."""
        failures = [[one.workbook, one.reason, one.fix] for one in self.failures]
        return {"workbooks": self.workbooks, "with_errors": self.with_errors, "failures": failures}


def totals_of(lines: Iterable[bytes]) -> Totals:
    """Of the lines of `results.jsonl`."""
    totals = Totals()
    for line in lines:
        totals.add(json.loads(line))
    return totals
