"""`templates check`: every template against what its document can give, told in Vietnamese."""

from __future__ import annotations

from pathlib import Path

from addin.core import computed
from addin.core.findings import Finding
from addin.core.places import Place
from addin.core.records import dataclass
from addin.documents.template_check import TemplateCheck, check_templates
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class TemplatesResult:
    """Every template looked at, with what is wrong with it."""

    checked: tuple[TemplateCheck, ...]

    @property
    def wrong(self) -> tuple[TemplateCheck, ...]:
        """Those that do not fit."""
        return tuple(item for item in self.checked if item.message)


def templates(folder: Path | None) -> Outcome[TemplatesResult]:
    """Shipped templates and those of the folder; a template that does not fit is an error."""
    result = TemplatesResult(check_templates(folder))
    return Outcome(result, tuple(_finding(item) for item in result.wrong))


def _finding(item: TemplateCheck) -> Finding:
    return computed.TEMPLATE_UNFIT.at(Place(item.file), item.message or "", fix=item.fix or "")
