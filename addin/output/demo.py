"""Tells the steps of `demo` as they are done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from addin.jobs.demo import Deed, DemoResult, SampleResult, Step, StepDone
from addin.output.telling import lines_of

_TITLES: Mapping[Deed, str] = {
    Deed.COPY: "Chép sổ mẫu",
    Deed.SHOW: "Hiểu sổ",
    Deed.CHECK: "Kiểm tra dữ liệu",
    Deed.AGENDA: "Việc cần làm",
    Deed.RATE: "Dự kiến xếp loại",
    Deed.DECIDE: "Ra quyết định",
    Deed.SUMMARISE: "Tổng kết",
}


def form(result: DemoResult) -> dict[str, Any]:
    """`{"steps": [{"step", "told", "files"}]}`."""
    return {"steps": [_step_form(done) for done in result.steps]}


def lines(result: DemoResult | SampleResult) -> Iterator[str]:
    """Where the sample comes from; the steps were told one by one."""
    if isinstance(result, SampleResult):
        yield "Sổ mẫu của Chi bộ Văn phòng Sở 2 (người trong sổ là hư cấu)."


box = lines


def step_lines(done: StepDone, seconds: float) -> Iterator[str]:
    """What was done, how long it took, what came of it, and the files."""
    yield f"{_title(done.step)} ({seconds:.1f} giây): {lines_of(done.result)[0]}"
    yield from (f"    {file}" for file in done.files)


def _step_form(done: StepDone) -> dict[str, Any]:
    return {"step": _title(done.step), "told": lines_of(done.result)[0], "files": [str(file) for file in done.files]}


def _title(step: Step) -> str:
    return f"{_TITLES[step.deed]} {step.subject}".strip()
