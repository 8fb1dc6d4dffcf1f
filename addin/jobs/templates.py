"""`templates check`: every template against what its document can give, told in Vietnamese."""

from __future__ import annotations

from pathlib import Path

from addin.core.findings import Finding, Severity
from addin.core.numerals import padded
from addin.core.places import Place
from addin.documents.template_check import TemplateCheck, check_templates
from addin.jobs.outcome import Outcome, Told


def templates(folder: Path | None) -> Outcome[Told]:
    """Shipped templates and those of the folder; a template that does not fit is an error."""
    checked = check_templates(folder)
    answer = {
        "templates": [
            {"file": item.file, "kind": item.kind, "message": item.message, "fix": item.fix} for item in checked
        ]
    }
    wrong = [item for item in checked if item.message]
    line = f"Đã kiểm tra {padded(len(checked))} mẫu văn bản: {padded(len(wrong))} mẫu cần sửa."
    return Outcome(Told(answer, (line,)), tuple(_finding(item) for item in wrong))


def _finding(item: TemplateCheck) -> Finding:
    return Finding("DOC190", Severity.ERROR, Place(item.file), item.message or "", item.fix or "")
