"""The papers of a batch as PDF, when all are made: one LibreOffice for the whole run. What an earlier run printed stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from addin.jobs.as_pdf import PDF, WORD, as_pdf
from addin.jobs.batch import BatchResult
from addin.jobs.made import Made
from addin.jobs.outcome import Outcome
from addin.output.progress import Told, progress
from addin.printing.printer import Printer


def with_pdf(outcome: Outcome[BatchResult], workbooks: Iterable[str], out: Path, *, quiet: bool) -> Outcome[BatchResult]:
    """The outcome, with how many papers were printed and what kept others from it."""
    left = [paper for name in workbooks for paper in _unprinted(out / "papers" / name)]
    with Printer() as printing, progress("Đang làm PDF", len(left), 0, quiet=quiet, unit="văn bản") as tell:
        printed = as_pdf(_told(left, tell), printing)
    result = outcome.result
    told = replace(result, printed=len(printed.made), left_out=(*result.left_out, *printed.remarks))
    return replace(outcome, result=told)


def _unprinted(folder: Path) -> Iterator[Path]:
    """A paper that was made again has lost its PDF: the folder of a workbook is emptied before."""
    return (paper for paper in sorted(folder.glob(f"*{WORD}")) if not paper.with_suffix(PDF).exists())


def _told(papers: Iterable[Path], tell: Told) -> Iterator[Made]:
    for paper in papers:
        yield Made(paper)
        tell(paper.name)
